import type { CsvError } from "csv-parse";
import type { Result } from "../domain/result.ts";
import { cellText, type Encoding } from "./characters.ts";
import { unreadable } from "./file-kind.ts";
import type { RawRow } from "./raw.ts";

/** A record as the parser gives it. */
export interface Parsed {
  readonly record: readonly string[];
  /** The line on which it ends, a CRLF inside quotes counted twice. */
  readonly info: { readonly lines: number };
}

/** How the parser reads every file of text. */
export const settings = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
  bom: true,
  record_delimiter: ["\r\n", "\n", "\r"],
};

const countOf = (cells: readonly string[], what: RegExp): number =>
  cells.reduce((n, cell) => n + (cell.match(what)?.length ?? 0), 0);

const isBroken = (cell: string): boolean => cell.includes("\n") || cell.includes("\r");

const isBlank = (cell: string): boolean => cell === "";

/**
 * Makes of each record, in order, a row with the line it begins on; null of a blank one. `before` lines were taken off the top.
 */
export function rowMaker(before: number): (parsed: Parsed) => RawRow | null {
  let twice = 0;
  return ({ record, info }) => {
    let inside = 0;
    if (record.some(isBroken)) {
      twice += countOf(record, /\r\n/g);
      inside = countOf(record, /\r\n|\r|\n/g);
    }
    const cells = record.map(cellText);
    if (cells.every(isBlank)) return null;
    return { line: info.lines - twice - inside + before, cells };
  };
}

/** The line on which the last quotation mark of a text, which may come in pieces, was opened. */
export function lastOpened(pieces: Iterable<string>): number {
  let open = 1;
  let line = 1;
  let quoted = false;
  let returned = false;
  for (const piece of pieces)
    for (const c of piece) {
      if (c === '"') {
        if (!quoted) open = line;
        quoted = !quoted;
      } else if (c === "\r" || (c === "\n" && !returned)) line += 1;
      returned = c === "\r";
    }
  return open;
}

/** The line on which the parser stopped. */
export const stoppedAt = (error: CsvError, before: number): number => (Number(error["lines"]) || 1) + before;

/**
 * Why the quotation marks of a CSV file make no sense: the parser stopped on a line; `opened` finds the line of the mark that is
 * never closed.
 */
export function badQuotes(error: CsvError, opened: () => number, stopped: number): Result<never> {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return unreadable(
      "A quotation mark is opened on this line and never closed.",
      "Close it at the end of its cell, or take it out.",
      opened(),
    );
  return unreadable(
    "There is text behind a closing quotation mark on this line.",
    "A quotation mark inside a cell in quotes is written twice.",
    stopped,
  );
}

/** Whether no cell of a record has a quotation mark as part of its text; a text written as the formula `="007"` has none. */
export const isPlain = (record: readonly string[]): boolean =>
  record.every((cell) => !cell.includes('"') || /^="[^"]*"$/.test(cell));

/** What is said of quotation marks that stand in the middle of cells. */
export const inTheMiddle = (line: number): string =>
  `Quotation marks in the middle of a cell are read as part of its text (the first is on line ${line}).`;

/** The line `sep=;` on top of a file, which is not part of the sheet. */
export const toldLine = /^[^\r\n]*(?:\r\n|\n|\r|$)/;

/** A file that begins in UTF-8 and does not stay so. */
export const brokenFile = (line: number): Result<never> =>
  unreadable(
    "The file is in UTF-8, but not from this line on: some of its letters cannot be read.",
    "Save the sheet again as CSV (UTF-8) or XLSX; where two files were joined, bring them in one by one.",
    line,
  );

/** What is said of the letters of a file: how they were read, and the first line on which they look garbled. */
export const lettersSaid = (encoding: Encoding, garbled: number | null): string[] => [
  ...(encoding === "UTF-8" ? [] : [`Read as ${encoding}.`]),
  ...(garbled === null
    ? []
    : [`Letters on line ${garbled} look garbled, as if the file had once been saved in a wrong encoding.`]),
];
