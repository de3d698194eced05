import { type Batch, type BatchLine, canAnswer, type FinanceReply } from "./batch.ts";
import type { Day } from "./day.ts";
import { cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import { type Pence, pounds } from "./money.ts";
import { lineInWords, shownText } from "./payment-words.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import type { Problem } from "./result.ts";

/** A row of finance's reply. */
export interface ReplyRow {
  readonly line: number;
  /** The number of the payment line that is answered. */
  readonly id: number;
  readonly reply: FinanceReply;
  readonly on: Day | undefined;
  readonly reason: string | undefined;
  readonly amount: Pence | undefined;
}

/** What a row of finance's reply does to a line of a batch. */
export interface ReplyStep {
  readonly batch: Batch;
  readonly entry: BatchLine;
  readonly reply: FinanceReply;
  readonly on: Day;
  readonly reason: string | null;
}

interface Asked {
  readonly batch: Batch;
  readonly entry: BatchLine;
}

/** The latest time each line was sent to finance, by the number of the line. */
const lastSent = (batches: readonly Batch[]): Map<number, Asked> =>
  new Map(
    batches
      .filter((b) => b.state !== "draft")
      .flatMap((batch) => batch.lines.map((entry) => [entry.line.id, { batch, entry }] as const)),
  );

/** What is known beside the batches. */
interface Given {
  /** The day of rows that have none. */
  readonly on: Day | undefined;
  readonly today: Day;
  /** The payment lines there are, sent or not, by number. */
  readonly known: ReadonlySet<number>;
}

function rowProblems(row: ReplyRow, asked: Asked | undefined, on: Day | undefined, given: Given): Problem[] {
  const { today, known } = given;
  const name = ref("payment", row.id);
  const at = (code: string, column: string, message: string, remedy: string): Problem => ({
    code,
    line: row.line,
    column,
    message,
    remedy,
  });
  if (!asked && !known.has(row.id))
    return [
      at(
        "unknown-payment",
        "reference",
        `There is no payment line ${name}.`,
        "Check the reference in the sheet that was sent; see: involve payment list",
      ),
    ];
  if (!asked)
    return [
      at(
        "not-sent",
        "reference",
        `${name} was never sent to finance.`,
        "Check the reference; a batch is marked sent with: involve payment batch sent BATCH",
      ),
    ];
  const { batch, entry } = asked;
  const other = entry.reply !== row.reply || (row.on !== undefined && row.on !== entry.repliedOn);
  const answered =
    other && !canAnswer(entry, row.reply)
      ? [
          at(
            "already-answered",
            "status",
            `${name} in batch ${batch.key} was ${entry.reply} on ${entry.repliedOn}.`,
            entry.reply === "paid"
              ? "A paid line never changes; to correct it: involve payment reverse"
              : "Take the row out, or ask finance which is right.",
          ),
        ]
      : [];
  return [
    ...answered,
    ...(on === undefined
      ? [
          at(
            "no-day",
            "paid_on",
            `There is no day for ${name}.`,
            "Fill it in, or give one for all rows without: --on DATE",
          ),
        ]
      : []),
    ...(on !== undefined && batch.sentOn !== null && on < batch.sentOn
      ? [
          at(
            "before-it-was-sent",
            "paid_on",
            `${name} was sent on ${batch.sentOn}, after ${on}.`,
            "Check the day.",
          ),
        ]
      : []),
    ...(on !== undefined && on > today
      ? [at("in-the-future", "paid_on", `${on} is in the future.`, "Give the day finance answered.")]
      : []),
    ...(row.amount !== undefined && row.amount !== entry.pence
      ? [
          at(
            "other-amount",
            "amount",
            `${name} was sent as ${pounds(entry.pence)}, and the file says ${pounds(row.amount)}.`,
            "Ask finance which is right. What they changed is a query: mark the row queried, with the reason.",
          ),
        ]
      : []),
    ...(row.reply !== "paid" && row.reason === undefined
      ? [at("no-reason", "reason", `Why was ${name} ${row.reply}?`, "Fill in the reason.")]
      : []),
    ...privateTextProblems({ "The reason": row.reason }).map((p) => ({
      ...p,
      line: row.line,
      column: "reason",
    })),
  ];
}

const twice = (row: ReplyRow, first: number): Problem => ({
  code: "row-twice",
  line: row.line,
  column: "reference",
  message: `${ref("payment", row.id)} is on line ${first} already.`,
  remedy: "Remove one of the two rows.",
});

/** What a good row does, as it is shown and applied. */
function planOf(row: ReplyRow, { batch, entry }: Asked, on: Day): RowPlan<ReplyStep> {
  const reason = row.reply === "paid" ? null : (row.reason ?? null);
  const fresh = entry.reply !== row.reply;
  return {
    line: row.line,
    outcome: fresh ? "updated" : "unchanged",
    ref: ref("payment", row.id),
    about: `${lineInWords(entry.line)}, ${pounds(entry.pence)}`,
    matchedBy: "reference",
    changes: fresh
      ? [
          cellChange("state", entry.reply ?? "sent", row.reply),
          cellChange(row.reply === "paid" ? "paid_on" : "answered_on", null, on),
          ...(reason === null ? [] : [cellChange("reason", null, shownText(entry.line, reason))]),
        ]
      : [],
    notes: [],
    write: { batch, entry, reply: row.reply, on, reason },
  };
}

/**
 * What finance's reply would do, row by row: mark a line paid, queried or rejected, or nothing where it was answered so
 * before, so that the same file again changes nothing. After a question a line may be paid or rejected as it was sent. References nobody sent, other amounts and second answers are bad rows.
 */
export function planReplies(
  rows: readonly ReplyRow[],
  batches: readonly Batch[],
  given: Given,
): ImportPlan<ReplyStep> {
  const sent = lastSent(batches);
  const seen = new Map<number, number>();
  const plans: RowPlan<ReplyStep>[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const asked = sent.get(row.id);
    const known = asked?.entry.reply === row.reply ? asked.entry.repliedOn : null;
    const on = row.on ?? known ?? given.on;
    const first = seen.get(row.id);
    const reasons = [
      ...rowProblems(row, asked, on, given),
      ...(first === undefined ? [] : [twice(row, first)]),
    ];
    problems.push(...reasons);
    if (first === undefined) seen.set(row.id, row.line);
    if (reasons.length === 0 && asked && on !== undefined) plans.push(planOf(row, asked, on));
  }
  return { rows: plans, problems };
}
