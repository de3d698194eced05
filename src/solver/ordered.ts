import type { Engine } from "./engine.ts";
import { type Model, withRow, worthOf } from "./model.ts";

/** The best answer for several goals one after another, with what was reached and proved for each. */
export interface Ordered {
  readonly values: Float64Array;
  readonly reached: readonly number[];
  readonly bounds: readonly number[];
}

const entriesOf = (goal: readonly number[]): Map<number, number> =>
  new Map([...goal.entries()].filter(([, worth]) => worth !== 0));

/**
 * Each goal as great as can be without giving up anything of those before it. Every goal counts whole numbers for whole
 * columns, so what is reached is rounded to a whole number before it is held. Null where nothing meets every row.
 */
export function solveInOrder(
  engine: Engine,
  model: Model,
  goals: readonly (readonly number[])[],
): Ordered | null {
  let held = model;
  let values: Float64Array | null = null;
  const reached: number[] = [];
  const bounds: number[] = [];
  for (const [i, goal] of goals.entries()) {
    const found = engine.solve(worthOf(held, goal));
    if (!found) return null;
    const best = Math.round(found.worth);
    values = found.values;
    reached.push(best);
    // The solver may fall short of its own answer by a rounding error.
    bounds.push(Math.max(best, Math.floor(found.bound + 1e-6)));
    if (i < goals.length - 1) held = withRow(held, best, Infinity, entriesOf(goal));
  }
  return values && { values, reached, bounds };
}
