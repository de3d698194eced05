import { stringify } from "csv-stringify/sync";
import type { Column, Report } from "../reports/report.ts";
import { cellForSpreadsheet } from "./cell.ts";

/** A cell with a line break of any kind is quoted, also one that the record delimiter is not made of. */
const options = { record_delimiter: "windows", quoted_match: /[\r\n]/ } as const;

/**
 * A cell that a spreadsheet would take for a formula gets a quote in front, and so does one that looks guarded already, so that
 * reading takes exactly one away; a negative number stays a number.
 */
const guarded = (cell: string): string =>
  /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;

/** Rows of cells as RFC 4180 text, safe against formulas in a spreadsheet. */
export const csvRows = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([[...header], ...rows.map((r) => r.map(guarded))], options);

/** Rows of cells as more lines of a CSV text that was begun. */
export const moreCsvRows = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((r) => r.map(guarded)),
    options,
  );

/** A report as one CSV table; several sections share it, told apart by a leading `section` column. */
export function csv(report: Report): string {
  const sections = report.sections.filter((s) => s.columns.length > 0);
  const [only] = sections;
  if (only && sections.length === 1)
    return csvRows(
      only.columns.map((c) => c.key),
      only.rows.map((row) => only.columns.map((c) => cellForSpreadsheet(c, row[c.key]))),
    );
  const columns = new Map<string, Column>();
  for (const section of sections)
    for (const column of section.columns) if (!columns.has(column.key)) columns.set(column.key, column);
  const all = [...columns.values()];
  return csvRows(
    ["section", ...all.map((c) => c.key)],
    sections.flatMap((s) =>
      s.rows.map((row) => [
        s.key,
        ...all.map(({ key }) => {
          const own = s.columns.find((c) => c.key === key);
          return own ? cellForSpreadsheet(own, row[key]) : "";
        }),
      ]),
    ),
  );
}

/** A report as a CSV file that a spreadsheet opens as what it is. */
export const csvFile = (report: Report): string => `\uFEFF${csv(report)}`;
