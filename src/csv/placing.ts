import { nearest, suggestion } from "../domain/nearest.ts";
import type { Problem } from "../domain/result.ts";
import type { CellSpecs } from "./columns.ts";
import {
  type Bid,
  bids,
  columnName,
  fieldCalled,
  type HeaderMap,
  headerKey,
  mapped,
  namesOf,
  type Placed,
} from "./header.ts";
import type { RawRow } from "./raw.ts";

/** Which column fills which field, and what is to be said about the others. */
export interface Placing {
  readonly placed: readonly Placed[];
  /** The columns nothing is known of, as they are named to people. */
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

const both = (first: string, second: string, as: string, line: number): Problem => ({
  code: "column-twice",
  line,
  column: second,
  message:
    first === second
      ? `The column "${first}" is there twice.`
      : `Both "${first}" and "${second}" are read as ${as}.`,
  remedy:
    first === second
      ? "Rename or remove one of them."
      : `Leave one of them out, for example with: --map "${second}=-"`,
});

/** Gives each field its surest column; two that are as sure as each other are a problem. */
function award(
  all: readonly Bid[],
  specs: CellSpecs,
  line: number,
): { placed: Placed[]; problems: Problem[]; passed: Map<number, string>; taken: ReadonlySet<number> } {
  const placed = new Map<string, Bid>();
  const taken = new Set<number>();
  const passed = new Map<number, string>();
  const problems: Problem[] = [];
  for (const bid of [...all].sort((a, b) => a.rank - b.rank || a.index - b.index)) {
    if (taken.has(bid.index)) continue;
    const holder = placed.get(bid.field);
    if (holder === undefined) {
      placed.set(bid.field, bid);
      taken.add(bid.index);
      passed.delete(bid.index);
    } else if (specs[bid.field]?.either)
      passed.set(bid.index, `"${bid.column}" is not read, because "${holder.column}" is there.`);
    else if (
      bid.rank < 100 &&
      !all.some((b) => b.index === bid.index && b.field !== bid.field && !placed.has(b.field))
    ) {
      problems.push(both(holder.column, bid.column, specs[bid.field]?.names[0] ?? "", line));
      taken.add(bid.index);
    }
  }
  return { placed: [...placed.values()].sort((a, b) => a.index - b.index), problems, passed, taken };
}

const isIn = (header: RawRow, key: string): boolean =>
  header.cells.some(
    (c, i) =>
      columnName(header, i) === key.trim() || (headerKey(c) === headerKey(key) && headerKey(key) !== ""),
  );

/** Words of `--map` that name no column of the file, or none of the import. */
function mapProblems(header: RawRow, specs: CellSpecs, map: HeaderMap): Problem[] {
  const there = header.cells.filter(Boolean);
  return Object.entries(map).flatMap(([from, to]) => [
    ...(isIn(header, from)
      ? []
      : [
          {
            code: "unknown-header",
            message: `--map: the file has no column "${from}".`,
            remedy: suggestion(from, there),
          },
        ]),
    ...(to === "-" || fieldCalled(specs, headerKey(to)) !== undefined
      ? []
      : [
          {
            code: "unknown-column",
            message: `--map: "${to}" is not a column that is wanted here.`,
            remedy: suggestion(headerKey(to), namesOf(specs)),
          },
        ]),
  ]);
}

/** A hint for each unknown column whose name is nearly that of one that is wanted. */
function hints(unknown: readonly string[], specs: CellSpecs, free: ReadonlySet<string>): string[] {
  const names = Object.entries(specs).flatMap(([field, s]) => (free.has(field) ? s.names : []));
  return unknown.flatMap((column) => {
    const near = headerKey(column).length > 2 ? nearest(headerKey(column), names) : null;
    const field = near === null ? undefined : fieldCalled(specs, near);
    if (field === undefined) return [];
    const name = specs[field]?.names[0];
    return [`If "${column}" is meant to be ${name}, add: --map "${column}=${name}"`];
  });
}

const namesAndSpare = (spec: CellSpecs[string] | undefined): readonly string[] =>
  spec ? [...spec.names, ...(spec.spare ?? [])] : [];

/** Placed columns whose header had to be read freely, so that nobody is surprised. */
const freely = (placed: readonly Placed[], specs: CellSpecs, map: HeaderMap, header: RawRow): string[] =>
  placed
    .filter(
      (p) =>
        !namesAndSpare(specs[p.field]).includes(headerKey(p.column)) &&
        mapped(header, p.index, map) === undefined,
    )
    .map((p) => `"${p.column}" is read as ${specs[p.field]?.names[0]}.`);

/**
 * Places the columns of a header: those named by a person first, then by name, synonym, and the same without the words of a
 * question. Nothing is placed by likeness; what is nearly a name is only hinted at. `aside` are columns that are left out
 * unless a person names them; `used` are columns with something in them.
 */
export function placeColumns(
  header: RawRow,
  specs: CellSpecs,
  choices: {
    readonly map?: HeaderMap;
    readonly aside?: ReadonlySet<number>;
    readonly used?: ReadonlySet<number>;
  },
): Placing {
  const { map = {}, aside = new Set(), used } = choices;
  const all: Bid[] = [];
  const left = new Set<number>(aside);
  const fixed = new Set<string>();
  header.cells.forEach((_, index) => {
    const to = mapped(header, index, map);
    const field = to === undefined || to === "-" ? undefined : fieldCalled(specs, headerKey(to));
    if (to !== undefined) left.add(index);
    if (field === undefined) return;
    fixed.add(field);
    all.push({ field, index, column: columnName(header, index), rank: 0 });
  });
  header.cells.forEach((_, index) => {
    if (!left.has(index)) all.push(...bids(header, index, specs).filter((b) => !fixed.has(b.field)));
  });
  const { placed, problems, passed, taken } = award(all, specs, header.line);
  const known = new Set([...taken, ...passed.keys(), ...left]);
  const width = Math.max(header.cells.length, ...(used ? [...used].map((i) => i + 1) : []));
  const unknown = Array.from({ length: width }, (_, i) => i)
    .filter((i) => !known.has(i) && (header.cells[i] || used?.has(i)))
    .map((i) => (header.cells[i] ? columnName(header, i) : `column ${i + 1} (no header)`));
  const free = new Set(Object.keys(specs).filter((f) => !placed.some((p) => p.field === f)));
  return {
    placed,
    unknown,
    problems: [...mapProblems(header, specs, map), ...problems],
    notes: [...freely(placed, specs, map, header), ...passed.values(), ...hints(unknown, specs, free)],
  };
}
