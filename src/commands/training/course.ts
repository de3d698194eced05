import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, flag, required, text } from "../../cli/options.ts";
import { courseStatuses } from "../../domain/course.ts";
import { type CourseEdit, planCourseEdit, ruleChanges } from "../../domain/course-edit.ts";
import type { Day } from "../../domain/day.ts";
import { ifGiven } from "../../domain/result.ts";
import { theCourse, thePart } from "../../domain/training-words.ts";
import { changesSaid, questionOf } from "../../reports/clearances.ts";
import { courseEditSentences } from "../../reports/course-words.ts";
import { coursesReport } from "../../reports/courses.ts";
import { attendees } from "../../store/attendance.ts";
import { courseFacts } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import type { Store } from "../../store/store.ts";
import { saveCourseEdit } from "../../store/training.ts";

interface Words extends CourseEdit {
  readonly course: string;
  readonly part: string | undefined;
}

/** The course as it is and as it is to be, and who gains or loses a clearance by it, day by day. */
function planned(store: Store, words: Words, today: Day) {
  const before = must(theCourse(words.course, courses(store)));
  const part = must(ifGiven(words.part, (p) => thePart(p, before)));
  const after = must(planCourseEdit(words, before, part));
  const people = attendees(store);
  const changes = ruleChanges(before, after, courseFacts(store), today);
  return { before, after, part, people, changes: changes.map((c) => ({ ...c, key: before.key })) };
}

export default command({
  about: "Change a course, or one of its parts",
  details: [
    "A part is asked for from its day on until it is retired; who gains or loses a clearance by that is said first. New courses and parts are added with training add.",
  ],
  examples: [
    'involve training course systematic-reviewing --status offered --about "Two half days"',
    'involve training course interviewing role-play --title "Role play, twice"',
    "involve training course interviewing challenges --retire-on 2027-01-01 --dry-run",
  ],
  writes: true,
  args: {
    course: required(text("the course", "COURSE", "course")),
    part: text("the part of it; the course itself where left out", "PART"),
  },
  options: {
    title: asked(text("what it is called", "TITLE")),
    about: text("what the course is about", "TEXT"),
    status: choice("whether the course is taught", courseStatuses),
    from: day("the day from which the part is asked for"),
    retireOn: day("the first day on which the part is no longer asked for"),
    reopen: flag("ask for the part again after it was retired"),
  },
  async run(context, words) {
    const question = questionOf(planned(context.store, words, context.today).changes);
    if (question !== null) await context.confirm(question);
    return context.write((store) => {
      const { before, after, part, people, changes } = planned(store, words, context.today);
      saveCourseEdit(store, before, after);
      return {
        report: coursesReport(courses(store).filter((c) => c.id === after.id)),
        said: [...courseEditSentences(before, after, part), ...changesSaid(changes, people, context.today)],
      };
    });
  },
});
