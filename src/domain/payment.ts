import type { Activity } from "./activity.ts";
import { addMonths, type Day, daysBetween } from "./day.ts";
import type { Pence } from "./money.ts";
import type { NamedOutput } from "./naming.ts";
import type { TeamName } from "./person-name.ts";
import { idOf } from "./ref.ts";
import { folded } from "./text.ts";

/** How a line stands, in the order in which a line can pass through. */
export const lineStates = [
  "offered",
  "accepted",
  "logged",
  "claimed",
  "approved",
  "sent",
  "paid",
  "queried",
  "rejected",
  "reversed",
  "declined",
  "donated",
] as const;

/** One of the states of a line. */
export type LineState = (typeof lineStates)[number];

/** A fee, a voucher or an expense of one person for one activity. Vouchers are income, expenses are not. */
export interface PaymentLine {
  readonly id: number;
  readonly stream: "fee" | "voucher" | "expense";
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly activity: Activity;
  /** Whether they are anonymous in the commentary or event it is for: then no list says which that is (promise 1). */
  readonly activityWithheld: boolean;
  readonly activityOn: Day;
  readonly band: string | null;
  readonly quantity: number;
  /** The rate it was priced with; null for an expense. */
  readonly rateId: number | null;
  /** The rate for one, as it was on the day of the activity. */
  readonly ratePence: Pence | null;
  readonly expenseKind: string | null;
  readonly expenseLabel: string | null;
  readonly milesTenths: number | null;
  readonly claimedPence: Pence;
  readonly approvedPence: Pence | null;
  readonly differenceReason: string | null;
  readonly outcome: "due" | "reduced" | "declined" | "donated";
  readonly state: LineState;
  readonly stateReason: string | null;
  readonly note: string | null;
  readonly recordedBy: string;
  readonly loggedOn: Day;
  readonly claimedOn: Day | null;
  readonly approvedOn: Day | null;
  readonly approvedBy: string | null;
  readonly sentOn: Day | null;
  readonly paidOn: Day | null;
  readonly payer: string | null;
  readonly reversesId: number | null;
  /** Whether a line that itself stands takes this one back. */
  readonly balanced: boolean;
  /** The line that takes this one back, where there is one that stands. */
  readonly balancedBy: number | null;
  readonly againReason: string | null;
  readonly receipts: number;
  /** Whether one of its receipts is on another line too. */
  readonly receiptShared: boolean;
  /** The batch for finance that it is in, or was paid by; null where it is in none. */
  readonly batch: string | null;
}

/** The output that people are named in or not, where an activity is one: a commentary or an event. */
export function outputOf({ kind, key }: Activity): NamedOutput | null {
  if (kind !== "commentary" && kind !== "event") return null;
  const id = idOf(kind, key);
  return id === null ? null : { kind, id };
}

/** The figure of a line: what was approved, or what is asked for until it is. */
export const amountOf = (line: Pick<PaymentLine, "approvedPence" | "claimedPence">): Pence =>
  line.approvedPence ?? line.claimedPence;

/** What a fee is worth at the rate that was frozen on it, whatever the person chose; 0 for an expense. */
export const worthOf = (line: Pick<PaymentLine, "ratePence" | "quantity">): Pence =>
  (line.ratePence ?? 0) * line.quantity;

const counting: ReadonlySet<LineState> = new Set([
  "logged",
  "claimed",
  "approved",
  "sent",
  "queried",
  "paid",
]);

/** Whether a fee was declined or given to charity: shown, and never summed. */
export const isGivenUp = (line: Pick<PaymentLine, "outcome">): boolean =>
  line.outcome === "declined" || line.outcome === "donated";

/**
 * Whether a line is part of a total. Not: declined or donated fees, work only offered, rejected lines. A line marked reversed
 * counts together with the line that balances it, or not at all.
 */
export const counts = (line: Pick<PaymentLine, "outcome" | "state" | "balanced">): boolean =>
  !isGivenUp(line) && (counting.has(line.state) || (line.state === "reversed" && line.balanced));

/** Whether the money of a line has been paid out (or, for a reversing line, brought back). */
export const isPaid = (line: Pick<PaymentLine, "state" | "paidOn">): boolean =>
  line.paidOn !== null && (line.state === "paid" || line.state === "reversed");

const waiting: ReadonlySet<LineState> = new Set(["logged", "claimed", "approved", "sent", "queried"]);

/**
 * Days that somebody has waited for the money of a line, from the claim or, where there was none, from the activity; null
 * where nobody is waiting.
 */
export const daysWaiting = (
  line: Pick<PaymentLine, "outcome" | "state" | "claimedOn" | "activityOn">,
  today: Day,
): number | null =>
  isGivenUp(line) || !waiting.has(line.state) ? null : daysBetween(line.claimedOn ?? line.activityOn, today);

/** Whether a line has still to go to finance: nobody gave it up, and it is not there, paid or settled. */
export const isDue = (line: Pick<PaymentLine, "outcome" | "state">): boolean =>
  !isGivenUp(line) && ["logged", "claimed", "queried", "approved"].includes(line.state);

/** Whether an expense was claimed after the claim window; a claim on its last day is in time. */
export const isLateClaim = (activityOn: Day, claimedOn: Day, windowMonths: number): boolean =>
  claimedOn > addMonths(activityOn, windowMonths);

const spaced = (name: string): string => folded(name).replace(/\s+/g, " ");

/** Whether two names are of one person, letter case and spaces apart. */
export const sameName = (a: string, b: string): boolean => spaced(a) === spaced(b);
