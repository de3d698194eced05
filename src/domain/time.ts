import { no, type Result, yes } from "./result.ts";

/** A time of day as `HH:MM`, in 24 hours; times compare and sort as text. */
export type TimeOfDay = string & { readonly __time: true };

/** The hour of a time in 24 hours; null for one that a clock of twelve hours has not got. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** Reads a time of day: `10:00`, `9:30`, `13.30`, and as spreadsheets save it `10:00:00` or `1:30 PM`. */
export function parseTime(text: string): Result<TimeOfDay> {
  const match = /^(\d{1,2})[:.]([0-5]\d)(?:[:.]00)?(?: ?([ap])\.?m\.?)?$/i.exec(text.trim());
  const hour = match ? hourOf(Number(match[1]), match[3]) : null;
  return match && hour !== null
    ? yes(`${String(hour).padStart(2, "0")}:${match[2]}` as TimeOfDay)
    : no({
        code: "not-a-time",
        message: `"${text}" is not a time of day.`,
        remedy: "Write hours and minutes in 24 hours, for example 10:00 or 13:30.",
      });
}
