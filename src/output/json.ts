import type { Column, Report, Row, Section } from "../reports/report.ts";

const keyFor = (column: Column): string => (column.kind === "pence" ? `${column.key}_pence` : column.key);

const flat = (section: Section, row: Row): Record<string, unknown> =>
  Object.fromEntries(section.columns.map((c) => [keyFor(c), row[c.key] ?? null]));

/**
 * A report as JSON: a list is an array of flat objects, one thing is an object, several sections are an object of them.
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
                s.columns.length === 0
                  ? (s.paragraphs ?? [])
                  : s.single
                    ? flat(s, s.rows[0] ?? {})
                    : s.rows.map((row) => flat(s, row)),
              ]),
            ),
            notes: report.notes ?? [],
          };
  return `${JSON.stringify(data, null, 2)}\n`;
}
