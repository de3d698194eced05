import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, many, required, text } from "../../cli/options.ts";
import { ruleEffect } from "../../domain/clearance-change.ts";
import { isThere } from "../../domain/completion.ts";
import { courseStatuses } from "../../domain/course.ts";
import { withCourse } from "../../domain/course-edit.ts";
import type { Day } from "../../domain/day.ts";
import { type CourseRequest, planCourse, withNewParts } from "../../domain/new-course.ts";
import { effectQuestion, effectSentences } from "../../reports/clearances.ts";
import { courseSentences } from "../../reports/course-words.ts";
import { coursesReport } from "../../reports/courses.ts";
import { attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import type { Store } from "../../store/store.ts";
import { saveCourse } from "../../store/training.ts";

/** The course or part to be added, and who loses a clearance by it on its first day. */
function planned(store: Store, words: CourseRequest, today: Day) {
  const known = courses(store).find((c) => c.key === words.course.toLowerCase());
  const plan = must(planCourse(words, known, today));
  const from = words.from ?? today;
  const people = attendees(store).filter((p) => isThere(p, from));
  const rules = clearanceRules(store);
  const after = known ? withCourse(rules, withNewParts(known, plan)) : rules;
  const ids = people.map((p) => p.id);
  return { plan, people, from, effect: ruleEffect(rules, after, trainingRecords(store), ids, from) };
}

export default command({
  about: "Add a course or a part",
  details: [
    'A part is given by its title, and its key is made from that; to choose the key, put it in front: --part "role-play=Role play".',
    "A part added to a course that is there is asked for from today (or --from): whoever was cleared before that day was cleared. Who no longer is afterwards is said first, and where that is three people or more you are asked.",
  ],
  examples: [
    'involve training add peer-review --title "Peer review" --part "Reading a paper" --part "Writing the review"',
    'involve training add interviewing --part "Remote interviews" --from 2026-09-01',
    "involve training add systematic-reviewing --status offered",
  ],
  writes: true,
  args: { course: required(text("the key of the course", "COURSE", "course")) },
  options: {
    title: asked(text("the title of a new course", "TITLE")),
    part: asked(many(text("the title of a part", "TITLE"))),
    status: choice("whether it is taught", courseStatuses),
    about: text("what it is about", "TEXT"),
    from: day("the day a new course began, or from which a part added to one is asked for"),
  },
  async run(context, words) {
    const preview = planned(context.store, words, context.today);
    if (preview.effect.lost.length >= 3)
      await context.confirm(effectQuestion(`Add to ${preview.plan.key}`, preview.effect));
    return context.write((store) => {
      const { plan, people, effect, from } = planned(store, words, context.today);
      const id = saveCourse(store, plan);
      const lost = effect.lost.length > 0 ? effectSentences(effect, people, from, context.today) : [];
      return {
        report: coursesReport(courses(store).filter((c) => c.id === id)),
        said: [...courseSentences(plan), ...lost],
      };
    });
  },
});
