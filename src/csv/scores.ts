import type { Problem } from "../domain/result.ts";
import type { ScoreEntry } from "../domain/score-entry.ts";
import type { Criterion } from "../domain/scoring.ts";
import { anyText, type CellSpec, cell, maybe, readRows, wholeCell } from "./columns.ts";
import { readSheet, type Sheet } from "./sheet.ts";

/** The columns of a sheet with a row for each score. */
const longColumns = {
  code: cell(["code", "application"], anyText),
  criterion: cell(["criterion"], anyText),
  scorer: maybe(["scorer"], anyText),
  score: cell(["score"], wholeCell(0, 10)),
};

/** What `round export` writes beside the code and the criteria: known, and not scores. */
const shown = ["perspective", "experiences", "skills", "interests", "statement"];

/** What a sheet of scores gave. */
export interface ReadScores {
  readonly entries: readonly ScoreEntry[];
  readonly problems: readonly Problem[];
  readonly unknownColumns: readonly string[];
}

const noScorer = (line: number): Problem => ({
  code: "blank-cell",
  line,
  column: "scorer",
  message: "Nobody is named as the scorer.",
  remedy: "Fill the column in, or name the scorer of the whole sheet with --scorer.",
});

/** A sheet with a column for each criterion: blank cells are scores not given. */
function readWide(sheet: Sheet, criteria: readonly Criterion[], scorer: string | undefined): ReadScores {
  const own: Record<string, CellSpec<number | undefined>> = Object.fromEntries(
    criteria.map((c) => [c.key, maybe([c.key.replaceAll("-", "_")], wholeCell(0, c.scaleMax))]),
  );
  const columns = { code: longColumns.code, scorer: longColumns.scorer };
  const named = readRows(sheet, columns);
  const scored = readRows({ ...sheet, problems: [] }, own);
  const problems: Problem[] = [...named.problems, ...scored.problems];
  const entries = named.rows.flatMap(({ line, value }) => {
    const given = scored.rows.find((r) => r.line === line)?.value ?? {};
    const cells = Object.entries(given).flatMap(([criterion, score]) =>
      score === undefined ? [] : [{ criterion, score }],
    );
    const who = value.scorer ?? scorer;
    if (who === undefined && cells.length > 0) problems.push(noScorer(line));
    return who === undefined ? [] : cells.map((c) => ({ line, code: value.code, scorer: who, ...c }));
  });
  return {
    entries,
    problems,
    unknownColumns: named.unknownColumns.filter(
      (c) => scored.unknownColumns.includes(c) && !shown.includes(c),
    ),
  };
}

function readLong(sheet: Sheet, scorer: string | undefined): ReadScores {
  const { rows, problems, unknownColumns } = readRows(sheet, longColumns);
  const nobody = rows.filter((r) => (r.value.scorer ?? scorer) === undefined).map((r) => noScorer(r.line));
  return {
    entries: rows.flatMap(({ line, value }) => {
      const who = value.scorer ?? scorer;
      return who === undefined ? [] : [{ line, ...value, scorer: who }];
    }),
    problems: [...problems, ...nobody],
    unknownColumns,
  };
}

/**
 * Reads scores from a sheet with a row for each score (`criterion` and `score`), or from the sheet that `round export` makes,
 * with a column for each criterion. `scorer` is who scored where the sheet does not say.
 */
export function readScores(
  bytes: Uint8Array,
  criteria: readonly Criterion[],
  scorer: string | undefined,
): ReadScores {
  const read = readSheet(bytes);
  if (!read.ok) return { entries: [], problems: read.problems, unknownColumns: [] };
  const sheet = read.value;
  const keys = sheet.columns.map((c) => c.trim().toLowerCase());
  const wide = !keys.includes("criterion") && criteria.some((c) => keys.includes(c.key));
  return wide ? readWide(sheet, criteria, scorer) : readLong(sheet, scorer);
}
