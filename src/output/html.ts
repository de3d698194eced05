import type { Cell, Column, Report, Section } from "../reports/report.ts";
import { cellInWords, changeMarked, isNumeric } from "./cell.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is safe inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c] ?? c);

const style = `
:root { color-scheme: light }
body { font: 1rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1 { font-size: 1.6rem; line-height: 1.2 } h2 { font-size: 1.2rem; margin-top: 2rem }
table { border-collapse: collapse; min-width: 24rem } caption { text-align: left; color: #555 }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #d0d0d0; vertical-align: top }
th { border-bottom: 2px solid #555 } .n { text-align: right; font-variant-numeric: tabular-nums } .n, .w { white-space: nowrap }
dl { display: grid; grid-template-columns: fit-content(16rem) 1fr; gap: .2rem 1.2rem } dd { margin: 0 }
del { color: #8c1d18; background: #fbe9e7 } ins { color: #14532d; background: #e3f4e6; text-decoration: none; font-weight: 600 }
svg { max-width: 100%; height: auto }
@media print { @page { size: A4; margin: 18mm } h2 { break-after: avoid } body { margin: 0; max-width: none } tr { break-inside: avoid } }`;

const marks = { "-": ["<del>", "</del>"], "+": ["<ins>", "</ins>"] } as const;

const cellOf = (column: Column, value: Cell | undefined): string =>
  column.kind === "changes" && Array.isArray(value)
    ? value.map((piece) => changeMarked(`${piece[0]}${escapeHtml(piece.slice(1))}`, marks)).join("")
    : escapeHtml(cellInWords(column, value)).replaceAll("\n", "<br>");

const isFilled = (value: Cell | undefined): boolean =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** The columns a reader has use for: of those of detail, the ones in which something stands. */
const columnsOf = ({ columns, rows }: Section): Column[] =>
  columns.filter((c) => !c.data && (!c.detail || rows.some((row) => isFilled(row[c.key]))));

/** How a cell is set: figures to the right, and neither they nor one short word, such as PAY-004 or half-day, over two lines. */
const classOf = (column: Column, value: Cell | undefined): string =>
  isNumeric(column)
    ? ' class="n"'
    : typeof value === "string" && /^\S{1,14}$/.test(value)
      ? ' class="w"'
      : "";

function tableOf(section: Section): string {
  const columns = columnsOf(section);
  const head = columns
    .map((c) => `<th scope="col"${classOf(c, undefined)}>${escapeHtml(c.heading)}</th>`)
    .join("");
  const body = section.rows
    .map(
      (row) =>
        `<tr>${columns.map((c) => `<td${classOf(c, row[c.key])}>${cellOf(c, row[c.key])}</td>`).join("")}</tr>`,
    )
    .join("\n");
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function sectionHtml(report: Report, section: Section): string {
  const heading = section.heading ? `<h2>${escapeHtml(section.heading)}</h2>\n` : "";
  const paragraphs = (section.paragraphs ?? []).map((p) => `<p>${escapeHtml(p)}</p>\n`).join("");
  if (section.columns.length === 0) return heading + paragraphs;
  if (report.single || section.single)
    return `${heading}<dl>${section.columns.map((c) => `<dt><strong>${escapeHtml(c.heading)}</strong></dt><dd>${escapeHtml(cellInWords(c, section.rows[0]?.[c.key]))}</dd>`).join("\n")}</dl>`;
  return `${heading}${paragraphs}${section.rows.length > 0 ? tableOf(section) : `<p>${escapeHtml(section.empty ?? "")}</p>`}`;
}

/** A report as one page that needs nothing else: no script, no picture or font from elsewhere. */
export const html = (report: Report): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(report.title)}</title><style>${style}</style></head>
<body>
<h1>${escapeHtml(report.title)}</h1>
${report.svg ?? ""}
${report.sections.map((s) => sectionHtml(report, s)).join("\n")}
${(report.notes ?? []).map((n) => `<p><small>${escapeHtml(n)}</small></p>`).join("\n")}
</body>
</html>
`;
