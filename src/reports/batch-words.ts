import { type Batch, type BatchLine, batchSum } from "../domain/batch.ts";
import { type BatchAnswer, unanswered } from "../domain/batch-answer.ts";
import type { NewBatch } from "../domain/batch-plan.ts";
import { dayInWords } from "../domain/day.ts";
import type { ReplyStep } from "../domain/finance-reply.ts";
import { memberName } from "../domain/membership.ts";
import { pounds } from "../domain/money.ts";
import { amountOf, type PaymentLine } from "../domain/payment.ts";
import { lineInWords, ownApprovals } from "../domain/payment-words.ts";
import { ref } from "../domain/ref.ts";
import { count, listed } from "../domain/text.ts";
import { personTotals } from "./batches.ts";

const lineOf = (line: PaymentLine, pence: number): string =>
  `  ${ref("payment", line.id)} ${lineInWords(line)}: ${pounds(pence)}`;

/** What is asked before three or more lines are put into a batch. */
export const batchQuestion = (batch: NewBatch): string =>
  [
    `Put ${count(batch.lines.length, "line")} into ${batch.key}, ${pounds(batch.lines.reduce((sum, l) => sum + amountOf(l), 0))} in all?`,
    ...batch.lines.map((l) => lineOf(l, amountOf(l))),
    "",
  ].join("\n");

/** What was put into a batch, by person, and by when finance has to have it. */
export const madeSaid = (batch: Batch): string[] => [
  `Made ${batch.key}: ${count(batch.lines.length, "line")}, ${pounds(batchSum(batch.lines))} in all.`,
  ...personTotals(batch.lines).map(
    (p) =>
      `  ${memberName({ id: p.personId, knownAs: p.knownAs })}: ${pounds(p.total)} (${count(p.lines.length, "line")})`,
  ),
  ...ownApprovals(batch.lines.map((l) => l.line)),
  batch.cutOffOn === null
    ? `The cut-off day of ${batch.payer} is not known; when you know it: involve payment payer set ${batch.payer} --cut-off-day N`
    : `Submit by ${dayInWords(batch.cutOffOn)}. The files for finance: involve payment batch export ${batch.key} --to FOLDER`,
];

/** What is asked before a batch of three or more lines is marked sent. */
export const sentQuestion = (batch: Batch): string =>
  `Was ${batch.key} sent: ${count(batch.lines.length, "line")}, ${pounds(batchSum(batch.lines))} in all?`;

/** What was sent, and by when. */
export const sentSaid = (batch: Batch): string[] => [
  `${batch.key} is with ${batch.payerName}: ${count(batch.lines.length, "line")}, ${pounds(batchSum(batch.lines))} in all.`,
  ...(batch.cutOffOn !== null && batch.sentOn !== null && batch.sentOn > batch.cutOffOn
    ? [`That was after the cut-off of ${dayInWords(batch.cutOffOn)}; it may wait for the next run.`]
    : []),
];

/** What is asked before finance's answer to three or more lines is recorded. */
export const answerQuestion = (lines: readonly BatchLine[], { reply, on }: BatchAnswer): string =>
  [
    `Mark ${count(lines.length, "line")} ${reply} on ${on}, ${pounds(batchSum(lines))} in all?${reply === "paid" ? " A paid line never changes." : ""}`,
    ...lines.map((l) => lineOf(l.line, l.pence)),
    "",
  ].join("\n");

/** What finance answered, and what of the batch still waits. */
export function answeredSaid(batch: Batch, lines: readonly BatchLine[], answer: BatchAnswer): string[] {
  const answered = { paid: "Paid", queried: "Queried", rejected: "Rejected" }[answer.reply];
  return [
    `${answered} on ${answer.on}: ${count(lines.length, "line")} of ${batch.key}, ${pounds(batchSum(lines))} in all.`,
    ...(answer.reason === null ? [] : [`  ${answer.reason}`]),
    ...lines.map((l) => lineOf(l.line, l.pence)),
    standsSaid(batch),
  ];
}

/** What of a batch still waits for an answer. */
function standsSaid(batch: Batch): string {
  const waits = unanswered(batch);
  return waits.length === 0
    ? `Every line of ${batch.key} is answered.`
    : `Still to be answered: ${count(waits.length, "line")} of ${batch.key}, ${pounds(batchSum(waits))}.`;
}

/** What left a draft. */
export const droppedSaid = (batch: Batch, lines: readonly BatchLine[], gone: boolean): string[] => [
  gone
    ? `Took batch ${batch.key} away; its ${count(lines.length, "line")} ${lines.length === 1 ? "stays" : "stay"} approved.`
    : `Took ${listed(lines.map((l) => ref("payment", l.line.id)))} out of ${batch.key}.`,
];

/** Said where the sheet is no longer the one that was sent, which only a changed name can bring about. */
export const differsSaid = (batch: Batch, same: boolean): string[] =>
  same
    ? []
    : [
        `This is not just the sheet that was sent on ${batch.sentOn}: the name of somebody in it was changed since. Amounts and references are the same.`,
      ];

/** What finance's reply came to, by answer, and how its batches stand now. */
export function replySaid(fresh: readonly ReplyStep[], now: readonly Batch[]): string[] {
  const sums = (["paid", "queried", "rejected"] as const).flatMap((reply) => {
    const own = fresh.filter((s) => s.reply === reply).map((s) => s.entry);
    return own.length === 0 ? [] : [`${reply} ${count(own.length, "line")} (${pounds(batchSum(own))})`];
  });
  const answered = new Set(fresh.map((s) => s.batch.id));
  const touched = now.filter((b) => answered.has(b.id));
  return [...(sums.length > 0 ? [`Finance ${listed(sums)}.`] : []), ...touched.map((b) => standsSaid(b))];
}
