import { ref } from "../domain/ref.ts";
import type { Change, RecordedRow, Reversal } from "../domain/undo.ts";
import type { ChangeSet } from "../store/history.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

/**
 * Tables that tell who somebody is behind an output, or what they would not have told: their values are never shown in a
 * listing of changes.
 */
const withheldTables = new Set([
  "naming_choice",
  "commentary_author",
  "commentary_approval",
  "naming_correction",
  "naming_warning",
  "contribution",
  "authorship",
  "event_contributor",
  "application_equality",
]);

/** Columns that tell what somebody did in an output in which they may be anonymous. */
const withheldColumns = new Set([
  "person_id",
  "activity_kind",
  "activity_key",
  "description",
  "state_reason",
  "difference_reason",
  "again_reason",
]);

/** Whether a change is of a row about a commentary or an event: who did it is not told together with which it was. */
const tellsWho = ({ before, after }: Change): boolean =>
  ["commentary", "event"].includes(String((after ?? before)?.["activity_kind"]));

/** Whether a value is what finance said of a line, which may tell what it is for; the line itself has it too. */
const isAnswer = ({ table }: Change, column: string): boolean =>
  table === "batch_line" && column === "reason";

/** Texts that may tell who is behind an output, or whom a published record names; each has a verb of its own that shows it. */
const texts: Readonly<Record<string, readonly string[]>> = {
  commentary_text: ["body"],
  commentary_comment: ["comment", "reason"],
  naming_disclosure: ["told_to", "how"],
  paper: ["citation"],
};

/** Whether a value is such a text. */
const isText = ({ table }: Change, column: string): boolean => texts[table]?.includes(column) ?? false;

/** Whether a value is a panel member's score: the others on the panel may not see it yet. */
const isScore = ({ table }: Change, column: string): boolean => table === "round_score" && column === "score";

const refTables: Readonly<Record<string, Parameters<typeof ref>[0]>> = {
  person: "member",
  staff: "staff",
  project: "project",
  payment_line: "payment",
  paper: "paper",
  commentary: "commentary",
  engagement_event: "event",
  training_session: "session",
};

/** A row in words: `person M-014`, `membership 3`. */
function rowName(table: string, rowId: number): string {
  const kind = refTables[table];
  return `${table.replaceAll("_", " ")} ${kind ? ref(kind, rowId) : rowId}`;
}

/** What becomes of one row, in words. */
export function reversalLine({ table, rowId, action, columns }: Omit<Reversal, "to">): string {
  const name = rowName(table, rowId);
  if (action === "remove") return `remove ${name}`;
  if (action === "put back") return `put back ${name}`;
  return `restore ${columns.join(", ")} of ${name}`;
}

/** What undo did, row by row. */
export const undoReport = (plan: readonly Reversal[]): Report =>
  list(
    "Taken back",
    [
      { key: "row", heading: "Row" },
      { key: "action", heading: "What is done" },
      { key: "columns", heading: "Columns" },
    ],
    plan.map((r) => ({ row: rowName(r.table, r.rowId), action: r.action, columns: r.columns })),
    "Nothing.",
  );

/** The commands on record, newest first. */
export const historyReport = (
  sets: readonly ChangeSet[],
  outside: readonly { table_name: string; rows: number }[],
): Report =>
  list(
    "Changes on record",
    [
      { key: "ref", heading: "Ref" },
      { key: "at", heading: "When (UTC)" },
      { key: "by", heading: "Who" },
      { key: "command", heading: "Command" },
      { key: "rows", heading: "Rows", kind: "integer" },
      { key: "note", heading: "Note" },
    ],
    sets.map((s) => ({
      ref: ref("change", s.id),
      at: s.made_at,
      by: s.made_by,
      command: s.command,
      rows: s.rows,
      note:
        s.undone_by_id !== null
          ? `taken back by ${ref("change", s.undone_by_id)}`
          : s.undoes_id !== null
            ? `takes back ${ref("change", s.undoes_id)}`
            : (s.about ?? ""),
    })),
    "Nothing has been changed yet.",
    outside.map(
      (o) => `${o.rows} changes to ${o.table_name.replaceAll("_", " ")} were made outside the program.`,
    ),
  );

/** The columns of what a command changed, cell by cell. */
export const changeColumns: readonly Column[] = [
  { key: "row", heading: "Row" },
  { key: "action", heading: "Change" },
  { key: "column", heading: "Column" },
  { key: "before", heading: "Before" },
  { key: "after", heading: "After" },
];

const shown = (value: RecordedRow[string] | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** What one change did, cell by cell; what is withheld in listings is withheld here. */
export function changeCells(change: Change): Row[] {
  const row = rowName(change.table, change.rowId);
  const action = change.before === null ? "added" : change.after === null ? "removed" : "changed";
  if (withheldTables.has(change.table))
    return [
      { row: change.table.replaceAll("_", " "), action, column: null, before: null, after: "(withheld)" },
    ];
  const keys = Object.keys(change.after ?? change.before ?? {}).filter(
    (k) => k !== "id" && (change.before?.[k] ?? null) !== (change.after?.[k] ?? null),
  );
  const told = (values: RecordedRow | null, column: string): string | null => {
    const value = shown(values?.[column]);
    const isWithheld =
      (tellsWho(change) && withheldColumns.has(column)) ||
      isAnswer(change, column) ||
      isScore(change, column) ||
      isText(change, column);
    return value !== null && isWithheld ? "(withheld)" : value;
  };
  return keys.map((column) => ({
    row,
    action,
    column,
    before: told(change.before, column),
    after: told(change.after, column),
  }));
}

/** What one command changed, cell by cell; what a naming choice or an equality answer said is withheld, and which
 * commentary or event somebody was paid for, and a panel member's score. */
export const changeReport = (changes: readonly Change[]): Report =>
  list("Changes", changeColumns, changes.flatMap(changeCells), "It changed nothing.");
