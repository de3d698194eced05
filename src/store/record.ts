import type { Store } from "./store.ts";

/**
 * Tables outside the change record: the record itself (which import a change came from is part of it), the contents of
 * imported files and what runs of the match rest on, which must be able to go, and the evaluation responses and counts of equality answers, which must not be
 * traceable to a person through who changed what when.
 */
const outside = new Set([
  "change_set",
  "change_row",
  "recording",
  "import_batch",
  "import_content",
  "match_run_facts",
  "evaluation_response",
  "round_count",
  "sqlite_sequence",
]);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables whose every change is recorded, by name. */
export const recordedTables = (store: Store): string[] =>
  store
    .raw<{ name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .map((t) => t.name)
    .filter((name) => !outside.has(name));

/** The columns of a table, in order. */
export const columnsOf = (store: Store, table: string): string[] =>
  store
    .raw<{ name: string }>(`select name from pragma_table_info('${table}') order by cid`)
    .map((c) => c.name);

/**
 * Where every trigger of the record hands in what changed: a view without rows, whose own trigger writes it down. Said once instead of in
 * each of some three hundred triggers, which are read at every opening of a store.
 */
const handedIn = `create view recorded as
select null as table_name, null as row_id, null as action, null as before, null as after where false;
create trigger write_down instead of insert on recorded begin
  insert into change_row (set_id, table_name, row_id, action, before, after, line_no)
  select set_id, new.table_name, new.row_id, new.action, new.before, new.after, line_no from recording;
end;`;

function triggers(table: string, columns: readonly string[]): string {
  const row = (which: "old" | "new"): string =>
    `json_object(${columns.map((c) => `'${c}', ${which}.${quoted(c)}`).join(", ")})`;
  const trigger = (
    action: "insert" | "update" | "delete",
    before: string,
    after: string,
    id: string,
  ): string =>
    `create trigger ${quoted(`record_${table}_${action}`)} after ${action} on ${quoted(table)} begin
  insert into recorded values ('${table}', ${id}, '${action}', ${before}, ${after});
end;`;
  return [
    trigger("insert", "null", row("new"), "new.id"),
    trigger("update", row("old"), row("new"), "new.id"),
    trigger("delete", row("old"), "null", "old.id"),
  ].join("\n");
}

/**
 * Puts the triggers in place that record every change of every table, also one made outside the program (which has no
 * change set). Made again after each migration, so they always hold all columns.
 */
export function recordChanges(store: Store): void {
  const old = store.raw<{ name: string }>(
    "select name from sqlite_schema where type = 'trigger' and name like 'record_%' order by name",
  );
  for (const { name } of old) store.script(`drop trigger ${quoted(name)}`);
  store.script(`drop view if exists recorded;\n${handedIn}`);
  for (const table of recordedTables(store)) store.script(triggers(table, columnsOf(store, table)));
}
