import { activityName } from "./activity.ts";
import type { Day } from "./day.ts";
import { milesInWords } from "./miles.ts";
import { pounds } from "./money.ts";
import { daysWaiting, isGivenUp, isLateClaim, type PaymentLine, sameName, worthOf } from "./payment.ts";
import { idOf, ref } from "./ref.ts";
import type { Problem } from "./result.ts";
import { listed } from "./text.ts";

/** What a line is for, as a list shows it: not what somebody is anonymous in. */
export const shownActivity = (line: Pick<PaymentLine, "activity" | "activityWithheld">): string =>
  line.activityWithheld ? "(withheld)" : activityName(line.activity);

/** What a line is for, for whoever did it: `meeting 2026-03`, `interview panel`; not what somebody is anonymous in. */
export const activityInWords = (line: Pick<PaymentLine, "activity" | "activityWithheld">): string =>
  line.activity.kind === "other" && !line.activityWithheld
    ? line.activity.key.replaceAll("-", " ")
    : shownActivity(line).replace(":", " ");

/** The note on a line, or a reason on it; withheld with what the line is for, which it may tell. */
export const shownText = (line: Pick<PaymentLine, "activityWithheld">, text: string | null): string | null =>
  text !== null && line.activityWithheld ? "(withheld)" : text;

/** Figures of the unit that flags are judged by. */
export interface FlagFacts {
  readonly today: Day;
  /** A line that somebody waits for longer than so many days is pointed out. */
  readonly lateDays: number;
  /** Expenses are to be claimed within so many months of the activity. */
  readonly windowMonths: number;
}

/** What a reader of a list should notice about a line, in words. None of it stands in the way. */
export function flagsOf(line: PaymentLine, facts: FlagFacts): string[] {
  const days = daysWaiting(line, facts.today);
  const flags = [
    isGivenUp(line) ? `worth ${pounds(worthOf(line))}` : "",
    line.outcome === "reduced" ? `takes less than ${pounds(worthOf(line))}` : "",
    line.approvedBy !== null && sameName(line.approvedBy, line.recordedBy) ? "approved by the recorder" : "",
    line.approvedPence !== null && line.approvedPence !== line.claimedPence
      ? `claimed ${pounds(line.claimedPence)}`
      : "",
    days !== null && days > facts.lateDays ? `over ${facts.lateDays} days` : "",
    line.stream === "expense" &&
    line.claimedOn !== null &&
    isLateClaim(line.activityOn, line.claimedOn, facts.windowMonths)
      ? "late claim"
      : "",
    line.receiptShared ? "same receipt as another line" : "",
    line.againReason === null ? "" : "again",
    line.reversesId === null ? "" : `takes back ${ref("payment", line.reversesId)}`,
    line.balancedBy === null ? "" : `taken back by ${ref("payment", line.balancedBy)}`,
  ];
  return flags.filter(Boolean);
}

/** A sentence that names the lines that one and the same person recorded and approved, under every list and report of lines. */
export function ownApprovals(lines: readonly PaymentLine[]): string[] {
  const own = lines.filter((l) => l.approvedBy !== null && sameName(l.approvedBy, l.recordedBy));
  return own.length === 0
    ? []
    : [`Recorded and approved by the same person: ${listed(own.map((l) => ref("payment", l.id)))}.`];
}

/** What a line is for, in a few words: `half-day`, `2 × one-hour`, `half-day voucher`, `mileage, 12.4 miles`. */
export function whatOf(line: PaymentLine): string {
  if (line.stream === "expense")
    return `${line.expenseKind ?? ""}${line.milesTenths === null ? "" : `, ${milesInWords(line.milesTenths)}`}`;
  const times = line.quantity === 1 ? "" : `${line.quantity} × `;
  return `${times}${line.band ?? "fee"}${line.stream === "voucher" ? " voucher" : ""}`;
}

/** `Mileage, 12.4 miles`, `Train, bus or tube`: an expense as somebody outside the team reads it. */
export const expenseInWords = (line: PaymentLine): string =>
  [
    line.expenseLabel ?? "Expense",
    ...(line.milesTenths === null ? [] : [milesInWords(line.milesTenths)]),
  ].join(", ");

/** `Bex Thornton, half-day, meeting:2026-03`: a line in a sentence. */
export const lineInWords = (line: PaymentLine): string =>
  `${line.knownAs}, ${whatOf(line)}, ${shownActivity(line)}`;

/** A problem for each text that is not the ref of one of these lines. */
export const unknownLines = (
  texts: readonly string[],
  known: readonly { readonly id: number }[],
): Problem[] =>
  texts
    .filter((text) => !known.some((l) => l.id === idOf("payment", text)))
    .map((text) => ({
      code: "unknown-payment",
      message: `There is no payment line "${text}".`,
      remedy: "Give a ref such as PAY-001; see: involve payment list",
    }));
