import { command } from "../../cli/command.ts";
import { choice, fallback } from "../../cli/options.ts";
import { completionsSheet, coursesSheet, sessionsSheet, sheetKinds } from "../../reports/training-sheets.ts";
import { attendees } from "../../store/attendance.ts";
import { trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import { trainingSessions } from "../../store/training.ts";

export default command({
  about: "Write completed parts, sessions or courses as a sheet that imports again unchanged",
  details: [
    "Completions are those that stand: what was taken back has no row. Sessions that were cancelled have none either. To bring sessions into another store, leave the column of their refs out.",
  ],
  examples: [
    "involve training export --output training.csv",
    "involve training export --kind sessions --output sessions.xlsx",
    "involve training export --kind courses --format csv",
  ],
  args: {},
  options: { kind: fallback(choice("what is written", sheetKinds), "completions") },
  run({ store }, { kind }) {
    const known = courses(store);
    if (kind === "courses") return { report: coursesSheet(known) };
    if (kind === "sessions") return { report: sessionsSheet(trainingSessions(store), known) };
    return { report: completionsSheet(attendees(store), known, trainingRecords(store)) };
  },
});
