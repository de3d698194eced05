import { addDays, type Day, isDay, parseDay } from "../domain/day.ts";
import { no, type Problem, type Result, yes } from "../domain/result.ts";

/** How the days of a sheet are written: day first, month first, or as 2026-03-14. */
export type DayOrder = "dmy" | "mdy" | "iso";

/** A day cell of a column, with its line. */
export interface DayCell {
  readonly line: number;
  readonly text: string;
}

/** How the days of one column are read. */
export interface DayColumn {
  /** A cell as `YYYY-MM-DD`, or why it cannot be read so. */
  read(text: string): Result<string>;
  /** A sentence on the order, where one had to be settled. */
  readonly note: string | null;
  /** A day that can be read two ways, where nothing tells which is meant. */
  readonly ambiguous: string | null;
}

/** A day in numbers, of which only the year is sure. */
interface Numbers {
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

/** The time of day behind a day, as spreadsheets and forms write it. */
const clock =
  /(?:T|,? +)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|[A-Z]{2,4}(?:[+-]\d+)?|[+-]\d{2}:?\d{2}))?$/i;

/** A cell without the time of day behind the day. */
const withoutTime = (text: string): string => text.replace(/\s+/g, " ").replace(clock, "").trim();

const twoDigits = (n: number): string => String(n).padStart(2, "0");
const iso = (year: number, month: number, date: number): string =>
  `${year}-${twoDigits(month)}-${twoDigits(date)}`;

function numbersOf(text: string): Numbers | null {
  const [, first, , second, year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(withoutTime(text)) ?? [];
  return first === undefined ? null : { first: Number(first), second: Number(second), year: Number(year) };
}

const dayFirst = ({ first, second, year }: Numbers): string => iso(year, second, first);
const monthFirst = ({ first, second, year }: Numbers): string => iso(year, first, second);

/** Whether a day can be read two ways that differ. */
const twoWays = (n: Numbers): boolean => n.first !== n.second && isDay(dayFirst(n)) && isDay(monthFirst(n));

/** A day whose order is sure: year first, with the month in words, or a spreadsheet's number. */
function sureDay(text: string, from1904: boolean): string | null {
  const part = withoutTime(text);
  const [, year, month, date] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(part) ?? [];
  if (year !== undefined) return iso(Number(year), Number(month), Number(date));
  if (/^[2-7]\d{4}(\.\d+)?$/.test(part)) {
    const start = (from1904 ? "1904-01-01" : "1899-12-30") as Day;
    return addDays(start, Math.floor(Number(part)));
  }
  const [, word, first, last] = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(part) ?? [];
  const turned = word === undefined ? part : `${first} ${word} ${last}`;
  if (!/[a-z]/i.test(turned)) return null;
  const read = parseDay(turned.replace(/\b([a-z]{3,9})\./i, "$1"));
  return read.ok ? read.value : null;
}

const shortYear = (text: string): Problem => {
  const full = withoutTime(text).replace(/(\d{2})$/, "20$1");
  return {
    code: "two-digit-year",
    message: `"${text}" has a year of two digits.`,
    remedy: `Write the year in full, for example ${full}.`,
  };
};

const hasShortYear = (text: string): boolean =>
  /^\d{1,2}([/.-])\d{1,2}\1\d{2}$|^\d{1,2}[ -][a-z]{3,9}[ -]\d{2}$/i.test(withoutTime(text));

const notIso = (text: string): Problem => ({
  code: "not-iso",
  message: `"${text}" is not written like 2026-03-14, which is what --dates iso asks for.`,
  remedy: "Correct the day, or name the order the sheet has: --dates dmy or --dates mdy.",
});

const ambiguousDay: Problem = {
  code: "ambiguous-days",
  message: "The days of this column can be read day first or month first, and nothing tells which is meant.",
  remedy: "Add --dates dmy where 03/04/2026 is 3 April, or --dates mdy where it is 4 March.",
};

const mixedDay: Problem = {
  code: "mixed-days",
  message:
    "Some days of this column are written day first and some month first; this one can be read both ways.",
  remedy: "Write the day as 2026-03-14, or with the month in letters.",
};

const monthFirstDay = (sample: string): Problem => ({
  code: "month-first",
  message: `The days of this column are written month first (${sample}).`,
  remedy: "If that is so, add --dates mdy; else correct them.",
});

/** What the numeric days of a column tell about the order they are written in. */
function evidence(cells: readonly DayCell[]) {
  const numeric = cells.flatMap((cell) => {
    const numbers = numbersOf(cell.text);
    return numbers ? [{ ...cell, numbers }] : [];
  });
  return {
    any: numeric.length > 0,
    dayFirst: numeric.find(({ numbers: n }) => n.first > 12 && n.first <= 31 && n.second <= 12),
    monthFirst: numeric.find(({ numbers: n }) => n.second > 12 && n.second <= 31 && n.first <= 12),
    twoWays: numeric.find(({ numbers: n }) => twoWays(n)),
  };
}

const words = { dmy: "day first", mdy: "month first" } as const;

/** A rule for days in numbers; the text of one that the calendar has not goes on to be refused as it was typed. */
type Numeric = (numbers: Numbers, text: string) => Result<string>;

const readDayFirst: Numeric = (n, text) => yes(isDay(dayFirst(n)) ? dayFirst(n) : text);

const readMonthFirst: Numeric = (n, text) =>
  isDay(monthFirst(n))
    ? yes(monthFirst(n))
    : no({
        code: "not-a-date",
        message: `"${text}" is not a date when it is read month first, as --dates mdy asks.`,
        remedy: isDay(dayFirst(n)) ? `Did you mean ${dayFirst(n)}?` : "Write a day that exists.",
      });

/** A rule that refuses the days that can be read both ways. */
const unlessTwoWays =
  (problem: Problem): Numeric =>
  (n, text) =>
    twoWays(n) ? no(problem) : readDayFirst(n, text);

/** The rule for the numeric days of a column, with what is said about it. */
function rule(
  name: string,
  cells: readonly DayCell[],
  asked: "dmy" | "mdy" | undefined,
): { readonly numeric: Numeric; readonly note: string | null; readonly ambiguous: string | null } {
  const seen = evidence(cells);
  const silent = { note: null, ambiguous: null };
  if (asked) {
    const note = seen.any ? `Days in "${name}" are read ${words[asked]}, as --dates says.` : null;
    return { ...silent, numeric: asked === "mdy" ? readMonthFirst : readDayFirst, note };
  }
  if (seen.dayFirst && seen.monthFirst) return { ...silent, numeric: unlessTwoWays(mixedDay) };
  if (seen.dayFirst) {
    const sample = `${withoutTime(seen.dayFirst.text)} is on line ${seen.dayFirst.line}`;
    return { ...silent, numeric: readDayFirst, note: `Days in "${name}" are read day first (${sample}).` };
  }
  if (seen.monthFirst) {
    const problem = monthFirstDay(`${withoutTime(seen.monthFirst.text)} is on line ${seen.monthFirst.line}`);
    return { ...silent, numeric: (n, text) => (n.first === n.second ? readDayFirst(n, text) : no(problem)) };
  }
  return { ...silent, numeric: unlessTwoWays(ambiguousDay), ambiguous: seen.twoWays?.text ?? null };
}

/** Takes only a day written year first; what is no day in any order goes on as it is. */
function readIso(text: string, from1904: boolean): Result<string> {
  const part = withoutTime(text);
  if (isDay(part)) return yes(part);
  const isOther = numbersOf(text) !== null || hasShortYear(text) || sureDay(text, from1904) !== null;
  return isOther ? no(notIso(text)) : yes(text);
}

/** A column that may hold days among other words, where nobody said in which order: as it is, without times of day. */
export const unsettled: DayColumn = {
  read: (text) => yes(withoutTime(text)),
  note: null,
  ambiguous: null,
};

/**
 * Settles how the days of a whole column are read. Day first is the rule, where at least one day shows it; a column in which
 * every numeric day can be read two ways is refused until somebody says which is meant, and so is one written month first.
 */
export function settleDays(
  name: string,
  cells: readonly DayCell[],
  asked: DayOrder | undefined,
  from1904 = false,
): DayColumn {
  if (asked === "iso") return { read: (text) => readIso(text, from1904), note: null, ambiguous: null };
  const { numeric, note, ambiguous } = rule(name, cells, asked);
  const read = (text: string): Result<string> => {
    const numbers = numbersOf(text);
    if (numbers) return numeric(numbers, text);
    const sure = sureDay(text, from1904);
    if (sure !== null) return yes(sure);
    return hasShortYear(text) ? no(shortYear(text)) : yes(text);
  };
  return { read, note, ambiguous };
}
