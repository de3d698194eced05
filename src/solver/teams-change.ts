import type { TeamProblem } from "../domain/team-problem.ts";
import type { Engine } from "./engine.ts";
import { proposeTeams, type Teams } from "./teams.ts";

/** Teams as they would be after a change by hand, and who comes and goes for it; pairs by their place in the problem. */
export interface TeamsChange {
  readonly teams: Teams;
  /** Pairs chosen now that were not proposed. */
  readonly comes: readonly number[];
  /** Pairs that were proposed and are not chosen now. */
  readonly goes: readonly number[];
}

/** Pairs that are to be chosen, or not to be, whatever it costs. */
interface ByHand {
  readonly with?: readonly number[];
  readonly without?: readonly number[];
}

/**
 * The teams when some pairs have to be chosen and others must not be: as good as they can be then, and of those the ones that
 * change fewest other places of what was proposed. Null where no teams allow it.
 */
export function changedTeams(
  engine: Engine,
  problem: TeamProblem,
  proposed: readonly number[],
  change: ByHand,
): TeamsChange | null {
  const limits = {
    fixed: change.with ?? [],
    barred: change.without ?? [],
    near: proposed,
    lotsUntold: true,
  };
  const teams = proposeTeams(engine, problem, limits);
  if (!teams) return null;
  return {
    teams,
    comes: teams.chosen.filter((i) => !proposed.includes(i)),
    goes: proposed.filter((i) => !teams.chosen.includes(i)),
  };
}

/** The teams when this pair has to be chosen: see `changedTeams`. */
export const withPair = (
  engine: Engine,
  problem: TeamProblem,
  proposed: readonly number[],
  pair: number,
): TeamsChange | null => changedTeams(engine, problem, proposed, { with: [pair] });

/** The teams when this pair must not be chosen: see `changedTeams`. */
export const withoutPair = (
  engine: Engine,
  problem: TeamProblem,
  proposed: readonly number[],
  pair: number,
): TeamsChange | null => changedTeams(engine, problem, proposed, { without: [pair] });

/**
 * The next best teams after those proposed, in order, up to so many: the best in which somebody proposed is not placed where they
 * were, then the best in which that is also so for the teams before, and so on.
 */
export function alternatives(
  engine: Engine,
  problem: TeamProblem,
  proposed: readonly number[],
  howMany: number,
): Teams[] {
  const found: Teams[] = [];
  const broken = [proposed];
  while (found.length < howMany && broken.every((set) => set.length > 0)) {
    const next = proposeTeams(engine, problem, { broken, lotsUntold: true });
    if (!next) break;
    found.push(next);
    broken.push(next.chosen);
  }
  return found;
}
