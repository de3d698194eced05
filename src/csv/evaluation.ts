import { type Answers, inOrder, type Question, readAnswer } from "../domain/evaluation.ts";
import { no, type Problem, type Result, unless, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { anyText, type CellSpec, cell, maybe, wholeCell } from "./columns.ts";
import { headerKey } from "./header.ts";
import type { RawRow, RawSheet } from "./raw.ts";
import { readTable, type TableChoices } from "./table.ts";

/** What was read of a file, and the columns that were left out because nothing is known of them. */
export interface Sheeted<T> {
  readonly rows: readonly T[];
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
}

/** Reads the questions of a round: key, wording, and scale_max where the answer is a number. */
export function readQuestions(sheet: RawSheet): Result<Sheeted<Question>> {
  const read = readTable(sheet, {
    key: cell(["key", "question_key"], (text) => yes(keyOf(text))),
    wording: cell(["wording", "question"], anyText, { prose: true }),
    scaleMax: maybe(["scale_max", "scale", "out_of"], wholeCell(1, 100)),
  });
  return unless(read.problems, () => ({
    rows: read.rows.map(({ value }) => ({ ...value, scaleMax: value.scaleMax ?? null })),
    unknownColumns: read.unknownColumns,
    notes: read.notes,
  }));
}

const noQuestion = (questions: readonly Question[], { line, cells }: RawRow): Problem => ({
  code: "missing-column",
  line,
  message: "No column of this file is a question of the round.",
  remedy: `It asks: ${questions.map((q) => q.key).join(", ")}. The header has: ${cells.join(", ")}. To say which is which, add: --map "HEADER=QUESTION"`,
});

/**
 * Reads responses to a round: one row a response, one column a question (by its key, or by its wording as forms have it),
 * blank where somebody gave no answer. Columns that are no question (a name, a time, an address) are left out and named,
 * never kept. A row without any answer is a problem.
 */
export function readResponses(
  sheet: RawSheet,
  questions: readonly Question[],
  choices: TableChoices = {},
): Result<Sheeted<Answers>> {
  const specs: Record<string, CellSpec<number | string | undefined>> = {};
  for (const q of questions)
    specs[q.key] = maybe([headerKey(q.key), headerKey(q.wording)], (text) => readAnswer(q, text), {
      prose: true,
    });
  const read = readTable(sheet, specs, choices);
  if (read.placed.length === 0)
    return no(...read.problems.filter((p) => p.code !== "wrong-header"), noQuestion(questions, read.header));
  const rows = read.rows.map(({ line, value }) => ({ line, answers: inOrder(questions, value) }));
  const empty = rows.filter((r) => Object.keys(r.answers).length === 0);
  const problems = [
    ...read.problems,
    ...empty.map((r) => ({
      code: "no-answers",
      line: r.line,
      message: "There is no answer in this row.",
      remedy: "Take the row out.",
    })),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return unless(problems, () => ({
    rows: rows.map((r) => r.answers),
    unknownColumns: read.unknownColumns,
    notes: read.notes,
  }));
}
