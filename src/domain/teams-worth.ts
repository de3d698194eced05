import type { TeamCover, TeamProblem, TeamsWorth } from "./team-problem.ts";

/** How many people too few or too many a need of a team has. */
const offBy = ({ atLeast, atMost }: TeamCover, n: number): number =>
  Math.max(0, atLeast - n) + Math.max(0, n - atMost);

/** How many count towards each need of each project when these pairs are chosen, those who hold a place among them. */
function coverCounts(problem: TeamProblem, chosen: readonly number[]): number[][] {
  const counts = problem.projects.map(({ covers }) => covers.map((c) => c.already));
  for (const i of chosen) {
    const pair = problem.pairs[i];
    const own = counts[pair?.project ?? -1];
    if (pair && own) for (const c of pair.brings) own[c] = (own[c] ?? 0) + 1;
  }
  return counts;
}

/** How many places each person gets when these pairs are chosen. */
function placesOf(problem: TeamProblem, chosen: readonly number[]): number[] {
  const places = problem.people.map(() => 0);
  for (const i of chosen) {
    const person = problem.pairs[i]?.person ?? -1;
    places[person] = (places[person] ?? 0) + 1;
  }
  return places;
}

/** How evenly recent offers and places lie on people: the fewest and most anybody has, and the Gini coefficient, 0 = all equal. */
export interface LoadSpread {
  readonly least: number;
  readonly most: number;
  readonly gini: number;
}

/** How evenly the load lies on everybody who could be asked, when these pairs are chosen. */
export function loadSpread(problem: TeamProblem, chosen: readonly number[]): LoadSpread {
  const places = placesOf(problem, chosen);
  const loads = problem.people.map((p, i) => p.load + (places[i] ?? 0)).sort((a, b) => a - b);
  const n = loads.length;
  const total = loads.reduce((a, b) => a + b, 0);
  const weighed = loads.reduce((sum, load, i) => sum + (2 * (i + 1) - n - 1) * load, 0);
  return { least: loads[0] ?? 0, most: loads.at(-1) ?? 0, gini: total === 0 ? 0 : weighed / (n * total) };
}

/** The points of these pairs, before rotation costs anything. */
export const pointsOf = (problem: TeamProblem, chosen: readonly number[]): number =>
  chosen.reduce((sum, i) => sum + (problem.pairs[i]?.points ?? 0), 0);

/** What rotation costs when these pairs are chosen: λ (2 (load + k − 1) + 1) for the k-th place of each person. */
const rotationCost = (problem: TeamProblem, chosen: readonly number[]): number =>
  placesOf(problem, chosen).reduce((sum, n, p) => {
    const load = problem.people[p]?.load ?? 0;
    return sum + problem.rotation * ((load + n) ** 2 - load ** 2);
  }, 0);

/** What teams are worth when these pairs are chosen, goal by goal. */
export function worthOfTeams(problem: TeamProblem, chosen: readonly number[]): TeamsWorth {
  let [requiredUnmet, desiredUnmet] = [0, 0];
  const counts = coverCounts(problem, chosen);
  for (const [p, { covers }] of problem.projects.entries())
    for (const [c, cover] of covers.entries()) {
      const off = offBy(cover, counts[p]?.[c] ?? 0);
      if (cover.required) requiredUnmet += off;
      else desiredUnmet += off * cover.weight;
    }
  const pairs = chosen.flatMap((i) => problem.pairs[i] ?? []);
  const sum = (of: (pair: (typeof pairs)[number]) => number): number => pairs.reduce((n, p) => n + of(p), 0);
  return {
    requiredUnmet,
    unfilled: problem.projects.reduce((n, p) => n + p.places, 0) - chosen.length,
    beyond: sum((p) => (p.beyond ? 1 : 0)),
    desiredUnmet,
    net: pointsOf(problem, chosen) - rotationCost(problem, chosen),
    changes: problem.pairs.reduce((n, p) => n + (p.held ? 1 : 0), 0) - sum((p) => (p.held ? 1 : 0)),
    lot: sum((p) => p.lot),
  };
}

/** The goals of teams, most important first, and whether more or less of it is better. */
const teamGoals: readonly (readonly [keyof TeamsWorth, 1 | -1])[] = [
  ["requiredUnmet", -1],
  ["unfilled", -1],
  ["beyond", -1],
  ["desiredUnmet", -1],
  ["net", 1],
  ["changes", -1],
  ["lot", 1],
];

/** Above 0 where the one is worth more than the other, below 0 where less, 0 where every goal is equal. */
export function compareTeams(one: TeamsWorth, other: TeamsWorth): number {
  for (const [goal, sign] of teamGoals)
    if (one[goal] !== other[goal]) return sign * (one[goal] - other[goal]);
  return 0;
}
