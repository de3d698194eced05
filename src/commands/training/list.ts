import { command } from "../../cli/command.ts";
import { flag } from "../../cli/options.ts";
import { trainingReport } from "../../reports/courses.ts";
import { courses } from "../../store/courses.ts";
import { enrolments } from "../../store/enrolments.ts";
import { trainingSessions } from "../../store/training.ts";

export default command({
  about: "List courses, their parts and the sessions planned",
  examples: ["involve training list", "involve training list --all --format json"],
  args: {},
  options: { all: flag("also retired courses and sessions that were held") },
  run: ({ store, today }, { all }) => ({
    report: trainingReport(courses(store), trainingSessions(store), enrolments(store), today, all),
  }),
});
