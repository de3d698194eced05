import type { TeamProblem } from "../domain/team-problem.ts";
import { Counting, keyOf } from "./teams-counting.ts";
import type { Goal, ProvedLevel } from "./teams-proof.ts";

/** What one of a goal counts in a level. */
export const weightOf = (level: ProvedLevel, goal: Goal): number =>
  level.weights.find(([named]) => named === goal)?.[1] ?? 0;

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
  const alike = new Map<number | string, number[]>();
  for (const i of own) {
    const key = keyOf((pairs[i] as TeamProblem["pairs"][number]).brings);
    const known = alike.get(key);
    const group = known ?? [];
    if (!known) alike.set(key, group);
    // The group is kept in order, and no longer than there are places.
    let at = group.length;
    while (at > 0 && beats(worth, i * k, worth, (group[at - 1] as number) * k, k)) at -= 1;
    if (at >= places) continue;
    group.splice(at, 0, i);
    if (group.length > places) group.pop();
  }
  return [...alike.values()].flat();
}

/** Those of one project who must be chosen, and those who can be. */
export interface Own {
  readonly must: number[];
  readonly can: number[];
}

/** The best sums, level by level, for every size of a team and every count of what its members bring that there can be. */
interface Sums {
  readonly sums: Float64Array;
  /** By size, the counts there can be. */
  readonly met: readonly (readonly number[])[];
}

/** The best sums of one project; every way is gone through. */
function bestSums(
  problem: TeamProblem,
  places: number,
  { must, can }: Own,
  worth: Float64Array,
  k: number,
  counting: Counting,
): Sums {
  const { counts } = counting;
  const sums = new Float64Array((places + 1) * counts * k).fill(Number.NEGATIVE_INFINITY);
  sums.fill(0, 0, k);
  const met: number[][] = Array.from({ length: places + 1 }, (_, size) => (size === 0 ? [0] : []));
  for (const [n, i] of [...must, ...needed(problem, can, worth, k, places)].entries()) {
    const way = counting.after(problem.pairs[i]?.brings ?? []);
    for (let size = places - 1; size >= 0; size--) {
      const here = met[size] as number[];
      const next = met[size + 1] as number[];
      for (let m = 0; m < here.length; m++) {
        const count = here[m] as number;
        const at = (size * counts + count) * k;
        const to = ((size + 1) * counts + (way[count] as number)) * k;
        if (sums[to] === Number.NEGATIVE_INFINITY) next.push(way[count] as number);
        if (isMore(sums, at, worth, i * k, to, k))
          for (let l = 0; l < k; l++) sums[to + l] = (sums[at + l] as number) + (worth[i * k + l] as number);
        if (n < must.length) sums.fill(Number.NEGATIVE_INFINITY, at, at + k);
      }
      if (n < must.length) here.length = 0;
    }
  }
  return { sums, met };
}

/** Whether one sum and what is added to it come to more than another sum, the first level that differs deciding. */
function isMore(
  sums: Float64Array,
  at: number,
  worth: Float64Array,
  i: number,
  to: number,
  k: number,
): boolean {
  for (let l = 0; l < k; l++) {
    const difference = (sums[at + l] as number) + (worth[i + l] as number) - (sums[to + l] as number);
    if (difference !== 0) return difference > 0;
  }
  return false;
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
  const { sums, met } = bestSums(problem, places, own, worth, k, counting);
  const lost = covers.map((need) =>
    levels.map(
      (level) =>
        (need.required ? weightOf(level, "required") : need.weight * weightOf(level, "desired")) *
        (level.prices?.parts ?? 1),
    ),
  );
  const offs = covers.map((need, c) => awayBy(need, counting.times[c] as Int32Array));
  const best = new Float64Array(k).fill(Number.NEGATIVE_INFINITY);
  for (let size = 0; size < met.length; size++) {
    const counts = met[size] as readonly number[];
    for (let m = 0; m < counts.length; m++) {
      const count = counts[m] as number;
      const s = (size * counting.counts + count) * k;
      for (let c = 0; c < offs.length; c++) {
        const off = (offs[c] as Int32Array)[count] as number;
        if (off === 0) continue;
        const each = lost[c] as readonly number[];
        for (let l = 0; l < k; l++) sums[s + l] = (sums[s + l] as number) - off * (each[l] as number);
      }
      if (beats(sums, s, best, 0, k)) for (let l = 0; l < k; l++) best[l] = sums[s + l] as number;
    }
  }
  return best;
}

/** How far a need is off where it is counted so often. */
function awayBy(
  { already, atLeast, atMost }: TeamProblem["projects"][number]["covers"][number],
  times: Int32Array,
): Int32Array {
  const away = new Int32Array(times.length);
  for (let count = 0; count < away.length; count++) {
    const there = already + (times[count] as number);
    if (there < atLeast) away[count] = (away[count] as number) + atLeast - there;
    if (there > atMost) away[count] = (away[count] as number) + there - atMost;
  }
  return away;
}
