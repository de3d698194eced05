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

const remedy = "Write a day that exists as YYYY-MM-DD, for example 2026-03-14.";

/** Reads an ISO day; anything else, and a year in which nobody of ours lived, is a problem that shows how a day is written. */
export function parseDay(text: string): Result<Day> {
  const day = text.trim();
  if (!isDay(day)) return no({ code: "not-a-date", message: `"${text}" is not a date.`, remedy });
  return day >= "1900" && day < "2200"
    ? yes(day)
    : no({ code: "not-a-date", message: `"${text}" is not a day from 1900 to 2199.`, remedy });
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
