import { type Candidate, type Pool, requirements } from "../domain/pool.ts";
import type { Engine } from "./engine.ts";
import { groupsWith, type Priced } from "./exhaust.ts";
import { groupModel } from "./group.ts";
import { relaxed, worthOf } from "./model.ts";

/** The greatest total, and everybody who can be in a group that has it. */
export interface Narrowed {
  readonly total: number;
  /** No allowed group has a greater total than this, as the solver proved it. */
  readonly bound: number;
  /** What the places and each aim that has to be met are worth at the margin: a proof that can be checked by adding up. */
  readonly prices: readonly number[];
  /** Nobody else can be in a group of that total. */
  readonly kept: readonly Candidate[];
  /** Every allowed group of that total, where they could be gone through one by one; else null. */
  readonly groups: readonly (readonly Candidate[])[] | null;
}

/** How many candidates are looked at first; the others are priced. */
const first = 100;

/** Slack for the solver's arithmetic; totals are whole numbers, so it only keeps a candidate too many now and then. */
const slack = 0.01;

/** What each candidate of the pool adds beyond what their rows are worth at given prices: the places first, then each aim. */
function pricing(pool: Pool): (prices: ArrayLike<number>) => Float64Array {
  const rowOf = new Int32Array(pool.aims.length);
  for (const [k, i] of requirements(pool).entries()) rowOf[i] = k + 1;
  return (prices) => {
    const reduced = new Float64Array(pool.candidates.length);
    for (const [j, { score, brings }] of pool.candidates.entries()) {
      let left = score - (prices[0] ?? 0);
      for (const i of brings) if (rowOf[i]) left -= prices[rowOf[i] ?? 0] ?? 0;
      reduced[j] = left;
    }
    return reduced;
  };
}

/**
 * The best mixture of groups, which no group can beat, over the whole pool: found for a few candidates, with the others
 * priced and taken in where they would better it. Null where the few cannot meet the aims.
 */
function mixture(engine: Engine, pool: Pool): Priced | null {
  const price = pricing(pool);
  const inOrder = pool.candidates
    .map((_, j) => j)
    .sort((a, b) => scoreAt(pool, b) - scoreAt(pool, a) || a - b);
  const taken = new Set(inOrder.slice(0, 3 * first));
  for (;;) {
    const few = pool.candidates.filter((_, j) => taken.has(j));
    const { model, goals } = groupModel(pool, few);
    const found = engine.solve(relaxed(worthOf(model, goals.total)));
    if (!found && taken.size === pool.candidates.length) return null;
    const reduced = found ? price(found.prices) : null;
    const better = inOrder.filter((j) => !taken.has(j) && (!reduced || (reduced[j] ?? 0) > slack));
    if (found && reduced && better.length === 0) return { worth: found.worth, prices: found.prices, reduced };
    for (const j of better
      .sort((a, b) => (reduced?.[b] ?? 0) - (reduced?.[a] ?? 0))
      .slice(0, reduced ? first : better.length))
      taken.add(j);
  }
}

const scoreAt = (pool: Pool, j: number): number => pool.candidates[j]?.score ?? 0;

/** The greatest total among some candidates, as the solver found and bounded it. */
function bestOf(
  engine: Engine,
  pool: Pool,
  among: readonly Candidate[],
): { total: number; bound: number } | null {
  const { model, goals } = groupModel(pool, among);
  const found = engine.solve(worthOf(model, goals.total));
  return found && { total: Math.round(found.worth), bound: Math.floor(found.bound + slack) };
}

/** How many points below the bound are looked at, one after another, before the search is left to the solver. */
const below = [0, 0.5, 1, 2, 4];

/**
 * Every group of the greatest total, by going through those close enough to what no mixture can beat. Null where that takes too
 * long, or where there is none that close.
 */
function nearTheBound(pool: Pool, priced: Priced, patience: number): Candidate[][] | null {
  const most = Math.floor(priced.worth + slack);
  const totalOf = (group: readonly Candidate[]): number => group.reduce((sum, c) => sum + c.score, 0);
  for (const points of below) {
    const found = groupsWith(pool, priced, most - Math.round(points * pool.stepsInAPoint), patience);
    if (!found) return null;
    const total = Math.max(...found.map(totalOf));
    if (found.length > 0) return found.filter((group) => totalOf(group) === total);
  }
  return null;
}

/** The greatest total as the solver searches for it: among those nearest to it first, then among all who have a chance. */
function bySolver(
  engine: Engine,
  pool: Pool,
  { worth, reduced }: Priced,
  within: (total: number) => Candidate[],
): { total: number; bound: number } | null {
  const order = pool.candidates
    .map((_, j) => j)
    .sort((a, b) => (reduced[b] ?? 0) - (reduced[a] ?? 0) || a - b);
  const near = new Set(order.slice(0, first));
  const few = bestOf(
    engine,
    pool,
    pool.candidates.filter((_, j) => near.has(j)),
  );
  if (few && few.total >= Math.floor(worth + slack)) return { total: few.total, bound: few.total };
  return bestOf(engine, pool, few ? within(few.total) : pool.candidates);
}

/**
 * The greatest total of an allowed group, and everybody who can be in a group that has it. Only those are searched for whole
 * people whose price leaves them a chance, which is exact for the whole pool: one group after another where there are few, else by
 * the solver. Null where no group is allowed.
 */
export function narrow(engine: Engine, pool: Pool, patience: number): Narrowed | null {
  const priced = mixture(engine, pool);
  if (!priced) return null;
  const within = (total: number): Candidate[] =>
    pool.candidates.filter((_, j) => priced.worth + Math.min(0, priced.reduced[j] ?? 0) + slack >= total);
  const groups = nearTheBound(pool, priced, patience);
  const total = groups?.[0]?.reduce((sum, c) => sum + c.score, 0);
  const best = total === undefined ? bySolver(engine, pool, priced, within) : { total, bound: total };
  return best && { ...best, prices: Array.from(priced.prices), kept: within(best.total), groups };
}
