import type { Obstacles } from "../domain/match-obstacles.ts";
import type { Run } from "../domain/match-run.ts";
import type { Engine } from "./engine.ts";
import { teamsClash } from "./teams-conflict.ts";
import { teamRelaxations } from "./teams-relax.ts";

/** Which required needs of teams clash, and the nearest ways out; null where all of them are met. */
export const obstaclesOf = (engine: Engine, { posed, solved }: Run): Obstacles | null =>
  solved.worth.requiredUnmet === 0
    ? null
    : {
        clash: teamsClash(engine, posed.problem),
        ways: teamRelaxations(engine, posed.problem, 3),
      };
