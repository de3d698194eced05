import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, many, required, text } from "../../cli/options.ts";
import { opened } from "../../domain/clearance-change.ts";
import { courseStatuses } from "../../domain/course.ts";
import { planCourse } from "../../domain/new-course.ts";
import { closedSentences } from "../../reports/completions.ts";
import { courseSentences, coursesReport } from "../../reports/courses.ts";
import { attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import { saveCourse } from "../../store/training.ts";

export default command({
  about: "Add a course or a part",
  details: [
    'A part is given by its title, and its key is made from that; to choose the key, put it in front: --part "role-play=Role play".',
    "A part added to a course that is there is asked for from today (or --from): whoever was cleared before that day was cleared, and who no longer is afterwards is said.",
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
    from: day("the day from which a new part is asked for"),
  },
  run(context, words) {
    return context.write((store) => {
      const known = courses(store).find((c) => c.key === words.course.toLowerCase());
      const plan = must(planCourse(words, known, context.today));
      const records = trainingRecords(store);
      const before = { rules: clearanceRules(store), records };
      const id = saveCourse(store, plan);
      const after = { rules: clearanceRules(store), records };
      const from = words.from ?? context.today;
      const closed = opened(after, before, records.keys(), from);
      return {
        report: coursesReport(courses(store).filter((c) => c.id === id)),
        said: [...courseSentences(plan), ...closedSentences(closed, attendees(store))],
      };
    });
  },
});
