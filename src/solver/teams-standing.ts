import type { TeamProblem } from "../domain/team-problem.ts";
import type { TeamSearch } from "./team-search.ts";
import type { TeamValues } from "./team-values.ts";
import { offWorth, type TeamLevel } from "./teams-levels.ts";

/** How many places somebody may get without falling behind in an earlier level. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** What each person's places cost in one level, as whole parts of one: with these nothing is worth more than was found. */
export interface LevelPrices {
  readonly parts: number;
  /** By person. */
  readonly prices: Float64Array;
}

/** Where the search stands before a level: whatever falls behind in an earlier level is out. */
export interface Standing {
  readonly searches: readonly TeamSearch[];
  /** What pairs and needs are worth in the levels before, in one sum of whole numbers. */
  readonly first: Float64Array;
  readonly offFirst: readonly (readonly number[])[];
  readonly spans: readonly Span[];
  /** Teams that were looked at, by project. */
  readonly known: readonly (readonly number[])[][];
}

/** The standing before any level. */
export const standing = (problem: TeamProblem, searches: readonly TeamSearch[]): Standing => ({
  searches,
  first: new Float64Array(problem.pairs.length),
  offFirst: problem.projects.map(({ covers }) => covers.map(() => 0)),
  spans: problem.people.map(({ most }) => ({ least: 0, most })),
  known: problem.projects.map(() => []),
});

/** What pairs and needs are worth in a level at some prices, beside what they were worth before. */
export function valuesAt(
  problem: TeamProblem,
  at: Standing,
  level: TeamLevel,
  { parts, prices }: LevelPrices,
): TeamValues {
  const second = new Float64Array(problem.pairs.length);
  for (const [i, { person }] of problem.pairs.entries())
    second[i] = parts * (level.pairs[i] as number) - (prices[person] as number);
  return {
    first: at.first,
    second,
    off: (project, cover) => [
      at.offFirst[project]?.[cover] ?? 0,
      parts * offWorth(problem, level, project, cover),
    ],
  };
}

/** What a team is worth, by what pairs and needs are worth. */
function teamWorth(
  problem: TeamProblem,
  project: number,
  pairs: readonly number[],
  values: Float64Array,
  off: (cover: number) => number,
): number {
  const { covers } = problem.projects[project] ?? { covers: [] };
  const counts = covers.map((c) => c.already);
  let worth = 0;
  for (const i of pairs) {
    worth += values[i] ?? 0;
    for (const c of problem.pairs[i]?.brings ?? []) counts[c] = (counts[c] ?? 0) + 1;
  }
  for (const [c, { atLeast, atMost }] of covers.entries()) {
    const n = counts[c] ?? 0;
    worth += (Math.max(0, atLeast - n) + Math.max(0, n - atMost)) * off(c);
  }
  return worth;
}

/** What a team is worth in a level. */
export const worthIn = (
  problem: TeamProblem,
  level: TeamLevel,
  project: number,
  pairs: readonly number[],
): number => teamWorth(problem, project, pairs, level.pairs, (c) => offWorth(problem, level, project, c));

/** What a team is worth in the levels before. */
export const worthBefore = (
  problem: TeamProblem,
  at: Standing,
  project: number,
  pairs: readonly number[],
): number => teamWorth(problem, project, pairs, at.first, (c) => at.offFirst[project]?.[c] ?? 0);

/** How great the sums of one team can become. */
function widest(problem: TeamProblem, pairs: Float64Array, offs: readonly (readonly number[])[]): number {
  const places = Math.max(0, ...problem.projects.map((p) => p.places));
  const pair = pairs.reduce((n, v) => Math.max(n, Math.abs(v)), 0);
  const needs = problem.projects.map(({ covers, places: own }, p) =>
    covers.reduce((n, c, i) => n + Math.abs(offs[p]?.[i] ?? 0) * (c.atLeast + c.already + own), 0),
  );
  return places * pair + Math.max(0, ...needs);
}

/**
 * The standing after a level: its worth at its prices tells apart what was equal before. Null where that makes sums too great to
 * be exact.
 */
export function after(
  problem: TeamProblem,
  at: Standing,
  level: TeamLevel,
  solved: {
    readonly prices: LevelPrices;
    readonly spans: readonly Span[];
    readonly teams: readonly { readonly project: number; readonly pairs: readonly number[] }[];
  },
): Standing | null {
  const { second, off } = valuesAt(problem, at, level, solved.prices);
  const offs = problem.projects.map(({ covers }, p) => covers.map((_, c) => off(p, c)[1]));
  const heavy = 2 * widest(problem, second, offs) + 1;
  const first = at.first.map((v, i) => v * heavy + (second[i] as number));
  const offFirst = at.offFirst.map((own, p) => own.map((v, c) => v * heavy + (offs[p]?.[c] ?? 0)));
  if (widest(problem, first, offFirst) > Number.MAX_SAFE_INTEGER) return null;
  const known = problem.projects.map((): (readonly number[])[] => []);
  for (const { project, pairs } of solved.teams) known[project]?.push(pairs);
  return { searches: at.searches, first, offFirst, spans: solved.spans, known };
}
