import type { Cell, Column, Report, Section } from "../reports/report.ts";
import { cellInWords, changeMarked, isNumeric } from "./cell.ts";

const escaped = (text: string): string => text.replace(/[\\|*_`<>[\]#]/g, "\\$&").replace(/\r?\n/g, "<br>");

const marks = { "-": ["~~", "~~"], "+": ["**", "**"] } as const;

const cellOf = (column: Column, value: Cell | undefined): string =>
  column.kind === "changes" && Array.isArray(value)
    ? value.map((piece) => changeMarked(`${piece[0]}${escaped(piece.slice(1))}`, marks)).join("")
    : escaped(cellInWords(column, value));

function tableOf(section: Section): string[] {
  const columns = section.columns.filter((c) => !c.data);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((c) => escaped(c.heading))),
    line(columns.map((c) => (isNumeric(c) ? "--:" : "---"))),
    ...section.rows.map((row) => line(columns.map((c) => cellOf(c, row[c.key])))),
  ];
}

function sectionLines(report: Report, section: Section): string[] {
  const heading = section.heading ? [`## ${escaped(section.heading)}`, ""] : [];
  const paragraphs = (section.paragraphs ?? []).flatMap((p) => [escaped(p), ""]);
  if (section.columns.length === 0) return [...heading, ...paragraphs];
  if (report.single || section.single)
    return [
      ...heading,
      ...section.columns.map(
        (c) => `- **${escaped(c.heading)}**: ${escaped(cellInWords(c, section.rows[0]?.[c.key]))}`,
      ),
      "",
    ];
  return [
    ...heading,
    ...paragraphs,
    ...(section.rows.length > 0 ? tableOf(section) : [escaped(section.empty ?? "")]),
    "",
  ];
}

/** A report as Markdown: a title, a heading and a table for each section, the notes as a list. */
export function markdown(report: Report): string {
  return [
    `# ${escaped(report.title)}`,
    "",
    ...report.sections.flatMap((s) => sectionLines(report, s)),
    ...(report.notes ?? []).map((n) => `- ${escaped(n)}`),
  ]
    .join("\n")
    .replace(/\n*$/, "\n");
}
