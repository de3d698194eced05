import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { choice, fallback, file, required } from "../../cli/options.ts";
import type { CellSpecs } from "../../csv/columns.ts";
import { completionCells, courseCells, sessionCells } from "../../csv/training.ts";
import { planCompletionRows } from "../../domain/completion-sheet.ts";
import { planCourseRows } from "../../domain/course-sheet.ts";
import { sheetEffect } from "../../domain/course-sheet-effect.ts";
import { ref } from "../../domain/ref.ts";
import { planSessionRows } from "../../domain/session-sheet.ts";
import { changesSaid, questionOf } from "../../reports/clearances.ts";
import { effectSaid, type Standing } from "../../reports/completions.ts";
import { movedUpSaid } from "../../reports/session-words.ts";
import { sheetKinds } from "../../reports/training-sheets.ts";
import { attendeeIndex, attendees } from "../../store/attendance.ts";
import { clearanceFacts, courseFacts } from "../../store/clearances.ts";
import { completionSaver } from "../../store/completions.ts";
import { courses } from "../../store/courses.ts";
import { courseReader, moveUp, sessionReader } from "../../store/session-facts.ts";
import { saveCourseRow, saveSessionRow, sessionSheetFacts } from "../../store/training-sheets.ts";

/** A kind of sheet whose rows are found by what they say, and in which a blank empties nothing. */
const kindOf = <S extends CellSpecs, W>(
  kind: Omit<ImportKind<S, W>, "identity" | "clears">,
): ImportKind<S, W> => ({ ...kind, identity: null, clears: false });

const lined = <T extends object>(rows: readonly { readonly line: number; readonly value: T }[]) =>
  rows.map(({ line, value }) => ({ ...value, line }));

/** A file of completed parts; who is cleared for more by it is told. */
function completions({ today, by }: Context) {
  let before: Standing;
  let save: ReturnType<typeof completionSaver>;
  return kindOf({
    kind: "training",
    columns: (store) => completionCells(courseReader(store), attendeeIndex(store)),
    plan(store, rows) {
      before = clearanceFacts(store);
      save = completionSaver(store, by);
      return planCompletionRows(lined(rows), today, before.records);
    },
    apply: (_, { write }) => {
      save([write]);
      return null;
    },
    said: (store) => effectSaid(before, clearanceFacts(store), attendees(store), today),
  });
}

/** A file of sessions; who moves up where there are more places is told. */
const sessions = ({ today }: Context) =>
  kindOf({
    kind: "training-sessions",
    columns: (store) => sessionCells(courseReader(store), sessionReader(store)),
    plan: (store, rows) => planSessionRows(lined(rows), sessionSheetFacts(store), today),
    apply: (store, { write }) => ref("session", saveSessionRow(store, write, today)),
    said: (store, taken) => taken.flatMap(({ write }) => movedUpSaid(moveUp(store, write.after?.id))),
  });

/** A file of courses and their parts; who gains or loses a clearance by it is told, and asked about where they are several. */
function courseParts({ today }: Context) {
  let effect: ReturnType<typeof sheetEffect>;
  return kindOf({
    kind: "training-courses",
    columns: () => courseCells,
    plan(store, rows) {
      const known = courses(store);
      effect = sheetEffect(known, courseFacts(store), today);
      return planCourseRows(lined(rows), known, today);
    },
    question: (_, taken) => questionOf(effect(taken)),
    apply: (store, { write }) => saveCourseRow(store, write),
    said: (store, taken) => changesSaid(effect(taken), attendees(store), today),
  });
}

export default command({
  about: "Bring in completed parts, sessions or courses from a file",
  details: [
    "Columns: course, part, ref (or a name or e-mail address) and completed_on. The same file again changes nothing: a part on record stays as it is, and a row with another day for it is pointed out.",
    "With --kind sessions: course, part, held_on, starts_at, minutes, mode, place, trainer, places, make_up_of and, only for one that is there, session. With --kind courses a row for each part: course, title, status, about, part, part_title, asked_from, retired_on. What training export writes comes in again unchanged.",
    "Every row that is wrong is named with its line and column, and then nothing is written; with --partial the good rows are.",
  ],
  examples: [
    "involve training import training.csv --dry-run",
    "involve training import training.xlsx --partial --errors-to failed.csv",
    "involve training import sessions.csv --kind sessions",
  ],
  writes: true,
  args: { file: required(file("a CSV file or an XLSX workbook")) },
  options: { kind: fallback(choice("what the file holds", sheetKinds), "completions"), ...importOptions },
  run(context, { kind, ...words }) {
    if (kind === "sessions") return importFile(context, words, sessions(context));
    if (kind === "courses") return importFile(context, words, courseParts(context));
    return importFile(context, words, completions(context));
  },
});
