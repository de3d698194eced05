import type { Solve } from "../domain/match-run.ts";
import type { Engine } from "./engine.ts";
import { proposeTeams } from "./teams.ts";

/**
 * What finds the best teams with an engine that is loaded; with nothing fixed there always are some. Without being asked which
 * places a lot decided it is quicker.
 */
export const solveWith =
  (engine: Engine, lotsUntold = false): Solve =>
  (problem) => {
    const teams = proposeTeams(engine, problem, { lotsUntold });
    if (!teams) throw new Error("there are no teams at all, not even empty ones");
    return teams;
  };
