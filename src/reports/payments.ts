import type { ActivityFilter } from "../domain/activity.ts";
import { pounds } from "../domain/money.ts";
import { amountOf, counts, daysWaiting, isGivenUp, type PaymentLine, worthOf } from "../domain/payment.ts";
import { type FlagFacts, flagsOf, shownText } from "../domain/payment-words.ts";
import { sumOf } from "../domain/statement.ts";
import { count, listed } from "../domain/text.ts";
import { lineCells, lineColumns } from "./line-cells.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  ...lineColumns,
  { key: "amount", heading: "Amount", kind: "pence" },
  { key: "state", heading: "State" },
  { key: "flags", heading: "Flags" },
  { key: "stream", heading: "Stream", detail: true },
  { key: "outcome", heading: "Outcome", detail: true },
  { key: "rate", heading: "Rate", kind: "pence", detail: true },
  { key: "times", heading: "Times", kind: "integer", detail: true },
  { key: "claimed", heading: "Claimed", kind: "pence", detail: true },
  { key: "approved", heading: "Approved", kind: "pence", detail: true },
  { key: "difference_reason", heading: "Why different", detail: true },
  { key: "state_reason", heading: "Why in this state", detail: true },
  { key: "receipts", heading: "Receipts", kind: "integer", detail: true },
  { key: "again_reason", heading: "Why again", detail: true },
  { key: "note", heading: "Note", detail: true },
  { key: "payer", heading: "Payer", detail: true },
  { key: "batch", heading: "Batch", detail: true },
  { key: "days_waiting", heading: "Days waiting", kind: "integer", detail: true },
  { key: "recorded_by", heading: "Recorded by", detail: true },
  { key: "logged_on", heading: "Logged", kind: "day", detail: true },
  { key: "claimed_on", heading: "Claim received", kind: "day", detail: true },
  { key: "approved_by", heading: "Approved by", detail: true },
  { key: "approved_on", heading: "Approved on", kind: "day", detail: true },
  { key: "sent_on", heading: "Sent to finance", kind: "day", detail: true },
  { key: "paid_on", heading: "Paid", kind: "day", detail: true },
];

const row = (line: PaymentLine, facts: FlagFacts): Row => ({
  ...lineCells(line),
  amount: amountOf(line),
  state: line.state,
  flags: flagsOf(line, facts),
  stream: line.stream,
  outcome: line.outcome,
  rate: line.ratePence,
  times: line.stream === "expense" ? null : line.quantity,
  claimed: line.claimedPence,
  approved: line.approvedPence,
  difference_reason: shownText(line, line.differenceReason),
  state_reason: shownText(line, line.stateReason),
  receipts: line.receipts,
  again_reason: shownText(line, line.againReason),
  note: shownText(line, line.note),
  payer: line.payer,
  batch: line.batch,
  days_waiting: daysWaiting(line, facts.today),
  recorded_by: line.recordedBy,
  logged_on: line.loggedOn,
  claimed_on: line.claimedOn,
  approved_by: line.approvedBy,
  approved_on: line.approvedOn,
  sent_on: line.sentOn,
  paid_on: line.paidOn,
});

const streamWords = { fee: "fees", voucher: "vouchers", expense: "expenses" } as const;

/** What the lines of a list come to, and what is in the list and not in the sum. */
function totalNotes(lines: readonly PaymentLine[]): string[] {
  if (lines.length === 0) return [];
  const counted = lines.filter(counts);
  const parts = (["fee", "voucher", "expense"] as const)
    .map((stream) => ({ stream, own: counted.filter((l) => l.stream === stream) }))
    .filter(({ own }) => own.length > 0)
    .map(({ stream, own }) => `${streamWords[stream]} ${pounds(sumOf(own))}`);
  const givenUp = lines.filter(isGivenUp);
  const worth = givenUp.reduce((sum, l) => sum + worthOf(l), 0);
  const rest = lines.length - counted.length - givenUp.length;
  return [
    `${count(counted.length, "line")}: ${pounds(sumOf(counted))}${parts.length > 1 ? ` (${listed(parts)})` : ""}.`,
    ...(givenUp.length > 0
      ? [
          `Declined or given to charity, and not in the sum: ${count(givenUp.length, "fee")} worth ${pounds(worth)}.`,
        ]
      : []),
    ...(rest > 0 ? [`Not in the sum: ${count(rest, "line")} offered, rejected or taken back.`] : []),
  ];
}

/** Said under a list narrowed to commentaries or events, whoever is on it: their lines would give the anonymous away. */
const leftOutNote = "Lines of people who are anonymous in it are not in this list.";

/** The lines of a list narrowed to an activity: without those of people who are anonymous in it. */
export const narrowedLines = (lines: readonly PaymentLine[], to: ActivityFilter | undefined): PaymentLine[] =>
  lines.filter((l) => to === undefined || !l.activityWithheld);

/** Payment lines by day, with what a reader should notice about each, and what they come to. */
export const paymentsReport = (
  lines: readonly PaymentLine[],
  facts: FlagFacts,
  empty = "No payment lines yet. Log a fee with: involve payment log M-001 --for meeting:2026-03",
  narrowedTo?: ActivityFilter,
): Report =>
  list(
    "Payments",
    columns,
    lines.map((line) => row(line, facts)),
    empty,
    [
      ...totalNotes(lines),
      ...(narrowedTo?.kind === "commentary" || narrowedTo?.kind === "event" ? [leftOutNote] : []),
    ],
  );
