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
  /** What one person too few or too many of a need adds to each sum. */
  readonly off: (project: number, cover: number) => readonly [first: number, second: number];
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
  const [a, b] = [first[i] as number, first[j] as number];
  return a < b || (a === b && (second[i] as number) < (second[j] as number));
}

/** The best few of a list, the best first; of equals the earlier. */
export function topOf(pairs: readonly number[], few: number, { first, second }: TeamValues): number[] {
  const top: number[] = [];
  for (const i of pairs) {
    let at = top.length;
    while (at > 0) {
      const j = top[at - 1] as number;
      const [a, b] = [first[i] as number, first[j] as number];
      if (a < b || (a === b && (second[i] as number) <= (second[j] as number))) break;
      at -= 1;
    }
    if (at >= few) continue;
    top.splice(at, 0, i);
    if (top.length > few) top.pop();
  }
  return top;
}
