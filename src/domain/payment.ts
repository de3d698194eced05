import { type Activity, activityName } from "./activity.ts";
import { addMonths, type Day, daysBetween } from "./day.ts";
import { milesInWords } from "./miles.ts";
import { type Pence, pounds } from "./money.ts";
import type { NamedOutput } from "./naming.ts";
import type { Membership } from "./person.ts";
import { idOf, ref } from "./ref.ts";
import type { Problem } from "./result.ts";

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
  "settled-without-payment",
] as const;

/** One of the states of a line. */
export type LineState = (typeof lineStates)[number];

/** A fee, a voucher or an expense of one person for one activity. Vouchers are income, expenses are not. */
export interface PaymentLine {
  readonly id: number;
  readonly stream: "fee" | "voucher" | "expense";
  readonly personId: number;
  readonly knownAs: string;
  readonly activity: Activity;
  /** Whether they are anonymous in the commentary or event it is for: then no list says which that is (promise 1). */
  readonly activityWithheld: boolean;
  readonly activityOn: Day;
  readonly band: string | null;
  readonly quantity: number;
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

/** What a line is for, as a list shows it: not what somebody is anonymous in. */
export const shownActivity = (line: Pick<PaymentLine, "activity" | "activityWithheld">): string =>
  line.activityWithheld ? "(withheld)" : activityName(line.activity);

/** The note on a line, or a reason on it; withheld with what the line is for, which it may tell. */
export const shownText = (line: Pick<PaymentLine, "activityWithheld">, text: string | null): string | null =>
  text !== null && line.activityWithheld ? "(withheld)" : text;

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
 * Whether a line is part of a total. Not: declined or donated fees, work only offered, rejected lines, lines settled without
 * payment. A line marked reversed counts together with the line that balances it, or not at all.
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

/** Figures of the unit that flags are judged by. */
export interface FlagFacts {
  readonly today: Day;
  /** A line that somebody waits for longer than so many days is pointed out. */
  readonly lateDays: number;
  /** Expenses are to be claimed within so many months of the activity. */
  readonly windowMonths: number;
}

/** Whether an expense was claimed after the claim window; a claim on its last day is in time. */
export const isLateClaim = (activityOn: Day, claimedOn: Day, windowMonths: number): boolean =>
  claimedOn > addMonths(activityOn, windowMonths);

/** Whether two names are of one person, letter case and spaces apart. */
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What a reader of a list should notice about a line, in words. None of it stands in the way. */
export function flagsOf(line: PaymentLine, facts: FlagFacts): string[] {
  const days = daysWaiting(line, facts.today);
  const flags = [
    isGivenUp(line) ? `${line.outcome}, worth ${pounds(worthOf(line))}` : "",
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

/** What a line is for, in a few words: `half-day`, `2 × one-hour`, `half-day voucher`, `mileage, 12.4 miles`. */
export function whatOf(line: PaymentLine): string {
  if (line.stream === "expense")
    return `${line.expenseKind ?? ""}${line.milesTenths === null ? "" : `, ${milesInWords(line.milesTenths)}`}`;
  const times = line.quantity === 1 ? "" : `${line.quantity} × `;
  return `${times}${line.band ?? "fee"}${line.stream === "voucher" ? " voucher" : ""}`;
}

/** `Bex Thornton, half-day, meeting:2026-03`: a line in a sentence. */
export const lineInWords = (line: PaymentLine): string =>
  `${line.knownAs}, ${whatOf(line)}, ${shownActivity(line)}`;

/** `M-003 Bex Thornton`: a person in a sentence. */
export const memberName = (person: { readonly id: number; readonly knownAs: string }): string =>
  `${ref("member", person.id)} ${person.knownAs}`;

/** A problem for work done on a day on which somebody was in no group; else none. */
export function membershipProblems(
  person: { readonly id: number; readonly knownAs: string; readonly memberships: readonly Membership[] },
  on: Day,
): Problem[] {
  const { memberships } = person;
  if (memberships.some((m) => m.joinedOn <= on && (m.leftOn === null || m.leftOn > on))) return [];
  const times = memberships.map(
    (m) => `${m.group} from ${m.joinedOn}${m.leftOn === null ? "" : ` to ${m.leftOn}`}`,
  );
  return [
    {
      code: "not-a-member-then",
      message: `${memberName(person)} was in no group on ${on}${times.length > 0 ? ` (${times.join("; ")})` : ""}.`,
      remedy:
        "Check the day. Somebody from outside the groups can be added to the group external from the day they began.",
    },
  ];
}
