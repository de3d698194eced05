import type { TeamProblem } from "../domain/team-problem.ts";
import type { TeamSearch } from "./team-search.ts";
import type { BestTeam, TeamValues } from "./team-values.ts";
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
  /** By pair, whom and what it is about. */
  readonly person: Int32Array;
  readonly project: Int32Array;
  /** What pairs and needs are worth in the levels before, in one sum of whole numbers. */
  readonly first: Float64Array;
  readonly offFirst: readonly (readonly number[])[];
  readonly spans: readonly Span[];
  /** Whether teams were mixed in a level before. */
  readonly mixed: boolean;
  /** Teams worth as much as any in the levels before, of those that have been tried, by project. */
  readonly known: readonly (readonly number[])[][];
}

/** The standing before any level. */
export function standing(
  { people, projects, pairs }: TeamProblem,
  searches: readonly TeamSearch[],
): Standing {
  const [person, project] = [new Int32Array(pairs.length), new Int32Array(pairs.length)];
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as TeamProblem["pairs"][number];
    person[i] = pair.person;
    project[i] = pair.project;
  }
  return {
    searches,
    person,
    project,
    first: new Float64Array(pairs.length),
    offFirst: projects.map(({ covers }) => covers.map(() => 0)),
    spans: people.map(({ most }) => ({ least: 0, most })),
    mixed: false,
    known: projects.map(() => []),
  };
}

/** What pairs and needs are worth in a level at some prices, beside what they were worth before. */
export function valuesAt(
  problem: TeamProblem,
  at: Standing,
  level: TeamLevel,
  { parts, prices }: LevelPrices,
): TeamValues {
  const { first, offFirst, person } = at;
  const second = new Float64Array(first.length);
  for (let i = 0; i < first.length; i++)
    second[i] = parts * (level.pairs[i] as number) - (prices[person[i] as number] as number);
  const offSecond = offFirst.map((own, p) => own.map((_, c) => parts * offWorth(problem, level, p, c)));
  return { first, second, offFirst, offSecond };
}

/** What a team is worth, by what pairs and unmet needs are worth. */
function teamWorth(
  { projects, pairs }: TeamProblem,
  project: number,
  team: readonly number[],
  values: Float64Array,
  offs: readonly number[],
): number {
  const { covers } = projects[project] as TeamProblem["projects"][number];
  let worth = 0;
  for (let k = 0; k < team.length; k++) worth += values[team[k] as number] as number;
  for (let c = 0; c < covers.length; c++) {
    const each = offs[c] as number;
    if (each === 0) continue;
    const { already, atLeast, atMost } = covers[c] as (typeof covers)[number];
    let n = already;
    for (let k = 0; k < team.length; k++)
      if ((pairs[team[k] as number] as TeamProblem["pairs"][number]).brings.includes(c)) n += 1;
    if (n < atLeast) worth += (atLeast - n) * each;
    if (n > atMost) worth += (n - atMost) * each;
  }
  return worth;
}

/** What a team is worth in a level. */
export const worthIn = (
  problem: TeamProblem,
  level: TeamLevel,
  project: number,
  team: readonly number[],
): number =>
  teamWorth(
    problem,
    project,
    team,
    level.pairs,
    problem.projects[project]?.covers.map((_, c) => offWorth(problem, level, project, c)) ?? [],
  );

/** What a team is worth in the levels before. */
export const worthBefore = (
  problem: TeamProblem,
  { first, offFirst }: Standing,
  project: number,
  team: readonly number[],
): number => teamWorth(problem, project, team, first, offFirst[project] ?? []);

/** A team at other values that tell apart what was equal before. */
export const sameTeam = (
  problem: TeamProblem,
  project: number,
  team: BestTeam,
  { second, offSecond }: TeamValues,
): BestTeam => ({
  pairs: team.pairs,
  first: team.first,
  second: teamWorth(problem, project, team.pairs, second, offSecond[project] ?? []),
});

/** How great the sums of one team can become. */
function widest(
  { projects }: TeamProblem,
  pairs: Float64Array,
  offs: readonly (readonly number[])[],
): number {
  let [places, pair, needs] = [0, 0, 0];
  for (let i = 0; i < pairs.length; i++) pair = Math.max(pair, Math.abs(pairs[i] as number));
  for (const [p, { covers, places: own }] of projects.entries()) {
    places = Math.max(places, own);
    const all = covers.reduce(
      (n, c, i) => n + Math.abs(offs[p]?.[i] ?? 0) * (c.atLeast + c.already + own),
      0,
    );
    needs = Math.max(needs, all);
  }
  return places * pair + needs;
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
    readonly parts: Float64Array | null;
    readonly good: readonly { readonly project: number; readonly pairs: readonly number[] }[];
  },
): Standing | null {
  const { second, offSecond } = valuesAt(problem, at, level, solved.prices);
  const heavy = 2 * widest(problem, second, offSecond) + 1;
  const first = new Float64Array(second.length);
  for (let i = 0; i < first.length; i++) first[i] = (at.first[i] as number) * heavy + (second[i] as number);
  const offFirst = at.offFirst.map((own, p) => own.map((v, c) => v * heavy + (offSecond[p]?.[c] ?? 0)));
  if (widest(problem, first, offFirst) > Number.MAX_SAFE_INTEGER) return null;
  const known = problem.projects.map((): (readonly number[])[] => []);
  for (const { project, pairs } of solved.good) known[project]?.push(pairs);
  return { ...at, first, offFirst, spans: solved.spans, mixed: at.mixed || solved.parts !== null, known };
}
