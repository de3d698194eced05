import { type Result, yes } from "../domain/result.ts";
import { count, listed } from "../domain/text.ts";
import { trimmed } from "./characters.ts";
import { unreadable } from "./file-kind.ts";
import type { RawRow, RawSheet } from "./raw.ts";
import { damaged, type SheetInfo, unpacked, type WorkbookParts } from "./workbook-parts.ts";

/** A value as the reader of workbooks gives it. */
type Value = string | boolean | Date | null | undefined;

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

const rowsOf = (data: readonly (readonly Value[])[], from1904: boolean): RawRow[] =>
  data.flatMap((row, i) => {
    const cells = row.map((value) => cellOf(value, from1904));
    return cells.every((c) => c === "") ? [] : [{ line: i + 1, cells }];
  });

const names = (sheets: readonly SheetInfo[]): string => listed(sheets.map((s) => `"${s.name}"`));

/** What is said of a workbook with several sheets, so that nobody thinks all were read. */
function sheetSaid(all: readonly SheetInfo[], read: SheetInfo): string[] {
  if (all.length === 1) return [];
  const hidden = all.filter((s) => s.hidden);
  const notShown = hidden.length > 0 ? `, ${hidden.length} of them hidden` : "";
  const others = all.filter((s) => s !== read && !s.hidden);
  const other = others.length > 0 ? ` To read another: --sheet NAME (${names(others)}).` : "";
  return [`The workbook has ${count(all.length, "sheet")}${notShown}; read "${read.name}".${other}`];
}

/** What is said of rows that a filter hides: whoever looks at the sheet does not see them, and they are read. */
const hiddenSaid = (rows: number): string[] =>
  rows === 0
    ? []
    : [
        `${count(rows, "row")} of the sheet ${rows === 1 ? "is" : "are"} hidden (by a filter, perhaps) and read like the others.`,
      ];

/** The rows of the first sheet with something in it, of those that are to be tried, and which that was; null where all are empty. */
async function firstFull(
  { plain, sheets, from1904 }: WorkbookParts,
  tried: readonly SheetInfo[],
): Promise<{ readonly rows: RawRow[]; readonly sheet: SheetInfo } | null> {
  const { readSheet } = await import("read-excel-file/universal");
  const settings = { trim: false, parseNumber: numberText };
  for (const sheet of tried) {
    const data = await readSheet<string>(plain, sheets.indexOf(sheet) + 1, settings);
    const rows = rowsOf(data as unknown as Value[][], from1904);
    if (rows.length > 0) return { rows, sheet };
  }
  return null;
}

const nothingIn = (named: string | undefined, sheets: readonly SheetInfo[]): Result<never> =>
  unreadable(
    named === undefined ? "There is nothing in the workbook." : `The sheet "${named}" is empty.`,
    sheets.length > 1 ? "Look whether the rows are on another sheet." : "Export the sheet again.",
  );

/** Opens a sheet of an XLSX workbook: the one named, else the first that is shown and has something in it. */
export async function openWorkbook(bytes: Uint8Array, named?: string): Promise<Result<RawSheet>> {
  const parts = await unpacked(bytes);
  if (!parts.ok) return parts;
  const { sheets, from1904, hiddenRows } = parts.value;
  const wanted = named?.trim().toLowerCase();
  const tables = sheets.filter((s) => s.part !== undefined);
  const tried = tables.filter((s) =>
    wanted === undefined ? !s.hidden : s.name.trim().toLowerCase() === wanted,
  );
  if (tried.length === 0 && named !== undefined)
    return unreadable(`The workbook has no sheet "${named}".`, `It has: ${names(tables)}.`);
  try {
    const found = await firstFull(parts.value, tried);
    if (found === null) return nothingIn(named, sheets);
    const notes = [...sheetSaid(tables, found.sheet), ...hiddenSaid(hiddenRows(found.sheet))];
    return yes({ rows: found.rows, notes, ...(from1904 ? { from1904: true } : {}) });
  } catch {
    return damaged();
  }
}
