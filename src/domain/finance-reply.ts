import type { Batch, BatchLine, FinanceReply } from "./batch.ts";
import type { Day } from "./day.ts";
import type { RowOutcome } from "./imports.ts";
import { type Pence, pounds } from "./money.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

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
  readonly outcome: RowOutcome;
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

/** The latest time a line was sent to finance. */
function lastSent(batches: readonly Batch[], id: number): Asked | undefined {
  const sent = batches.filter((b) => b.state !== "draft");
  const asked = sent.flatMap((batch) =>
    batch.lines.filter((l) => l.line.id === id).map((entry) => ({ batch, entry })),
  );
  return asked.at(-1);
}

function rowProblems(row: ReplyRow, asked: Asked | undefined, on: Day | undefined, today: Day): Problem[] {
  const name = ref("payment", row.id);
  const at = (code: string, column: string, message: string, remedy: string): Problem => ({
    code,
    line: row.line,
    column,
    message,
    remedy,
  });
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
  const answered =
    entry.reply !== null &&
    (entry.reply !== row.reply || (row.on !== undefined && row.on !== entry.repliedOn))
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

const twice = (rows: readonly ReplyRow[]): Problem[] =>
  rows.flatMap((row, i) => {
    const first = rows.slice(0, i).find((r) => r.id === row.id);
    return first
      ? [
          {
            code: "row-twice",
            line: row.line,
            column: "reference",
            message: `${ref("payment", row.id)} is on line ${first.line} already.`,
            remedy: "Remove one of the two rows.",
          },
        ]
      : [];
  });

/**
 * What finance's reply would do, row by row: mark a line paid, queried or rejected, or nothing where it was answered so
 * before, so that the same file again changes nothing. References nobody sent, other amounts and second answers are bad rows.
 */
export function planReplies(
  rows: readonly ReplyRow[],
  batches: readonly Batch[],
  given: { readonly on: Day | undefined; readonly today: Day },
): Result<readonly ReplyStep[]> {
  const each = rows.map((row) => {
    const asked = lastSent(batches, row.id);
    const known = asked?.entry.reply === row.reply ? asked.entry.repliedOn : null;
    return { row, asked, on: row.on ?? known ?? given.on };
  });
  const problems = each.flatMap(({ row, asked, on }) => rowProblems(row, asked, on, given.today));
  return unless([...problems, ...twice(rows)], () =>
    each.flatMap(({ row, asked, on }): ReplyStep[] =>
      asked && on !== undefined
        ? [
            {
              outcome: asked.entry.reply === null ? "updated" : "unchanged",
              batch: asked.batch,
              entry: asked.entry,
              reply: row.reply,
              on,
              reason: row.reply === "paid" ? null : (row.reason ?? null),
            },
          ]
        : [],
    ),
  );
}
