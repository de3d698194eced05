import type { Run } from "../domain/match-run.ts";
import type { Mendings, Who } from "../domain/what-changes.ts";
import { type WhatIf, whatIfs } from "../domain/what-if.ts";
import type { Engine } from "./engine.ts";
import { solveWith } from "./teams-solve.ts";

/** What would get somebody proposed for each project of a run, found by solving again. */
export const whatIfsOf = (engine: Engine, run: Run, id: number, mendings: Mendings, who: Who): WhatIf[] =>
  run.facts.flatMap((_, at) => whatIfs(run, at, id, { mendings, who }, solveWith(engine)));
