import type { Problem } from "../domain/result.ts";
import type { ScoreLine } from "../domain/score-sheet-plan.ts";
import type { Criterion } from "../domain/scoring.ts";
import { anyText, type CellSpec, type CellSpecs, cell, maybe, maybeProse, wholeCell } from "./columns.ts";
import { type HeaderMap, headerKey, locateHeader, mapped } from "./header.ts";
import type { RawSheet } from "./raw.ts";
import type { GoodRow } from "./table.ts";

const who = {
  code: cell(["code", "application", "application_code"], anyText),
  scorer: maybe(["scorer", "scored_by"], anyText),
};

/** The columns of a sheet with a row for each score. */
const longColumns = {
  ...who,
  criterion: cell(["criterion", "criterion_key"], anyText),
  score: cell(["score"], wholeCell(0, 10)),
};

/** What `round export` writes beside the code and the criteria: known, and not scores. */
const shown = ["perspective", "experiences", "skills", "interests", "statement"];

const field = (criterion: string): string => `score ${criterion}`;

/** What the columns of criteria may be called: by their keys, or by their labels. */
const namesOf = (criteria: readonly Criterion[]): string[] =>
  criteria.flatMap((c) => [headerKey(c.key), headerKey(c.label)]);

/** A column for each criterion of a round, in which a blank cell is a score not given, and those that go with them. */
function wideColumns(criteria: readonly Criterion[]): CellSpecs {
  const keys = namesOf(criteria);
  const scores = criteria.map((c): [string, CellSpec<unknown>] => [
    field(c.key),
    maybe([headerKey(c.key), headerKey(c.label)], wholeCell(0, c.scaleMax)),
  ]);
  const beside = shown
    .filter((name) => !keys.includes(name))
    .map((name) => [name, maybeProse(name)] as const);
  return { ...Object.fromEntries(scores), ...who, ...Object.fromEntries(beside) };
}

/**
 * The columns of a sheet of scores: with a row for each score (`criterion` and `score`), or, like the sheet that `round export`
 * makes, with a column for each criterion.
 */
export function scoreColumns(sheet: RawSheet, criteria: readonly Criterion[], map: HeaderMap): CellSpecs {
  const wide = wideColumns(criteria);
  const header = sheet.rows[locateHeader(sheet.rows, { ...longColumns, ...wide }, map)];
  const keys = (header?.cells ?? []).map((name, i) => headerKey((header && mapped(header, i, map)) ?? name));
  const named = namesOf(criteria);
  const isWide = !keys.includes("criterion") && named.some((name) => keys.includes(name));
  return isWide ? wide : longColumns;
}

const noScorer = (line: number): Problem => ({
  code: "blank-cell",
  line,
  column: "scorer",
  message: "Nobody is named as the scorer.",
  remedy: "Fill the column in, or name the scorer of the whole sheet with --scorer.",
});

/** The scores of one row, in either shape of a sheet. */
function scoresOf(value: Readonly<Record<string, unknown>>, criteria: readonly Criterion[]) {
  if (typeof value["criterion"] === "string")
    return [{ criterion: value["criterion"], score: Number(value["score"]) }];
  return criteria.flatMap(({ key }) => {
    const score = value[field(key)];
    return typeof score === "number" ? [{ criterion: key, score }] : [];
  });
}

/** The scores of each row of a sheet, and a problem for each that does not say whose they are; `scorer` is who scored where it does not. */
export function asScores(
  rows: readonly GoodRow<Readonly<Record<string, unknown>>>[],
  criteria: readonly Criterion[],
  scorer: string | undefined,
): { readonly lines: readonly ScoreLine[]; readonly problems: readonly Problem[] } {
  const lines = rows.map(({ line, value }) => ({
    line,
    code: String(value["code"]),
    scorer: value["scorer"] === undefined ? scorer : String(value["scorer"]),
    scores: scoresOf(value, criteria),
  }));
  const nobody = lines.filter((l) => l.scorer === undefined && l.scores.length > 0);
  return {
    lines: lines.flatMap((l) => (l.scorer === undefined ? [] : [{ ...l, scorer: l.scorer }])),
    problems: nobody.map((l) => noScorer(l.line)),
  };
}
