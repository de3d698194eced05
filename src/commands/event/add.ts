import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, required, text, wholeNumber } from "../../cli/options.ts";
import { checkNewEvent, eventKinds } from "../../domain/event.ts";
import { bandProblems } from "../../domain/rate.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven, noneOf } from "../../domain/result.ts";
import { eventsReport } from "../../reports/events.ts";
import { addEvent, eventRows, sameEvent } from "../../store/events.ts";
import { namingFacts } from "../../store/naming.ts";
import { findProject } from "../../store/projects.ts";
import { bands } from "../../store/rates.ts";

export default command({
  about: "Record a public event, seminar, podcast or post",
  details: [
    "A reach is kept only with how it was counted; without one the event stands as not measured, which is honest and enough.",
  ],
  examples: [
    'involve event add "Crisis care: what helps?" --kind public-event --on 2026-06-18 --audience "local residents" --reach 120 --reach-method "tickets scanned"',
    'involve event add "Towards coproduction" --kind podcast --on 2026-02-03',
  ],
  writes: true,
  asksOnlyWhenBare: true,
  args: { title: required(text("what it was called", "TITLE")) },
  options: {
    kind: required(choice("what kind of engagement it was", eventKinds)),
    on: required(day("the day it took place or went out")),
    audience: asked(text("whom it was for", "AUDIENCE")),
    reach: asked(wholeNumber("how many people it reached, if that was counted", 0, 100_000_000)),
    reachMethod: asked(text('how they were counted, such as "tickets scanned"', "METHOD")),
    place: text("where it was", "PLACE"),
    url: text("its web address", "URL"),
    band: text("the band that taking part in it is paid by", "BAND", "band"),
    project: text("the project it is about, such as P-001", "PROJECT", "project"),
  },
  run(context, words) {
    return context.write((store) => {
      const { title, on, project, ...rest } = words;
      const same = sameEvent(store, title, on);
      const checked = checkNewEvent(
        { ...rest, title, heldOn: on },
        { today: context.today, same: same === undefined ? undefined : ref("event", same) },
      );
      const found = ifGiven(project, (text) => findProject(store, text));
      const kept = noneOf(words.band === undefined ? [] : bandProblems(words.band, bands(store)));
      const { event, about } = must(every({ event: checked, about: found, kept }));
      const id = addEvent(store, event, about?.id);
      const name = `${ref("event", id)} ${title}`;
      return {
        report: eventsReport(eventRows(store, { id }), namingFacts(store, []), "team"),
        said: [
          `Recorded ${name}${words.reach === undefined ? "; its reach stands as not measured" : ""}.`,
          `Who ${on > context.today ? "is to take" : "took"} part: involve event contribute ${ref("event", id)} MEMBER --role speaker --naming full`,
        ],
      };
    });
  },
});
