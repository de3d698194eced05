import type { TeamProblem } from "../domain/team-problem.ts";
import type { TeamLevel } from "./teams-levels.ts";
import type { PlainTeams } from "./teams-plain.ts";
import type { ProvedLevel } from "./teams-proof.ts";

/** Projects that share nobody with any others, as a problem of their own, and where its people and pairs stand in the whole. */
export interface TeamPart {
  readonly problem: TeamProblem;
  readonly people: readonly number[];
  readonly pairs: readonly number[];
}

/** For each project the first of those that it is tied to by somebody who could be in both, or in both with a third between. */
function tiedTo({ projects, people, pairs }: TeamProblem): number[] {
  const tied = projects.map((_, p) => p);
  const root = (project: number): number => {
    let at = project;
    while ((tied[at] ?? at) !== at) {
      tied[at] = tied[tied[at] ?? at] ?? at;
      at = tied[at] ?? at;
    }
    return at;
  };
  const seen = new Int32Array(people.length).fill(-1);
  for (let i = 0; i < pairs.length; i++) {
    const { person, project } = pairs[i] as TeamProblem["pairs"][number];
    const before = seen[person] as number;
    const here = root(project);
    const there = before === -1 ? here : root(before);
    tied[Math.max(here, there)] = Math.min(here, there);
    seen[person] = Math.min(here, there);
  }
  return projects.map((_, p) => root(p));
}

/**
 * The problem in parts that have nobody in common: the best teams of each are together the best of all. A project that nobody
 * could be in goes with the first part.
 */
export function partsOf(problem: TeamProblem): TeamPart[] {
  const tied = tiedTo(problem);
  const asked = new Set<number>();
  for (let i = 0; i < problem.pairs.length; i++) asked.add(tied[problem.pairs[i]?.project ?? -1] ?? -1);
  if (asked.size <= 1)
    return [{ problem, people: [...problem.people.keys()], pairs: [...problem.pairs.keys()] }];
  const roots = [...asked].sort((a, b) => a - b);
  const partOf = new Map(roots.map((root, k) => [root, k]));
  const of = (project: number): number => partOf.get(tied[project] ?? -1) ?? 0;
  const parts = roots.map(() => ({
    projects: [] as TeamProblem["projects"][number][],
    people: [] as number[],
    pairs: [] as number[],
    own: [] as TeamProblem["pairs"][number][],
  }));
  const place = problem.projects.map((project, p) => (parts[of(p)]?.projects.push(project) ?? 0) - 1);
  const standing = new Map<number, number>();
  for (const [i, pair] of problem.pairs.entries()) {
    const part = parts[of(pair.project)];
    if (!part) continue;
    const person = standing.get(pair.person) ?? part.people.push(pair.person) - 1;
    standing.set(pair.person, person);
    part.pairs.push(i);
    part.own.push({ ...pair, person, project: place[pair.project] ?? -1 });
  }
  return parts.map(({ projects, people, pairs, own }) => ({
    problem: {
      rotation: problem.rotation,
      projects,
      people: people.flatMap((i) => problem.people[i] ?? []),
      pairs: own,
    },
    people,
    pairs,
  }));
}

/** The levels of the whole, about the pairs of a part. */
export const levelsOf = (levels: readonly TeamLevel[], { pairs }: TeamPart): TeamLevel[] =>
  levels.map((level) => ({ ...level, pairs: Float64Array.from(pairs, (i) => level.pairs[i] ?? 0) }));

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** One level as it was proved in every part. Without prices its bounds are those of whole teams. */
function levelTogether(
  people: number,
  proved: readonly { readonly part: TeamPart; readonly level: ProvedLevel }[],
): ProvedLevel {
  const weights = proved[0]?.level.weights ?? [];
  const rest = proved.reduce((n, { level }) => n + level.bound - Math.floor(level.bound + 1e-6), 0);
  const priced = proved.flatMap(({ part, level }) => (level.prices ? [{ part, prices: level.prices }] : []));
  if (priced.length < proved.length || rest >= 1)
    return {
      weights,
      bound: proved.reduce((n, { level }) => n + Math.floor(level.bound + 1e-6), 0),
      prices: null,
    };
  const parts = priced.reduce((n, { prices }) => (n * prices.parts) / divisor(n, prices.parts), 1);
  const all = new Float64Array(people);
  for (const { part, prices } of priced)
    for (const [k, person] of part.people.entries())
      all[person] = (prices.people[k] ?? 0) * (parts / prices.parts);
  return {
    weights,
    bound: proved.reduce((n, { level }) => n + level.bound, 0),
    prices: { parts, people: all },
  };
}

/** The teams of all parts as teams of the whole, with one proof. */
export function together(
  problem: TeamProblem,
  levels: number,
  found: readonly { readonly part: TeamPart; readonly teams: PlainTeams }[],
): PlainTeams {
  const all = (of: (teams: PlainTeams) => readonly number[]): number[] =>
    found.flatMap(({ part, teams }) => of(teams).map((i) => part.pairs[i] ?? -1)).sort((a, b) => a - b);
  return {
    chosen: all((teams) => teams.chosen),
    byLot: all((teams) => teams.byLot),
    proof: Array.from({ length: levels }, (_, l) =>
      levelTogether(
        problem.people.length,
        found.flatMap(({ part, teams }) => {
          const level = teams.proof[l];
          return level ? [{ part, level }] : [];
        }),
      ),
    ),
  };
}
