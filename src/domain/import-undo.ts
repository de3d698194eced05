import { no, type Result, yes } from "./result.ts";
import {
  type Change,
  isAnything,
  type Reversal,
  type RowFacts,
  reversalOf,
  rowsOf,
  sameRow,
} from "./undo.ts";

/** A change with the line of the imported file that it came from; null where it came from no line. */
export interface LineChange extends Change {
  readonly line: number | null;
}

/** What one line of a file wrote, and what becomes of it when the import is taken back. */
export interface LineUndo {
  readonly line: number | null;
  readonly reversals: readonly Reversal[];
  /** `gone`: it was taken back before; `kept`: something of it was edited since. */
  readonly state: "to take back" | "gone" | "kept";
  /** Why it is kept. */
  readonly why: string | null;
}

/** Which row was changed, and by which line. */
type ChangeOfLine = Pick<LineChange, "line" | "table" | "rowId">;

/** The changes line by line, in the order of the file; lines that touch one row belong together, under the first of them. */
export function byLines<C extends ChangeOfLine>(
  changes: Iterable<C>,
): { line: number | null; changes: C[] }[] {
  const groups: { line: number | null; changes: C[] }[] = [];
  const ofLine = new Map<number, (typeof groups)[number]>();
  const ofRow = new Map<string, (typeof groups)[number]>();
  for (const change of changes) {
    const row = `${change.table} ${change.rowId}`;
    const group = ofRow.get(row) ?? (change.line === null ? undefined : ofLine.get(change.line));
    const own = group ?? { line: change.line, changes: [] };
    if (!group) groups.push(own);
    own.changes.push(change);
    ofRow.set(row, own);
    if (change.line !== null && !ofLine.has(change.line)) ofLine.set(change.line, own);
  }
  return groups;
}

const edited = ({ later }: RowFacts): string =>
  later ? `edited since, by ${later.ref} (${later.command})` : "edited since, outside the program";

/**
 * How to take an import back line by line: what a line wrote goes together or not at all, and what was edited since stays as
 * it is now.
 */
export const planImportUndo = (
  changes: readonly LineChange[],
  facts: (table: string, rowId: number) => RowFacts,
): LineUndo[] =>
  byLines(changes).map(({ line, changes: own }) => {
    const rows = rowsOf(own).filter((r) => r.before !== null || r.after !== null);
    const now = rows.map((row) => ({ row, facts: facts(row.table, row.rowId) }));
    if (now.every(({ row, facts: f }) => sameRow(row.before, f.current) && !sameRow(row.after, f.current)))
      return { line, reversals: [], state: "gone", why: null };
    const changed = now.find(({ row, facts: f }) => !sameRow(row.after, f.current));
    const reversals = rows.map(reversalOf).filter(isAnything);
    return changed
      ? { line, reversals, state: "kept", why: edited(changed.facts) }
      : { line, reversals, state: "to take back", why: null };
  });

/** How many lines of an import can be taken back; refuses where nothing of it is left. */
export function checkStanding(
  states: Iterable<LineUndo["state"]>,
  batch: { readonly file_name: string },
): Result<number> {
  let [left, open] = [0, 0];
  for (const state of states) {
    if (state !== "gone") left += 1;
    if (state === "to take back") open += 1;
  }
  if (left > 0) return yes(open);
  return no({
    code: "nothing-to-undo",
    message: `Nothing of ${batch.file_name} is left to take back.`,
    remedy: "See: involve import list",
  });
}
