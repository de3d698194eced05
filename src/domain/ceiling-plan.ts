import type { Ceiling, CeilingKind } from "./ceiling.ts";
import type { Day } from "./day.ts";
import type { Pence } from "./money.ts";
import { weekdays } from "./period.ts";
import { no, problem, type Result, unless, yes } from "./result.ts";

/** What `payment ceiling set` was told. */
export interface CeilingWords {
  readonly weekly: Pence | undefined;
  readonly monthly: Pence | undefined;
  /** Minutes. */
  readonly hours: number | undefined;
  readonly weekStarts: (typeof weekdays)[number] | undefined;
  readonly monthStarts: number | undefined;
  readonly on: Day;
}

/** A ceiling to be set. */
export type NewCeiling = Pick<Ceiling, "kind" | "amount" | "starts" | "setOn">;

/** Reads hours a week as minutes: `16`, `15.5` or `15.25`; at most the hours of a week. */
export function parseHours(text: string): Result<number> {
  const match = /^(\d{1,3})(?:\.(25|5|50|75|0|00))?$/.exec(text.trim());
  const part = { "25": 15, "5": 30, "50": 30, "75": 45 }[match?.[2] ?? ""] ?? 0;
  const minutes = match ? Number(match[1]) * 60 + part : 0;
  return minutes > 0 && minutes <= 7 * 24 * 60
    ? yes(minutes)
    : no(
        problem(
          "not-hours",
          `"${text}" is not a number of hours in a week.`,
          "Write hours, with quarters if need be: 16, 15.5 or 7.25.",
        ),
      );
}

/**
 * The ceilings that the words ask for. A week starts on Monday and a month on day 1 where nothing is said. Whoever set one
 * of the same kind before has it replaced from the day of the new one.
 */
export function planCeilings(words: CeilingWords, today: Day): Result<readonly NewCeiling[]> {
  const { weekly, monthly, hours, weekStarts, monthStarts, on } = words;
  const week = weekdays.indexOf(weekStarts ?? "monday") + 1;
  const asked: readonly (readonly [CeilingKind, number | undefined, number])[] = [
    ["week-pence", weekly, week],
    ["month-pence", monthly, monthStarts ?? 1],
    ["week-minutes", hours, week],
  ];
  const set = asked.flatMap(([kind, amount, starts]) =>
    amount === undefined ? [] : [{ kind, amount, starts, setOn: on }],
  );
  const problems = [
    ...(set.length === 0
      ? [
          problem(
            "no-ceiling",
            "What is to be watched?",
            "Give --weekly, --monthly or --hours, or more than one.",
          ),
        ]
      : []),
    ...set
      .filter((c) => c.amount === 0)
      .map(() => problem("no-amount", "A ceiling of £0.00 watches nothing.", "Give the amount they named.")),
    ...(weekStarts !== undefined && weekly === undefined && hours === undefined
      ? [problem("no-week", "--week-starts goes with --weekly or --hours.", "For example: --weekly 203.50")]
      : []),
    ...(monthStarts !== undefined && monthly === undefined
      ? [problem("no-month", "--month-starts goes with --monthly.", "For example: --monthly 427")]
      : []),
    ...(on > today
      ? [problem("in-the-future", `${on} is in the future.`, "Give the day they asked, today or earlier.")]
      : []),
  ];
  return unless(problems, () => set);
}

/** What replaces what: a ceiling that is just the same stays, and one set on a later day cannot be replaced by an earlier one. */
export function replacing(
  set: readonly NewCeiling[],
  open: readonly Ceiling[],
): Result<readonly { readonly ceiling: NewCeiling; readonly before: Ceiling | undefined }[]> {
  const pairs = set.map((ceiling) => ({ ceiling, before: open.find((o) => o.kind === ceiling.kind) }));
  const late = pairs.filter(({ ceiling, before }) => before !== undefined && before.setOn > ceiling.setOn);
  return unless(
    late.map(({ ceiling, before }) =>
      problem(
        "set-later",
        `There is one of the same kind, set on ${before?.setOn}, which is after ${ceiling.setOn}.`,
        "Give a later day with --on, or clear it first.",
      ),
    ),
    () =>
      pairs.filter(
        ({ ceiling, before }) => before?.amount !== ceiling.amount || before.starts !== ceiling.starts,
      ),
  );
}

/** The open ceilings that `payment ceiling clear` means: those named, or all of them. */
export function ceilingsToClear(
  named: { readonly weekly: boolean; readonly monthly: boolean; readonly hours: boolean },
  open: readonly Ceiling[],
): Result<readonly Ceiling[]> {
  const kinds: readonly CeilingKind[] = [
    ...(named.weekly ? (["week-pence"] as const) : []),
    ...(named.monthly ? (["month-pence"] as const) : []),
    ...(named.hours ? (["week-minutes"] as const) : []),
  ];
  const found = open.filter((c) => kinds.length === 0 || kinds.includes(c.kind));
  return found.length > 0
    ? yes(found)
    : no(
        problem(
          "no-ceiling",
          "There is no such ceiling.",
          "To see what is watched: involve payment ceiling show",
        ),
      );
}
