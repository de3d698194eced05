import type { Pool } from "./pool.ts";
import { listed } from "./text.ts";

/** One side of an aim that has to be met: at least so many, or at most so many. */
export interface AimBound {
  /** The aim's place in the pool. */
  readonly aim: number;
  readonly side: "least" | "most";
}

/** A bound moved to a new number. */
export interface Step extends AimBound {
  readonly to: number;
}

/** What would have to be given up so that a group becomes possible. */
export interface Relaxation {
  readonly steps: readonly Step[];
  /** In thousandths. */
  readonly cost: number;
}

/** Every bound of the aims that have to be met, in their order. */
export const boundsOf = (pool: Pool): AimBound[] =>
  pool.aims.flatMap(({ basis, minimum, maximum }, aim) => {
    if (basis !== "role-requirement") return [];
    return [
      ...(minimum === undefined ? [] : [{ aim, side: "least" as const }]),
      ...(maximum === undefined ? [] : [{ aim, side: "most" as const }]),
    ];
  });

/** The number a bound stands at. */
export const standsAt = (pool: Pool, { aim, side }: AimBound): number =>
  (side === "least" ? pool.aims[aim]?.minimum : pool.aims[aim]?.maximum) ?? 0;

/**
 * What the `k`-th step of a bound costs, in thousandths: lowering a minimum of m costs 1 + 2/m a step, raising a maximum 1; each
 * further step of the same bound as much again, so that what is given up is spread.
 */
export function costOfStep(pool: Pool, bound: AimBound, k: number): number {
  const base = bound.side === "most" ? 1000 : 1000 + Math.round(2000 / standsAt(pool, bound));
  return k * base;
}

/** What moving a bound to a number costs in all, in thousandths. */
export function costOf(pool: Pool, { to, ...bound }: Step): number {
  const steps = Math.abs(standsAt(pool, bound) - to);
  return costOfStep(pool, bound, (steps * (steps + 1)) / 2);
}

/** The pool with these bounds moved. */
export const withSteps = (pool: Pool, steps: readonly Step[]): Pool => ({
  ...pool,
  aims: pool.aims.map((aim, i) => {
    const least = steps.find((s) => s.aim === i && s.side === "least");
    const most = steps.find((s) => s.aim === i && s.side === "most");
    return { ...aim, minimum: least?.to ?? aim.minimum, maximum: most?.to ?? aim.maximum };
  }),
});

/** An aim by its value, with its category where two aims have the same value. */
function nameOfAim(pool: Pool, i: number): string {
  const aim = pool.aims[i];
  if (!aim) return "";
  const alone = pool.aims.filter((a) => a.value === aim.value).length === 1;
  return alone ? aim.value : `${aim.category}-${aim.value}`;
}

/** The short name a relaxation is accepted by: `carer-least-3`; several steps joined by a plus. */
export const nameOf = (pool: Pool, { steps }: Pick<Relaxation, "steps">): string =>
  steps.map((s) => `${nameOfAim(pool, s.aim)}-${s.side}-${s.to}`).join("+");

/** A relaxation in words: `lower carer (perspective) from at least 4 to at least 3`. */
export const inWords = (pool: Pool, { steps }: Pick<Relaxation, "steps">): string =>
  listed(
    steps.map((s) => {
      const aim = pool.aims[s.aim];
      const verb = s.side === "least" ? "lower" : "raise";
      return `${verb} ${aim?.value} (${aim?.category}) from at ${s.side} ${standsAt(pool, s)} to at ${s.side} ${s.to}`;
    }),
  );
