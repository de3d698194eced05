import type { TeamProblem } from "../domain/team-problem.ts";

/** The best team of one project under some prices, most important part first. */
export interface BestTeam {
  /** Pairs by their place in the problem. */
  readonly pairs: readonly number[];
  readonly first: number;
  readonly second: number;
}

/** What pairs and unmet needs are worth while teams are looked for: one sum that goes first, one that tells equals apart. */
export interface TeamValues {
  /** By pair. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** By project and need: what one person too few or too many adds to each sum. */
  readonly offFirst: readonly (readonly number[])[];
  readonly offSecond: readonly (readonly number[])[];
}

/** Up to what number a need can tell counts apart. */
export const capsOf = ({ projects }: TeamProblem, project: number): number[] => {
  const { covers, places } = projects[project] ?? { covers: [], places: 0 };
  return covers.map(({ atLeast, atMost, already }) =>
    atMost === Infinity ? Math.min(places, Math.max(0, atLeast - already)) : places,
  );
};

/** Whether a pair is worth less than another. */
export function isWorthLess(i: number, j: number, { first, second }: TeamValues): boolean {
  const a = first[i] as number;
  const b = first[j] as number;
  return a < b || (a === b && (second[i] as number) < (second[j] as number));
}

/** Writes the best few of a list to a place in another, the best first, of equals the earlier; answers how many those are. */
export function topInto(
  pairs: readonly number[],
  { first, second }: TeamValues,
  few: number,
  into: Int32Array,
  from: number,
): number {
  let many = 0;
  for (let k = 0; k < pairs.length; k++) {
    const i = pairs[k] as number;
    const a = first[i] as number;
    const b = second[i] as number;
    let at = from + many;
    while (at > from) {
      const j = into[at - 1] as number;
      const other = first[j] as number;
      if (a < other || (a === other && b <= (second[j] as number))) break;
      at -= 1;
    }
    if (at >= from + few) continue;
    if (many < few) many += 1;
    for (let to = from + many - 1; to > at; to--) into[to] = into[to - 1] as number;
    into[at] = i;
  }
  return many;
}
