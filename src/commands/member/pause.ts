import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, fallback, member, required } from "../../cli/options.ts";
import { dayInWords } from "../../domain/day.ts";
import { memberName, placesStillHeld, planPause } from "../../domain/membership.ts";
import { groups } from "../../domain/person.ts";
import { ref } from "../../domain/ref.ts";
import { listed } from "../../domain/text.ts";
import { membershipsReport } from "../../reports/memberships.ts";
import { asMember, commitments, pauseMemberships } from "../../store/memberships.ts";
import { findPerson } from "../../store/people.ts";

export default command({
  about: "Pause somebody's membership; no reason is kept",
  details: [
    "There is nowhere to write a reason, and nobody needs to give one. Without --until the pause lasts until: involve member rejoin",
  ],
  examples: [
    "involve member pause M-001 --from 2026-02-01",
    "involve member pause M-001 --from 2026-02-01 --until 2026-04-30 --group lewg",
  ],
  writes: true,
  args: { member: required(member("who takes a pause")) },
  options: {
    from: asked(fallback(day("the first day of the pause"), "today")),
    until: asked(day("the last day of the pause, where it is known")),
    group: choice("only in this group; in every group where left out", groups),
  },
  run(context, words) {
    return context.write((store) => {
      const person = must(findPerson(store, words.member));
      const targets = must(planPause(asMember(store, person), words));
      pauseMemberships(store, targets, words.from, words.until);
      const until = words.until ? ` until ${dayInWords(words.until)}` : "";
      const where = listed(targets.map((m) => m.group));
      return {
        report: membershipsReport(asMember(store, person), words.from),
        said: [
          `${memberName(person)} is paused in ${where} from ${dayInWords(words.from)}${until}.`,
          ...placesStillHeld(commitments(store, person.id, words.from)),
          ...(words.until ? [] : [`When they are back: involve member rejoin ${ref("member", person.id)}`]),
        ],
      };
    });
  },
});
