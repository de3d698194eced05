import type { LineChange } from "../domain/import-undo.ts";
import type { RecordedRow, Reversal, RowFacts } from "../domain/undo.ts";
import { columnsOf, recordedTables } from "./record.ts";
import { type Store, sql } from "./store.ts";

/** One command that changed the store. */
export interface ChangeSet {
  readonly id: number;
  readonly made_at: string;
  readonly made_by: string;
  readonly command: string;
  /** What was done though it changed no row: a withheld identity was shown. In refs. */
  readonly about: string | null;
  readonly undoes_id: number | null;
  readonly undone_by_id: number | null;
  readonly rows: number;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The commands on record, newest first. */
export const changeSets = (store: Store, limit: number): ChangeSet[] =>
  store.all(
    sql
      .selectFrom("change_set as s")
      .select((q) => [
        "s.id",
        "s.made_at",
        "s.made_by",
        "s.command",
        "s.about",
        "s.undoes_id",
        "s.undone_by_id",
        q
          .selectFrom("change_row as r")
          .whereRef("r.set_id", "=", "s.id")
          .select(q.fn.countAll<number>().as("n"))
          .as("rows"),
      ])
      .orderBy("s.id", "desc")
      .limit(limit),
  ) as ChangeSet[];

/** One command on record, or undefined. */
export const changeSet = (store: Store, id: number): ChangeSet | undefined =>
  changeSets(store, Number.MAX_SAFE_INTEGER).find((s) => s.id === id);

/** How many rows were changed outside the program, by table. */
export const changesOutside = (store: Store): { table_name: string; rows: number }[] =>
  store.all(
    sql
      .selectFrom("change_row")
      .where("set_id", "is", null)
      .groupBy("table_name")
      .orderBy("table_name")
      .select(["table_name", sql.fn.countAll<number>().as("rows")]),
  );

/** The changes of one command, in the order they were made, each with the line of the imported file it came from. */
export const changesOf = (store: Store, setId: number): LineChange[] =>
  store
    .all(
      sql
        .selectFrom("change_row")
        .where("set_id", "=", setId)
        .orderBy("id")
        .select(["table_name", "row_id", "before", "after", "line_no"]),
    )
    .map((r) => ({
      line: r.line_no,
      table: r.table_name,
      rowId: r.row_id,
      before: r.before === null ? null : (JSON.parse(r.before) as RecordedRow),
      after: r.after === null ? null : (JSON.parse(r.after) as RecordedRow),
    }));

/** A row of any table of those that are recorded as it is now, or null. */
function rowNow(store: Store, recorded: ReadonlySet<string>, table: string, id: number): RecordedRow | null {
  if (!recorded.has(table)) return null;
  return store.raw<RecordedRow>(`select * from ${quoted(table)} where id = ?`, id)[0] ?? null;
}

/** What undo needs to know of a row: how it is now, and the latest command after `setId` that touched it. */
export const factsFor = (store: Store, setId: number): ((table: string, id: number) => RowFacts) => {
  const recorded = new Set(recordedTables(store));
  return (table, id) => {
    const [later] = store.raw<{ id: number; command: string }>(
      `select s.id, s.command from change_row r join change_set s on s.id = r.set_id
       where r.table_name = ? and r.row_id = ? and s.id > ? and s.undone_by_id is null and s.undoes_id is not ?
       order by s.id desc limit 1`,
      table,
      id,
      setId,
      setId,
    );
    // The plus keeps SQLite from going through the whole set for each row.
    const [gone] = store.raw<{ id: number }>(
      "select id from change_row where +set_id = ? and table_name = ? and row_id = ? and erased = 1 limit 1",
      setId,
      table,
      id,
    );
    return {
      erased: gone !== undefined,
      current: rowNow(store, recorded, table, id),
      later: later ? { ref: `H-${String(later.id).padStart(3, "0")}`, command: later.command } : null,
    };
  };
};

/** A row that would be left referring to something that undo takes away, and the command that made it. */
export interface Dependent {
  readonly table: string;
  /** Null for evaluation responses, which have no number. */
  readonly rowId: number | null;
  readonly parent: string;
  /** The row it refers to; null where the reference is not by number. */
  readonly parentId: number | null;
  readonly setId: number | null;
  readonly command: string | null;
}

/** The row that a reference leads to, where it leads by number. */
function referredTo(store: Store, table: string, rowId: number | null, reference: number): number | null {
  const columns = store.raw<{ from: string; to: string | null }>(
    `select "from", "to" from pragma_foreign_key_list(?) where id = ?`,
    table,
    reference,
  );
  const [only] = columns;
  if (!only || columns.length > 1 || only.to !== "id" || rowId === null) return null;
  const [row] = store.raw<{ to_id: number }>(
    `select ${quoted(only.from)} as to_id from ${quoted(table)} where rowid = ?`,
    rowId,
  );
  return row?.to_id ?? null;
}

/** Rows that refer to something that is not there, with the command that last wrote them. */
export function dependents(store: Store): Dependent[] {
  return store
    .raw<{ table: string; rowid: number | null; parent: string; fkid: number }>(
      `select distinct "table", "rowid", parent, fkid from pragma_foreign_key_check`,
    )
    .map(({ table, rowid, parent, fkid }) => {
      const [by] = store.raw<{ id: number; command: string }>(
        `select s.id, s.command from change_row r join change_set s on s.id = r.set_id
         where r.table_name = ? and r.row_id = ? order by r.id desc limit 1`,
        table,
        rowid,
      );
      const parentId = referredTo(store, table, rowid, fkid);
      return { table, rowId: rowid, parent, parentId, setId: by?.id ?? null, command: by?.command ?? null };
    });
}

/** Does one reversal; throws SQLITE_CONSTRAINT where something in the store stands in the way. */
export function reverse(store: Store, { table, rowId, action, to, columns }: Reversal): void {
  if (action === "remove") store.rawRun(`delete from ${quoted(table)} where id = ?`, rowId);
  else if (action === "restore")
    store.rawRun(
      `update ${quoted(table)} set ${columns.map((c) => `${quoted(c)} = ?`).join(", ")} where id = ?`,
      ...columns.map((c) => to?.[c] ?? null),
      rowId,
    );
  else {
    const known = columnsOf(store, table).filter((c) => to !== null && c in to);
    store.rawRun(
      `insert into ${quoted(table)} (${known.map(quoted).join(", ")}) values (${known.map(() => "?").join(", ")})`,
      ...known.map((c) => to?.[c] ?? null),
    );
  }
}

/**
 * Applies a plan of reversals inside the running write and marks the command as undone. Answers the rows that would be
 * left without what they refer to: the caller must then stop, so that nothing is written.
 */
export function applyUndo(store: Store, undone: ChangeSet, plan: readonly Reversal[]): Dependent[] {
  store.script("pragma defer_foreign_keys = on");
  const [recording] = store.raw<{ set_id: number }>("select set_id from recording");
  const by = recording?.set_id ?? null;
  if (by !== null) store.update("change_set", by, { undoes_id: undone.id });
  for (const reversal of plan) reverse(store, reversal);
  store.update("change_set", undone.id, { undone_by_id: by });
  if (undone.undoes_id !== null) store.update("change_set", undone.undoes_id, { undone_by_id: null });
  store.rawRun(
    `update import_batch set undone_on = case when undone_on is null then (select date(made_at) from change_set where id = ?) end
     where id = (select import_id from change_set where id = ?)`,
    by,
    undone.undoes_id ?? undone.id,
  );
  return dependents(store);
}
