import type { Batch, BatchLine } from "../domain/batch.ts";
import { batchSum } from "../domain/batch.ts";
import { type Pence, pounds } from "../domain/money.ts";
import { type FlagFacts, flagsOf, shownText } from "../domain/payment-words.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { count } from "../domain/text.ts";
import { lineCells, lineColumns } from "./line-cells.ts";
import { type Column, list, type Report, type Row, type Section } from "./report.ts";

const answered = (batch: Batch, reply: BatchLine["reply"]): readonly BatchLine[] =>
  batch.lines.filter((l) => l.reply === reply);

const batchColumns: readonly Column[] = [
  { key: "batch", heading: "Batch" },
  { key: "payer", heading: "Payer" },
  { key: "state", heading: "State" },
  { key: "cut_off_on", heading: "Submit by", kind: "day" },
  { key: "sent_on", heading: "Sent", kind: "day" },
  { key: "lines", heading: "Lines", kind: "integer" },
  { key: "total", heading: "Total", kind: "pence" },
  { key: "paid", heading: "Paid", kind: "pence" },
  { key: "waiting", heading: "Waiting", kind: "pence" },
  { key: "queried", heading: "Queried", kind: "pence" },
  { key: "rejected", heading: "Rejected", kind: "pence" },
  { key: "closed_on", heading: "Closed", kind: "day", detail: true },
  { key: "made_on", heading: "Made", kind: "day", detail: true },
  { key: "made_by", heading: "Made by", detail: true },
];

const batchRow = (batch: Batch): Row => ({
  batch: batch.key,
  payer: batch.payer,
  state: batch.state,
  cut_off_on: batch.cutOffOn,
  sent_on: batch.sentOn,
  lines: batch.lines.length,
  total: batchSum(batch.lines),
  paid: batchSum(answered(batch, "paid")),
  waiting: batchSum(answered(batch, null)),
  queried: batchSum(answered(batch, "queried")),
  rejected: batchSum(answered(batch, "rejected")),
  closed_on: batch.closedOn,
  made_on: batch.madeOn,
  made_by: batch.madeBy,
});

/** Every batch, the oldest first, and how much of it was paid, queried, rejected, or waits. */
export const batchesReport = (batches: readonly Batch[]): Report =>
  list(
    "Batches",
    batchColumns,
    batches.map(batchRow),
    "No batch yet. Make one of what is approved: involve payment batch make --payer ucl",
  );

const heldColumns: readonly Column[] = [
  ...lineColumns,
  { key: "amount", heading: "Amount", kind: "pence" },
  { key: "answer", heading: "Finance" },
  { key: "answered_on", heading: "Answered", kind: "day" },
  { key: "flags", heading: "Flags" },
  { key: "reason", heading: "Why", detail: true },
  { key: "state", heading: "State now", detail: true },
  { key: "recorded_by", heading: "Recorded by", detail: true },
  { key: "approved_by", heading: "Approved by", detail: true },
];

const lineRow = ({ line, pence, reply, repliedOn, reason }: BatchLine, facts: FlagFacts): Row => ({
  ...lineCells(line),
  amount: pence,
  answer: reply,
  answered_on: repliedOn,
  flags: flagsOf(line, facts),
  reason: shownText(line, reason),
  state: line.state,
  recorded_by: line.recordedBy,
  approved_by: line.approvedBy,
});

/** What one person's lines of a batch come to: fees and vouchers apart from expenses. */
export interface PersonTotal {
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly lines: readonly BatchLine[];
  readonly fees: Pence;
  readonly expenses: Pence;
  readonly total: Pence;
}

/** The lines of a batch by person, in the order of their refs, with their sums. */
export function personTotals(lines: readonly BatchLine[]): PersonTotal[] {
  const people = [...new Set(lines.map((l) => l.line.personId))].sort((a, b) => a - b);
  return people.map((personId) => {
    const own = lines.filter((l) => l.line.personId === personId);
    const fees = batchSum(own.filter((l) => l.line.stream !== "expense"));
    const total = batchSum(own);
    return {
      personId,
      knownAs: own[0]?.line.knownAs ?? "",
      lines: own,
      fees,
      expenses: total - fees,
      total,
    };
  });
}

const peopleSection = (batch: Batch): Section => ({
  key: "people",
  heading: "By person",
  columns: [
    { key: "member", heading: "Member" },
    { key: "known_as", heading: "Known as" },
    { key: "lines", heading: "Lines", kind: "integer" },
    { key: "fees", heading: "Fees and vouchers", kind: "pence" },
    { key: "expenses", heading: "Expenses", kind: "pence" },
    { key: "total", heading: "Total", kind: "pence" },
  ],
  rows: personTotals(batch.lines).map((p) => ({
    member: ref("member", p.personId),
    known_as: p.knownAs,
    lines: p.lines.length,
    fees: p.fees,
    expenses: p.expenses,
    total: p.total,
  })),
  empty: "No lines.",
});

/** One batch: how it stands, what each person's lines come to, and every line with what finance answered. */
export const batchReport = (batch: Batch, facts: FlagFacts): Report => ({
  title: `Batch ${batch.key} for ${batch.payerName}`,
  sections: [
    { key: "batch", single: true, columns: batchColumns, rows: [batchRow(batch)] },
    peopleSection(batch),
    {
      key: "lines",
      heading: "Lines",
      columns: heldColumns,
      rows: batch.lines.map((l) => lineRow(l, facts)),
      empty: "No lines.",
    },
  ],
  notes: [`${count(batch.lines.length, "line")}: ${pounds(batchSum(batch.lines))}.`],
});
