import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, many, required, text, time, wholeNumber } from "../../cli/options.ts";
import { isThere } from "../../domain/completion.ts";
import { movedUp, seatsOf } from "../../domain/enrolment.ts";
import { meetingModes } from "../../domain/meeting.ts";
import { clearableOfSession, planSessionEdit } from "../../domain/session-edit.ts";
import { holidaySentences } from "../../reports/course-words.ts";
import { sessionReport } from "../../reports/courses.ts";
import { movedUpSentences, sessionEditSentences, toTellSentences } from "../../reports/session-words.ts";
import { trainingRecords } from "../../store/clearances.ts";
import { enrolments, saveEnrolments } from "../../store/enrolments.ts";
import { bankHolidays } from "../../store/meetings.ts";
import { sessionRecord } from "../../store/session-facts.ts";
import { saveSession, trainingSessions } from "../../store/training.ts";

export default command({
  about: "Move a session, or change its place, trainer or number of places",
  details: [
    "What is left out stays as it is; --clear empties. More places go to whoever has waited longest. A session that is moved keeps its place in calendars: involve training calendar.",
  ],
  examples: [
    "involve training edit T-001 --on 2026-05-19 --at 14:00",
    'involve training edit T-001 --places 12 --trainer "Dr Maeve Lynch"',
    "involve training edit T-001 --clear place --mode remote",
  ],
  writes: true,
  args: { session: required(text("the session, such as T-001", "SESSION", "session")) },
  options: {
    on: asked(day("the day it is held")),
    at: asked(time("when it starts")),
    minutes: wholeNumber("how long it is, in minutes", 1, 1440),
    mode: choice("how it is held", meetingModes),
    place: asked(text("where it is held", "PLACE")),
    trainer: text("who teaches it", "NAME"),
    places: wholeNumber("how many can take part", 1, 1000),
    clear: many(choice("what is no longer said", clearableOfSession, "WHAT")),
  },
  run(context, { session: named, ...edit }) {
    return context.write((store) => {
      const { session, course, enrolments: its, people } = must(sessionRecord(store, named));
      const known = trainingSessions(store);
      const rests = [...trainingRecords(store).values()].flatMap((r) => r.completions);
      const completed = rests.filter((c) => c.sessionId === session.id && c.revokedOn === null).length;
      const facts = { session, course, known, seats: seatsOf(session, its), completed };
      const after = must(planSessionEdit(edit, facts, context.today));
      saveSession(store, after);
      const moved = movedUp(after, its, people);
      if (after.status === "planned") saveEnrolments(store, session.id, moved.up, null);
      const coming = its.flatMap((e) => (e.state === "enrolled" ? (people.get(e.personId) ?? []) : []));
      const away = coming.filter((p) => !isThere(p, after.heldOn));
      return {
        report: sessionReport(after, [course], enrolments(store, session.id)),
        said: [
          ...sessionEditSentences(session, after),
          ...(after.heldOn === session.heldOn ? [] : holidaySentences(after.heldOn, bankHolidays(store))),
          ...(after.revision === session.revision ? [] : toTellSentences(after, coming, away)),
          ...(after.status === "planned" ? movedUpSentences(after, moved) : []),
        ],
      };
    });
  },
});
