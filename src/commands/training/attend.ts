import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { asked, choice, fallback, flag, many, member, required, text } from "../../cli/options.ts";
import { opened } from "../../domain/clearance-change.ts";
import { planCompletions, taughtTo } from "../../domain/completion.ts";
import { cameStates, planCame } from "../../domain/enrolment-change.ts";
import { every, together } from "../../domain/result.ts";
import { completionSentences, openedSentences, stillMissing } from "../../reports/completions.ts";
import { cameSentences } from "../../reports/session-words.ts";
import { placesReport } from "../../reports/sessions.ts";
import { attendeeIndex, attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { completionSaver } from "../../store/completions.ts";
import { enrolments, saveEnrolments } from "../../store/enrolments.ts";
import { sessionRecord } from "../../store/session-facts.ts";
import { markSessionHeld } from "../../store/training.ts";

export default command({
  about: "Record who came to a training session",
  details: [
    "Coming unlocks nothing: with --completed it is recorded too that those who came completed what the session taught. A session is marked as held once it is recorded who came. Who had no place may have come all the same.",
  ],
  examples: [
    "involve training attend T-001 M-001 M-004 --completed",
    "involve training attend T-001 M-009 --state absent",
  ],
  writes: true,
  args: {
    session: required(text("the session, such as T-001", "SESSION", "session")),
    member: required(many(member("who came, or did not"))),
  },
  options: {
    state: asked(fallback(choice("whether they came", cameStates), "attended")),
    completed: flag("they also completed what was taught"),
  },
  run(context, words) {
    if (words.completed && words.state !== "attended")
      throw usage({
        code: "completed-without-coming",
        message: "--completed is said of those who came.",
        remedy: "Leave --completed or --state out.",
      });
    return context.write((store) => {
      const people = together(words.member.map(attendeeIndex(store)));
      const found = must(every({ record: sessionRecord(store, words.session), people }));
      const { session, course, enrolments: before, people: known } = found.record;
      const came = must(planCame(session, found.people, words.state, before, context.today));
      saveEnrolments(store, session.id, came, null);
      if (words.state !== "not-recorded") markSessionHeld(store, session.id);
      const then = trainingRecords(store);
      const entries = words.completed ? must(taughtTo(session, course, found.people)) : [];
      const plan = planCompletions(entries, then);
      completionSaver(store, context.by)(plan.added);
      const rules = clearanceRules(store);
      const now = trainingRecords(store);
      const ids = entries.map((e) => e.person.id);
      const changes = opened({ rules, records: then }, { rules, records: now }, ids, context.today);
      return {
        report: placesReport(session, enrolments(store, session.id), known),
        said: [
          ...cameSentences(session, came),
          ...(words.completed ? completionSentences(plan) : []),
          ...openedSentences(changes, attendees(store)),
          ...stillMissing(rules, plan.added, now, context.today),
        ],
      };
    });
  },
});
