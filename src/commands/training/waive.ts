import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, day, fallback, member, needed, required, text } from "../../cli/options.ts";
import { opened } from "../../domain/clearance-change.ts";
import { ifGiven, yes } from "../../domain/result.ts";
import { theCourse, thePart } from "../../domain/training-words.ts";
import { planWaiver } from "../../domain/waiver.ts";
import { openedSentences } from "../../reports/completions.ts";
import { waiverReport, waiverSentence } from "../../reports/waivers.ts";
import { attendeeIndex, attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { addWaiver } from "../../store/completions.ts";
import { courses } from "../../store/courses.ts";

export default command({
  about: "Count somebody's earlier experience in place of a part or a whole course",
  details: [
    "A waiver needs a reason, evidence and the name of whoever grants it. It counts from today (or --from), until it runs out (--until) or is taken back: involve training revoke.",
  ],
  examples: [
    'involve training waive M-004 interviewing --part principles --reason "twelve interviews for another unit" --evidence "letter of 3 March, in the unit\'s files" --granted-by "Dr Maeve Lynch"',
  ],
  writes: true,
  args: {
    member: required(member("the person")),
    course: required(text("the course", "COURSE", "course")),
  },
  options: {
    part: asked(text("the part; the whole course where left out", "PART")),
    reason: needed(text("what they have done before", "REASON")),
    evidence: needed(text("what was seen of it, and where it is kept", "TEXT")),
    grantedBy: needed(text("the name of whoever grants it", "NAME")),
    from: fallback(day("the day from which it counts"), "today"),
    until: day("the last day on which it counts"),
  },
  run(context, words) {
    return context.write((store) => {
      const person = attendeeIndex(store)(words.member);
      const course = theCourse(words.course, courses(store));
      const part = ifGiven(words.part, (p) => (course.ok ? thePart(p, course.value) : yes(undefined)));
      const before = trainingRecords(store);
      const record = person.ok ? before.get(person.value.id) : undefined;
      const plan = must(planWaiver({ ...words, person, course, part, record }, context.today));
      addWaiver(store, plan, context.by);
      const rules = clearanceRules(store);
      const after = { rules, records: trainingRecords(store) };
      const changes = opened({ rules, records: before }, after, [plan.person.id], context.today);
      return {
        report: waiverReport(plan),
        said: [waiverSentence(plan), ...openedSentences(changes, attendees(store))],
      };
    });
  },
});
