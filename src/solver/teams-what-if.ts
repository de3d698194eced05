import type { Run } from "../domain/match-run.ts";
import type { Mendings, Who } from "../domain/what-changes.ts";
import { type WhatIf, whatIfs } from "../domain/what-if.ts";
import type { Engine } from "./engine.ts";
import { solveWith } from "./teams-solve.ts";

/** What would get somebody proposed for each project of a run, found by solving again. */
export const whatIfsOf = (engine: Engine, run: Run, id: number, mendings: Mendings, who: Who): WhatIf[] =>
  run.facts.flatMap((_, at) => whatIfs(run, at, id, { mendings, who }, solveWith(engine)));

/** The same for everybody considered who is not proposed for every project; whoever nothing would change is left out. */
export function everybodysWhatIfs(
  engine: Engine,
  run: Run,
  mendings: (id: number) => Mendings,
): { readonly id: number; readonly found: readonly WhatIf[] }[] {
  const ids = [...new Set(run.facts.flatMap((f) => f.people.map((p) => p.id)))].sort((a, b) => a - b);
  return ids.map((id) => ({ id, found: whatIfsOf(engine, run, id, mendings(id), "they") }));
}
