import { withoutPrivate } from "../domain/private-text.ts";
import { no, type Problem, type Result } from "../domain/result.ts";
import { unquoted } from "./characters.ts";
import type { CellSpec, CellSpecs, RowOf } from "./columns.ts";
import type { DayColumn } from "./days.ts";
import { isAnonymous } from "./forms.ts";
import type { Placed } from "./header.ts";
import { besideColumns, neverKept } from "./never-kept.ts";
import type { RawRow } from "./raw.ts";

/** A row that was read, with its line for messages. */
export interface GoodRow<T> {
  readonly line: number;
  readonly value: T;
  /** The fields whose column is there and whose cell is blank. */
  readonly blank: readonly string[];
}

/** How one row is read, once the columns are placed and the order of days is settled. */
export interface RowReader<T> {
  read(row: RawRow): { readonly row: GoodRow<T> | null; readonly problems: readonly Problem[] };
}

const failed = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

const failedFormula = (text: string): Result<never> =>
  no({
    code: "failed-formula",
    message: `The formula in this cell failed (${text}).`,
    remedy: "Mend the formula, or put in the value.",
  });

function readCell(spec: CellSpec<unknown>, text: string, days: DayColumn | undefined): Result<unknown> {
  if (failed.test(text)) return failedFormula(text);
  const [hidden] = neverKept(spec, text);
  if (hidden) return no(hidden);
  const meant = spec.prose ? text : unquoted(text);
  if (!days || meant === "") return spec.read(meant);
  const day = days.read(meant);
  return day.ok ? spec.read(day.value) : day;
}

/** How many texts a column remembers what they mean, and how long they may be: words, refs and days come again and again. */
const remembered = { texts: 5_000, length: 60 };

/** Reads cells as `readCell` does, each short text once. */
function cellReader(spec: CellSpec<unknown>, days: DayColumn | undefined): (text: string) => Result<unknown> {
  const known = new Map<string, Result<unknown>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const read = readCell(spec, text, days);
    if (text.length <= remembered.length && known.size < remembered.texts) known.set(text, read);
    return read;
  };
}

const tooWide = (row: RawRow, width: number): Problem => ({
  code: "too-many-columns",
  line: row.line,
  message: `This row has ${row.cells.length} cells and the header ${width}; the first too many is "${withoutPrivate(row.cells.slice(width).find((c) => c !== "") ?? "")}".`,
  remedy: "A comma inside a cell needs quotes round the cell.",
});

const isWide = (row: RawRow, width: number): boolean =>
  row.cells.length > width && row.cells.slice(width).some((c) => c !== "");

/** A field that is filled in by line, whatever its cell says. */
export interface Fill {
  readonly field: string;
  readonly cells: ReadonlyMap<number, string>;
}

/** What is to be known beside the columns: those in which "anonymous" is a blank, and a field filled in by line. */
interface Beside {
  readonly anonymous?: ReadonlySet<number> | undefined;
  readonly fill?: Fill | undefined;
}

/** Makes the reader of rows: it is a pure function of one row, so that a sheet can also be read as it comes. */
export function rowReader<S extends CellSpecs>(
  header: RawRow,
  specs: S,
  placed: readonly Placed[],
  days: ReadonlyMap<string, DayColumn>,
  { anonymous = new Set(), fill }: Beside = {},
): RowReader<RowOf<S>> {
  const at = new Map(placed.map((p) => [p.field, p]));
  const entries = Object.entries(specs).map(([field, spec]) => {
    const place = at.get(field);
    return { field, spec, place, read: cellReader(spec, days.get(field)) };
  });
  const hiddenBeside = besideColumns(header, placed);
  return {
    read(row) {
      const problems = [...hiddenBeside(row)];
      if (isWide(row, header.cells.length))
        return { row: null, problems: [tooWide(row, header.cells.length), ...problems] };
      const value: Record<string, unknown> = {};
      const blank: string[] = [];
      for (const { field, spec, place, read } of entries) {
        const filled = fill?.field === field ? fill.cells.get(row.line) : undefined;
        const found = filled ?? (place === undefined ? "" : (row.cells[place.index] ?? ""));
        const text = place && anonymous.has(place.index) && isAnonymous(found) ? "" : found;
        if (place && text === "") blank.push(field);
        const reads = place || filled !== undefined || !spec.needed || spec.instead;
        const result = reads ? read(text) : null;
        if (result === null) continue;
        if (result.ok) value[field] = result.value;
        else {
          const column = place?.column ?? spec.names[0];
          problems.push(...result.problems.map((p) => ({ ...p, line: row.line, column })));
        }
      }
      return {
        row: problems.length === 0 ? { line: row.line, value: value as RowOf<S>, blank } : null,
        problems,
      };
    },
  };
}
