import type { Problem } from "../domain/result.ts";
import { unquoted } from "./characters.ts";
import type { CellSpecs, RowOf } from "./columns.ts";
import { type DayColumn, type DayOrder, settleDays, unsettled } from "./days.ts";
import { type FormExport, formSaid, isAnonymous, recogniseForm, traces } from "./forms.ts";
import { type HeaderMap, headerKey, locateHeader, missingColumns, type Placed } from "./header.ts";
import { type Placing, placeColumns } from "./placing.ts";
import type { RawRow, RawSheet } from "./raw.ts";
import { type Fill, type RowReader, rowReader } from "./rows.ts";

/** What a person said about how a table is to be read. */
export interface TableChoices {
  /** A header as written → the name of a column of the import, or `-` to leave it out knowingly. */
  readonly map?: HeaderMap;
  readonly dates?: DayOrder;
  /** A field that is filled in by line, whatever its cell says. */
  readonly fill?: Fill;
}

/** Settles the order of days of every column of days. */
function settled(
  placed: readonly Placed[],
  specs: CellSpecs,
  rows: readonly RawRow[],
  choices: TableChoices,
  from1904: boolean,
): Map<string, DayColumn> {
  const days = new Map<string, DayColumn>();
  for (const { field, index, column } of placed) {
    if (!specs[field]?.day) continue;
    const cells = rows.map((r) => ({ line: r.line, text: unquoted(r.cells[index] ?? "") }));
    const isOpen = specs[field]?.day === "perhaps" && choices.dates === undefined;
    days.set(field, isOpen ? unsettled : settleDays(column, cells, choices.dates, from1904));
  }
  return days;
}

/** Columns with something in them, so that one without a header can be named. */
const usedColumns = (rows: readonly RawRow[], width: number): Set<number> => {
  const used = new Set<number>();
  for (const row of rows) for (let i = 0; i < width; i++) if (row.cells[i]) used.add(i);
  return used;
};

/** Places the columns; the name and address a form notes by itself serve where it asked for none. */
function placing(
  header: RawRow,
  specs: CellSpecs,
  form: FormExport | null,
  map: HeaderMap,
  rows: readonly RawRow[],
): Placing & { left: ReadonlySet<number> } {
  const used = usedColumns(rows, header.cells.length);
  const first = placeColumns(header, specs, { map, used, aside: form?.own ?? new Set() });
  const named = (i: number): boolean => rows.some((r) => r.cells[i] && !isAnonymous(r.cells[i] ?? ""));
  const spare = [...(form?.spare ?? [])].filter(named);
  if (!form || spare.length === 0) return { ...first, left: leftOf(form, first) };
  const open = new Set(Object.keys(specs).filter((f) => !first.placed.some((p) => p.field === f)));
  const free = placeColumns(header, Object.fromEntries(Object.entries(specs).filter(([f]) => open.has(f))), {
    aside: new Set(header.cells.map((_, i) => i).filter((i) => !spare.includes(i))),
  }).placed;
  const aside = new Set([...form.own].filter((i) => !free.some((p) => p.index === i)));
  const second = placeColumns(header, specs, { map, used, aside });
  return { ...second, left: leftOf(form, second) };
}

const leftOf = (form: FormExport | null, { placed }: Placing): ReadonlySet<number> =>
  new Set([...(form?.own ?? [])].filter((i) => !placed.some((p) => p.index === i)));

/** Whether a row, the last one of a sheet, is a total of those above it. */
export const isTotal = (row: RawRow): boolean =>
  /^(grand |sub-?)?totals?:?$/i.test(row.cells.find((c) => c !== "") ?? "");

const totalSaid = (line: number | null): string[] =>
  line === null ? [] : [`Line ${line} looks like a total; left out.`];

const sameCells = (a: RawRow, b: RawRow): boolean =>
  a.cells.length === b.cells.length && a.cells.every((c, i) => c === b.cells[i]);

function headerSaid(header: RawRow, above: readonly RawRow[]): string[] {
  if (above.length === 0) return [];
  const lines = above.length === 1 ? "the line above it is" : `the ${above.length} lines above it are`;
  return [`The header is on line ${header.line}; ${lines} left out.`];
}

/** How many lines are named in one sentence. */
const named = 50;

function repeatedSaid(again: readonly number[]): string[] {
  if (again.length === 0) return [];
  const more = again.length > named ? ` and ${again.length - named} more` : "";
  const lines = `${again.length === 1 ? "line" : "lines"} ${again.slice(0, named).join(", ")}${more}`;
  return [`The header is there again on ${lines}; left out.`];
}

/** A row without what tells where somebody was. */
const withoutTraces = (row: RawRow, at: ReadonlySet<number>): RawRow =>
  at.size === 0 ? row : { ...row, cells: row.cells.map((c, i) => (at.has(i) ? "" : c)) };

/** The column in which a file of bad rows says why: it is passed over when the mended file comes back. */
export const reasonColumn = "import_reason";

/** Takes from the rows under a header the reasons that an earlier import gave. */
export function withoutReasons(header: RawRow | undefined): (row: RawRow) => RawRow {
  const at = header?.cells.findIndex((c) => headerKey(c) === reasonColumn) ?? -1;
  return (row) => (at < 0 ? row : { ...row, cells: row.cells.filter((_, i) => i !== at) });
}

/** A table whose columns are placed: how each of its rows is read, and what is to be said. */
export interface OpenTable<T> {
  readonly header: RawRow;
  /** A row under the header as it is to be read: `again` where it is the header once more, null where it is no data. */
  dataOf(row: RawRow): RawRow | "again" | null;
  readonly reader: RowReader<T>;
  /** What stands in the way of every row. */
  readonly problems: readonly Problem[];
  /** The columns nothing is known of: named, never left out in silence. */
  readonly unknownColumns: readonly string[];
  /** Which column was read as which. */
  readonly placed: readonly { readonly column: string; readonly as: string }[];
  /** Columns whose days can be read two ways, where nothing was said; their cells are problems. */
  readonly ambiguousDays: readonly { readonly column: string; readonly sample: string }[];
  /** What is worth saying; `again` are the lines on which the header was found once more, `total` that of a total at the end. */
  notes(again: readonly number[], total: number | null): string[];
}

/**
 * Places the columns of a sheet, or of its first rows: finds the header by the names it knows, and settles the order of days.
 */
export function openTable<S extends CellSpecs>(
  raw: RawSheet,
  specs: S,
  choices: TableChoices = {},
): OpenTable<RowOf<S>> {
  const start = locateHeader(raw.rows, specs, choices.map);
  const bare = withoutReasons(raw.rows[start]);
  const [header = { line: 1, cells: [] }, ...under] = raw.rows.slice(start).map(bare);
  const form = recogniseForm(header, under);
  const at = traces(header);
  const dataOf = (row: RawRow): RawRow | "again" | null => {
    const own = bare(row);
    if (sameCells(own, header)) return "again";
    return form?.notData.has(row.line) ? null : withoutTraces(own, at);
  };
  const rows = raw.rows.slice(start + 1).flatMap((r, i, all) => {
    if (i === all.length - 1 && isTotal(bare(r))) return [];
    const row = dataOf(r);
    return row === null || row === "again" ? [] : [row];
  });
  const { placed, unknown, notes, problems, left } = placing(header, specs, form, choices.map ?? {}, rows);
  const days = settled(placed, specs, rows, choices, raw.from1904 ?? false);
  return {
    header,
    dataOf,
    reader: rowReader(header, specs, placed, days, { anonymous: form?.spare, fill: choices.fill }),
    problems: [...problems, ...missingColumns(header, specs, placed)],
    unknownColumns: unknown,
    placed: placed.map((p) => ({ column: p.column, as: specs[p.field]?.names[0] ?? p.field })),
    ambiguousDays: placed.flatMap(({ field, column }) => {
      const sample = days.get(field)?.ambiguous;
      return sample ? [{ column, sample }] : [];
    }),
    notes: (again, total) => [
      ...raw.notes,
      ...headerSaid(header, raw.rows.slice(0, start)),
      ...(form ? [formSaid(form, header, left), ...form.notes] : []),
      ...repeatedSaid(again),
      ...totalSaid(total),
      ...notes,
      ...[...days.values()].flatMap((d) => (d.note ? [d.note] : [])),
    ],
  };
}
