import { leftOut } from "../domain/imports.ts";
import type { Problem } from "../domain/result.ts";
import { unquoted } from "./characters.ts";
import type { CellSpecs, RowOf } from "./columns.ts";
import { type DayColumn, type DayOrder, settleDays, unsettled } from "./days.ts";
import { type FormExport, formSaid, isAnonymous, recogniseForm, traces } from "./forms.ts";
import { type HeaderMap, headerKey, locateHeader, missingColumns, type Placed } from "./header.ts";
import { type Placing, placeColumns } from "./placing.ts";
import type { RawRow, RawSheet } from "./raw.ts";
import { type Fill, type GoodRow, rowReader } from "./rows.ts";

export type { GoodRow } from "./rows.ts";

/** What a person said about how a table is to be read. */
export interface TableChoices {
  /** A header as written → the name of a column of the import, or `-` to leave it out knowingly. */
  readonly map?: HeaderMap;
  readonly dates?: DayOrder;
  /** A field that is filled in by line, whatever its cell says. */
  readonly fill?: Fill;
}

/** What a sheet gave: the rows that could be read, every problem of the others, and what is worth saying. */
export interface ReadRows<T> {
  readonly header: RawRow;
  /** Every row under the header by its line, also those that could not be read. */
  readonly raw: ReadonlyMap<number, RawRow>;
  readonly rows: readonly GoodRow<T>[];
  readonly problems: readonly Problem[];
  /** The columns nothing is known of: named, never left out in silence. */
  readonly unknownColumns: readonly string[];
  /** Which column was read as which. */
  readonly placed: readonly { readonly column: string; readonly as: string }[];
  /** Columns whose days can be read two ways, where nothing was said; their cells are problems. */
  readonly ambiguousDays: readonly { readonly column: string; readonly sample: string }[];
  readonly notes: readonly string[];
}

/** What is worth saying about how a table was read, and the columns that were left out, by name. */
export const readSaid = (read: Pick<ReadRows<unknown>, "notes" | "unknownColumns">): string[] => [
  ...read.notes,
  ...leftOut(read.unknownColumns),
];

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

/** The last row, where it is a total of the rows above it. */
const totalOf = (rows: readonly RawRow[]): RawRow[] =>
  rows.slice(-1).filter((r) => /^(grand |sub-?)?totals?:?$/i.test(r.cells.find((c) => c !== "") ?? ""));

const totalSaid = (totals: readonly RawRow[]): string[] =>
  totals.map((r) => `Line ${r.line} looks like a total; left out.`);

const sameCells = (a: RawRow, b: RawRow): boolean =>
  a.cells.length === b.cells.length && a.cells.every((c, i) => c === b.cells[i]);

function headerSaid(header: RawRow, above: readonly RawRow[]): string[] {
  if (above.length === 0) return [];
  const lines = above.length === 1 ? "the line above it is" : `the ${above.length} lines above it are`;
  return [`The header is on line ${header.line}; ${lines} left out.`];
}

const repeatedSaid = (again: readonly RawRow[]): string[] =>
  again.length === 0
    ? []
    : [
        `The header is there again on ${again.length === 1 ? "line" : "lines"} ${again.map((r) => r.line).join(", ")}; left out.`,
      ];

const noRows = (header: RawRow): Problem => ({
  code: "unreadable-sheet",
  line: header.line,
  message: "The file has a header and no rows.",
  remedy: "Add a row for each record.",
});

/** A row without what tells where somebody was. */
const withoutTraces = (row: RawRow, at: ReadonlySet<number>): RawRow =>
  at.size === 0 ? row : { ...row, cells: row.cells.map((c, i) => (at.has(i) ? "" : c)) };

/** The rows under the header that are data, and what is said of the others: the header once more, a total at the end. */
function dataRows(header: RawRow, under: readonly RawRow[], form: FormExport | null) {
  const again = under.filter((r) => sameCells(r, header));
  const totals = totalOf(under);
  const others = new Set([...again, ...totals]);
  const at = traces(header);
  const rows = under
    .filter((r) => !others.has(r) && !form?.notData.has(r.line))
    .map((r) => withoutTraces(r, at));
  return { rows, leftOutSaid: [...repeatedSaid(again), ...totalSaid(totals)] };
}

/** The column in which a file of bad rows says why: it is passed over when the mended file comes back. */
export const reasonColumn = "import_reason";

/** A header and the rows under it without the reasons that an earlier import gave. */
export function withoutReasons(rows: readonly RawRow[]): readonly RawRow[] {
  const at = rows[0]?.cells.findIndex((c) => headerKey(c) === reasonColumn) ?? -1;
  return at < 0 ? rows : rows.map((r) => ({ ...r, cells: r.cells.filter((_, i) => i !== at) }));
}

/**
 * Reads a sheet by the columns of an import: finds the header by the names it knows, places the columns, settles the order of
 * days, and reads every row. All problems at once, each with its line and column. Columns that nothing is known of are named.
 */
export function readTable<S extends CellSpecs>(
  raw: RawSheet,
  specs: S,
  choices: TableChoices = {},
): ReadRows<RowOf<S>> {
  const start = locateHeader(raw.rows, specs, choices.map);
  const [header = { line: 1, cells: [] }, ...under] = withoutReasons(raw.rows.slice(start));
  const form = recogniseForm(header, under);
  const { rows, leftOutSaid } = dataRows(header, under, form);
  const { placed, unknown, notes, problems, left } = placing(header, specs, form, choices.map ?? {}, rows);
  const days = settled(placed, specs, rows, choices, raw.from1904 ?? false);
  const missing = missingColumns(header, specs, placed);
  const reader = rowReader(header, specs, placed, days, { anonymous: form?.spare, fill: choices.fill });
  const read = placed.length === 0 ? [] : rows.map((r) => reader.read(r));
  const head = [...problems, ...missing, ...(rows.length === 0 ? [noRows(header)] : [])];
  return {
    header,
    raw: new Map(rows.map((r) => [r.line, r])),
    rows: head.length > 0 ? [] : read.flatMap((r) => (r.row ? [r.row] : [])),
    problems: [...head, ...read.flatMap((r) => r.problems)],
    unknownColumns: unknown,
    placed: placed.map((p) => ({ column: p.column, as: specs[p.field]?.names[0] ?? p.field })),
    ambiguousDays: placed.flatMap(({ field, column }) => {
      const sample = days.get(field)?.ambiguous;
      return sample ? [{ column, sample }] : [];
    }),
    notes: [
      ...raw.notes,
      ...headerSaid(header, raw.rows.slice(0, start)),
      ...(form ? [formSaid(form, header, left), ...form.notes] : []),
      ...leftOutSaid,
      ...notes,
      ...[...days.values()].flatMap((d) => (d.note ? [d.note] : [])),
    ],
  };
}
