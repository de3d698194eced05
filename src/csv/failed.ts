import type { BadRow } from "../domain/import-plan.ts";
import { byLine } from "../domain/result.ts";
import { reasonColumn, withoutReasons } from "./open-table.ts";
import type { RawRow, RawSheet } from "./raw.ts";
import type { ReadRows } from "./table.ts";

/** The rows that a form puts between its header and its answers: without them it would not be known again. */
function extraRows(raw: RawSheet, header: RawRow, isData: (row: RawRow) => boolean): readonly RawRow[] {
  const at = raw.rows.findIndex((r) => r.line === header.line);
  const [, ...under] = raw.rows.slice(Math.max(at, 0)).map(withoutReasons(raw.rows[at]));
  const first = under.findIndex(isData);
  return under.slice(0, Math.max(first, 0));
}

/** Why a row is bad, in one cell. */
export const reason = (row: Pick<BadRow, "problems">): string =>
  byLine(row.problems)
    .map((p) => [p.column ? `${p.column}: ` : "", p.message, p.remedy ? ` ${p.remedy}` : ""].join(""))
    .join(" ");

const filled = (cells: readonly string[], width: number, last: string): string[] => [
  ...cells,
  ...Array.from({ length: width - cells.length }, () => ""),
  last,
];

/** The header of a file of bad rows, and what a form puts under it; the widest bad row has `width` cells. */
export const failedTop = (
  raw: RawSheet,
  header: RawRow,
  isData: (row: RawRow) => boolean,
  width: number,
): string[][] => [
  filled(header.cells, width, reasonColumn),
  ...extraRows(raw, header, isData).map((r) => filled(r.cells, width, "")),
];

/** A bad row as it came, with its reasons in a column of their own. */
export const failedRow = (cells: readonly string[], width: number, why: string): string[] =>
  filled(cells, width, why);

/** The bad rows as they came, under the header as it was, each with its reasons. */
export function failedRows(
  raw: RawSheet,
  read: Pick<ReadRows<unknown>, "header" | "raw">,
  bad: readonly BadRow[],
): string[][] {
  const rows = bad.flatMap((b) => {
    const row = read.raw.get(b.line);
    return row ? [{ cells: row.cells, why: reason(b) }] : [];
  });
  const width = rows.reduce((most, r) => Math.max(most, r.cells.length), read.header.cells.length);
  return [
    ...failedTop(raw, read.header, (r) => read.raw.has(r.line), width),
    ...rows.map((r) => failedRow(r.cells, width, r.why)),
  ];
}
