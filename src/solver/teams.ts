import type { TeamPair, TeamProblem, TeamsWorth } from "../domain/team-problem.ts";
import { worthOfTeams } from "../domain/teams-worth.ts";
import type { Engine } from "./engine.ts";
import { searchByPrices } from "./teams-by-prices.ts";
import { checkTeams } from "./teams-check.ts";
import { type TeamLevel, teamLevels } from "./teams-levels.ts";
import type { TeamLimits } from "./teams-model.ts";
import { levelsOf, partsOf, type TeamPart, together } from "./teams-parts.ts";
import { type PlainTeams, searchPlainly } from "./teams-plain.ts";
import type { ProvedLevel } from "./teams-proof.ts";

/** Teams for every project, what they are worth, and what was proved about it. */
export interface Teams {
  /** Pairs by their place in the problem, ascending. */
  readonly chosen: readonly number[];
  readonly worth: TeamsWorth;
  /** No allowed teams are worth more, goal by goal: what was reached, once the proof has been checked. */
  readonly bounds: TeamsWorth;
  /** The proof of it, level by level. */
  readonly proof: readonly ProvedLevel[];
  /** Chosen pairs that are not in all teams just as good but for the lot: another lot might give those places to others. Empty where that was not asked. */
  readonly byLot: readonly number[];
  /** The solver's name and version. */
  readonly engine: string;
}

/** Whether people, projects and pairs are in order of their codes already. */
function isInOrder({ people, projects, pairs }: TeamProblem): boolean {
  const codes = (list: readonly { readonly code: string }[]): boolean =>
    list.every(({ code }, i) => i === 0 || (list[i - 1]?.code ?? "") < code);
  return (
    codes(people) &&
    codes(projects) &&
    pairs.every(({ person, project }, i) => {
      const before = pairs[i - 1];
      return !before || before.person < person || (before.person === person && before.project < project);
    })
  );
}

/** The problem with people, projects and pairs in order of their codes, and where its people and pairs came from. */
function inOrder(given: TeamProblem): { problem: TeamProblem; people: number[]; pairs: number[] } {
  if (isInOrder(given))
    return { problem: given, people: [...given.people.keys()], pairs: [...given.pairs.keys()] };
  const byCode = (list: readonly { readonly code: string }[]): number[] =>
    list.map((_, i) => i).sort((a, b) => ((list[a]?.code ?? "") < (list[b]?.code ?? "") ? -1 : 1));
  const [people, projects] = [byCode(given.people), byCode(given.projects)];
  const placeIn = (order: readonly number[]): number[] => {
    const places = order.map(() => 0);
    for (const [place, i] of order.entries()) places[i] = place;
    return places;
  };
  const [person, project] = [placeIn(people), placeIn(projects)];
  const moved = given.pairs.map((pair, at) => ({
    at,
    pair: { ...pair, person: person[pair.person] ?? -1, project: project[pair.project] ?? -1 },
  }));
  moved.sort((a, b) => a.pair.person - b.pair.person || a.pair.project - b.pair.project);
  return {
    problem: {
      ...given,
      people: people.flatMap((i) => given.people[i] ?? []),
      projects: projects.flatMap((i) => given.projects[i] ?? []),
      pairs: moved.map((m) => m.pair),
    },
    people,
    pairs: moved.map((m) => m.at),
  };
}

/** The same limits about a problem whose pairs came from these places. */
function limitsIn(limits: TeamLimits, from: readonly number[]): TeamLimits {
  const to = new Map(from.map((at, i) => [at, i]));
  const moved = (pairs: readonly number[]): number[] => pairs.flatMap((i) => to.get(i) ?? []);
  return {
    fixed: moved(limits.fixed ?? []),
    barred: moved(limits.barred ?? []),
    broken: (limits.broken ?? []).map(moved),
    ...(limits.near ? { near: moved(limits.near) } : {}),
    lotsUntold: limits.lotsUntold ?? false,
  };
}

/** The best teams by every level in order, part by part, by prices where that comes out even, else by the solver alone. */
function search(engine: Engine, problem: TeamProblem, limits: TeamLimits): PlainTeams | null {
  const levels = teamLevels(problem, limits.near);
  const one = (of: TeamProblem, own: TeamLimits, at: readonly TeamLevel[]): PlainTeams | null =>
    searchByPrices(engine, of, own, at) ?? searchPlainly(engine, of, own, at);
  // What is ruled out may be about several parts at once.
  const parts = (limits.broken ?? []).length > 0 ? [] : partsOf(problem);
  if (parts.length < 2) return one(problem, limits, levels);
  const found: { part: TeamPart; teams: PlainTeams }[] = [];
  for (const part of parts) {
    const teams = one(part.problem, limitsIn(limits, part.pairs), levelsOf(levels, part));
    if (!teams) return null;
    found.push({ part, teams });
  }
  return together(problem, levels.length, found);
}

/** Whether the pairs that are fixed leave within their own bounds: nobody with too many places, no project with too many people. */
function canBeFixed(
  { people, projects, pairs }: TeamProblem,
  { fixed = [], barred = [] }: TeamLimits,
): boolean {
  const own = fixed.flatMap((i) => pairs[i] ?? []);
  const few = (of: (pair: TeamPair) => boolean): number => own.filter(of).length;
  return (
    !fixed.some((i) => barred.includes(i)) &&
    own.every(
      ({ person, project }) =>
        few((p) => p.person === person) <= (people[person]?.most ?? 0) &&
        few((p) => p.project === project) <= (projects[project]?.places ?? 0),
    )
  );
}

/**
 * Who is placed where: the fewest required needs of teams unmet, then the most places filled, the fewest from beyond the working
 * group, the fewest desired needs unmet, the most points less what rotation costs, the fewest places taken back, the highest
 * lots. Exact, checked again by code that shares nothing with the search, and the same for any order of the rows. Null where
 * what is fixed cannot be.
 */
export function proposeTeams(engine: Engine, given: TeamProblem, limits: TeamLimits = {}): Teams | null {
  if (!canBeFixed(given, limits)) return null;
  const { problem, people, pairs } = inOrder(given);
  const own = problem === given ? limits : limitsIn(limits, pairs);
  const found = search(engine, problem, own);
  if (!found) return null;
  const worth = worthOfTeams(problem, found.chosen);
  const faults = checkTeams(problem, found.chosen, { worth, proof: found.proof }, own);
  if (faults.length > 0) throw new Error(`the checker rejects the teams: ${faults.join("; ")}`);
  const back = (list: readonly number[]): number[] => list.map((i) => pairs[i] ?? -1).sort((a, b) => a - b);
  return {
    chosen: back(found.chosen),
    worth,
    bounds: worth,
    byLot: back(found.byLot),
    proof: found.proof.map((level) => ({
      ...level,
      prices: level.prices && pricesBack(level.prices, people),
    })),
    engine: engine.name,
  };
}

/** The same prices about people in the places they came from. */
function pricesBack(
  { parts, people }: NonNullable<ProvedLevel["prices"]>,
  from: readonly number[],
): NonNullable<ProvedLevel["prices"]> {
  const given = new Float64Array(from.length);
  for (const [i, at] of from.entries()) given[at] = people[i] ?? 0;
  return { parts, people: given };
}
