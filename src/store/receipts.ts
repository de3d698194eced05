import { createHash } from "node:crypto";
import type { HandedIn } from "../domain/receipt.ts";
import { fileNameOf } from "../domain/text.ts";
import { type Store, sql } from "./store.ts";

/** How many receipts each line has, and the lines with a receipt that another line has too. */
export function receiptFacts(store: Store): { of: Map<number, number>; shared: Set<number> } {
  const rows = store.all(sql.selectFrom("receipt").select(["line_id", "sha256"]).orderBy("id"));
  const of = new Map<number, number>();
  const firstWith = new Map<string, number>();
  const shared = new Set<number>();
  for (const { line_id: line, sha256 } of rows) {
    of.set(line, (of.get(line) ?? 0) + 1);
    const first = firstWith.get(sha256);
    if (first === undefined) firstWith.set(sha256, line);
    else if (first !== line) shared.add(first).add(line);
  }
  return { of, shared };
}

/** The fingerprint of a receipt, and the lines that have the same one. The file itself is not kept. */
export function handedIn(store: Store, fileName: string, bytes: Uint8Array): HandedIn {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const query = sql.selectFrom("receipt").select("line_id").where("sha256", "=", sha256).orderBy("line_id");
  return {
    fileName: fileNameOf(fileName),
    sha256,
    bytes: bytes.length,
    onLines: store.all(query).map((r) => r.line_id),
  };
}
