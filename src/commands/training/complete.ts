import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { day, endingIn, fallback, many, member, required, text } from "../../cli/options.ts";
import { opened } from "../../domain/clearance-change.ts";
import { besideWaived, checkCompletions, planCompletions } from "../../domain/completion.ts";
import { together } from "../../domain/result.ts";
import { theCourse } from "../../domain/training-words.ts";
import {
  completionSentences,
  completionsReport,
  openedSentences,
  stillMissing,
  waivedSentences,
} from "../../reports/completions.ts";
import { attendeeIndex, attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { completionSaver } from "../../store/completions.ts";
import { courses } from "../../store/courses.ts";

/** The members and, last, the course. */
function split(words: readonly string[]): { members: readonly string[]; course: string } {
  const course = words.at(-1);
  if (words.length < 2 || course === undefined)
    throw usage({
      code: "missing",
      message: "Name at least one member, and then the course.",
      remedy: "For example: involve training complete M-001 interviewing --on 2026-03-14",
    });
  return { members: words.slice(0, -1), course };
}

export default command({
  about: "Record that somebody completed a part or a whole course",
  details: [
    "One or more members, then the course. Without --part every part of the course that is neither on record yet nor waived is completed; name a waived part to record it as completed too. A completion is added to the record and never edited; completion, not attendance, opens work.",
  ],
  examples: [
    "involve training complete M-001 interviewing --on 2026-03-14",
    "involve training complete M-002 M-003 interviewing --part role-play --on 2026-02-17",
  ],
  writes: true,
  args: {
    membersThenCourse: endingIn(
      required(many(member("the members, and last the course"))),
      "course",
      "the course",
    ),
  },
  options: {
    part: text("only this part", "PART"),
    on: fallback(day("the day it was completed"), "today"),
  },
  run(context, words) {
    const { members, course: key } = split(words.membersThenCourse);
    return context.write((store) => {
      const course = theCourse(key, courses(store));
      const people = together(members.map(attendeeIndex(store)));
      const request = { people, course, part: words.part, on: words.on };
      const entries = must(checkCompletions(request, context.today));
      const rules = clearanceRules(store);
      const before = trainingRecords(store);
      const { asked, waived } = besideWaived(entries, before, words.part);
      const plan = planCompletions(asked, before);
      completionSaver(store, context.by)(plan.added);
      const after = trainingRecords(store);
      const ids = entries.map((e) => e.person.id);
      const changes = opened({ rules, records: before }, { rules, records: after }, ids, context.today);
      return {
        report: completionsReport(plan.added),
        said: [
          ...completionSentences(plan),
          ...waivedSentences(waived),
          ...openedSentences(changes, attendees(store)),
          ...stillMissing(rules, plan.added, after, context.today),
        ],
      };
    });
  },
});
