import type { Batch, BatchLine } from "../domain/batch.ts";
import { type BatchAnswer, planAnswer, unanswered } from "../domain/batch-answer.ts";
import type { NewBatch } from "../domain/batch-plan.ts";
import type { Day } from "../domain/day.ts";
import { toldOf } from "../domain/finance.ts";
import type { ReplyStep } from "../domain/finance-reply.ts";
import { every, type Result } from "../domain/result.ts";
import { findBatch, fingerprint } from "./batches.ts";
import type { Store } from "./store.ts";

/** Writes a draft batch and its lines; answers its key. */
export function addBatch(
  store: Store,
  batch: NewBatch,
  made: { readonly by: string; readonly on: Day },
): string {
  const id = store.insert("payment_batch", {
    payer_id: batch.payerId,
    key: batch.key,
    cut_off_on: batch.cutOffOn,
    made_on: made.on,
    made_by: made.by,
  });
  for (const line of batch.lines)
    store.insert("batch_line", {
      batch_id: id,
      line_id: line.id,
      pence: line.approvedPence ?? line.claimedPence,
    });
  return batch.key;
}

/** Takes lines out of a draft, and the draft away where none is left. Answers whether it is gone. */
export function dropFromBatch(store: Store, batch: Batch, lines: readonly BatchLine[]): boolean {
  for (const line of lines) store.remove("batch_line", line.id);
  const gone = lines.length === batch.lines.length;
  if (gone) store.remove("payment_batch", batch.id);
  return gone;
}

/** Marks a batch and its lines sent, with what finance was told of each and the fingerprint of the sheet. */
export function sendBatch(store: Store, batch: Batch, on: Day, sheet: string): void {
  store.update("payment_batch", batch.id, {
    state: "sent",
    sent_on: on,
    sheet_sha256: fingerprint(sheet),
  });
  for (const { id, line } of batch.lines) {
    store.update("batch_line", id, { told: JSON.stringify(toldOf(line)) });
    store.update("payment_line", line.id, { state: "sent", sent_on: on });
  }
}

/** Writes finance's answer to lines of a batch. */
function answerLines(store: Store, lines: readonly BatchLine[], { reply, on, reason }: BatchAnswer): void {
  for (const { id, line } of lines) {
    store.update("batch_line", id, { reply, replied_on: on, reason });
    store.update("payment_line", line.id, {
      state: reply,
      state_reason: reason,
      ...(reply === "paid" ? { paid_on: on } : {}),
    });
  }
}

/** The batch and the lines of it that finance's answer is about, if they may be answered so. */
export function answerOf(
  store: Store,
  named: { readonly batch: string; readonly lines: readonly string[] },
  answer: BatchAnswer,
  today: Day,
): Result<{ readonly batch: Batch; readonly lines: readonly BatchLine[] }> {
  const batch = findBatch(store, named.batch);
  return batch.ok ? every({ batch, lines: planAnswer(batch.value, named.lines, answer, today) }) : batch;
}

/** Writes finance's answer to lines of a batch. Answers the batch as it is now. */
export function answerBatch(
  store: Store,
  batch: Batch,
  lines: readonly BatchLine[],
  answer: BatchAnswer,
): Batch {
  answerLines(store, lines, answer);
  const now = findBatch(store, batch.key);
  return now.ok ? now.value : { ...batch, lines: [...unanswered(batch)] };
}

/** Writes what a row of finance's reply says of a line. */
export const saveReply = (store: Store, { entry, reply, on, reason }: ReplyStep): void =>
  answerLines(store, [entry], { reply, on, reason });
