import type { FileChild } from "docx";
import type { Cell, Column, Report, Section } from "../reports/report.ts";
import { asRead } from "./as-read.ts";
import { cellInWords, greatest, isNumeric } from "./cell.ts";
import { type Word, wordFile } from "./word.ts";

const line = { size: 4, color: "BFBFBF" };
const margins = { top: 50, bottom: 50, left: 80, right: 80 };

/** The width of the text on the page, in twentieths of a point. */
const pageWidth = 9026;

/** So many characters of the table's letters, with their margins, go on a line. */
const pageCharacters = 84;

/**
 * How wide each column is: at least its longest word, so that none is broken where they all fit; what is left of the page goes
 * to the columns with longer texts.
 */
function widths(columns: readonly Column[], texts: readonly (readonly string[])[]): number[] {
  const own = columns.map((c, i) => [c.heading, ...texts.flatMap((row) => (row[i] ?? "").split("\n"))]);
  const least = own.map((cells) => greatest(cells.flatMap((t) => t.split(/\s+/).map((w) => w.length))) + 3);
  const more = own.map((cells, i) => Math.max(1, greatest(cells.map((t) => t.length)) + 3 - (least[i] ?? 0)));
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const spare = Math.max(0, pageCharacters - sum(least));
  const wanted = least.map((l, i) => l + (spare * (more[i] ?? 0)) / sum(more));
  return wanted.map((w) => Math.floor((w * pageWidth) / sum(wanted)));
}

/** The runs of a cell: lines of its text, or the pieces of a change, what went struck through and what came underlined. */
function runsOf(word: Word, column: Column | undefined, value: Cell | undefined, text: string) {
  const size = 19;
  if (column?.kind === "changes" && Array.isArray(value))
    return value.map((piece: string) => {
      const look = {
        "-": { strike: true, color: "8C1D18" },
        "+": { underline: {}, bold: true, color: "14532D" },
      }[piece[0] as string];
      return new word.TextRun({ text: piece.slice(1), size, ...look });
    });
  return text
    .split("\n")
    .map((line, n) => new word.TextRun({ text: line, size, ...(n > 0 ? { break: 1 } : {}) }));
}

function table(word: Word, section: Section): FileChild {
  const { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun } =
    word;
  const { WidthType } = word;
  const columns = section.columns.filter((c) => !c.data && !c.detail);
  const texts = section.rows.map((row) => columns.map((c) => cellInWords(c, row[c.key])));
  const columnWidths = widths(columns, texts);
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const rule = { style: BorderStyle.SINGLE, ...line };
  const cell = (children: readonly InstanceType<Word["TextRun"]>[], i: number) =>
    new TableCell({
      margins,
      width: { size: columnWidths[i] ?? 0, type: WidthType.DXA },
      borders: { top: none, left: none, right: none, bottom: rule },
      children: [
        new Paragraph({
          alignment: columns[i] && isNumeric(columns[i]) ? AlignmentType.END : AlignmentType.START,
          spacing: { before: 0, after: 0 },
          children,
        }),
      ],
    });
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: pageWidth, type: WidthType.DXA },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map((c, i) => cell([new TextRun({ text: c.heading, bold: true, size: 19 })], i)),
      }),
      ...section.rows.map((row, n) => {
        const runs = columns.map((c, i) => runsOf(word, c, row[c.key], texts[n]?.[i] ?? ""));
        return new TableRow({ cantSplit: true, children: runs.map(cell) });
      }),
    ],
  });
}

function sectionIn(word: Word, report: Report, section: Section): FileChild[] {
  const { HeadingLevel, Paragraph, TextRun } = word;
  const heading = section.heading
    ? [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, text: section.heading })]
    : [];
  const paragraphs = (section.paragraphs ?? []).map((text) => new Paragraph({ text }));
  if (section.columns.length === 0) return [...heading, ...paragraphs];
  if (report.single || section.single)
    return [
      ...heading,
      ...section.columns
        .map((c) => [c.heading, cellInWords(c, section.rows[0]?.[c.key])] as const)
        .filter(([, text]) => text !== "")
        .map(
          ([label, text]) =>
            new Paragraph({
              spacing: { before: 0, after: 60 },
              children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)],
            }),
        ),
    ];
  if (section.rows.length === 0)
    return [...heading, ...paragraphs, new Paragraph({ text: section.empty ?? "" })];
  return [...heading, ...paragraphs, table(word, section), new Paragraph({ text: "" })];
}

/** A report as a Word file to print: its title, a table for each list, its notes. Its properties carry no person. */
export const reportDocx = (report: Report): Promise<Uint8Array> =>
  wordFile({ title: report.title, paged: true }, (word) => [
    new word.Paragraph({ heading: word.HeadingLevel.TITLE, text: report.title }),
    ...report.sections.map(asRead).flatMap((s) => sectionIn(word, report, s)),
    ...(report.notes ?? []).map(
      (text) => new word.Paragraph({ children: [new word.TextRun({ text, size: 20, color: "555555" })] }),
    ),
  ]);
