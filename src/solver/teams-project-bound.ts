import type { TeamProblem } from "../domain/team-problem.ts";
import type { Goal, ProvedLevel } from "./teams-proof.ts";

/** What one of a goal counts in a level. */
export const weightOf = (level: ProvedLevel, goal: Goal): number =>
  level.weights.find(([named]) => named === goal)?.[1] ?? 0;

/** Ways to count towards the needs of a project: how many counts can be told apart, and where each group of needs leads from them. */
export class Counting {
  readonly counts: number;
  private readonly tops: readonly number[];
  private readonly jumps: readonly number[];
  private readonly ways = new Map<string, Int32Array>();

  constructor(tops: readonly number[]) {
    this.tops = tops;
    this.jumps = tops.map((_, c) => tops.slice(0, c).reduce((n, top) => n * (top + 1), 1));
    this.counts = tops.reduce((n, top) => n * (top + 1), 1);
  }

  /** How often a need is counted where the counts stand at this. */
  at(count: number, cover: number): number {
    return Math.floor(count / (this.jumps[cover] ?? 1)) % ((this.tops[cover] ?? 0) + 1);
  }

  /** Where each count leads once somebody who brings these is added. */
  after(brings: readonly number[]): Int32Array {
    const key = brings.join();
    const known = this.ways.get(key);
    if (known) return known;
    const way = Int32Array.from({ length: this.counts }, (_, count) =>
      brings.reduce(
        (to, c) => (this.at(count, c) < (this.tops[c] ?? 0) ? to + (this.jumps[c] ?? 0) : to),
        count,
      ),
    );
    this.ways.set(key, way);
    return way;
  }
}

/** Whether a list of numbers inside another is worth more than one inside a third, the first that differs deciding. */
export function beats(a: Float64Array, from: number, b: Float64Array, to: number, length: number): boolean {
  for (let k = 0; k < length; k++) {
    const difference = (a[from + k] as number) - (b[to + k] as number);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Of pairs that bring the same, only the best are ever needed: as many as there are places. The others are left out. */
function needed(
  { pairs }: TeamProblem,
  own: readonly number[],
  worth: Float64Array,
  k: number,
  places: number,
): number[] {
  const alike = new Map<string, number[]>();
  for (const i of own) {
    const key = pairs[i]?.brings.join() ?? "";
    const group = alike.get(key);
    if (group) group.push(i);
    else alike.set(key, [i]);
  }
  const order = (i: number, j: number): number =>
    beats(worth, i * k, worth, j * k, k) ? -1 : beats(worth, j * k, worth, i * k, k) ? 1 : 0;
  return [...alike.values()].flatMap((group) =>
    group.length > places ? group.sort(order).slice(0, places) : group,
  );
}

/** Those of one project who must be chosen, and those who can be. */
export interface Own {
  readonly must: number[];
  readonly can: number[];
}

/** The best sums, level by level, for every size of a team and every count of what its members bring; every way is gone through. */
function bestSums(
  problem: TeamProblem,
  places: number,
  { must, can }: Own,
  worth: Float64Array,
  k: number,
  counting: Counting,
): Float64Array {
  const { counts } = counting;
  const sums = new Float64Array((places + 1) * counts * k).fill(Number.NEGATIVE_INFINITY);
  sums.fill(0, 0, k);
  let filled = 0;
  for (const [n, i] of [...must, ...needed(problem, can, worth, k, places)].entries()) {
    filled = Math.min(places, filled + 1);
    const way = counting.after(problem.pairs[i]?.brings ?? []);
    for (let size = filled - 1; size >= 0; size--)
      for (let count = counts - 1; count >= 0; count--) {
        const at = (size * counts + count) * k;
        if (sums[at] === Number.NEGATIVE_INFINITY) continue;
        const to = ((size + 1) * counts + (way[count] as number)) * k;
        let better = n < must.length;
        for (let l = 0; l < k && !better; l++) {
          const difference =
            (sums[at + l] as number) + (worth[i * k + l] as number) - (sums[to + l] as number);
          if (difference < 0) break;
          better = difference > 0;
        }
        if (better)
          for (let l = 0; l < k; l++) sums[to + l] = (sums[at + l] as number) + (worth[i * k + l] as number);
        if (n < must.length) sums.fill(Number.NEGATIVE_INFINITY, at, at + k);
      }
  }
  return sums;
}

/** What unmet needs cost in each level, in parts, by how often each need is counted. */
function costs(
  covers: TeamProblem["projects"][number]["covers"],
  levels: readonly ProvedLevel[],
  counting: Counting,
): Float64Array {
  const k = levels.length;
  const lost = new Float64Array(counting.counts * k);
  for (const [c, need] of covers.entries()) {
    const each = levels.map(
      (level) =>
        (need.required ? weightOf(level, "required") : need.weight * weightOf(level, "desired")) *
        (level.prices?.parts ?? 1),
    );
    for (let count = 0; count < counting.counts; count++) {
      const there = need.already + counting.at(count, c);
      const off = Math.max(0, need.atLeast - there) + Math.max(0, there - need.atMost);
      if (off > 0)
        for (let l = 0; l < k; l++) lost[count * k + l] = (lost[count * k + l] ?? 0) + off * (each[l] ?? 0);
    }
  }
  return lost;
}

/** The most a team of one project can be worth at the prices, level by level; ways of counting that were met before are in `known`. */
export function bestOfProject(
  problem: TeamProblem,
  project: number,
  own: Own,
  worth: Float64Array,
  levels: readonly ProvedLevel[],
  known: Map<string, Counting>,
): Float64Array {
  const { places, covers } = problem.projects[project] ?? { places: 0, covers: [] };
  const k = levels.length;
  const tops = covers.map((c) =>
    c.atMost === Number.POSITIVE_INFINITY ? Math.max(0, Math.min(places, c.atLeast - c.already)) : places,
  );
  const counting = known.get(tops.join()) ?? new Counting(tops);
  known.set(tops.join(), counting);
  const sums = bestSums(problem, places, own, worth, k, counting);
  const lost = costs(covers, levels, counting);
  const best = new Float64Array(k).fill(Number.NEGATIVE_INFINITY);
  for (let s = 0; s < sums.length; s += k) {
    if (sums[s] === Number.NEGATIVE_INFINITY) continue;
    for (let l = 0; l < k; l++)
      sums[s + l] = (sums[s + l] as number) - (lost[(s + l) % lost.length] as number);
    if (beats(sums, s, best, 0, k)) best.set(sums.subarray(s, s + k));
  }
  return best;
}
