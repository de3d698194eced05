import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { many, period, text } from "../../cli/options.ts";
import { within } from "../../domain/day.ts";
import { together } from "../../domain/result.ts";
import { theCourse } from "../../domain/training-words.ts";
import { calendarReport } from "../../reports/training-calendar.ts";
import { courses } from "../../store/courses.ts";
import { enrolments } from "../../store/enrolments.ts";
import { setting, unitShortName } from "../../store/settings.ts";
import { trainingSessions } from "../../store/training.ts";

export default command({
  about: "Show the sessions ahead, as a list or for a calendar program",
  details: [
    "With --format ics, or --output and a name that ends in .ics, it is a file that any calendar program opens. A session keeps its place there when it is moved, and goes from it when it was cancelled: give the file out again. It names nobody, neither who comes nor who teaches.",
  ],
  examples: [
    "involve training calendar",
    "involve training calendar --output training.ics",
    "involve training calendar interviewing --period 2026 --format json",
  ],
  calendar: true,
  args: { course: many(text("only these courses", "COURSE", "course")) },
  options: { period: period("the days it is about; from today on where left out") },
  run({ store, today }, words) {
    const known = courses(store);
    const wanted = new Set(must(together(words.course.map((c) => theCourse(c, known)))).map((c) => c.id));
    const { from, to } = words.period ?? { from: today, to: null };
    const sessions = trainingSessions(store).filter(
      (s) => within(s.heldOn, from, to) && (wanted.size === 0 || wanted.has(s.courseId)),
    );
    const made = { unit: unitShortName(store), domain: setting(store, "calendar-domain"), asAt: today };
    return { report: calendarReport(sessions, known, enrolments(store), made) };
  },
});
