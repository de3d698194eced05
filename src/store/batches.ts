import { createHash } from "node:crypto";
import {
  type Batch,
  type BatchLine,
  batchNamed,
  batchStanding,
  type FinanceReply,
  type Payer,
} from "../domain/batch.ts";
import type { Day } from "../domain/day.ts";
import type { Told } from "../domain/finance.ts";
import { grouped } from "../domain/grouped.ts";
import type { PayerPlan } from "../domain/payer.ts";
import { payerNamed } from "../domain/rate.ts";
import { no, problemsOf, type Result, yes } from "../domain/result.ts";
import { paymentLines } from "./payments.ts";
import { type Store, sql } from "./store.ts";

/** Who pays, by key, with their cut-off day. */
export const payerRows = (store: Store): Payer[] =>
  store
    .all(sql.selectFrom("payer").select(["id", "key", "name", "cut_off_day"]).orderBy("key"))
    .map((p) => ({ id: p.id, key: p.key, name: p.name, cutOffDay: p.cut_off_day }));

/** The one payer meant by a key; an unknown one is refused with the nearest. */
export function findPayer(store: Store, key: string): Result<Payer> {
  const known = payerRows(store);
  const id = payerNamed(key, known);
  const payer = known.find((p) => id.ok && p.id === id.value);
  return payer ? yes(payer) : no(...problemsOf(id));
}

/** Writes a payer's name and cut-off day, or begins the payer. */
export function writePayer(store: Store, { id, key, name, cutOffDay }: PayerPlan): void {
  const row = { name, cut_off_day: cutOffDay };
  if (id === null) store.insert("payer", { key, ...row });
  else store.update("payer", id, { ...row, source: "set by this unit" });
}

/** The lines of batches in the order they were put in, by batch. */
function batchLines(store: Store): Map<number, BatchLine[]> {
  const rows = store.all(
    sql
      .selectFrom("batch_line")
      .select(["id", "batch_id", "line_id", "pence", "told", "reply", "replied_on", "reason"])
      .orderBy("batch_id")
      .orderBy("id"),
  );
  const lines = new Map(
    paymentLines(store, { ids: [...new Set(rows.map((r) => r.line_id))] }).map((l) => [l.id, l]),
  );
  const known = rows.flatMap((r): BatchLine[] => {
    const line = lines.get(r.line_id);
    return line
      ? [
          {
            id: r.id,
            batchId: r.batch_id,
            line,
            pence: r.pence,
            told: r.told === null ? null : (JSON.parse(r.told) as Told),
            reply: r.reply as FinanceReply | null,
            repliedOn: r.replied_on as Day | null,
            reason: r.reason,
          },
        ]
      : [];
  });
  return grouped(known, (l) => l.batchId);
}

/** Every batch with its lines, the oldest first. */
export function batches(store: Store): Batch[] {
  const lines = batchLines(store);
  return store
    .all(
      sql
        .selectFrom("payment_batch as b")
        .innerJoin("payer as p", "p.id", "b.payer_id")
        .select(["b.id", "b.key", "p.key as payer", "p.name", "b.cut_off_on", "b.made_on", "b.made_by"])
        .select(["b.sent_on", "b.sheet_sha256"])
        .orderBy("b.id"),
    )
    .map((b) => ({
      ...batchStanding(b.sent_on as Day | null, lines.get(b.id) ?? []),
      id: b.id,
      key: b.key,
      payer: b.payer,
      payerName: b.name,
      cutOffOn: b.cut_off_on as Day | null,
      madeOn: b.made_on as Day,
      madeBy: b.made_by,
      sentOn: b.sent_on as Day | null,
      sheet: b.sheet_sha256,
      lines: lines.get(b.id) ?? [],
    }));
}

/** The one batch meant by a key; an unknown one is refused. */
export const findBatch = (store: Store, key: string): Result<Batch> => batchNamed(key, batches(store));

/** The fingerprint of a sheet. */
export const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex");
