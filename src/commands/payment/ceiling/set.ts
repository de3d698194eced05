import { command } from "../../../cli/command.ts";
import { exits, must } from "../../../cli/errors.ts";
import {
  asked,
  choice,
  day,
  fallback,
  member,
  money,
  readBy,
  required,
  wholeNumber,
} from "../../../cli/options.ts";
import { parseHours, planCeilings, replacing } from "../../../domain/ceiling-plan.ts";
import { ceilingInWords, overAlready } from "../../../domain/ceiling-words.ts";
import { weekdays } from "../../../domain/period.ts";
import { ref } from "../../../domain/ref.ts";
import { ceilingsReport } from "../../../reports/ceilings.ts";
import { ceilingFacts, ceilingsOf, openCeilings, setCeiling } from "../../../store/ceilings.ts";
import { findPerson } from "../../../store/people.ts";
import { setting } from "../../../store/settings.ts";

export default command({
  about: "Set a ceiling that somebody asked us to watch",
  details: [
    "The figure and the day are kept, never why, and never the name of a benefit. Exactly so much is within it; a penny or a minute more is over.",
    "It is looked at when work is offered, planned or logged and when a batch is made: by the day of the work and, for money, by the day it is paid. Work that is planned and not yet paid counts. To go over one, --acknowledge says what was agreed.",
    "A month that starts on day 31 starts on the last day of a shorter month.",
  ],
  examples: [
    "involve payment ceiling set M-014 --weekly 203.50 --week-starts monday",
    "involve payment ceiling set M-014 --monthly 427 --month-starts 17",
    "involve payment ceiling set M-014 --hours 16 --week-starts sunday",
  ],
  writes: true,
  args: { member: required(member("who asked")) },
  options: {
    weekly: asked(money("so much money a week")),
    monthly: asked(money("so much money a month")),
    hours: asked(readBy("so many hours a week, such as 16 or 15.5", "HOURS", parseHours)),
    weekStarts: asked(choice("the day their week starts; Monday where left out", weekdays, "DAY")),
    monthStarts: asked(wholeNumber("the day of the month their month starts; 1 where left out", 1, 31)),
    on: fallback(day("the day they asked"), "today"),
  },
  run(context, words) {
    const set = must(planCeilings(words, context.today), exits.usage);
    return context.write((store) => {
      const person = must(findPerson(store, words.member));
      const changes = must(replacing(set, openCeilings(store, person.id)));
      for (const { ceiling, before } of changes) setCeiling(store, person.id, ceiling, before);
      const who = `${ref("member", person.id)} ${person.knownAs}`;
      return {
        report: ceilingsReport(ceilingsOf(store, person.id), setting(store, "benefits-advice")),
        said:
          changes.length === 0
            ? [`${who} asked for just this already; nothing was changed.`]
            : [
                ...changes.map(({ ceiling }) => `Watching for ${who}: ${ceilingInWords(ceiling)}.`),
                ...overAlready(ceilingFacts(store, context.today, [person.id]), context.today),
              ],
      };
    });
  },
});
