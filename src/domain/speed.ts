import { type Day, daysBetween } from "./day.ts";
import { daysWaiting, type PaymentLine } from "./payment.ts";

/** How long a paid line took, or how long one has waited so far. */
export interface Took {
  readonly line: PaymentLine;
  /** Days from the activity to the payment, or to today. */
  readonly fromActivity: number;
  /** Days from the day it was sent to the payment, or to today; null where it was not sent. */
  readonly fromSent: number | null;
  readonly paid: boolean;
}

/** How fast payments were: so many lines, and the days that half of them and nine in ten of them took at most. */
export interface Speed {
  readonly lines: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
}

/** Numbers in order. */
const ordered = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** The middle one of some numbers, or half way between the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = ordered(numbers);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

/** The smallest of some numbers that so many per cent of them are not above (the nearest rank); null of none. */
export const percentile = (numbers: readonly number[], percent: number): number | null =>
  ordered(numbers)[Math.max(0, Math.ceil((numbers.length * percent) / 100) - 1)] ?? null;

/** How fast some payments were. */
export const speedOf = (days: readonly number[]): Speed => ({
  lines: days.length,
  median: median(days),
  ninetieth: percentile(days, 90),
});

/** How long each paid line took. Lines that take one back, and lines that were taken back, say nothing about speed. */
export const paidTimes = (lines: readonly PaymentLine[]): Took[] =>
  lines.flatMap((line) =>
    line.state === "paid" && line.paidOn !== null && line.reversesId === null && line.balancedBy === null
      ? [
          {
            line,
            fromActivity: daysBetween(line.activityOn, line.paidOn),
            fromSent: line.sentOn === null ? null : daysBetween(line.sentOn, line.paidOn),
            paid: true,
          },
        ]
      : [],
  );

/** How long each line that somebody waits for has taken so far. */
export const waitingTimes = (lines: readonly PaymentLine[], today: Day): Took[] =>
  lines
    .filter((line) => daysWaiting(line, today) !== null && line.reversesId === null)
    .map((line) => ({
      line,
      fromActivity: daysBetween(line.activityOn, today),
      fromSent: line.state === "sent" && line.sentOn !== null ? daysBetween(line.sentOn, today) : null,
      paid: false,
    }));

/** Lines that took, or have waited, longer than so many days since the work; the longest first. */
export const slower = (times: readonly Took[], days: number): Took[] =>
  times
    .filter((t) => t.fromActivity > days)
    .sort((a, b) => b.fromActivity - a.fromActivity || a.line.id - b.line.id);
