import type { Pool } from "../domain/pool.ts";
import {
  type AimBound,
  boundsOf,
  costOf,
  costOfStep,
  type Relaxation,
  type Step,
  standsAt,
} from "../domain/relaxation.ts";
import type { Engine } from "./engine.ts";
import { type Kind, kindColumns, kindModel, kindsOf } from "./kinds.ts";
import { type Model, ModelBuilder } from "./model.ts";

/** The pool with only these bounds left of the aims that have to be met. */
function withOnly(pool: Pool, bounds: readonly AimBound[]): Pool {
  const has = (aim: number, side: AimBound["side"]): boolean =>
    bounds.some((b) => b.aim === aim && b.side === side);
  return {
    ...pool,
    aims: pool.aims.map((aim, i) => ({
      ...aim,
      minimum: has(i, "least") ? aim.minimum : undefined,
      maximum: has(i, "most") ? aim.maximum : undefined,
    })),
  };
}

/** Whether some group of as many people as there are places meets these bounds. */
const canBeMet = (engine: Engine, pool: Pool, bounds: readonly AimBound[]): boolean => {
  const less = withOnly(pool, bounds);
  return engine.solve(kindModel(less, kindsOf(less))) !== null;
};

/** Bounds that cannot all be met, none of which can be spared: each is dropped in turn, and stays out where they still clash. */
function spared(engine: Engine, pool: Pool, bounds: readonly AimBound[]): AimBound[] {
  let left = [...bounds];
  for (const bound of bounds) {
    const without = left.filter((b) => b !== bound);
    if (!canBeMet(engine, pool, without)) left = without;
  }
  return left;
}

/**
 * Bounds of aims that cannot be met together, none of which can be spared: without any one of them the others could be met. Of
 * those found from either end the smaller. Empty where all can be met, or where no aim is to blame.
 */
export function conflict(engine: Engine, pool: Pool): AimBound[] {
  const all = boundsOf(pool);
  if (pool.candidates.length < pool.places || canBeMet(engine, pool, all)) return [];
  const [one, other] = [spared(engine, pool, all), spared(engine, pool, all.toReversed())];
  return (other.length < one.length ? other : one).toSorted((a, b) => all.indexOf(a) - all.indexOf(b));
}

/** So many more applicants of one kind who would make a group possible as the aims are. */
export interface Recruits {
  /** The aim they count towards, by its place in the pool; they count towards no other. */
  readonly aim: number;
  readonly people: number;
}

/** For each least number among aims that clash, how few more applicants who count towards it would mend it; at most three. */
export function recruits(engine: Engine, pool: Pool, clash: readonly AimBound[]): Recruits[] {
  return clash
    .filter((bound) => bound.side === "least")
    .flatMap(({ aim }) => {
      const more = (people: number): Pool => ({
        ...pool,
        candidates: [
          ...pool.candidates,
          ...Array.from({ length: people }, (_, i) => ({
            code: `new-${i}`,
            score: 0,
            lot: 0,
            brings: [aim],
            rare: [],
          })),
        ],
      });
      const people = [1, 2, 3].find((n) => canBeMet(engine, more(n), boundsOf(pool)));
      return people === undefined ? [] : [{ aim, people }];
    });
}

/** The columns of a bound's steps in the model of relaxations, the first step first. */
interface Ladder {
  readonly bound: AimBound;
  readonly columns: readonly number[];
}

/** How far a bound can be moved before it no longer asks for anything. */
const reach = (pool: Pool, bound: AimBound): number => {
  const at = standsAt(pool, bound);
  const whole = pool.places + (pool.aims[bound.aim]?.staying ?? 0);
  return bound.side === "least" ? at : Math.max(0, whole - at);
};

/** Groups in which every bound may be moved at its cost; relaxations found before, and whatever gives up more, are ruled out. */
function relaxationModel(
  pool: Pool,
  kinds: readonly Kind[],
  found: readonly Relaxation[],
): { model: Model; ladders: Ladder[] } {
  const builder = new ModelBuilder();
  const places = builder.row(pool.places, pool.places);
  const bounds = boundsOf(pool);
  const rows = bounds.map((bound) => {
    const at = standsAt(pool, bound) - (pool.aims[bound.aim]?.staying ?? 0);
    return bound.side === "least" ? builder.row(at, Infinity) : builder.row(-Infinity, at);
  });
  const orders = bounds.map((bound) =>
    Array.from({ length: Math.max(0, reach(pool, bound) - 1) }, () => builder.row(0, Infinity)),
  );
  const ruledOut = found.map(({ steps }) => builder.row(-Infinity, steps.length - 1));
  kindColumns(builder, kinds, ({ brings }) => [
    places,
    ...rows.filter((_, b) => brings.includes(bounds[b]?.aim ?? -1)),
  ]);
  const ladders = bounds.map((bound, b) => {
    const columns = Array.from({ length: reach(pool, bound) }, (_, i) => {
      const entries: [number, number][] = [[rows[b] ?? 0, bound.side === "least" ? 1 : -1]];
      const [before, after] = [orders[b]?.[i - 1], orders[b]?.[i]];
      if (before !== undefined) entries.push([before, -1]);
      if (after !== undefined) entries.push([after, 1]);
      for (const [f, { steps }] of found.entries())
        if (steps.some((s) => s.aim === bound.aim && s.side === bound.side && stepsOf(pool, s) === i + 1))
          entries.push([ruledOut[f] ?? 0, 1]);
      return builder.column({
        worth: -costOfStep(pool, bound, i + 1),
        rows: entries.map(([row]) => row),
        values: entries.map(([, value]) => value),
      });
    });
    return { bound, columns };
  });
  return { model: builder, ladders };
}

const stepsOf = (pool: Pool, step: Step): number => Math.abs(standsAt(pool, step) - step.to);

/**
 * What would have to be given up so that a group becomes possible: the cheapest, then the cheapest that does not contain one of
 * those before, up to so many. Empty where even without aims there are too few people.
 */
export function relaxations(engine: Engine, pool: Pool, howMany: number): Relaxation[] {
  const kinds = kindsOf(pool);
  const found: Relaxation[] = [];
  while (found.length < howMany) {
    const { model, ladders } = relaxationModel(pool, kinds, found);
    const answer = engine.solve(model);
    if (!answer) break;
    const steps = ladders.flatMap(({ bound, columns }) => {
      const taken = columns.filter((j) => (answer.values[j] ?? 0) > 0.5).length;
      const at = standsAt(pool, bound);
      return taken > 0 ? [{ ...bound, to: bound.side === "least" ? at - taken : at + taken }] : [];
    });
    if (steps.length === 0) break;
    found.push({ steps, cost: steps.reduce((sum, s) => sum + costOf(pool, s), 0) });
  }
  return found;
}
