import type { TeamProblem } from "../domain/team-problem.ts";
import { boundStandsAt, type TeamBound, teamBounds } from "../domain/team-relaxation.ts";
import type { Engine } from "./engine.ts";
import { worthOf } from "./model.ts";
import type { TeamLevel } from "./teams-levels.ts";
import { type TeamLimits, teamsModel } from "./teams-model.ts";

/** A bound that cannot be met even if nothing else were asked of anybody, and the nearest there is. */
export interface Hopeless extends TeamBound {
  /** How many there could be at most; for a greatest number, how many there are already. */
  readonly nearest: number;
  /** What stands in the way: too few people who bring it, too few places, or too many who hold a place already. */
  readonly because: "people" | "places" | "already";
}

/** What adding up alone shows: bounds out of reach whoever is asked, before any search. */
export function hopeless(problem: TeamProblem, { barred = [] }: TeamLimits = {}): Hopeless[] {
  const left = problem.pairs.filter(
    (pair, i) => (problem.people[pair.person]?.most ?? 0) > 0 && !barred.includes(i),
  );
  return teamBounds(problem).flatMap((bound): Hopeless[] => {
    const project = problem.projects[bound.project];
    const already = project?.covers[bound.cover]?.already ?? 0;
    const at = boundStandsAt(problem, bound);
    if (bound.side === "most")
      return already > at ? [{ ...bound, nearest: already, because: "already" }] : [];
    const people = left.filter((p) => p.project === bound.project && p.brings.includes(bound.cover)).length;
    const places = project?.places ?? 0;
    if (already + Math.min(people, places) >= at) return [];
    const because = people <= places ? "people" : "places";
    return [{ ...bound, nearest: already + Math.min(people, places), because }];
  });
}

/** The problem with only these bounds of needs left, and nothing that is merely desired. */
function withOnly(problem: TeamProblem, bounds: readonly TeamBound[]): TeamProblem {
  const kept = new Set(bounds.map((b) => `${b.project} ${b.cover} ${b.side}`));
  return {
    ...problem,
    rotation: 0,
    projects: problem.projects.map((project, p) => ({
      ...project,
      covers: project.covers.map((c, i) => ({
        ...c,
        required: true,
        atLeast: kept.has(`${p} ${i} least`) ? c.atLeast : 0,
        atMost: kept.has(`${p} ${i} most`) ? c.atMost : Infinity,
      })),
    })),
  };
}

/** How many people too few or too many there are, as a level of its own. */
const unmet = ({ pairs }: TeamProblem): TeamLevel => ({
  weights: [["required", 1]],
  pairs: new Float64Array(pairs.length),
  required: -1,
  desired: 0,
  rotation: 0,
});

/** Whether some teams meet all of these bounds. */
function canBeMet(
  engine: Engine,
  problem: TeamProblem,
  limits: TeamLimits,
  bounds: readonly TeamBound[],
): boolean {
  const only = withOnly(problem, bounds);
  const { model, worths } = teamsModel(only, limits, [unmet(only)]);
  const found = engine.solve(worthOf(model, worths[0] ?? []));
  return found !== null && Math.round(found.worth) === 0;
}

/** Bounds that cannot all be met, none of which can be spared: each is dropped in turn, and stays out where the rest still clash. */
function spared(met: (bounds: readonly TeamBound[]) => boolean, bounds: readonly TeamBound[]): TeamBound[] {
  let left = [...bounds];
  for (const bound of bounds) {
    const without = left.filter((b) => b !== bound);
    if (!met(without)) left = without;
  }
  return left;
}

/**
 * Bounds of required needs that cannot be met together, none of which can be spared: without any one of them the others could
 * be met. Those that are hopeless by themselves are left out. Of the sets found from either end the smaller; empty where
 * nothing clashes.
 */
export function teamsClash(engine: Engine, problem: TeamProblem, limits: TeamLimits = {}): TeamBound[] {
  const alone = hopeless(problem, limits);
  const bounds = teamBounds(problem).filter(
    (b) => !alone.some((h) => h.project === b.project && h.cover === b.cover && h.side === b.side),
  );
  const met = (some: readonly TeamBound[]): boolean => canBeMet(engine, problem, limits, some);
  if (met(bounds)) return [];
  const [one, other] = [spared(met, bounds), spared(met, bounds.toReversed())];
  return (other.length < one.length ? other : one).toSorted((a, b) => bounds.indexOf(a) - bounds.indexOf(b));
}
