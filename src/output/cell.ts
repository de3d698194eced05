import { type Day, dayInWords, isDay } from "../domain/day.ts";
import { decimalPounds, pounds } from "../domain/money.ts";
import { decimals } from "../domain/text.ts";
import type { Cell, Column } from "../reports/report.ts";

/** A piece of a text that was changed, marked by what became of it; blanks at its ends stay outside the marks. */
export function changeMarked(
  piece: string,
  marks: { readonly "-": readonly [string, string]; readonly "+": readonly [string, string] },
): string {
  const [, before = "", text = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.slice(1)) ?? [];
  const mark = piece[0] === "-" || piece[0] === "+" ? marks[piece[0]] : null;
  return mark === null || text === "" ? piece.slice(1) : `${before}${mark[0]}${text}${mark[1]}${after}`;
}

const plainMarks = { "-": ["[-", "-]"], "+": ["{+", "+}"] } as const;

const changes = (pieces: readonly string[]): string =>
  pieces.map((p) => changeMarked(p, plainMarks)).join("");

/** A value as a person reads it. */
export function cellInWords(column: Column, value: Cell | undefined): string {
  if (value === null || value === undefined) return "";
  if (column.kind === "pence" && typeof value === "number") return pounds(value);
  if (column.kind === "decimal" && typeof value === "number") return decimals(value);
  if (column.kind === "day" && typeof value === "string" && isDay(value)) return dayInWords(value as Day);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && column.kind === "changes") return changes(value);
  if (Array.isArray(value)) return value.join(column.kind === "lines" ? "\n" : ", ");
  return String(value);
}

/** A value for a spreadsheet: ISO days, pounds with two decimals, lists joined by semicolons. */
export function cellForSpreadsheet(column: Column, value: Cell | undefined): string {
  if (value === null || value === undefined) return "";
  if (column.kind === "pence" && typeof value === "number") return decimalPounds(value);
  if (column.kind === "decimal" && typeof value === "number") return decimals(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return column.kind === "changes" ? changes(value) : value.join(";");
  return String(value);
}

/** The greatest of many numbers, at least so much: a list of any length, where the language's own takes some thousands. */
export const greatest = (numbers: readonly number[], least = 0): number =>
  numbers.reduce((most, n) => (n > most ? n : most), least);

/** Whether a column is aligned to the right. */
export const isNumeric = (column: Column): boolean =>
  ["integer", "decimal", "pence"].includes(column.kind ?? "text");
