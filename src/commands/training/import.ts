import { command } from "../../cli/command.ts";
import { badRows, must } from "../../cli/errors.ts";
import { file, required } from "../../cli/options.ts";
import { readRows } from "../../csv/columns.ts";
import { readSheet, type Sheet } from "../../csv/sheet.ts";
import { completionCells } from "../../csv/training.ts";
import { opened } from "../../domain/clearance-change.ts";
import { checkRows, planCompletions } from "../../domain/completion.ts";
import type { Day } from "../../domain/day.ts";
import { problemsOf } from "../../domain/result.ts";
import { theCourse } from "../../domain/training-words.ts";
import { openedSentences, otherDaySentences } from "../../reports/completions.ts";
import { importReport, importSentence, leftOut } from "../../reports/imports.ts";
import { attendeeIndex, attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import { recordImport } from "../../store/imports.ts";
import type { Store } from "../../store/store.ts";
import { saveCompletions } from "../../store/training.ts";

/** The completions of a file and the columns left out; stops with every problem in it. */
function readCompletions(store: Store, sheet: Sheet, today: Day) {
  const known = courses(store);
  const cells = completionCells((text) => theCourse(text, known), attendeeIndex(store));
  const read = readRows(sheet, cells);
  const rows = checkRows(
    read.rows.map(({ line, value }) => ({ ...value, line })),
    today,
  );
  if (read.problems.length > 0 || !rows.ok) throw badRows(...read.problems, ...problemsOf(rows));
  return { entries: rows.value, unknownColumns: read.unknownColumns };
}

export default command({
  about: "Bring in completed parts from a CSV file",
  details: [
    "Columns: course, part, ref (or a name or e-mail address) and completed_on. The same file again changes nothing: a part on record stays as it is, and a row with another day for it is pointed out.",
    "Every row that is wrong is named with its line and column, and then nothing is written.",
  ],
  examples: ["involve training import training.csv", "involve training import training.csv --dry-run"],
  writes: true,
  args: { file: required(file("the CSV file")) },
  options: {},
  run(context, words) {
    const bytes = context.readFile(words.file);
    const sheet = must(readSheet(bytes), 3);
    return context.write((store) => {
      const { entries, unknownColumns } = readCompletions(store, sheet, context.today);
      const rules = clearanceRules(store);
      const before = trainingRecords(store);
      const plan = planCompletions(entries, before);
      saveCompletions(store, plan.added, context.by);
      const counts = { added: plan.added.length, updated: 0, unchanged: plan.known.length };
      const made = { on: context.today, by: context.by };
      recordImport(store, { kind: "training", name: words.file, bytes }, counts, made);
      const after = { rules, records: trainingRecords(store) };
      const changes = opened({ rules, records: before }, after, before.keys(), context.today);
      return {
        report: importReport(counts),
        said: [
          importSentence(words.file, counts),
          ...otherDaySentences(plan.known),
          ...openedSentences(changes, attendees(store)),
          ...leftOut(unknownColumns),
        ],
      };
    });
  },
});
