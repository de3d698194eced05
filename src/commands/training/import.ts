import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { file, required } from "../../cli/options.ts";
import { completionCells } from "../../csv/training.ts";
import type { Attendee } from "../../domain/attendance.ts";
import { opened } from "../../domain/clearance-change.ts";
import type { CompletionEntry } from "../../domain/completion.ts";
import { planCompletionRows } from "../../domain/completion-sheet.ts";
import type { Course } from "../../domain/course.ts";
import { theCourse } from "../../domain/training-words.ts";
import { openedSentences } from "../../reports/completions.ts";
import { attendeeIndex, attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { completionSaver } from "../../store/completions.ts";
import { courses } from "../../store/courses.ts";
import type { Store } from "../../store/store.ts";

type Columns = ReturnType<typeof completionCells<Course, Attendee>>;

/** The columns, with the courses and people there are. */
function columns(store: Store): Columns {
  const known = courses(store);
  return completionCells((text) => theCourse(text, known), attendeeIndex(store));
}

/** A file of completed parts; who is cleared for more by it is told. */
function completions({ today, by }: Context): ImportKind<Columns, CompletionEntry> {
  let before: ReturnType<typeof trainingRecords>;
  let save: ReturnType<typeof completionSaver>;
  return {
    ...{ kind: "training", identity: null, clears: false, columns },
    plan(store, rows) {
      before = trainingRecords(store);
      save = completionSaver(store, by);
      return planCompletionRows(
        rows.map(({ line, value }) => ({ ...value, line })),
        today,
        before,
      );
    },
    apply(_, { write }) {
      save([write]);
      return null;
    },
    said(store) {
      const rules = clearanceRules(store);
      const after = { rules, records: trainingRecords(store) };
      return openedSentences(
        opened({ rules, records: before }, after, before.keys(), today),
        attendees(store),
      );
    },
  };
}

export default command({
  about: "Bring in completed parts from a file",
  details: [
    "Columns: course, part, ref (or a name or e-mail address) and completed_on. The same file again changes nothing: a part on record stays as it is, and a row with another day for it is pointed out.",
    "Every row that is wrong is named with its line and column, and then nothing is written; with --partial the good rows are.",
  ],
  examples: [
    "involve training import training.csv --dry-run",
    "involve training import training.xlsx --partial --errors-to failed.csv",
  ],
  writes: true,
  args: { file: required(file("a CSV file or an XLSX workbook")) },
  options: importOptions,
  run: (context, words) => importFile(context, words, completions(context)),
});
