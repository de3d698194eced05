import type { Solve } from "../domain/match-run.ts";
import type { Engine } from "./engine.ts";
import { proposeTeams } from "./teams.ts";

/** What finds the best teams with an engine that is loaded; with nothing fixed there always are some. */
export const solveWith =
  (engine: Engine): Solve =>
  (problem) => {
    const teams = proposeTeams(engine, problem);
    if (!teams) throw new Error("there are no teams at all, not even empty ones");
    return teams;
  };
