import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { file, required } from "../../cli/options.ts";
import { openSheet, type RawSheet } from "../../csv/raw.ts";
import { readSaid, readTable } from "../../csv/table.ts";
import { completionCells } from "../../csv/training.ts";
import { opened } from "../../domain/clearance-change.ts";
import { checkRows, planCompletions } from "../../domain/completion.ts";
import type { Day } from "../../domain/day.ts";
import { importSentence } from "../../domain/imports.ts";
import { withProblems } from "../../domain/result.ts";
import { theCourse } from "../../domain/training-words.ts";
import { openedSentences, otherDaySentences } from "../../reports/completions.ts";
import { countsReport } from "../../reports/imports.ts";
import { attendeeIndex, attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import { recordImport } from "../../store/imports.ts";
import type { Store } from "../../store/store.ts";
import { saveCompletions } from "../../store/training.ts";

/** The completions of a file and the columns left out; stops with every problem in it. */
function readCompletions(store: Store, sheet: RawSheet, today: Day) {
  const known = courses(store);
  const cells = completionCells((text) => theCourse(text, known), attendeeIndex(store));
  const read = readTable(sheet, cells);
  const rows = checkRows(
    read.rows.map(({ line, value }) => ({ ...value, line })),
    today,
  );
  return {
    entries: must(withProblems(read.problems, rows), exits.rows),
    said: readSaid(read),
  };
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
  async run(context, words) {
    const bytes = context.readFile(words.file);
    const sheet = must(await openSheet(words.file, bytes), exits.rows);
    return context.write((store) => {
      const { entries, said } = readCompletions(store, sheet, context.today);
      const rules = clearanceRules(store);
      const before = trainingRecords(store);
      const plan = planCompletions(entries, before);
      saveCompletions(store, plan.added, context.by);
      const counts = { added: plan.added.length, updated: 0, unchanged: plan.known.length };
      recordImport(store, { kind: "training", name: words.file, bytes }, counts, context);
      const after = { rules, records: trainingRecords(store) };
      const changes = opened({ rules, records: before }, after, before.keys(), context.today);
      return {
        report: countsReport(counts),
        said: [
          importSentence(words.file, counts),
          ...otherDaySentences(plan.known),
          ...openedSentences(changes, attendees(store)),
          ...said,
        ],
      };
    });
  },
});
