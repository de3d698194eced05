import { addDays, addMonths, type Day } from "./day.ts";

const ordinals = ["first", "second", "third", "fourth", "last"] as const;
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;

/** Which weekday of its month a day is, counted from 0; the fifth is the last. */
const place = (day: Day): number => Math.floor((Number(day.slice(8)) - 1) / 7);

/** `second Wednesday`: the rule by which the days of a series follow its first one. */
export const ruleInWords = (day: Day): string => `${ordinals[place(day)]} ${weekdays[weekday(day)]}`;

/** The days of a series: the same weekday of the month as the first day, every so many months. */
export function seriesDays(first: Day, everyMonths: number, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => {
    const month = addMonths(firstOf(first), i * everyMonths);
    const start = addDays(month, (weekday(first) - weekday(month) + 7) % 7);
    const day = addDays(start, 7 * place(first));
    return day.slice(0, 7) === month.slice(0, 7) ? day : addDays(day, -7);
  });
}
