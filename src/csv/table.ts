import { leftOut } from "../domain/imports.ts";
import type { Problem } from "../domain/result.ts";
import type { CellSpecs, RowOf } from "./columns.ts";
import { headerNeverKept } from "./never-kept.ts";
import { isTotal, type OpenTable, openTable, type TableChoices } from "./open-table.ts";
import type { RawRow, RawSheet } from "./raw.ts";
import type { GoodRow } from "./rows.ts";

export type { TableChoices } from "./open-table.ts";
export type { GoodRow } from "./rows.ts";

/** What a sheet gave: the rows that could be read, every problem of the others, and what is worth saying. */
export interface ReadRows<T>
  extends Pick<OpenTable<T>, "header" | "unknownColumns" | "placed" | "ambiguousDays"> {
  /** Every row under the header by its line, also those that could not be read. */
  readonly raw: ReadonlyMap<number, RawRow>;
  readonly rows: readonly GoodRow<T>[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** What is worth saying about how a table was read, and the columns that were left out, by name. */
export const readSaid = (read: Pick<ReadRows<unknown>, "notes" | "unknownColumns">): string[] => [
  ...read.notes,
  ...leftOut(read.unknownColumns),
];

/** A sheet with a header and nothing under it. */
export const noRows = (header: RawRow): Problem => ({
  code: "unreadable-sheet",
  line: header.line,
  message: "The file has a header and no rows.",
  remedy: "Add a row for each record.",
});

/**
 * Reads a sheet by the columns of an import: places the columns and reads every row. All problems at once, each with its line
 * and column. Columns that nothing is known of are named.
 */
export function readTable<S extends CellSpecs>(
  raw: RawSheet,
  specs: S,
  choices: TableChoices = {},
): ReadRows<RowOf<S>> {
  const table = openTable(raw, specs, choices);
  const { header, reader, unknownColumns, placed, ambiguousDays } = table;
  const rows: RawRow[] = [];
  const again: number[] = [];
  let total: number | null = null;
  for (const [i, row] of raw.rows.entries()) {
    if (row.line <= header.line) continue;
    const data = table.dataOf(row);
    if (i === raw.rows.length - 1 && data !== null && data !== "again" && isTotal(data)) {
      total = row.line;
      break;
    }
    if (data === "again") again.push(row.line);
    else if (data !== null) rows.push(data);
  }
  const read = placed.length === 0 ? [] : rows.map((r) => reader.read(r));
  const columns = [...unknownColumns, ...placed.map((p) => p.column)];
  const never = headerNeverKept(header, columns);
  const head = [...table.problems, ...(rows.length === 0 ? [noRows(header)] : [])];
  return {
    header,
    raw: new Map(rows.map((r) => [r.line, r])),
    rows: head.length > 0 ? [] : read.flatMap((r) => (r.row ? [r.row] : [])),
    problems: [...never, ...head, ...read.flatMap((r) => r.problems)],
    unknownColumns,
    placed,
    ambiguousDays,
    notes: table.notes(again, total),
  };
}
