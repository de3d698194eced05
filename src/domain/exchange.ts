import { type Candidate, offAim, type Pool, reached, type Worth, worthOf } from "./pool.ts";

/** Says which aims that have to be met a group would break if one of it went and somebody else came. */
export function exchanges(
  pool: Pool,
  chosen: readonly Candidate[],
): (leaving: Candidate, coming: Candidate) => number[] {
  const counts = reached(pool, chosen);
  const off = (i: number, n: number): boolean =>
    pool.aims[i]?.basis === "role-requirement" && offAim(pool.aims[i], n) !== 0;
  const fewer = counts.map((n, i) => off(i, n - 1));
  const more = counts.map((n, i) => off(i, n + 1));
  return (leaving, coming) => [
    ...leaving.brings.filter((i) => fewer[i] && !coming.brings.includes(i)),
    ...coming.brings.filter((i) => more[i] && !leaving.brings.includes(i)),
  ];
}

/** What a change of the group by hand would come to. */
export interface Swap {
  readonly with: readonly string[];
  readonly without: readonly string[];
  /** What the group is worth then, less what it is worth as proposed. */
  readonly change: Worth;
  /** Aims that have to be met and would not be, by their place in the pool, with how far off the group would be. */
  readonly broken: readonly { readonly aim: number; readonly off: number }[];
}

/** What it would cost to have some people in the group instead of others, all else as proposed. */
export function swap(
  pool: Pool,
  chosen: readonly Candidate[],
  coming: readonly string[],
  leaving: readonly string[],
): Swap {
  const group = [
    ...chosen.filter((c) => !leaving.includes(c.code)),
    ...pool.candidates.filter((c) => coming.includes(c.code)),
  ];
  const [before, after] = [worthOf(pool, chosen), worthOf(pool, group)];
  const counts = reached(pool, group);
  return {
    with: coming,
    without: leaving,
    change: {
      total: after.total - before.total,
      off: after.off - before.off,
      coverage: after.coverage - before.coverage,
      lot: after.lot - before.lot,
    },
    broken: pool.aims.flatMap((aim, i) => {
      const off = aim.basis === "role-requirement" ? offAim(aim, counts[i] ?? 0) : 0;
      return off === 0 ? [] : [{ aim: i, off }];
    }),
  };
}

/**
 * The pool in which some people are in the group already and others cannot be: their places are filled, what they bring is
 * there. Its best group, with them, is the best group that has them.
 */
export function forced(pool: Pool, coming: readonly string[], leaving: readonly string[]): Pool {
  const inside = pool.candidates.filter((c) => coming.includes(c.code));
  const there = new Set(inside.flatMap((c) => c.rare));
  return {
    ...pool,
    places: pool.places - inside.length,
    candidates: pool.candidates
      .filter((c) => !coming.includes(c.code) && !leaving.includes(c.code))
      .map((c) => ({ ...c, rare: c.rare.filter((e) => !there.has(e)) })),
    aims: pool.aims.map((aim, i) => ({
      ...aim,
      staying: aim.staying + inside.filter((c) => c.brings.includes(i)).length,
    })),
  };
}
