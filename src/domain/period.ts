import { addDays, addMonths, type Day, dayInWords, isDay } from "./day.ts";
import { no, type Result, yes } from "./result.ts";

/** A named stretch of days, both ends included. */
export interface Period {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

interface YearKind {
  readonly prefix: string;
  readonly label: string;
  readonly startsOn: string;
}

/**
 * The years that involvement is counted in. Sources: HMRC tax year from 6 April; UCL financial year from
 * 1 August; NIHR year from 1 April.
 */
const yearKinds = {
  tax: { prefix: "tax", label: "UK tax year", startsOn: "04-06" },
  ucl: { prefix: "ucl", label: "UCL financial year", startsOn: "08-01" },
  nihr: { prefix: "nihr", label: "NIHR year", startsOn: "04-01" },
} as const satisfies Readonly<Record<string, YearKind>>;

/** The kinds of year by the word they are typed with; `calendar` is the plain one. */
export type YearWord = keyof typeof yearKinds | "calendar";

const remedy =
  "Write a year (2026), a month (2026-03), tax:2026-27, ucl:2026-27, nihr:2026-27, week:2026-04-13 or month:2026-04-17 by their first day, or two days (2026-01-01..2026-06-30).";

const unknown = (text: string): Result<never> =>
  no({ code: "not-a-period", message: `"${text}" is not a period.`, remedy });

function straddlingYear(kind: YearKind, year: number): Period {
  const from = `${year}-${kind.startsOn}` as Day;
  const next = `${year + 1}-${kind.startsOn}` as Day;
  return {
    name: `${kind.label} ${year}-${String((year + 1) % 100).padStart(2, "0")}`,
    from,
    to: addDays(next, -1),
  };
}

const calendarYear = (year: string): Period => ({
  name: year,
  from: `${year}-01-01` as Day,
  to: `${year}-12-31` as Day,
});

/** The year of a kind that a day lies in: 5 April is the last day of a tax year, 31 July of a UCL financial year. */
export function yearOf(word: YearWord, day: Day): Period {
  if (word === "calendar") return calendarYear(day.slice(0, 4));
  const kind = yearKinds[word];
  return straddlingYear(kind, Number(day.slice(0, 4)) - (day.slice(5) < kind.startsOn ? 1 : 0));
}

/** The UK tax year that a day lies in: 2026-04-05 is the last day of 2025-26, 2026-04-06 the first of 2026-27. */
export const taxYearOf = (day: Day): Period => yearOf("tax", day);

/** Whether a period is one whole UK tax year. */
export const isTaxYear = (period: Period): boolean => {
  const year = taxYearOf(period.from);
  return year.from === period.from && year.to === period.to;
};

/** The days of the week as they are typed, Monday first: a week that starts on Monday starts on day 1. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** A day of the week from 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: Day): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const weekFrom = (from: Day): Period => ({
  name: `the week from ${dayInWords(from)}`,
  from,
  to: addDays(from, 6),
});

/** The week that a day lies in, where weeks start on a day of the week from 1 (Monday) to 7 (Sunday). */
export const weekOf = (day: Day, starts: number): Period =>
  weekFrom(addDays(day, -((weekdayOf(day) - starts + 7) % 7)));

/** The day a month starts on: its own day number, or the last day of a month that has no such day. */
function monthStart(day: Day, monthsLater: number, starts: number): Day {
  const first = addMonths(`${day.slice(0, 7)}-01` as Day, monthsLater);
  const own = addDays(first, starts - 1);
  return own.slice(0, 7) === first.slice(0, 7) ? own : addDays(addMonths(first, 1), -1);
}

/**
 * The month that a day lies in, where months start on a day from 1 to 31. In a shorter month it starts on the last day: with
 * 31, from 28 February (29 in a leap year) to 30 March, then from 31 March to 29 April. No day is in two months or in none.
 */
export function monthOf(day: Day, starts: number): Period {
  const own = monthStart(day, 0, starts);
  const from = own <= day ? own : monthStart(day, -1, starts);
  const next = monthStart(from, 1, starts);
  return { name: `the month from ${dayInWords(from)}`, from, to: addDays(next, -1) };
}

const aMonth = (text: string): Period => {
  const from = `${text}-01` as Day;
  return { name: text, from, to: addDays(addMonths(from, 1), -1) };
};

/**
 * Reads a period: `2026`, `2026-03`, `tax:2026-27`, `ucl:2026-27`, `nihr:2026-27`, a week or a month by its first day
 * (`week:2026-04-13`, `month:2026-04-17`), or `FROM..TO` with ISO days.
 */
export function parsePeriod(text: string): Result<Period> {
  const trimmed = text.trim();
  if (/^(19|2[01])\d{2}$/.test(trimmed)) return yes(calendarYear(trimmed));
  if (/^(19|2[01])\d{2}-(0[1-9]|1[0-2])$/.test(trimmed)) return yes(aMonth(trimmed));
  const year = /^(tax|ucl|nihr):((?:19|2[01])\d{2})-(\d{2})$/.exec(trimmed);
  if (year && (Number(year[2]) + 1) % 100 === Number(year[3]))
    return yes(straddlingYear(yearKinds[year[1] as keyof typeof yearKinds], Number(year[2])));
  const [, unit, first = ""] = /^(week|month):(.+)$/.exec(trimmed) ?? [];
  if (unit && isDay(first))
    return yes(unit === "week" ? weekFrom(first) : monthOf(first, Number(first.slice(8))));
  const [from, to, ...rest] = trimmed.split("..");
  if (from && to && rest.length === 0 && isDay(from) && isDay(to) && from <= to)
    return yes({ name: `${from} to ${to}`, from, to });
  return unknown(text);
}

/** The UK tax year meant by `2026-27` (or `tax:2026-27`); none where nothing is said. It does not go with another period. */
export function taxYearNamed(
  text: string | undefined,
  other: Period | undefined,
): Result<Period | undefined> {
  if (text === undefined) return yes(undefined);
  const year = parsePeriod(`tax:${text.replace(/^tax:/, "")}`);
  if (!year.ok)
    return no({
      code: "not-a-tax-year",
      message: `"${text}" is not a tax year.`,
      remedy: "Write it as 2026-27: the year from 6 April 2026 to 5 April 2027.",
    });
  return other === undefined
    ? year
    : no({
        code: "two-periods",
        message: "--tax-year and --period are two periods.",
        remedy: "Leave one of them out.",
      });
}
