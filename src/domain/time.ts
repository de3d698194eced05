import { no, type Result, yes } from "./result.ts";

/** A time of day as `HH:MM`, in 24 hours; times compare and sort as text. */
export type TimeOfDay = string & { readonly __time: true };

/** Reads a time of day in 24 hours: `10:00`, `9:30`, `13.30`. */
export function parseTime(text: string): Result<TimeOfDay> {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim());
  return match
    ? yes(`${(match[1] ?? "").padStart(2, "0")}:${match[2]}` as TimeOfDay)
    : no({
        code: "not-a-time",
        message: `"${text}" is not a time of day.`,
        remedy: "Write hours and minutes in 24 hours, for example 10:00 or 13:30.",
      });
}
