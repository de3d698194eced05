import type { ImportCounts, RowOutcome } from "./imports.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** One cell of a record that a row changes; null is nothing there. */
export interface CellChange {
  readonly column: string;
  readonly from: string | null;
  readonly to: string | null;
  /** What stands in it is never shown, neither the old nor the new. */
  readonly untold?: boolean;
}

/** What becomes of one row of a file: what it is about, what it changes, and what is to be written for it. */
export interface RowPlan<W> {
  readonly line: number;
  readonly outcome: RowOutcome;
  /** The ref of the record that it is about; null for a new one, which gets its ref when it is written. */
  readonly ref: string | null;
  /** The record as people call it. */
  readonly about: string;
  /** By what it was found: `ref`, `e-mail`, `name and telephone`; null for a new one. */
  readonly matchedBy: string | null;
  readonly changes: readonly CellChange[];
  /** What is worth saying of the row though nothing is wrong with it. */
  readonly notes: readonly string[];
  readonly write: W;
}

/** What would become of a whole file: a plan for each good row, and every problem of the others. */
export interface ImportPlan<W> {
  readonly rows: readonly RowPlan<W>[];
  readonly problems: readonly Problem[];
}

/** A row that cannot be taken in, and why. */
export interface BadRow {
  readonly line: number;
  readonly outcome: "ambiguous" | "error";
  readonly problems: readonly Problem[];
}

/** A cell that gets its first value; `from` and `to` as people read them. */
export const cellChange = (
  column: string,
  from: string | number | null | undefined,
  to: string | number | null | undefined,
): CellChange => ({
  column,
  from: from === null || from === undefined || from === "" ? null : String(from),
  to: to === null || to === undefined || to === "" ? null : String(to),
});

/** A cell of which only that it changes is told. */
export const untoldChange = (column: string): CellChange => ({ column, from: null, to: null, untold: true });

/** `region: london → south-east`, `phone: (blank) → 07700 900999`, `equality answers changed`: a change as a person reads it. */
export const changeInWords = ({ column, from, to, untold }: CellChange): string =>
  untold ? `${column} changed` : `${column}: ${from ?? "(blank)"} → ${to ?? "(blank)"}`;

/** Whether what stands in the way of a row is that it could be about more than one record. */
const isAmbiguous = (problem: Problem): boolean => problem.code.startsWith("ambiguous-");

/** The rows that cannot be taken in, in the order of the file, each with all that is wrong with it. */
export function badRowsOf(problems: readonly Problem[], headerLine: number): BadRow[] {
  const lines = new Map<number, Problem[]>();
  for (const problem of problems) {
    if (problem.line === undefined || problem.line <= headerLine) continue;
    const known = lines.get(problem.line);
    if (known) known.push(problem);
    else lines.set(problem.line, [problem]);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([line, own]) => ({
      line,
      outcome: own.every(isAmbiguous) ? "ambiguous" : "error",
      problems: own,
    }));
}

/** What is taken in of a file, and what is left out of it. */
export interface SettledImport<W> {
  readonly taken: readonly RowPlan<W>[];
  readonly left: readonly BadRow[];
}

/**
 * A file is taken in whole or not at all; with `partial` its good rows are, and the others left out. What is wrong with the
 * sheet itself (its header, say) always stands in the way, and so does a file without a single good row.
 */
export function settleImport<W>(
  plan: ImportPlan<W>,
  headerLine: number,
  partial: boolean,
): Result<SettledImport<W>> {
  const left = badRowsOf(plan.problems, headerLine);
  const bad = new Set(left.map((b) => b.line));
  const taken = plan.rows.filter((r) => !bad.has(r.line));
  const ofSheet = plan.problems.some((p) => p.line === undefined || p.line <= headerLine);
  const whole = plan.problems.length === 0 || (partial && !ofSheet && taken.length > 0);
  return whole ? yes({ taken, left }) : no(...plan.problems);
}

/** How many rows of what is taken in are new, updated and unchanged, and how many are left out. */
export function settledCounts<W>({ taken, left }: SettledImport<W>): ImportCounts {
  const n = (outcome: RowOutcome): number => taken.filter((r) => r.outcome === outcome).length;
  return { added: n("new"), updated: n("updated"), unchanged: n("unchanged"), failed: left.length };
}

/** `key=value` texts in two parts, the last equals sign dividing them; null where there is none. */
function divided(text: string): [string, string] | null {
  const at = text.lastIndexOf("=");
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return at < 1 || left === "" || right === "" ? null : [left, right];
}

/** Reads `Preferred name=known_as` as often as it is given: a header as written, and the column it is (`-`: leave it out). */
export function readMap(texts: readonly string[]): Result<Readonly<Record<string, string>>> {
  const pairs = texts.map((text) => ({ text, pair: divided(text) }));
  const bad = pairs.filter((p) => p.pair === null);
  return unless(
    bad.map(({ text }) => ({
      code: "not-a-mapping",
      message: `--map: "${text}" does not say which column is what.`,
      remedy: 'Write it as --map "Preferred name=known_as", or "Shoe size=-" to leave a column out.',
    })),
    () => Object.fromEntries(pairs.flatMap((p) => (p.pair ? [p.pair] : []))),
  );
}

/** Reads `5=M-014` as often as it is given: a line of the file, and the record that its row is about. */
export function readMatches(texts: readonly string[]): Result<ReadonlyMap<number, string>> {
  const pairs = texts.map((text) => ({ text, pair: divided(text) }));
  const bad = pairs.filter(({ pair }) => pair === null || !/^[1-9]\d{0,8}$/.test(pair[0]));
  return unless(
    bad.map(({ text }) => ({
      code: "not-a-match",
      message: `--match: "${text}" does not say which line is about whom.`,
      remedy: "Write it as --match 5=M-014.",
    })),
    () => new Map(pairs.flatMap(({ pair }) => (pair ? [[Number(pair[0]), pair[1]] as const] : []))),
  );
}

/** Problems of matches: for lines that hold no row, and for files whose rows are about nothing that was here before. */
export const unusedMatches = (
  matches: ReadonlyMap<number, string>,
  lines: ReadonlySet<number>,
  canMatch: boolean,
): Problem[] =>
  [...matches.keys()]
    .filter((line) => !canMatch || !lines.has(line))
    .map((line) => ({
      code: canMatch ? "no-such-line" : "nothing-to-match",
      message: canMatch
        ? `--match: there is no row on line ${line}.`
        : "--match: the rows of this file are about nothing that could be matched.",
      remedy: canMatch ? "The plan has the lines: add --dry-run." : "Leave --match out.",
    }));
