import { chmodSync, renameSync, rmSync } from "node:fs";
import { connect } from "./connect.ts";
import type { Store } from "./store.ts";

/** What SQLite's own checks find wrong with an open file, in its words; empty when it is whole. */
export function damage(store: Store): string[] {
  const integrity = store
    .raw<{ integrity_check: string }>("pragma integrity_check")
    .map((r) => r.integrity_check);
  const orphans = store
    .raw<{ table: string; rowid: number | null; parent: string }>("pragma foreign_key_check")
    .map((r) => `${r.table} row ${r.rowid ?? "?"} refers to a ${r.parent} that is not there`);
  return [...integrity.filter((line) => line !== "ok"), ...orphans];
}

function damageOfFile(path: string): string[] {
  const db = connect(path, { readonly: true });
  try {
    return db
      .prepare<[], { integrity_check: string }>("pragma integrity_check")
      .all()
      .map((r) => r.integrity_check)
      .filter((line) => line !== "ok");
  } finally {
    db.close();
  }
}

/**
 * Copies a store, while it may be in use, to a new file that only its owner can read: written under a temporary name,
 * checked, then renamed. Answers the path; throws, leaving nothing, where the copy is not whole.
 */
export function verifiedCopy(store: Store, to: string): string {
  const temporary = `${to}.part`;
  rmSync(temporary, { force: true });
  try {
    store.rawRun("vacuum into ?", temporary);
    chmodSync(temporary, 0o600);
    const found = damageOfFile(temporary);
    if (found.length > 0) throw new Error(`the copy is not whole: ${found.join("; ")}`);
    renameSync(temporary, to);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return to;
}
