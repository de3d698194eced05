import { no, type Problem, type Result, unless } from "./result.ts";

/** A row as the change record keeps it: column to value. */
export type RecordedRow = Readonly<Record<string, string | number | null>>;

/** One recorded change of one row. */
export interface Change {
  readonly table: string;
  readonly rowId: number;
  readonly before: RecordedRow | null;
  readonly after: RecordedRow | null;
}

/** What has to be done to one row to take a command back. */
export interface Reversal {
  readonly table: string;
  readonly rowId: number;
  readonly action: "remove" | "put back" | "restore";
  /** The row as it will be; null where it is removed. */
  readonly to: RecordedRow | null;
  /** The columns that change back, for a restore. */
  readonly columns: readonly string[];
}

/** What undo needs to know of one row that the command touched. */
export interface RowFacts {
  readonly current: RecordedRow | null;
  /** The ref of the latest later command that touched the row, and its words; null where none did. */
  readonly later: { readonly ref: string; readonly command: string } | null;
  /** Personal data was taken out of what the record has of it. */
  readonly erased: boolean;
}

/** Whether a row is as it was kept: every column that was kept has its value. */
export const sameRow = (kept: RecordedRow | null, current: RecordedRow | null): boolean =>
  kept === null || current === null
    ? kept === current
    : Object.entries(kept).every(([column, value]) => current[column] === value);

const rank = { remove: 0, restore: 1, "put back": 2 } as const;

/** Removals first, then what is restored, then what is put back. */
export const inUndoOrder = (reversals: readonly Reversal[]): Reversal[] =>
  [...reversals].sort((a, b) => rank[a.action] - rank[b.action]);

/** Whether a reversal does anything: a row that came back to where it began needs none. */
export const isAnything = (r: Reversal): boolean => r.action !== "restore" || r.columns.length > 0;

/** How one row gets back to its first state. */
export function reversalOf({ table, rowId, before, after }: Change): Reversal {
  const action = before === null ? "remove" : after === null ? "put back" : "restore";
  const columns =
    action === "restore" ? Object.keys(before ?? {}).filter((c) => before?.[c] !== after?.[c]) : [];
  return { table, rowId, action, to: before, columns };
}

/** The first and last state of each row that a command touched, in the order first touched. */
export function rowsOf(changes: readonly Change[]): Change[] {
  const rows = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.table} ${change.rowId}`;
    rows.set(key, { ...change, before: rows.has(key) ? (rows.get(key)?.before ?? null) : change.before });
  }
  return [...rows.values()];
}

const erased = (rows: readonly Change[]): Problem[] =>
  rows.length === 0
    ? []
    : [
        {
          code: "erased",
          message: `What ${rows.length === 1 ? "a row" : `${rows.length} rows`} held was erased, and nothing keeps it.`,
          remedy:
            "An erasure cannot be taken back. To take back another command, name it: involve history list",
        },
      ];

function changedSince({ table, rowId }: Change, later: RowFacts["later"]): Problem {
  return later
    ? {
        code: "changed-since",
        message: `${table} ${rowId} was changed since, by ${later.ref} (${later.command}).`,
        remedy: `Take that one back first: involve undo ${later.ref}`,
      }
    : {
        code: "changed-since",
        message: `${table} ${rowId} is no longer as the command left it.`,
        remedy: "It was changed outside the program: mend it with the verb for it.",
      };
}

/**
 * How to take a command back: what becomes of each row it touched, removals first. Refuses, naming every reason, where a
 * row is no longer as the command left it.
 */
export function planUndo(
  changes: readonly Change[],
  facts: (table: string, rowId: number) => RowFacts,
): Result<Reversal[]> {
  if (changes.length === 0)
    return no({ code: "nothing-recorded", message: "The command left no changes to take back." });
  const rows = rowsOf(changes).filter((row) => row.before !== null || row.after !== null);
  const now = rows.map((row) => ({ row, ...facts(row.table, row.rowId) }));
  const problems = [
    ...erased(now.filter((n) => n.erased).map((n) => n.row)),
    ...now
      .filter((n) => !n.erased && !sameRow(n.row.after, n.current))
      .map((n) => changedSince(n.row, n.later)),
  ];
  return unless(problems, () => inUndoOrder(rows.map(reversalOf).filter(isAnything)));
}
