import { byLines, type LineChange, type LineUndo, planImportUndo } from "../domain/import-undo.ts";
import type { RecordedRow } from "../domain/undo.ts";
import { factsFor } from "./history.ts";
import type { Store } from "./store.ts";

interface Recorded {
  readonly table_name: string;
  readonly row_id: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly line_no: number | null;
}

const asChange = (r: Recorded): LineChange => ({
  line: r.line_no,
  table: r.table_name,
  rowId: r.row_id,
  before: r.before === null ? null : (JSON.parse(r.before) as RecordedRow),
  after: r.after === null ? null : (JSON.parse(r.after) as RecordedRow),
});

/** Which changes of an import are shown: those of one line of its file, or the first so many. */
export interface ShownChanges {
  readonly line: number | undefined;
  readonly most: number;
}

/** What an import changed, in the order it was done, and how many changes there are in all. */
export function shownChanges(
  store: Store,
  setId: number,
  { line, most }: ShownChanges,
): { readonly changes: LineChange[]; readonly all: number } {
  const own = line === undefined ? "set_id = ?" : "set_id = ? and line_no = ?";
  const given = line === undefined ? [setId] : [setId, line];
  const rows = store.raw<Recorded>(
    `select table_name, row_id, before, after, line_no from change_row where ${own} order by id limit ?`,
    ...given,
    most,
  );
  const [counted] = store.raw<{ n: number }>(`select count(*) as n from change_row where ${own}`, ...given);
  return { changes: rows.map(asChange), all: counted?.n ?? 0 };
}

/** How many changes are held at a time, at most by one line more. */
const atOnce = 1000;

/** The changes of an import page by page, all of one line or of one row on one page; a mapping of columns saved on the way stays. */
function* changePages(store: Store, setId: number): Generator<LineChange[]> {
  const all = store.each<{ id: number; line: number | null; table: string; rowId: number }>(
    `select id, line_no as line, table_name as "table", row_id as rowId from change_row
     where set_id = ? and table_name <> 'csv_mapping' order by id`,
    setId,
  );
  const page = (ids: readonly number[]): LineChange[] =>
    store
      .raw<Recorded>(
        `select table_name, row_id, before, after, line_no from change_row
         where id in (select value from json_each(?)) order by id`,
        JSON.stringify(ids),
      )
      .map(asChange);
  let ids: number[] = [];
  for (const group of byLines(all)) {
    ids.push(...group.changes.map((c) => c.id));
    if (ids.length < atOnce) continue;
    yield page(ids);
    ids = [];
  }
  if (ids.length > 0) yield page(ids);
}

/** How to take an import back, line by line; what is not needed any more is let go, since a file may have a million lines. */
export function* undoLines(store: Store, setId: number | null): Generator<LineUndo> {
  if (setId === null) return;
  for (const page of changePages(store, setId)) yield* planImportUndo(page, factsFor(store, setId));
}
