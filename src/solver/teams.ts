import type { TeamPair, TeamProblem, TeamsWorth } from "../domain/team-problem.ts";
import { worthOfTeams } from "../domain/teams-worth.ts";
import type { Engine } from "./engine.ts";
import { type Model, withRow, worthOf } from "./model.ts";
import { solveInOrder } from "./ordered.ts";
import { checkTeams } from "./teams-check.ts";
import { type TeamGoal, type TeamLimits, teamGoalsInOrder, teamsModel } from "./teams-model.ts";

/** Teams for every project, what they are worth, and what was proved about it. */
export interface Teams {
  /** Pairs by their place in the problem, ascending. */
  readonly chosen: readonly number[];
  readonly worth: TeamsWorth;
  /** No allowed teams are worth more, goal by goal, as the solver proved it. */
  readonly bounds: TeamsWorth;
  /** Chosen pairs that are not in all teams just as good but for the lot: another lot might give those places to others. */
  readonly byLot: readonly number[];
  /** The solver's name and version. */
  readonly engine: string;
}

/** The problem with people, projects and pairs in order of their codes, and where each of its pairs came from. */
function inOrder(given: TeamProblem): { problem: TeamProblem; from: number[] } {
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
    from: moved.map((m) => m.at),
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
  };
}

/** The best teams by every goal in order; null where what is fixed cannot be. */
function search(engine: Engine, problem: TeamProblem, limits: TeamLimits): Omit<Teams, "engine"> | null {
  const { model, goals } = teamsModel(problem, limits);
  const used = teamGoalsInOrder.filter((goal) => goals[goal].some((w) => w !== 0));
  const found = solveInOrder(engine, model, used.length > 0 ? used.map((g) => goals[g]) : [goals.lot]);
  if (!found) return null;
  const taken = (values: ArrayLike<number>): number[] =>
    problem.pairs.flatMap((_, i) => ((values[i] ?? 0) > 0.5 ? [i] : []));
  const chosen = taken(found.values);
  const bound = (goal: TeamGoal): number => found.bounds[used.indexOf(goal)] ?? 0;
  const worth = worthOfTeams(problem, chosen);
  const places = problem.projects.reduce((n, p) => n + p.places, 0);
  const held = problem.pairs.filter((p) => p.held).length;
  const level: Model = used
    .filter((goal) => goal !== "lot")
    .reduce<Model>(
      (m, goal) =>
        withRow(m, found.reached[used.indexOf(goal)] ?? 0, Infinity, new Map(goals[goal].entries())),
      model,
    );
  return {
    chosen,
    worth,
    bounds: {
      requiredUnmet: 0 - bound("required"),
      unfilled: places - bound("filled"),
      beyond: 0 - bound("beyond"),
      desiredUnmet: 0 - bound("desired"),
      net: bound("net"),
      changes: held - bound("held"),
      lot: bound("lot"),
    },
    byLot: decidedByLot(engine, level, chosen, taken),
  };
}

/** Those of the chosen pairs that are not in all teams the model allows. */
function decidedByLot(
  engine: Engine,
  model: Model,
  chosen: readonly number[],
  taken: (values: ArrayLike<number>) => number[],
): number[] {
  let certain = new Set(chosen);
  for (;;) {
    const found = engine.solve(
      worthOf(
        model,
        model.worth.map((_, j) => (certain.has(j) ? -1 : 0)),
      ),
    );
    if (!found) throw new Error("the teams that were chosen are not among those as good as themselves");
    const others = new Set(taken(found.values));
    const still = new Set([...certain].filter((i) => others.has(i)));
    if (still.size === certain.size) return chosen.filter((i) => !certain.has(i));
    certain = still;
  }
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
  const { problem, from } = inOrder(given);
  const found = search(engine, problem, limitsIn(limits, from));
  if (!found) return null;
  const back = (pairs: readonly number[]): number[] => pairs.map((i) => from[i] ?? -1).sort((a, b) => a - b);
  const teams = { ...found, chosen: back(found.chosen), byLot: back(found.byLot), engine: engine.name };
  const faults = checkTeams(given, teams.chosen, teams, limits);
  if (faults.length > 0) throw new Error(`the checker rejects the teams: ${faults.join("; ")}`);
  return teams;
}
