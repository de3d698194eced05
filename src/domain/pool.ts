import type { NewAim } from "./round.ts";

/** Somebody who can be chosen, in whole numbers and places in lists: by code, never by name. */
export interface Candidate {
  readonly code: string;
  /** The total in whole steps of `1 / stepsInAPoint`. */
  readonly score: number;
  /** The recorded lot: where all else is equal, the greater goes first. */
  readonly lot: number;
  /** Which aims of the pool they count towards. */
  readonly brings: readonly number[];
  /** Which rarer experiences of the pool they bring. */
  readonly rare: readonly number[];
}

/** An aim for the group as a whole, and how many of those who stay in the group count towards it already. */
export interface PoolAim extends NewAim {
  readonly staying: number;
}

/** An experience that nobody who stays brings; the fewer applicants bring it, the more it weighs. */
interface RareExperience {
  readonly key: string;
  readonly weight: number;
}

/** Everything a proposal rests on but the lots' seed: the same pool always gets the same answer. */
export interface Pool {
  /** How many people are to be chosen. */
  readonly places: number;
  /** By code. */
  readonly candidates: readonly Candidate[];
  readonly aims: readonly PoolAim[];
  readonly experiences: readonly RareExperience[];
  /** How many steps of `score` make one point. */
  readonly stepsInAPoint: number;
}

/** How many people in the group as a whole count towards each aim, when these are chosen. */
export const reached = (pool: Pool, chosen: readonly Candidate[]): number[] =>
  pool.aims.map((aim, i) => aim.staying + chosen.filter((c) => c.brings.includes(i)).length);

/** At least and at most; either may be left open. */
type Bounds = Pick<NewAim, "minimum" | "maximum">;

/** How far a number is from an aim: below 0 too few, above 0 too many, 0 met. */
export function offAim(aim: Bounds | undefined, n: number): number {
  if (!aim) return 0;
  if (aim.minimum !== undefined && n < aim.minimum) return n - aim.minimum;
  return aim.maximum !== undefined && n > aim.maximum ? n - aim.maximum : 0;
}

/** What a group is worth, most important first: the total, and how the group weighs where totals are equal. */
export interface Worth {
  readonly total: number;
  /** How many people the group is away from the aims that only tell equals apart. */
  readonly off: number;
  /** The weights of the rarer experiences somebody in the group brings, each once. */
  readonly coverage: number;
  readonly lot: number;
}

/** What a group is worth; sums of whole numbers. */
export function worthOf(pool: Pool, chosen: readonly Candidate[]): Worth {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const covered = new Set(chosen.flatMap((c) => c.rare));
  const counts = reached(pool, chosen);
  return {
    total: sum(chosen.map((c) => c.score)),
    off: sum(
      pool.aims.map((aim, i) => (aim.basis === "tie-break" ? Math.abs(offAim(aim, counts[i] ?? 0)) : 0)),
    ),
    coverage: sum([...covered].map((i) => pool.experiences[i]?.weight ?? 0)),
    lot: sum(chosen.map((c) => c.lot)),
  };
}

/** The aims that have to be met, by their place in the pool. */
export const requirements = (pool: Pool): number[] =>
  pool.aims.flatMap((aim, i) => (aim.basis === "role-requirement" ? [i] : []));

/** Whether a group meets every aim that has to be met. */
export function allowed(pool: Pool, chosen: readonly Candidate[]): boolean {
  const counts = reached(pool, chosen);
  return requirements(pool).every((i) => offAim(pool.aims[i], counts[i] ?? 0) === 0);
}
