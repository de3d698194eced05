import type { Result } from "../domain/result.ts";
import { yes } from "../domain/result.ts";
import { count, listed } from "../domain/text.ts";
import { trimmed } from "./characters.ts";
import { unreadable } from "./file-kind.ts";
import type { RawRow, RawSheet } from "./raw.ts";

/** A value as the reader of workbooks gives it. */
type Value = string | boolean | Date | null | undefined;

interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** What a workbook unpacks to at most: far above any sheet of people, and below what a computer can hold. */
const largest = 400 * 1024 * 1024;

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** A date cell as text: a day, a day with its time, or a time alone. */
function dateText(date: Date, from1904: boolean): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  const clock = `${twoDigits(rounded.getUTCHours())}:${twoDigits(rounded.getUTCMinutes())}`;
  const seconds = rounded.getUTCSeconds();
  const time = seconds === 0 ? clock : `${clock}:${twoDigits(seconds)}`;
  const day = rounded.toISOString().slice(0, 10);
  if (day < "1900-01-01" || (from1904 && day === "1904-01-01")) return time;
  return time === "00:00" ? day : `${day}T${time}`;
}

/** A number as a spreadsheet shows it: 15 digits at most, never with an exponent. */
function numberText(raw: string): string {
  const number = Number(Number(raw).toPrecision(15));
  if (!Number.isFinite(number)) return raw;
  const [, sign = "", first = "", rest = "", power] =
    /^(-?)(\d)\.?(\d*)e([+-]\d+)$/.exec(String(number)) ?? [];
  if (power === undefined) return String(number);
  const digits = first + rest;
  const whole = Number(power) + 1;
  return whole > 0 ? `${sign}${digits.padEnd(whole, "0")}` : `${sign}0.${"0".repeat(-whole)}${digits}`;
}

const cellOf = (value: Value, from1904: boolean): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value, from1904);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : trimmed(value);
};

const unescaped = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** The sheets of a workbook in their order, and whether its days are counted from 1904. */
function contentsOf(xml: string): { sheets: SheetInfo[]; from1904: boolean } {
  const sheets = [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = ""]) => ({
    name: unescaped(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ""),
    hidden: /\bstate="(hidden|veryHidden)"/.test(attributes),
  }));
  return { sheets, from1904: /\bdate1904="(1|true)"/.test(xml) };
}

const damaged = (): Result<never> =>
  unreadable(
    "The workbook is damaged, or was not copied whole.",
    "Open it, save it again as XLSX, and try that.",
  );

/** A sheet in which a formula that failed shows its error as text; the reader would make a blank cell of it. */
function withErrorsShown(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (!Buffer.from(part.buffer, part.byteOffset, part.length).includes(' t="e"')) return part;
  const xml = new TextDecoder().decode(part);
  return new TextEncoder().encode(xml.replace(/(<(?:\w+:)?c\b[^>]*?) t="e"/g, '$1 t="str"'));
}

/** The parts of a workbook that hold its sheets, packed again without compression, and its table of contents. */
async function unpacked(bytes: Uint8Array): Promise<Result<{ plain: ArrayBuffer; contents: string }>> {
  const { unzipSync, zipSync } = await import("fflate");
  let size = 0;
  const wanted = (file: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!/\.(xml|rels)$/.test(file.name)) return false;
    size += file.originalSize;
    return size <= largest;
  };
  try {
    const parts = unzipSync(bytes, { filter: wanted });
    if (size > largest)
      return unreadable("The workbook is too large to be read.", "Save the sheet you want as CSV (UTF-8).");
    const contents = new TextDecoder().decode(parts["xl/workbook.xml"]);
    for (const [name, part] of Object.entries(parts))
      if (name.startsWith("xl/worksheets/")) parts[name] = withErrorsShown(part);
    return yes({ plain: zipSync(parts, { level: 0 }).slice().buffer, contents });
  } catch {
    return damaged();
  }
}

const rowsOf = (data: readonly (readonly Value[])[], from1904: boolean): RawRow[] =>
  data.flatMap((row, i) => {
    const cells = row.map((value) => cellOf(value, from1904));
    return cells.every((c) => c === "") ? [] : [{ line: i + 1, cells }];
  });

const names = (sheets: readonly SheetInfo[]): string => listed(sheets.map((s) => `"${s.name}"`));

/** What is said of a workbook with several sheets, so that nobody thinks all were read. */
function readSaid(all: readonly SheetInfo[], read: SheetInfo): string[] {
  if (all.length === 1) return [];
  const hidden = all.filter((s) => s.hidden);
  const notShown = hidden.length > 0 ? `, ${hidden.length} of them hidden` : "";
  const others = all.filter((s) => s !== read && !s.hidden);
  const other = others.length > 0 ? ` To read another: --sheet NAME (${names(others)}).` : "";
  return [`The workbook has ${count(all.length, "sheet")}${notShown}; read "${read.name}".${other}`];
}

/** The rows of the first sheet with something in it, of those that are to be tried, and which that was; null where all are empty. */
async function firstFull(
  plain: ArrayBuffer,
  all: readonly SheetInfo[],
  tried: readonly SheetInfo[],
  from1904: boolean,
): Promise<{ readonly rows: RawRow[]; readonly sheet: SheetInfo } | null> {
  const { readSheet } = await import("read-excel-file/universal");
  for (const sheet of tried) {
    const settings = { trim: false, parseNumber: numberText };
    const data = await readSheet<string>(plain, all.indexOf(sheet) + 1, settings);
    const rows = rowsOf(data as unknown as Value[][], from1904);
    if (rows.length > 0) return { rows, sheet };
  }
  return null;
}

/** Opens a sheet of an XLSX workbook: the one named, else the first that is shown and has something in it. */
export async function openWorkbook(bytes: Uint8Array, named?: string): Promise<Result<RawSheet>> {
  const parts = await unpacked(bytes);
  if (!parts.ok) return parts;
  const { sheets, from1904 } = contentsOf(parts.value.contents);
  const wanted = named?.trim().toLowerCase();
  const tried = sheets.filter((s) =>
    wanted === undefined ? !s.hidden : s.name.trim().toLowerCase() === wanted,
  );
  if (tried.length === 0 && named !== undefined)
    return unreadable(`The workbook has no sheet "${named}".`, `It has: ${names(sheets)}.`);
  try {
    const found = await firstFull(parts.value.plain, sheets, tried, from1904);
    if (found) {
      const { rows, sheet } = found;
      return yes({ rows, notes: readSaid(sheets, sheet), ...(from1904 ? { from1904: true } : {}) });
    }
  } catch {
    return damaged();
  }
  return unreadable(
    named === undefined ? "There is nothing in the workbook." : `The sheet "${named}" is empty.`,
    sheets.length > 1 ? "Look whether the rows are on another sheet." : "Export the sheet again.",
  );
}
