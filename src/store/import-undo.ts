import type { LineUndo } from "../domain/import-undo.ts";
import { inUndoOrder, type Reversal } from "../domain/undo.ts";
import { dependents, reverse } from "./history.ts";
import { undoLines } from "./import-changes.ts";
import type { ImportBatch } from "./imports.ts";
import type { Store } from "./store.ts";

/** What became of one line of an import that was taken back. */
export interface UndoneLine {
  readonly line: number | null;
  readonly rows: readonly Omit<Reversal, "to">[];
  readonly outcome: "taken back" | "kept" | "failed";
  readonly why: string | null;
}

/** Does one line's reversals, all or none; answers why not, or null. */
function reverseLine(store: Store, { reversals }: LineUndo): string | null {
  store.script("savepoint one_line");
  try {
    for (const reversal of inUndoOrder(reversals)) reverse(store, reversal);
    store.script("release one_line");
    return null;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    if (!String(code).startsWith("SQLITE_CONSTRAINT")) throw error;
    store.script("rollback to one_line; release one_line");
    return `the store does not allow it: ${String(message)}`;
  }
}

/** Which line took a row away, and which lines touched a table. */
interface Gone {
  readonly rows: Map<string, number>;
  readonly tables: Map<string, number[]>;
}

/** The lines whose going would leave something without what it refers to, with what that is. */
function restedOn(store: Store, gone: Gone): Map<number, string> {
  const found = new Map<number, string>();
  for (const d of dependents(store)) {
    const by = d.setId === null ? "" : `, by H-${String(d.setId).padStart(3, "0")} (${d.command})`;
    const why = `${d.table.replaceAll("_", " ")} ${d.rowId ?? ""} rests on it${by}`;
    const line = d.parentId === null ? undefined : gone.rows.get(`${d.parent} ${d.parentId}`);
    if (line !== undefined) found.set(line, why);
    else for (const l of gone.tables.get(d.parent) ?? []) found.set(l, why);
  }
  return found;
}

/** Takes back every line that can be, but those in `failed`, to which it adds. Answers the lines, and what their going took away. */
function pass(store: Store, setId: number | null, failed: Map<number, string>) {
  const gone: Gone = { rows: new Map(), tables: new Map() };
  const lines: UndoneLine[] = [];
  let n = 0;
  for (const undo of undoLines(store, setId)) {
    const at = n++;
    if (undo.state === "gone") continue;
    const open = undo.state === "to take back" && !failed.has(at);
    const refused = open ? reverseLine(store, undo) : null;
    if (refused !== null) failed.set(at, refused);
    const why = undo.why ?? failed.get(at) ?? null;
    const rows = undo.reversals.map(({ to: _, ...r }) => r);
    lines.push({
      ...{ line: undo.line, rows, why },
      outcome: undo.state === "kept" ? "kept" : why === null ? "taken back" : "failed",
    });
    if (!open || refused !== null) continue;
    for (const r of undo.reversals) {
      if (r.action === "remove") gone.rows.set(`${r.table} ${r.rowId}`, at);
      const touching = gone.tables.get(r.table);
      if (!touching) gone.tables.set(r.table, [at]);
      else if (touching.at(-1) !== at) touching.push(at);
    }
  }
  return { lines, gone };
}

/** Takes back what can be; again without what something rests on, until the store is whole. */
function takeBack(store: Store, setId: number | null): UndoneLine[] {
  const failed = new Map<number, string>();
  for (;;) {
    store.script("savepoint all_lines");
    const { lines, gone } = pass(store, setId, failed);
    const resting = restedOn(store, gone);
    if (resting.size === 0) {
      store.script("release all_lines");
      return lines;
    }
    for (const [line, why] of resting) failed.set(line, why);
    store.script("rollback to all_lines; release all_lines");
  }
}

/**
 * Takes an import back inside the running write, line by line: what was edited since is kept, and what something else rests on
 * stays as it is. Where nothing of it is left, the command that brought it in counts as taken back.
 */
export function undoImport(store: Store, batch: ImportBatch): UndoneLine[] {
  store.script("pragma defer_foreign_keys = on");
  const lines = takeBack(store, batch.set_id);
  const [recording] = store.raw<{ set_id: number; day: string }>(
    "select s.id as set_id, date(s.made_at) as day from recording r join change_set s on s.id = r.set_id",
  );
  if (recording && lines.some((l) => l.outcome === "taken back")) {
    store.update("import_batch", batch.id, { undone_on: recording.day });
    if (batch.set_id !== null && lines.every((l) => l.outcome === "taken back")) {
      store.update("change_set", batch.set_id, { undone_by_id: recording.set_id });
      store.update("change_set", recording.set_id, { undoes_id: batch.set_id });
    }
  }
  return lines;
}
