import { createHash } from "node:crypto";
import type { HandedIn } from "../domain/receipt.ts";
import { fileNameOf } from "../domain/text.ts";
import { type Store, sql } from "./store.ts";

/** Receipts of lines that stand: of a line that was rejected or taken back it is free again, for a line in its place. */
const onStanding = sql
  .selectFrom("receipt as r")
  .innerJoin("payment_line as l", "l.id", "r.line_id")
  .leftJoin("payment_line as b", (join) =>
    join.onRef("b.reverses_id", "=", "l.id").on("b.state", "not in", ["rejected", "reversed"]),
  )
  .select(["r.line_id", "r.sha256"])
  .where("l.state", "not in", ["rejected", "reversed"])
  .where("b.id", "is", null)
  .orderBy("r.line_id");

/** How many receipts each line has, and the lines with a receipt that another line that stands has too. */
export function receiptFacts(store: Store): { of: Map<number, number>; shared: Set<number> } {
  const of = new Map<number, number>();
  for (const { line_id: line } of store.all(sql.selectFrom("receipt").select("line_id").orderBy("id")))
    of.set(line, (of.get(line) ?? 0) + 1);
  const firstWith = new Map<string, number>();
  const shared = new Set<number>();
  for (const { line_id: line, sha256 } of store.all(onStanding)) {
    const first = firstWith.get(sha256);
    if (first === undefined) firstWith.set(sha256, line);
    else if (first !== line) shared.add(first).add(line);
  }
  return { of, shared };
}

/** The fingerprint of a receipt, and the lines that stand and have the same one. The file itself is not kept. */
export function handedIn(store: Store, fileName: string, bytes: Uint8Array): HandedIn {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    fileName: fileNameOf(fileName),
    sha256,
    bytes: bytes.length,
    onLines: store.all(onStanding.where("r.sha256", "=", sha256)).map((r) => r.line_id),
  };
}
