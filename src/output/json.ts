import type { Cell, Column, Report, Row, Section } from "../reports/report.ts";
import { tenthsInWords } from "./cell.ts";

const keyFor = (column: Column): string => (column.kind === "pence" ? `${column.key}_pence` : column.key);

const valueFor = (column: Column, value: Cell | undefined): unknown =>
  column.kind === "tenths" && typeof value === "number" ? Number(tenthsInWords(value)) : (value ?? null);

const flat = (section: Section, row: Row): Record<string, unknown> =>
  Object.fromEntries(section.columns.map((c) => [keyFor(c), valueFor(c, row[c.key])]));

/**
 * A report as JSON: a list is an array of flat objects, one thing is an object, several sections are an object of arrays.
 * Money is whole pence under a key that ends in `_pence`.
 */
export function json(report: Report): string {
  const [only] = report.sections;
  const data =
    only && report.single
      ? flat(only, only.rows[0] ?? {})
      : only && report.sections.length === 1
        ? only.rows.map((row) => flat(only, row))
        : {
            title: report.title,
            ...Object.fromEntries(
              report.sections.map((s) => [
                s.key.replaceAll("-", "_"),
                s.columns.length > 0 ? s.rows.map((row) => flat(s, row)) : (s.paragraphs ?? []),
              ]),
            ),
            notes: report.notes ?? [],
          };
  return `${JSON.stringify(data, null, 2)}\n`;
}
