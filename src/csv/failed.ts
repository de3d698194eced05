import type { BadRow } from "../domain/import-plan.ts";
import { byLine } from "../domain/result.ts";
import type { RawRow, RawSheet } from "./raw.ts";
import { type ReadRows, reasonColumn, withoutReasons } from "./table.ts";

/** The rows that a form puts between its header and its answers: without them it would not be known again. */
function extraRows(raw: RawSheet, read: Pick<ReadRows<unknown>, "header" | "raw">): readonly RawRow[] {
  const at = raw.rows.findIndex((r) => r.line === read.header.line);
  const [, ...under] = withoutReasons(raw.rows.slice(Math.max(at, 0)));
  const first = under.findIndex((r) => read.raw.has(r.line));
  return under.slice(0, Math.max(first, 0));
}

const reason = (row: BadRow): string =>
  byLine(row.problems)
    .map((p) => [p.column ? `${p.column}: ` : "", p.message, p.remedy ? ` ${p.remedy}` : ""].join(""))
    .join(" ");

/** The bad rows as they came, under the header as it was, each with its reasons in a column of their own. */
export function failedRows(
  raw: RawSheet,
  read: Pick<ReadRows<unknown>, "header" | "raw">,
  bad: readonly BadRow[],
): string[][] {
  const rows = bad.flatMap((b) => {
    const row = read.raw.get(b.line);
    return row ? [{ cells: row.cells, why: reason(b) }] : [];
  });
  const header = read.header.cells;
  const width = Math.max(header.length, ...rows.map((r) => r.cells.length));
  const filled = (cells: readonly string[], last: string): string[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ""),
    last,
  ];
  return [
    filled(header, reasonColumn),
    ...extraRows(raw, read).map((r) => filled(r.cells, "")),
    ...rows.map((r) => filled(r.cells, r.why)),
  ];
}
