import { CsvError, parse } from "csv-parse/sync";
import { no, type Result, yes } from "../domain/result.ts";
import { cellText, decoded, garbledLine, linesIn, looksBinary, separatorOf } from "./characters.ts";
import { notASheet, unreadable } from "./file-kind.ts";
import { openWorkbook } from "./workbook.ts";

/** A row as it stands in a file, before it is known which row is the header. */
export interface RawRow {
  /** The line on which the row begins, or its number in a workbook. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a sheet that are not blank, and what is worth saying about how they were read. */
export interface RawSheet {
  readonly rows: readonly RawRow[];
  readonly notes: readonly string[];
  /** A workbook whose bare numbers count days from 1904, not from 1900. */
  readonly from1904?: boolean;
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const settings = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
  bom: true,
  record_delimiter: ["\r\n", "\n", "\r"],
};

const records = (text: string, delimiter: string, relax_quotes: boolean): Parsed[] =>
  parse(text, { ...settings, delimiter, relax_quotes }) as unknown as Parsed[];

const countOf = (record: readonly string[], what: RegExp): number =>
  record.reduce((n, cell) => n + (cell.match(what)?.length ?? 0), 0);

/**
 * Records as rows with the line each begins on; blank ones left out. `before` lines were taken off the top. The parser counts
 * the line on which a record ends, and a CRLF inside quotes as two lines.
 */
function rowsOf(parsed: readonly Parsed[], before: number): RawRow[] {
  let twice = 0;
  const rows: RawRow[] = [];
  for (const { record, info } of parsed) {
    const broken = record.filter((cell) => /[\r\n]/.test(cell));
    twice += countOf(broken, /\r\n/g);
    const cells = record.map(cellText);
    if (cells.some((c) => c !== ""))
      rows.push({ line: info.lines - twice - countOf(broken, /\r\n|\r|\n/g) + before, cells });
  }
  return rows;
}

/** The line on which the last quotation mark was opened. */
function lastOpened(text: string): number {
  let open = 0;
  let quoted = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!quoted) open = at;
    quoted = !quoted;
  }
  return linesIn(text.slice(0, open));
}

/** Why the quotation marks of a CSV file make no sense. */
function badQuotes(error: CsvError, body: string, before: number): Result<never> {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return unreadable(
      "A quotation mark is opened on this line and never closed.",
      "Close it at the end of its cell, or take it out.",
      lastOpened(body) + before,
    );
  return unreadable(
    "There is text behind a closing quotation mark on this line.",
    "A quotation mark inside a cell in quotes is written twice.",
    (Number(error["lines"]) || 1) + before,
  );
}

/** The text of a CSV file as rows: any of three separators, any line ends, quoted line breaks, quotation marks inside a cell. */
function csvRows(text: string): Result<{ rows: RawRow[]; notes: string[] }> {
  const { separator, told } = separatorOf(text);
  const before = told ? 1 : 0;
  const body = told ? text.replace(/^[^\r\n]*(?:\r\n|\n|\r|$)/, "") : text;
  try {
    return yes({ rows: rowsOf(records(body, separator, false), before), notes: [] });
  } catch (strict) {
    if (!(strict instanceof CsvError)) throw strict;
    if (strict.code !== "INVALID_OPENING_QUOTE") return badQuotes(strict, body, before);
    try {
      const line = (Number(strict["lines"]) || 1) + before;
      const note = `Quotation marks in the middle of a cell are read as part of its text (the first is on line ${line}).`;
      const all = records(body, separator, true);
      const plain = all.every((r) =>
        r.record.every((cell) => !cell.includes('"') || /^="[^"]*"$/.test(cell)),
      );
      return yes({ rows: rowsOf(all, before), notes: plain ? [] : [note] });
    } catch (relaxed) {
      if (!(relaxed instanceof CsvError)) throw relaxed;
      return badQuotes(relaxed, body, before);
    }
  }
}

/** Rows of a file of text, or why it is none. */
export function openText(bytes: Uint8Array): Result<RawSheet> {
  const { text, encoding, brokenLine } = decoded(bytes);
  if (looksBinary(text)) return unreadable("The file is not text.", "Save the sheet as CSV (UTF-8) or XLSX.");
  if (brokenLine !== undefined)
    return unreadable(
      "The file is in UTF-8, but not from this line on: some of its letters cannot be read.",
      "Save the sheet again as CSV (UTF-8) or XLSX; where two files were joined, bring them in one by one.",
      brokenLine,
    );
  const read = csvRows(text);
  if (!read.ok) return read;
  const { rows, notes } = read.value;
  if (rows.length === 0) return unreadable("There is nothing in the file.", "Export the sheet again.");
  const garbled = garbledLine(text);
  const said = [
    ...(encoding === "UTF-8" ? [] : [`Read as ${encoding}.`]),
    ...(garbled === null
      ? []
      : [`Letters on line ${garbled} look garbled, as if the file had once been saved in a wrong encoding.`]),
  ];
  return yes({ rows, notes: [...said, ...notes] });
}

/** A file that was named, and what it was opened as. */
export interface OpenedFile {
  readonly name: string;
  readonly sheet: Result<RawSheet>;
}

/**
 * Opens a file as a sheet: a CSV file in any of the usual encodings, or a sheet of an XLSX workbook (the one named, else the
 * first that is shown and has something in it). What it is is told by its content, not by its name. Anything else is refused
 * with what it is and what to do.
 */
export async function openSheet(name: string, bytes: Uint8Array, sheet?: string): Promise<Result<RawSheet>> {
  if (bytes.length === 0) return unreadable("The file is empty.", "Export the sheet again.");
  const other = notASheet(bytes);
  if (other === "workbook") return openWorkbook(bytes, sheet);
  if (other !== null) return no(other);
  const read = openText(bytes);
  if (!read.ok || sheet === undefined) return read;
  return no({
    code: "no-sheets",
    message: `${name} is not a workbook, so it has no sheet "${sheet}".`,
    remedy: "Leave --sheet out.",
  });
}

/** Opens several files, each under a key of its own; undefined where none was named. */
export async function openFiles<K extends string>(
  names: Readonly<Record<K, string | undefined>>,
  read: (name: string) => Uint8Array,
): Promise<Readonly<Record<K, OpenedFile | undefined>>> {
  const opened: Partial<Record<K, OpenedFile>> = {};
  for (const [key, name] of Object.entries(names) as [K, string | undefined][])
    if (name !== undefined) opened[key] = { name, sheet: await openSheet(name, read(name)) };
  return opened as Readonly<Record<K, OpenedFile | undefined>>;
}
