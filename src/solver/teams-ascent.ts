import type { TeamProblem } from "../domain/team-problem.ts";
import type { BestTeam } from "./team-values.ts";
import type { TeamLevel } from "./teams-levels.ts";
import { bestSpan, projectsOpen } from "./teams-prices.ts";
import { type Standing, valuesAt } from "./teams-standing.ts";

/** How often prices are changed, the part of the greatest worth by which they change first, and how soon that becomes less. */
const [rounds, part, slower] = [10, 1 / 16, 1 / 4];

/** Prices after one round: dearer by a step for each place too many in which somebody is wanted, cheaper where they could give more. */
function changed(
  at: Standing,
  best: readonly BestTeam[],
  prices: Float64Array,
  step: number,
  rotation: number,
): Float64Array {
  const wanted = new Int32Array(prices.length);
  for (const { pairs } of best)
    for (const i of pairs) {
      const who = at.person[i] as number;
      wanted[who] = (wanted[who] as number) + 1;
    }
  return prices.map((price, who) => {
    const { span } = bestSpan(at.spans[who] ?? { least: 0, most: 0 }, price, rotation);
    return Math.max(0, Math.round(price + step * ((wanted[who] as number) - span.most)));
  });
}

/**
 * Looks for prices before any teams are mixed: whoever is wanted too often becomes dearer, round after round, by less and less.
 * Each team that is the best of its project on the way is handed over: with those the first mixture is a good one, which saves
 * a third to half of all mixtures (bench/matching.js).
 */
export function ascend(
  problem: TeamProblem,
  at: Standing,
  level: TeamLevel,
  start: readonly BestTeam[],
  take: (project: number, pairs: readonly number[]) => void,
): void {
  const best = [...start];
  const most = level.pairs.reduce((n, worth) => Math.max(n, Math.abs(worth)), 0);
  let prices: Float64Array = new Float64Array(problem.people.length);
  for (let round = 0; round < rounds; round++) {
    const next = changed(at, best, prices, (most * part) / (1 + round * slower), level.rotation);
    const values = valuesAt(problem, at, level, { parts: 1, prices: next });
    const open = projectsOpen(at, best, prices, next);
    for (const [p, search] of at.searches.entries()) {
      if (open[p] === 0) continue;
      const team = search.best(values);
      best[p] = team;
      take(p, team.pairs);
    }
    prices = next;
  }
}
