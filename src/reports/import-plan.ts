import { type BadRow, type CellChange, changeInWords, type RowPlan } from "../domain/import-plan.ts";
import { count } from "../domain/text.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  { key: "line", heading: "Line", kind: "integer" },
  { key: "outcome", heading: "Outcome" },
  { key: "ref", heading: "Ref" },
  { key: "about", heading: "About" },
  { key: "matched_by", heading: "Found by" },
  { key: "changes", heading: "What changes", kind: "lines" },
  { key: "problems", heading: "What is wrong", kind: "lines" },
];

/** A row of the plan with the ref it has, or had once it was written. */
export interface PlannedLine {
  readonly plan: Omit<RowPlan<unknown>, "write">;
  readonly ref: string | null;
}

const planned = ({ plan, ref }: PlannedLine): Row => ({
  line: plan.line,
  outcome: plan.outcome,
  ref,
  about: plan.about,
  matched_by: plan.matchedBy,
  changes: [...plan.changes.map(changeInWords), ...plan.notes],
  problems: [],
});

const bad = ({ line, outcome, problems }: BadRow): Row => ({
  line,
  outcome,
  ref: null,
  about: null,
  matched_by: null,
  changes: [],
  problems: problems.map(
    (p) => `${p.column ? `${p.column}: ` : ""}${p.message}${p.remedy ? ` ${p.remedy}` : ""} [${p.code}]`,
  ),
});

/** What becomes of every row of a file, in the order of its lines. */
export const importPlanReport = (lines: readonly PlannedLine[], left: readonly BadRow[]): Report =>
  list(
    "Import",
    columns,
    [...lines.map(planned), ...left.map(bad)].sort((a, b) => Number(a["line"]) - Number(b["line"])),
    "The file has no rows.",
  );

/** How many changed rows are told one by one before the rest is counted. */
const told = 20;

/** The start of a long text, in one line. */
const begun = (text: string | null): string | null => {
  const line = text?.replace(/\s+/g, " ") ?? null;
  return line !== null && line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** A change in a sentence: of long texts the beginning, the report has them whole. */
const changeTold = (change: CellChange): string =>
  changeInWords({ ...change, from: begun(change.from), to: begun(change.to) });

/**
 * The rows that change something that was here, old and new, and what is to be looked at, in sentences; `updated` is how many
 * there are where not all of them are in the plan.
 */
export function changedSaid(lines: readonly PlannedLine[], updated?: number): string[] {
  const changed = lines.filter((l) => l.plan.outcome === "updated");
  const more = (updated ?? changed.length) - told;
  return [
    ...changed
      .slice(0, told)
      .map(
        ({ plan, ref }) =>
          `  line ${plan.line}: ${[ref, plan.about].filter(Boolean).join(" ")}: ${plan.changes.map(changeTold).join("; ")}`,
      ),
    ...(more > 0 ? [`  … and ${count(more, "row")} more; --format csv lists them all.`] : []),
    ...lines.flatMap(({ plan }) => plan.notes.map((note) => `  line ${plan.line}: ${note}`)),
  ];
}

/** The rows left out of a file whose good rows were taken in, `all` of them in number, and how to have them as a file. */
export function leftSaid(
  file: string,
  left: readonly BadRow[],
  toFile: boolean,
  all = left.length,
): string[] {
  if (left.length === 0) return [];
  return [
    `Left out of ${file}, because something is wrong with them: ${count(all, "row")}.`,
    ...left.flatMap((b) =>
      b.problems.map(
        (p) => `  line ${b.line}${p.column ? `, column ${p.column}` : ""}: ${p.message} [${p.code}]`,
      ),
    ),
    ...(all > left.length ? [`  … and ${count(all - left.length, "row")} more.`] : []),
    ...(toFile ? [] : ["To have them as a file to mend and bring in again: --errors-to failed.csv"]),
  ];
}
