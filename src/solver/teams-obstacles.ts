import { gateObstacles } from "../domain/gate-obstacles.ts";
import type { Obstacles } from "../domain/match-obstacles.ts";
import type { Run } from "../domain/match-run.ts";
import type { Engine } from "./engine.ts";
import { teamsClash } from "./teams-conflict.ts";
import { teamRelaxations } from "./teams-relax.ts";
import { solveWith } from "./teams-solve.ts";

/** Which required needs clash, and the nearest ways out; null where all of them are met and every place is filled. */
export function obstaclesOf(engine: Engine, run: Run): Obstacles | null {
  const { posed, solved } = run;
  const unmet = solved.worth.requiredUnmet > 0;
  if (!unmet && solved.worth.unfilled === 0) return null;
  return {
    clash: unmet ? teamsClash(engine, posed.problem) : [],
    ways: unmet ? teamRelaxations(engine, posed.problem, 3) : [],
    gates: gateObstacles(run, solveWith(engine, true)),
  };
}
