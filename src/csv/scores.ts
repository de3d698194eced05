import type { Problem } from "../domain/result.ts";
import type { ScoreEntry } from "../domain/score-entry.ts";
import type { Criterion } from "../domain/scoring.ts";
import { anyText, type CellSpec, cell, maybe, wholeCell } from "./columns.ts";
import { headerKey, locateHeader } from "./header.ts";
import type { RawSheet } from "./raw.ts";
import { readTable, type TableChoices } from "./table.ts";

/** The columns of a sheet with a row for each score. */
const longColumns = {
  code: cell(["code", "application", "application_code"], anyText),
  criterion: cell(["criterion", "criterion_key"], anyText),
  scorer: maybe(["scorer", "scored_by"], anyText),
  score: cell(["score"], wholeCell(0, 10)),
};

/** What `round export` writes beside the code and the criteria: known, and not scores. */
const shown = ["perspective", "experiences", "skills", "interests", "statement"];

/** What a sheet of scores gave. */
export interface ReadScores {
  readonly entries: readonly ScoreEntry[];
  readonly problems: readonly Problem[];
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
}

const noScorer = (line: number): Problem => ({
  code: "blank-cell",
  line,
  column: "scorer",
  message: "Nobody is named as the scorer.",
  remedy: "Fill the column in, or name the scorer of the whole sheet with --scorer.",
});

/** A column for each criterion of a round, in which a blank cell is a score not given. */
const criterionCells = (criteria: readonly Criterion[]): Record<string, CellSpec<number | undefined>> =>
  Object.fromEntries(
    criteria.map((c) => [
      `score ${c.key}`,
      maybe([headerKey(c.key), headerKey(c.label)], wholeCell(0, c.scaleMax)),
    ]),
  );

/** A sheet with a column for each criterion. */
function readWide(
  sheet: RawSheet,
  criteria: readonly Criterion[],
  scorer: string | undefined,
  choices: TableChoices,
): ReadScores {
  const { code, scorer: scorerCell } = longColumns;
  const read = readTable(sheet, { ...criterionCells(criteria), code, scorer: scorerCell }, choices);
  const problems: Problem[] = [...read.problems];
  const entries = read.rows.flatMap(({ line, value }) => {
    const scores: Readonly<Record<string, unknown>> = value;
    const cells = criteria.flatMap(({ key }) => {
      const score = scores[`score ${key}`];
      return typeof score === "number" ? [{ criterion: key, score }] : [];
    });
    const who = value.scorer ?? scorer;
    if (who === undefined && cells.length > 0) problems.push(noScorer(line));
    return who === undefined ? [] : cells.map((c) => ({ line, code: value.code, scorer: who, ...c }));
  });
  const unknownColumns = read.unknownColumns.filter((c) => !shown.includes(c));
  return { entries, problems, unknownColumns, notes: read.notes };
}

function readLong(sheet: RawSheet, scorer: string | undefined, choices: TableChoices): ReadScores {
  const { rows, problems, unknownColumns, notes } = readTable(sheet, longColumns, choices);
  const nobody = rows.filter((r) => (r.value.scorer ?? scorer) === undefined).map((r) => noScorer(r.line));
  return {
    entries: rows.flatMap(({ line, value }) => {
      const who = value.scorer ?? scorer;
      return who === undefined ? [] : [{ line, ...value, scorer: who }];
    }),
    problems: [...problems, ...nobody],
    unknownColumns,
    notes,
  };
}

/**
 * Reads scores from a sheet with a row for each score (`criterion` and `score`), or from the sheet that `round export` makes,
 * with a column for each criterion. `scorer` is who scored where the sheet does not say.
 */
export function readScores(
  sheet: RawSheet,
  criteria: readonly Criterion[],
  scorer: string | undefined,
  choices: TableChoices = {},
): ReadScores {
  const at = locateHeader(sheet.rows, { ...longColumns, ...criterionCells(criteria) }, choices.map);
  const keys = (sheet.rows[at]?.cells ?? []).map(headerKey);
  const named = criteria.flatMap((c) => [headerKey(c.key), headerKey(c.label)]);
  const wide = !keys.includes("criterion") && named.some((name) => keys.includes(name));
  return wide ? readWide(sheet, criteria, scorer, choices) : readLong(sheet, scorer, choices);
}
