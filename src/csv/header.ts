import { nearest } from "../domain/nearest.ts";
import { withoutPrivate } from "../domain/private-text.ts";
import type { Problem } from "../domain/result.ts";
import { keyOf, listed } from "../domain/text.ts";
import { unquoted } from "./characters.ts";
import type { CellSpec, CellSpecs } from "./columns.ts";
import type { RawRow } from "./raw.ts";

/** The headers a person has placed by hand: as written → the name of a column, or `-` to leave it out knowingly. */
export type HeaderMap = Readonly<Record<string, string>>;

/** A header as it is compared: lower case, words joined by underscores. */
export const headerKey = (name: string): string => keyOf(unquoted(name)).replaceAll("-", "_");

const numbering = /^q?\d+_(?:(?:[a-z]|[ivx]{2,4})_)*/;
const asking =
  /^(?:what_is|what_s|whats|what_are|please_(?:enter|give|write|type|provide|tell_us)|enter|tell_us)_/;
const whose = /^(?:your|the|my)_/;

/** The ways a header may be meant, the surest first: as it is, without what stands in brackets, without the words of a question. */
function meanings(name: string): string[] {
  const found: string[] = [];
  for (const text of [name, name.replace(/\([^)]*\)|\[[^\]]*\]/g, " ")]) {
    const key = headerKey(text);
    const bare = key.replace(numbering, "");
    const asked = bare.replace(asking, "");
    found.push(key, bare, asked, asked.replace(whose, ""), bare.replace(whose, ""));
  }
  return [...new Set(found.filter(Boolean))];
}

/** A column that was placed. */
export interface Placed {
  readonly field: string;
  /** Where it is in the row. */
  readonly index: number;
  /** Its header as written. */
  readonly column: string;
}

/** A column as it is named to people: its header in one line, or where it stands. */
export const columnName = (header: RawRow, index: number): string =>
  header.cells[index]?.replace(/\s+/g, " ") || `column ${index + 1}`;

/** The names the columns of an import go by, one each. */
export const namesOf = (specs: CellSpecs): string[] => Object.values(specs).map((s) => s.names[0]);

/** The field of the column of a name or synonym. */
export const fieldCalled = (specs: CellSpecs, key: string): string | undefined =>
  Object.entries(specs).find(([, s]) => s.names[0] === key)?.[0] ??
  Object.entries(specs).find(([, s]) => s.names.includes(key))?.[0];

/** A place that could be given to a column: the surer it is, the lower its rank. */
export interface Bid extends Placed {
  readonly rank: number;
}

/** What a person said about a column: the field, `-`, or nothing. */
export function mapped(header: RawRow, index: number, map: HeaderMap): string | undefined {
  const name = columnName(header, index);
  const same =
    Object.keys(map).find((k) => k.trim() === name) ??
    Object.keys(map).find((k) => headerKey(k) === headerKey(name) && headerKey(k) !== "");
  return same === undefined ? undefined : map[same];
}

/** Every field a column could fill, judged by its header. */
export function bids(header: RawRow, index: number, specs: CellSpecs): Bid[] {
  const column = columnName(header, index);
  return meanings(header.cells[index] ?? "").flatMap((key, doubt) =>
    Object.entries(specs).flatMap(([field, spec]) => {
      const at = [...spec.names, ...(spec.spare ?? [])].indexOf(key);
      if (at < 0) return [];
      const rank = doubt * 100 + at + (at < spec.names.length ? 0 : 50);
      return [{ field, index, column, rank }];
    }),
  );
}

const isMissing = (spec: CellSpec<unknown>, there: ReadonlySet<string>): boolean =>
  spec.needed && !(spec.instead ?? []).some((f) => there.has(f));

/** The headers of a sheet in one sentence. */
const hasColumns = (header: RawRow): string => {
  const there = header.cells.flatMap((c, i) => (c === "" ? [] : [columnName(header, i)]));
  return there.length === 0 ? "The header is blank." : withoutPrivate(`The header has: ${listed(there)}.`);
};

/** The header of a sheet that most likely was meant for a column, and how to say so. */
function meantFor(spec: CellSpec<unknown>, header: RawRow, placed: readonly Placed[]): string {
  const open = header.cells.flatMap((_, i) =>
    placed.some((p) => p.index === i) ? [] : [columnName(header, i)],
  );
  const found = open.find((column) => headerKey(column).length > 2 && nearest(headerKey(column), spec.names));
  return found === undefined ? "" : ` If "${found}" is meant, add: --map "${found}=${spec.names[0]}"`;
}

/** A problem for each column that is needed and not there; one problem where the header has nothing that is wanted. */
export function missingColumns(header: RawRow, specs: CellSpecs, placed: readonly Placed[]): Problem[] {
  const { line } = header;
  if (placed.length === 0) {
    const message = `None of its columns is wanted here. Wanted: ${listed(namesOf(specs), "or")}.`;
    const hint = Object.values(specs)
      .map((s) => meantFor(s, header, []))
      .find(Boolean);
    const remedy = `${hasColumns(header)}${hint ?? ' To say which is which, add: --map "HEADER=COLUMN"'}`;
    return [{ code: "wrong-header", line, message, remedy }];
  }
  const there = new Set(placed.map((p) => p.field));
  const missing = Object.entries(specs).filter(([field, s]) => !there.has(field) && isMissing(s, there));
  return missing.map(([, spec]) => ({
    code: "missing-column",
    line,
    message: `There is no column "${spec.names[0]}".`,
    remedy: `${hasColumns(header)}${meantFor(spec, header, placed)}`,
  }));
}

/** How many of the first rows are looked at for the header. */
const headerWithin = 30;

/**
 * Where the header is among the first rows: the first of those that name most of the wanted columns; else the first row. One
 * name alone, of a column that need not be there, makes no header further down: it may be a word among the data.
 */
export function locateHeader(rows: readonly RawRow[], specs: CellSpecs, map: HeaderMap = {}): number {
  const scores = rows.slice(0, headerWithin).map((row, at) => {
    const placed = row.cells.flatMap((_, index) => {
      const to = mapped(row, index, map);
      return to === undefined ? bids(row, index, specs).map((b) => b.field) : [to];
    });
    const named = new Set(placed);
    const isSaid = row.cells.some((_, index) => mapped(row, index, map) !== undefined);
    const isWord = at > 0 && !isSaid && named.size === 1 && ![...named].some((f) => specs[f]?.needed);
    return isWord ? 0 : named.size;
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
