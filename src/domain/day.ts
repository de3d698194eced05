import { no, type Result, yes } from "./result.ts";

/** A calendar day as `YYYY-MM-DD`; days compare and sort as text. */
export type Day = string & { readonly __day: true };

const DAY = 86_400_000;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10) as Day;

/** Whether a text is an ISO day that the calendar has: 2026-02-29 is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && fromUtc(time) === text;
}

const iso = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** A text in one of the ways a day is written here, as ISO text; whether the calendar has that day is another question. */
function writtenDay(text: string): string | null {
  const numbers = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numbers) return iso(Number(numbers[4]), Number(numbers[3]), Number(numbers[1]));
  const words = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -](\d{4})$/i.exec(text);
  const named = words?.[2]?.toLowerCase() ?? "";
  const month = months.findIndex((m) => m.toLowerCase() === named || m.slice(0, 3).toLowerCase() === named);
  return words && month >= 0 ? iso(Number(words[3]), month + 1, Number(words[1])) : null;
}

/** What most likely was meant by a text that is no day: a spreadsheet's number for a day, month first, a year of two digits. */
function meantDay(text: string): string {
  const [, first, second, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text) ?? [];
  if (/^[2-7]\d{4}$/.test(text))
    return `A spreadsheet shows ${addDays("1899-12-30" as Day, Number(text))} like this where the cell is not formatted as a date.`;
  const full = year?.length === 2 ? `20${year}` : year;
  const dayFirst = iso(Number(full), Number(second), Number(first));
  if (isDay(dayFirst)) return `Did you mean ${dayFirst}?`;
  const monthFirst = iso(Number(full), Number(first), Number(second));
  if (isDay(monthFirst))
    return `The day comes before the month here: ${monthFirst} is ${longDay(monthFirst)}.`;
  return "Write a day that exists as YYYY-MM-DD, for example 2026-03-14.";
}

/**
 * Reads a day as it is written in Britain: 2026-03-14, 14/03/2026 as a spreadsheet saves it (the day before the month), or
 * 14 March 2026. Anything else is a problem that says what was most likely meant.
 */
export function parseDay(text: string): Result<Day> {
  const typed = text.trim().replace(/\s+/g, " ");
  const written = writtenDay(typed) ?? typed;
  if (!isDay(written))
    return no({ code: "not-a-date", message: `"${text}" is not a date.`, remedy: meantDay(typed) });
  return written >= "1900" && written < "2200"
    ? yes(written)
    : no({
        code: "not-a-date",
        message: `"${text}" is not a day from 1900 to 2199.`,
        remedy: "Look at the year.",
      });
}

/** The day a number of days later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => fromUtc(utc(day) + days * DAY);

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / DAY);

/** The same day number some months later, or the month's last day where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)));
}

/** `Sat 14 Mar 2026`: the day as a person reads it. */
export function dayInWords(day: Day): string {
  const date = new Date(utc(day));
  const month = (months[date.getUTCMonth()] ?? "").slice(0, 3);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** `14 March 2026`: the day as a title has it. */
export const longDay = (day: Day): string => `${new Date(utc(day)).getUTCDate()} ${monthInWords(day)}`;

/** `March 2026`: the month of a day. */
export function monthInWords(day: Day): string {
  const date = new Date(utc(day));
  return `${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** Whether a day lies between two others, both included; an open end is null. */
export const within = (day: Day, from: Day | null, to: Day | null): boolean =>
  (from === null || day >= from) && (to === null || day <= to);
