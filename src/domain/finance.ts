import type { ActivityKind } from "./activity.ts";
import type { Day } from "./day.ts";
import type { Pence } from "./money.ts";
import type { PaymentLine } from "./payment.ts";
import { expenseInWords } from "./payment-words.ts";
import { ref } from "./ref.ts";

/**
 * What finance is told of a line. Whom it is for is not part of it: a name is looked up when a sheet is written, so that it is
 * kept in one place. It is kept as it was when the batch was sent.
 */
export interface Told {
  readonly reference: string;
  readonly payee_ref: string;
  readonly stream: PaymentLine["stream"];
  readonly what: string;
  readonly activity: string;
  readonly activity_on: Day;
  readonly pence: Pence;
  readonly receipts: number;
  readonly recorded_by: string;
  readonly approved_by: string;
  readonly approved_on: Day | null;
}

/**
 * Kinds of activity that finance is told by name. Writing a commentary and speaking at an event are not among them for
 * anybody: somebody may be anonymous in one, and to be the only one whose work has no name would tell. Nor is "other", where
 * the unit's own words stand.
 */
const namedToFinance: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  "meeting",
  "project",
  "training",
  "recruitment",
]);

/** What finance is told that a line is for: `meeting 2026-03`, or no more than that it was involvement. */
export const activityForFinance = ({ activity }: Pick<PaymentLine, "activity">): string =>
  namedToFinance.has(activity.kind) ? `${activity.kind} ${activity.key}` : "involvement work";

/** What a line is, for finance: a fee by its band, an expense by its kind; and which paid line it takes back. */
function whatForFinance(line: PaymentLine): string {
  const what =
    line.stream === "expense"
      ? expenseInWords(line)
      : `${line.quantity === 1 ? "" : `${line.quantity} × `}${line.band ?? line.stream}`;
  return line.reversesId === null ? what : `${what}, takes back ${ref("payment", line.reversesId)}`;
}

/** What finance is told of an approved line. No note and no reason goes along: they are words of the unit. */
export const toldOf = (line: PaymentLine): Told => ({
  reference: ref("payment", line.id),
  payee_ref: ref("member", line.personId),
  stream: line.stream,
  what: whatForFinance(line),
  activity: activityForFinance(line),
  activity_on: line.activityOn,
  pence: line.approvedPence ?? line.claimedPence,
  receipts: line.receipts,
  recorded_by: line.recordedBy,
  approved_by: line.approvedBy ?? "",
  approved_on: line.approvedOn,
});
