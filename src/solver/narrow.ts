import type { Candidate, Pool } from "../domain/pool.ts";
import type { Engine } from "./engine.ts";
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
}

/** How many candidates are looked at first; the others are priced. */
const first = 160;

/** Slack for the solver's arithmetic; totals are whole numbers, so it only keeps a candidate too many now and then. */
const slack = 0.01;

/** The rows of each candidate in the basic model of the whole pool, and what they are worth at given prices. */
function pricing(pool: Pool): (prices: ArrayLike<number>) => Float64Array {
  const { model } = groupModel(pool, pool.candidates);
  return (prices) =>
    Float64Array.from(pool.candidates, ({ score }, j) => {
      let reduced = score;
      for (let k = model.starts[j] ?? 0; k < (model.starts[j + 1] ?? 0); k++)
        reduced -= prices[model.rows[k] ?? 0] ?? 0;
      return reduced;
    });
}

interface Priced {
  readonly worth: number;
  readonly prices: Float64Array;
  readonly reduced: Float64Array;
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
  const taken = new Set(inOrder.slice(0, 2 * first));
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

/**
 * The greatest total of an allowed group, and everybody who can be in a group that has it. Only those are handed to the search
 * for whole people whose price leaves them a chance, which is exact for the whole pool. Null where no group is allowed.
 */
export function narrow(engine: Engine, pool: Pool): Narrowed | null {
  const priced = mixture(engine, pool);
  if (!priced) return null;
  const { worth, prices, reduced } = priced;
  const within = (total: number): Candidate[] =>
    pool.candidates.filter((_, j) => worth + Math.min(0, reduced[j] ?? 0) + slack >= total);
  const order = pool.candidates
    .map((_, j) => j)
    .sort((a, b) => (reduced[b] ?? 0) - (reduced[a] ?? 0) || a - b);
  const near = new Set(order.slice(0, first));
  const few = bestOf(
    engine,
    pool,
    pool.candidates.filter((_, j) => near.has(j)),
  );
  const proved = few && few.total >= Math.floor(worth + slack);
  const best = proved ? few : bestOf(engine, pool, few ? within(few.total) : pool.candidates);
  if (!best) return null;
  const { total } = best;
  return { total, bound: proved ? total : best.bound, prices: [...prices], kept: within(total) };
}
