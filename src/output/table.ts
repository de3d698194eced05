import { Chalk, type ChalkInstance } from "chalk";
import Table from "cli-table3";
import { wrapAnsi } from "fast-wrap-ansi";
import type { Column, Report, Row, Section } from "../reports/report.ts";
import { asRead } from "./as-read.ts";
import { cellInWords, greatest, isNumeric } from "./cell.ts";
import type { Look } from "./render.ts";
import { fittedWidths, folded, gaps, held, longest, pieceEnd, widest, widthOf } from "./widths.ts";

const noLines = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
} as const;

const trimmed = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");

interface Laid {
  readonly cells: readonly (readonly string[])[];
  readonly widths: readonly number[];
  readonly gap: number;
}

/** The cells of a table and its column widths. A day is never broken; `weekdays` says whether it has its weekday. */
function laid(
  columns: readonly Column[],
  rows: readonly Row[],
  available: number,
  weekdays: boolean,
  gap: number,
): Laid {
  const inWords = (column: Column, row: Row): string => {
    const text = cellInWords(column, row[column.key]);
    if (column.kind !== "day") return text;
    return (weekdays ? text : text.replace(/^[A-Z][a-z]{2} /, "")).replaceAll(" ", held);
  };
  const cells = rows.map((row) => columns.map((c) => inWords(c, row)));
  const texts = columns.map((c, i) => [c.heading, ...cells.map((r) => r[i] ?? "")]);
  return { cells, widths: fittedWidths(texts, available, gap), gap };
}

/** Whether some word of a table is wider than its column, or some cell takes more than two lines. */
const cramped = ({ cells, widths }: Laid): boolean =>
  cells.some((row) =>
    row.some((cell, i) => {
      const width = widths[i] ?? 0;
      return longest([cell], / |\n/) > width || widthOf(cell.replaceAll("\n", "")) > 2 * width;
    }),
  );

/** Whether a table is wider than the terminal, or a word would be cut off: neither may be. */
const overflows = ({ cells, widths, gap }: Laid, available: number): boolean =>
  widths.reduce((sum, w) => sum + w + gap, 0) - gap > available ||
  cells.some((row) => row.some((cell, i) => longest(cell.split(/ |\n/), pieceEnd) > (widths[i] ?? 0)));

function grid(section: Section, look: Look, chalk: ChalkInstance): string {
  const columns = section.columns.filter((c) => !c.detail && !c.data);
  const put = (weekdays: boolean, gap: number): Laid =>
    laid(columns, section.rows, look.columns, weekdays, gap);
  const fitting =
    [put(true, gaps[0])].find((l) => !cramped(l) && !overflows(l, look.columns)) ??
    gaps.map((gap) => put(false, gap)).find((l) => !overflows(l, look.columns));
  if (!fitting) return spoken(section);
  const { cells, widths, gap } = fitting;
  const options = {
    chars: noLines,
    colWidths: widths.map((w) => w + gap),
    colAligns: columns.map((c) => (isNumeric(c) ? ("right" as const) : ("left" as const))),
    style: { "padding-left": 0, "padding-right": gap, head: [], border: [], compact: true },
  };
  const rows = [
    columns.map((c) => chalk.bold(c.heading)),
    widths.map((w) => chalk.dim("─".repeat(w))),
    ...cells.map((row) => row.map((cell, i) => folded(cell, widths[i] ?? 0))),
  ].flatMap((row) => linesOf(row, widths));
  const text = inParts(rows).map((part) => {
    const table = new Table(options);
    table.push(...part);
    return table.toString();
  });
  return trimmed(text.join("\n").replaceAll(held, " "));
}

/** A row as lines, each cell cut to its width: the library that lays them out takes very long over cells of several lines. */
function linesOf(row: readonly string[], widths: readonly number[]): string[][] {
  const cells = row.map((cell, i) => wrapAnsi(cell, widths[i] ?? 0).split("\n"));
  return Array.from({ length: greatest(cells.map((lines) => lines.length)) }, (_, l) =>
    cells.map((lines) => lines[l] ?? ""),
  );
}

/** So many lines are laid out at a time: the library takes four times as long for twice as many. */
const linesAtATime = 100;

const inParts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / linesAtATime) }, (_, i) =>
    rows.slice(i * linesAtATime, (i + 1) * linesAtATime),
  );

const fieldLines = (columns: readonly Column[], row: Row, chalk: ChalkInstance): string => {
  const width = widest(columns.map((c) => c.heading));
  return columns
    .map((c) =>
      `${chalk.bold(c.heading.padEnd(width))}  ${cellInWords(c, row[c.key]).replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`.trimEnd(),
    )
    .join("\n");
};

/** Each row as lines of "heading: value", which a screen reader reads in order. */
const spoken = (section: Section): string =>
  section.rows
    .map((row) =>
      section.columns

        .filter((c) => !c.detail && !c.data && cellInWords(c, row[c.key]) !== "")
        .map((c) => `${c.heading}: ${cellInWords(c, row[c.key])}`)
        .join("\n"),
    )
    .join("\n\n");

function body(report: Report, section: Section, look: Look, chalk: ChalkInstance): string {
  if (section.columns.length === 0) return "";
  if (section.rows.length === 0) return section.empty ?? "";
  if (look.plain) return spoken(section);
  return report.single || section.single
    ? fieldLines(
        section.columns.filter((c) => !c.data),
        section.rows[0] ?? {},
        chalk,
      )
    : grid(section, look, chalk);
}

/** A report for a terminal: headings, aligned columns that fit its width, notes; colour only where it was allowed. */
export function table(report: Report, look: Look): string {
  if (report.drawing)
    return look.plain || look.columns < report.drawing.width ? report.drawing.outline : report.drawing.text;
  const chalk = new Chalk({ level: look.color && !look.plain ? 1 : 0 });
  const parts = report.sections
    .map(asRead)
    .map((s) =>
      [
        s.heading ? chalk.bold.underline(s.heading) : "",
        ...(s.paragraphs ?? []),
        body(report, s, look, chalk),
      ]
        .filter(Boolean)
        .join("\n"),
    );
  const titled = report.sections.length > 1 || report.single ? [chalk.bold(report.title), ...parts] : parts;
  return `${[...titled, ...(report.notes ?? []).map((n) => chalk.dim(n))].filter(Boolean).join(report.sections.length > 1 ? "\n\n" : "\n")}\n`;
}
