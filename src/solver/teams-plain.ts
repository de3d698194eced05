import type { TeamProblem } from "../domain/team-problem.ts";
import type { Engine } from "./engine.ts";
import { type Model, withRow, worthOf } from "./model.ts";
import { solveInOrder } from "./ordered.ts";
import { type TeamLevel, teamLevels } from "./teams-levels.ts";
import { type TeamLimits, teamsModel } from "./teams-model.ts";
import type { ProvedLevel } from "./teams-proof.ts";

/** Teams that were found by searching one model of everybody, with the bound of each level as the solver proved it. */
export interface PlainTeams {
  readonly chosen: readonly number[];
  readonly byLot: readonly number[];
  readonly proof: readonly ProvedLevel[];
}

/** The best teams by every level in order, by the solver alone; null where what is decided beforehand cannot be. */
export function searchPlainly(
  engine: Engine,
  problem: TeamProblem,
  limits: TeamLimits,
  levels: readonly TeamLevel[] = teamLevels(problem, limits.near),
): PlainTeams | null {
  const { model, worths } = teamsModel(problem, limits, levels);
  const found = solveInOrder(engine, model, worths);
  if (!found) return null;
  const taken = takenOf(problem);
  const chosen = taken(found.values);
  const always = limits.lotsUntold
    ? new Set(chosen)
    : inAllAsGood(engine, asGood(model, worths.slice(0, -1), found.reached), chosen, taken);
  const proof = levels.map(({ weights }, l) => ({ weights, bound: found.bounds[l] ?? 0, prices: null }));
  return { chosen, byLot: chosen.filter((i) => !always.has(i)), proof };
}

/** Which pairs a solution of the model chooses. */
const takenOf =
  ({ pairs }: TeamProblem) =>
  (values: ArrayLike<number>): number[] =>
    pairs.flatMap((_, i) => ((values[i] ?? 0) > 0.5 ? [i] : []));

/** The model with what was reached in these levels held. */
const asGood = (model: Model, worths: readonly (readonly number[])[], reached: readonly number[]): Model =>
  worths.reduce((m, worth, l) => withRow(m, reached[l] ?? 0, Infinity, new Map(worth.entries())), model);

/** Those of the chosen pairs that are in all teams the model allows. */
function inAllAsGood(
  engine: Engine,
  model: Model,
  chosen: readonly number[],
  taken: (values: ArrayLike<number>) => number[],
): Set<number> {
  let certain = new Set(chosen);
  for (;;) {
    const worth = model.worth.map((_, j) => (certain.has(j) ? -1 : 0));
    const found = engine.solve(worthOf(model, worth));
    if (!found) throw new Error("the teams that were chosen are not among those as good as themselves");
    const others = new Set(taken(found.values));
    const still = new Set([...certain].filter((i) => others.has(i)));
    if (still.size === certain.size) return certain;
    certain = still;
  }
}
