import type { LineUndo } from "../domain/import-undo.ts";
import { inUndoOrder } from "../domain/undo.ts";
import { dependents, reverse } from "./history.ts";
import type { ImportBatch } from "./imports.ts";
import type { Store } from "./store.ts";

/** What became of one line of an import that was taken back. */
export interface UndoneLine {
  readonly undo: LineUndo;
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

/** The lines whose going would leave something without what it refers to, with what that is. */
function restedOn(store: Store, lines: readonly LineUndo[]): Map<LineUndo, string> {
  const owner = new Map(
    lines.flatMap((l) =>
      l.reversals.filter((r) => r.action === "remove").map((r) => [`${r.table} ${r.rowId}`, l] as const),
    ),
  );
  const found = new Map<LineUndo, string>();
  for (const d of dependents(store)) {
    const by = d.setId === null ? "" : `, by H-${String(d.setId).padStart(3, "0")} (${d.command})`;
    const why = `${d.table.replaceAll("_", " ")} ${d.rowId ?? ""} rests on it${by}`;
    const line = d.parentId === null ? undefined : owner.get(`${d.parent} ${d.parentId}`);
    if (line) found.set(line, why);
    else for (const l of lines) if (l.reversals.some((r) => r.table === d.parent)) found.set(l, why);
  }
  return found;
}

/** Takes back what can be, with the lines in `failed` left as they are; adds to `failed` until the store is whole. */
function takeBack(store: Store, lines: readonly LineUndo[], failed: Map<LineUndo, string>): void {
  for (;;) {
    store.script("savepoint all_lines");
    const open = lines.filter((l) => !failed.has(l));
    const refused = open.flatMap((l) => {
      const why = reverseLine(store, l);
      return why === null ? [] : [[l, why] as const];
    });
    for (const [line, why] of refused) failed.set(line, why);
    const gone = open.filter((l) => !failed.has(l));
    const resting = restedOn(store, gone);
    if (resting.size === 0) {
      store.script("release all_lines");
      return;
    }
    for (const [line, why] of resting) failed.set(line, why);
    store.script("rollback to all_lines; release all_lines");
  }
}

/**
 * Takes an import back inside the running write, line by line: what was edited since is kept, and what something else rests on
 * stays as it is. Where nothing of it is left, the command that brought it in counts as taken back.
 */
export function undoImport(store: Store, batch: ImportBatch, plan: readonly LineUndo[]): UndoneLine[] {
  store.script("pragma defer_foreign_keys = on");
  const failed = new Map<LineUndo, string>();
  takeBack(
    store,
    plan.filter((l) => l.state === "to take back"),
    failed,
  );
  const lines = plan
    .filter((l) => l.state !== "gone")
    .map((undo): UndoneLine => {
      const why = undo.why ?? failed.get(undo) ?? null;
      return { undo, why, outcome: undo.state === "kept" ? "kept" : why === null ? "taken back" : "failed" };
    });
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
