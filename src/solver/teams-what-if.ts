import type { Standing } from "../domain/match.ts";
import { pairAt, placeOf } from "../domain/match-problem.ts";
import type { Run } from "../domain/match-run.ts";
import { compareTeams } from "../domain/teams-worth.ts";
import type { Mendings, Who } from "../domain/what-changes.ts";
import { type WhatIf, whatIfs } from "../domain/what-if.ts";
import type { Engine } from "./engine.ts";
import { changedTeams } from "./teams-change.ts";
import { solveWith } from "./teams-solve.ts";

/** What would get somebody proposed for each project of a run, found by solving again. */
const whatIfsOf = (engine: Engine, run: Run, id: number, mendings: Mendings, who: Who): WhatIf[] =>
  run.facts.flatMap((_, at) => whatIfs(run, at, id, { mendings, who }, solveWith(engine, true)));

/** The same for everybody considered who is not proposed for every project; whoever nothing would change is left out. */
export function everybodysWhatIfs(
  engine: Engine,
  run: Run,
  mendings: (id: number) => Mendings,
): { readonly id: number; readonly found: readonly WhatIf[] }[] {
  const ids = [...new Set(run.facts.flatMap((f) => f.people.map((p) => p.id)))].sort((a, b) => a - b);
  return ids.map((id) => ({ id, found: whatIfsOf(engine, run, id, mendings(id), "they") }));
}

/** The same standings, each with whether teams with them would be just as good, so that only a lot decided against them. */
function withLotsLost(engine: Engine, run: Run, id: number, standings: readonly Standing[]): Standing[] {
  const { posed, solved } = run;
  const drawn = new Set(solved.byLot.map((pair) => placeOf(posed, pair).project));
  const lost = (standing: Standing): boolean => {
    const at = run.facts.findIndex((f) => f.projectId === standing.facts.projectId);
    const pair = pairAt(posed, at, id);
    if (standing.person.proposed || pair === undefined || !drawn.has(at)) return false;
    const teams = changedTeams(engine, posed.problem, solved.chosen, { with: [pair] })?.teams;
    return teams !== undefined && compareTeams({ ...teams.worth, lot: 0 }, { ...solved.worth, lot: 0 }) === 0;
  };
  return standings.map((s) => ({ ...s, lostByLot: lost(s) }));
}

/** How one person stands with each project of a run, with whether only a lot decided against them, and what would get them proposed. */
export const whereTheyStand = (
  engine: Engine,
  run: Run,
  { id, standings }: { readonly id: number; readonly standings: readonly Standing[] },
  ways: { readonly mendings: (id: number) => Mendings; readonly who: Who },
) => ({
  id,
  standings: withLotsLost(engine, run, id, standings),
  ways: whatIfsOf(engine, run, id, ways.mendings(id), ways.who),
});
