import type { LineChange } from "../domain/import-undo.ts";
import { ref } from "../domain/ref.ts";
import type { UndoneLine } from "../store/import-undo.ts";
import type { ImportBatch } from "../store/imports.ts";
import type { SavedMapping } from "../store/mappings.ts";
import { changeCells, changeColumns, reversalLine } from "./history.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "kind", heading: "What" },
  { key: "file", heading: "File" },
  { key: "made_on", heading: "Brought in", kind: "day" },
  { key: "made_by", heading: "By" },
  { key: "new", heading: "New", kind: "integer" },
  { key: "updated", heading: "Updated", kind: "integer" },
  { key: "unchanged", heading: "Unchanged", kind: "integer" },
  { key: "left_out", heading: "Left out", kind: "integer" },
  { key: "taken_back_on", heading: "Taken back", kind: "day" },
  { key: "contents_until", heading: "Contents until", kind: "day", detail: true },
  { key: "change", heading: "Change", detail: true },
  { key: "sha256", heading: "SHA-256", detail: true },
];

const row = (i: ImportBatch): Row => ({
  ref: ref("import", i.id),
  kind: i.kind,
  file: i.file_name,
  made_on: i.made_on,
  made_by: i.made_by,
  new: i.rows_new,
  updated: i.rows_updated,
  unchanged: i.rows_unchanged,
  left_out: i.rows_failed,
  taken_back_on: i.undone_on,
  contents_until: i.contents_until,
  change: i.set_id === null ? null : ref("change", i.set_id),
  sha256: i.sha256,
});

/** The files that were brought in, newest first. */
export const importsReport = (imports: readonly ImportBatch[]): Report =>
  list("Files brought in", columns, imports.map(row), "No file has been brought in.");

/** One file that was brought in, and what each of its lines changed; of `all` changes those that are shown. */
export const importReport = (batch: ImportBatch, changes: readonly LineChange[], all: number): Report => ({
  title: `${ref("import", batch.id)} ${batch.file_name}`,
  sections: [
    { key: "import", single: true, columns: columns.map(({ detail: _, ...c }) => c), rows: [row(batch)] },
    {
      key: "changes",
      heading: "What it changed",
      columns: [{ key: "line", heading: "Line", kind: "integer" }, ...changeColumns],
      rows: changes.flatMap((c) => changeCells(c).map((cells) => ({ line: c.line, ...cells }))),
      empty: "Nothing of it is on record.",
    },
  ],
  notes:
    all > changes.length
      ? [
          `These are the first ${changes.length.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} changes; those of one line of the file: --line 5`,
        ]
      : [],
});

/** What became of each line of an import that was taken back. */
export const importUndoReport = (lines: readonly UndoneLine[]): Report =>
  list(
    "Taken back",
    [
      { key: "line", heading: "Line", kind: "integer" },
      { key: "outcome", heading: "Outcome" },
      { key: "rows", heading: "Rows", kind: "lines" },
      { key: "why", heading: "Why" },
    ],
    lines.map(({ line, outcome, rows, why }) => ({ line, outcome, rows: rows.map(reversalLine), why })),
    "Nothing of it is left to take back.",
  );

/** The saved mappings, a row for each header. */
export const mappingsReport = (mappings: readonly SavedMapping[]): Report =>
  list(
    "Saved mappings of columns",
    [
      { key: "name", heading: "Name" },
      { key: "kind", heading: "For" },
      { key: "header", heading: "Header in the file" },
      { key: "column", heading: "Column" },
    ],
    mappings.flatMap((m) =>
      Object.entries(m.map).map(([header, column]) => ({
        name: m.name,
        kind: m.kind,
        header,
        column: column === "-" ? "(left out)" : column,
      })),
    ),
    'None yet. To keep one: --map "Preferred name=known_as" --mapping NAME with any import',
  );
