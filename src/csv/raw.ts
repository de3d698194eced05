import { CsvError, parse } from "csv-parse/sync";
import { no, type Problem, type Result, yes } from "../domain/result.ts";
import { decoded, garbledLine, looksBinary, separatorOf } from "./characters.ts";
import { notASheet, unreadable } from "./file-kind.ts";
import {
  badQuotes,
  brokenFile,
  inTheMiddle,
  isPlain,
  lastOpened,
  lettersSaid,
  type Parsed,
  rowMaker,
  settings,
  stoppedAt,
  toldLine,
} from "./records.ts";
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
  /** What could not be read at all, by line: each stands in the way of the row on that line. */
  readonly problems?: readonly Problem[];
}

const records = (text: string, delimiter: string, relax_quotes: boolean): Parsed[] =>
  parse(text, { ...settings, delimiter, relax_quotes }) as unknown as Parsed[];

/** Records as rows; blank ones left out. */
function rowsOf(parsed: readonly Parsed[], before: number): RawRow[] {
  const make = rowMaker(before);
  return parsed.flatMap((p) => make(p) ?? []);
}

/** The text of a CSV file as rows: any of three separators, any line ends, quoted line breaks, quotation marks inside a cell. */
function csvRows(text: string): Result<{ rows: RawRow[]; notes: string[] }> {
  const { separator, told } = separatorOf(text);
  const before = told ? 1 : 0;
  const body = told ? text.replace(toldLine, "") : text;
  const opened = (): number => lastOpened([body]) + before;
  try {
    return yes({ rows: rowsOf(records(body, separator, false), before), notes: [] });
  } catch (strict) {
    if (!(strict instanceof CsvError)) throw strict;
    if (strict.code !== "INVALID_OPENING_QUOTE") return badQuotes(strict, opened, stoppedAt(strict, before));
    try {
      const all = records(body, separator, true);
      const notes = all.every((r) => isPlain(r.record)) ? [] : [inTheMiddle(stoppedAt(strict, before))];
      return yes({ rows: rowsOf(all, before), notes });
    } catch (relaxed) {
      if (!(relaxed instanceof CsvError)) throw relaxed;
      return badQuotes(relaxed, opened, stoppedAt(relaxed, before));
    }
  }
}

/** Rows of a file of text, or why it is none. */
export function openText(bytes: Uint8Array): Result<RawSheet> {
  const { text, encoding, brokenLine } = decoded(bytes);
  if (looksBinary(text)) return unreadable("The file is not text.", "Save the sheet as CSV (UTF-8) or XLSX.");
  if (brokenLine !== undefined) return brokenFile(brokenLine);
  const read = csvRows(text);
  if (!read.ok) return read;
  const { rows, notes } = read.value;
  if (rows.length === 0) return unreadable("There is nothing in the file.", "Export the sheet again.");
  const said = lettersSaid(encoding, garbledLine(text));
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
