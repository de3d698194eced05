import { CsvError, parse } from "csv-parse/sync";
import { no, type Problem, type Result, yes } from "../domain/result.ts";

/** A row of a sheet: the line it begins on in the file, and its cells by column as written in the header. */
interface SheetRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A sheet as people have it: a header and rows of text. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  /** Rows with more cells than the header has names for; they are not among `rows`. */
  readonly problems: readonly Problem[];
}

/** What the bytes 0x80 to 0x9F are in Windows-1252, in order; Node's own decoder gets them wrong. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const fromWindows1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) =>
    b >= 0x80 && b <= 0x9f ? (windows1252[b - 0x80] ?? "") : String.fromCharCode(b),
  ).join("");

/** The text of a file: UTF-8 or UTF-16 with or without a byte-order mark, else Windows-1252. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return fromWindows1252(marked ? bytes.subarray(3) : bytes);
  }
}

/** The separator of a header line: the one of comma, semicolon and tab that it has most of. */
function separatorOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((separator) => ({ separator, n: header.split(separator).length }));
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).separator;
}

const unreadable = (message: string, remedy: string, line?: number): Result<never> =>
  no({ code: "unreadable-sheet", message, remedy, ...(line === undefined ? {} : { line }) });

/** A cell without the quote that was put in front of a formula on export. */
const withoutGuard = (cell: string): string =>
  /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parsed(text: string): Parsed[] {
  return parse(text, {
    delimiter: separatorOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    bom: true,
  }) as unknown as Parsed[];
}

const columnsTwice = (columns: readonly string[]): Problem[] =>
  columns
    .filter((c, i) => c !== "" && columns.indexOf(c) !== i)
    .map((c) => ({
      code: "column-twice",
      line: 1,
      message: `The column "${c}" is there twice.`,
      remedy: "Rename or remove one of them.",
    }));

const tooWide = (line: number, cells: readonly string[], columns: readonly string[]): Problem => ({
  code: "too-many-columns",
  line,
  message: `This row has ${cells.length} cells and the header ${columns.length}; the first too many is "${cells[columns.length]}".`,
  remedy: "A comma inside a cell needs quotes round the cell.",
});

/**
 * Reads a CSV file as people have it: any of three separators, CRLF or LF, quoted line breaks, trailing empty columns.
 * Refuses an empty file, one that is not text, a header that stands alone, a column that is there twice. Rows wider than the
 * header are named, and left out of the rows.
 */
export function readSheet(bytes: Uint8Array): Result<Sheet> {
  if (bytes.length === 0) return unreadable("The file is empty.", "Export the sheet again.");
  const text = decode(bytes);
  if (text.includes("\u0000")) return unreadable("The file is not text.", "Save the sheet as CSV (UTF-8).");
  let records: Parsed[];
  try {
    records = parsed(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadable(
      `The file cannot be read as CSV: ${error.message}.`,
      "Look for a quote that is opened and not closed.",
      Number(error["lines"]) || 1,
    );
  }
  const [header, ...rest] = records;
  if (!header) return unreadable("The file has no header.", "The first line names the columns.");
  const last = header.record.findLastIndex((name) => name !== "");
  const columns = header.record.slice(0, last + 1);
  const rows = rest.map((r) => {
    const breaks = r.record.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0);
    return { line: r.info.lines - breaks, cells: r.record };
  });
  if (rows.length === 0)
    return unreadable("The file has a header and no rows.", "Add a row for each record.", 1);
  const problems = columnsTwice(columns);
  if (problems.length > 0) return { ok: false, problems };
  const isWide = (cells: readonly string[]): boolean => cells.slice(columns.length).some((c) => c !== "");
  return yes({
    columns,
    problems: rows.filter((r) => isWide(r.cells)).map((r) => tooWide(r.line, r.cells, columns)),
    rows: rows
      .filter((r) => !isWide(r.cells))
      .map(({ line, cells }) => ({
        line,
        cells: Object.fromEntries(columns.map((c, i) => [c, withoutGuard(cells[i] ?? "")])),
      })),
  });
}
