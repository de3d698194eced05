import type { TeamProblem, TeamsWorth } from "../domain/team-problem.ts";
import { type LoadSpread, loadSpread, pointsOf } from "../domain/teams-worth.ts";
import type { Engine } from "./engine.ts";
import { proposeTeams } from "./teams.ts";
import type { TeamLimits } from "./teams-model.ts";

/** What one weight of rotation would give and cost. */
export interface RotationPoint {
  readonly rotation: number;
  readonly worth: TeamsWorth;
  /** Points of those chosen, before rotation costs anything. */
  readonly points: number;
  /** How evenly the work lies on those who could be asked. */
  readonly spread: LoadSpread;
  /** Places that go to somebody else than with the weight as it is. */
  readonly placesChanged: number;
}

/** What each of these weights of rotation would give and cost, set against the problem as it is; empty where nothing can be fixed. */
export function rotationCurve(
  engine: Engine,
  problem: TeamProblem,
  rotations: readonly number[],
  given: TeamLimits = {},
): RotationPoint[] {
  const limits = { ...given, lotsUntold: true };
  const now = new Set(proposeTeams(engine, problem, limits)?.chosen);
  return rotations.flatMap((rotation) => {
    const teams = proposeTeams(engine, { ...problem, rotation }, limits);
    if (!teams) return [];
    return [
      {
        rotation,
        worth: teams.worth,
        points: pointsOf(problem, teams.chosen),
        spread: loadSpread(problem, teams.chosen),
        placesChanged: teams.chosen.filter((i) => !now.has(i)).length,
      },
    ];
  });
}
