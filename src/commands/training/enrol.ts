import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { acknowledge, many, member, required, text } from "../../cli/options.ts";
import { planEnrolments } from "../../domain/enrolment.ts";
import { every, together } from "../../domain/result.ts";
import { alreadyCompleted } from "../../reports/completions.ts";
import { enrolSentences } from "../../reports/session-words.ts";
import { placesReport } from "../../reports/sessions.ts";
import { attendeeIndex } from "../../store/attendance.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { trainingRecords } from "../../store/clearances.ts";
import { enrolments, saveEnrolments } from "../../store/enrolments.ts";
import { sessionRecord } from "../../store/session-facts.ts";

export default command({
  about: "Give people a place at a session, or put them on its waiting list",
  details: [
    "In the order named: while there are places they are enrolled, then they wait. A place that is freed goes to whoever has waited longest.",
  ],
  examples: ["involve training enrol T-001 M-001 M-004", "involve training enrol T-001 M-009 --dry-run"],
  writes: true,
  args: {
    session: required(text("the session, such as T-001", "SESSION", "session")),
    member: required(many(member("who is to come"))),
  },
  options: { acknowledge: acknowledge() },
  run(context, words) {
    const { by, today } = context;
    return context.withReason(words.acknowledge, "over-ceiling", (agreed) =>
      context.write((store) => {
        const record = sessionRecord(store, words.session);
        const people = together(words.member.map(attendeeIndex(store)));
        const found = must(every({ record, people }));
        const { session, course, enrolments: before, people: known } = found.record;
        const plan = must(planEnrolments(session, found.people, before, today));
        saveEnrolments(store, session.id, plan.changes, today);
        const own = plan.changes.map((c) => c.person);
        const work = { people: own.map((p) => p.id), refs: [`training:${course.key}`] };
        const watched = watchCeilings(store, { stage: "offer", ...work, acknowledge: agreed, by, today });
        return {
          report: placesReport(session, enrolments(store, session.id), known),
          said: [
            ...enrolSentences(session, plan),
            ...alreadyCompleted(own, session, course, trainingRecords(store)),
            ...must(watched),
          ],
        };
      }),
    );
  },
});
