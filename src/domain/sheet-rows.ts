import type { Problem } from "./result.ts";

/** A row of a sheet with the line it stands on. */
export interface Lined<T> {
  readonly line: number;
  readonly value: T;
  /** The fields whose cell is blank. */
  readonly blank?: readonly string[];
}

const columns: Readonly<Record<string, string>> = {
  "no-places": "places",
  "ends-before-start": "ends_on",
  "unknown-band": "pay_basis",
  "same-title": "title",
  "level-outside-scale": "level",
  "level-without-skill": "level",
  "number-without-team": "scope",
  "team-without-number": "at_least",
  "more-than-places": "at_least",
  "weight-of-required": "weight",
  "project-over": "project",
};

/** Problems of a row with its line, and the column of each. */
export const at = (line: number, problems: readonly Problem[]): Problem[] =>
  problems.map((p) => ({ ...p, line, column: p.column ?? columns[p.code] ?? "value" }));

/** A problem of a row that an earlier one has said already. */
export const twice = (line: number, first: number, column: string, what: string): Problem => ({
  code: "row-twice",
  line,
  column,
  message: `${what} is in the sheet twice, first on line ${first}.`,
  remedy: "Keep one of the two rows.",
});
