import { suggestion } from "../domain/nearest.ts";
import { no, type Problem, type Result, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { readSheet, type Sheet } from "./sheet.ts";

/** A column of an import: the names it goes by, and how a cell is read. */
export interface CellSpec<T> {
  /** Its own name first, then synonyms, all in snake_case. */
  readonly names: readonly [string, ...string[]];
  /** Whether the header must have it. */
  readonly needed: boolean;
  read(cell: string): Result<T>;
}

/** The columns of an import, by the field each one fills. */
export type CellSpecs = Readonly<Record<string, CellSpec<unknown>>>;

/** The fields of a row that was read. */
export type RowOf<S extends CellSpecs> = {
  readonly [K in keyof S]: S[K] extends CellSpec<infer T> ? T : never;
};

/** A row that was read, with its line for messages. */
export interface GoodRow<T> {
  readonly line: number;
  readonly value: T;
}

/** What a sheet gave: the rows that could be read, every problem of the others, and columns nothing is known of. */
export interface ReadRows<T> {
  readonly rows: readonly GoodRow<T>[];
  readonly problems: readonly Problem[];
  readonly unknownColumns: readonly string[];
}

/** A column that must be there, and whose cells must not be blank. */
export const cell = <T>(
  names: readonly [string, ...string[]],
  read: (text: string) => Result<T>,
): CellSpec<T> => ({
  names,
  needed: true,
  read: (text) =>
    text === ""
      ? no({ code: "blank-cell", message: "The cell is blank.", remedy: "Fill it in." })
      : read(text),
});

/** A column that may be missing, and whose cells may be blank: undefined then. */
export const maybe = <T>(
  names: readonly [string, ...string[]],
  read: (text: string) => Result<T>,
): CellSpec<T | undefined> => ({
  names,
  needed: false,
  read: (text) => (text === "" ? yes(undefined) : read(text)),
});

/** Any text. */
export const anyText = (text: string): Result<string> => yes(text);

/** One of a few words, in any case and with spaces for hyphens. */
export const oneOf =
  <const C extends string>(choices: readonly C[]) =>
  (text: string): Result<C> => {
    const found = choices.find((c) => c === keyOf(text));
    return found
      ? yes(found)
      : no({
          code: "unknown-word",
          message: `"${text}" is not one of: ${choices.join(", ")}.`,
          remedy: suggestion(keyOf(text), choices),
        });
  };

/** A whole number between two bounds, both allowed. */
export const wholeCell =
  (min: number, max: number) =>
  (text: string): Result<number> =>
    /^-?\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max
      ? yes(Number(text))
      : no({
          code: "not-a-number",
          message: `"${text}" is not a whole number from ${min} to ${max}.`,
          remedy: "Correct the number.",
        });

/** Several words in one cell, separated by semicolons; every unknown one is named. */
export const listOf =
  (known: readonly string[]) =>
  (text: string): Result<readonly string[]> => {
    const words = text.split(";").map(keyOf).filter(Boolean);
    const unknown = words.filter((w) => !known.includes(w));
    return unknown.length === 0
      ? yes([...new Set(words)])
      : no(
          ...unknown.map((w) => ({
            code: "unknown-term",
            message: `"${w}" is not a word here.`,
            remedy: suggestion(w, known),
          })),
        );
  };

const headerKey = (name: string): string => keyOf(name).replaceAll("-", "_");

/**
 * Reads every row of a sheet by its columns: all problems at once, each with its line and column. Columns that nothing is
 * known of are named, never silently left out.
 */
export function readRows<S extends CellSpecs>(sheet: Sheet, specs: S): ReadRows<RowOf<S>> {
  const entries = Object.entries(specs).map(([field, spec]) => ({
    field,
    spec,
    column: sheet.columns.find((c) => spec.names.includes(headerKey(c))),
  }));
  const missing = entries.filter((e) => e.spec.needed && e.column === undefined);
  const unknownColumns = sheet.columns.filter((c) => c !== "" && !entries.some((e) => e.column === c));
  if (missing.length > 0)
    return {
      rows: [],
      unknownColumns,
      problems: missing.map((e) => ({
        code: "missing-column",
        line: 1,
        message: `There is no column "${e.spec.names[0]}".`,
        remedy: `The header has: ${sheet.columns.join(", ")}.`,
      })),
    };
  const rows: GoodRow<RowOf<S>>[] = [];
  const problems: Problem[] = [...sheet.problems];
  for (const { line, cells } of sheet.rows) {
    const value: Record<string, unknown> = {};
    const before = problems.length;
    for (const { field, spec, column } of entries) {
      const result = spec.read(column === undefined ? "" : (cells[column] ?? "").trim());
      if (result.ok) value[field] = result.value;
      else problems.push(...result.problems.map((p) => ({ ...p, line, column: column ?? spec.names[0] })));
    }
    if (problems.length === before) rows.push({ line, value: value as RowOf<S> });
  }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { rows, problems, unknownColumns };
}

/** Reads every row of a file by its columns; that the file is no sheet is one of the problems. */
export function readColumns<S extends CellSpecs>(bytes: Uint8Array, specs: S): ReadRows<RowOf<S>> {
  const sheet = readSheet(bytes);
  return sheet.ok ? readRows(sheet.value, specs) : { rows: [], problems: sheet.problems, unknownColumns: [] };
}
