import type { TeamProblem } from "../domain/team-problem.ts";
import type { Goal, ProofLimits, ProvedLevel } from "./teams-proof.ts";

/** What a pair adds to a level. */
function worthOfPair(problem: TeamProblem, level: ProvedLevel, i: number, near: ReadonlySet<number>): number {
  const pair = problem.pairs[i];
  if (!pair) return 0;
  const load = problem.people[pair.person]?.load ?? 0;
  const gains: Record<Goal, number> = {
    required: 0,
    filled: 1,
    beyond: pair.beyond ? -1 : 0,
    desired: 0,
    net: pair.points - problem.rotation * (load + load + 1),
    held: pair.held ? 1 : 0,
    near: near.has(i) ? 1 : -1,
    lot: pair.lot,
  };
  return level.weights.reduce((sum, [goal, weight]) => sum + weight * gains[goal], 0);
}

const weightOf = (level: ProvedLevel, goal: Goal): number =>
  level.weights.find(([named]) => named === goal)?.[1] ?? 0;

/** Whether a list of numbers is worth more than another, the first that differs deciding. */
function beats(a: Float64Array, from: number, b: Float64Array, to: number, length: number): boolean {
  for (let k = 0; k < length; k++) {
    const difference = (a[from + k] as number) - (b[to + k] as number);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The most a team of one project can be worth at the prices, level by level: every way to fill it is gone through. */
function bestOfProject(
  problem: TeamProblem,
  project: number,
  own: readonly number[],
  worth: Float64Array,
  levels: readonly ProvedLevel[],
  fixed: ReadonlySet<number>,
): Float64Array {
  const { places, covers } = problem.projects[project] ?? { places: 0, covers: [] };
  const k = levels.length;
  const tops = covers.map((c) =>
    c.atMost === Number.POSITIVE_INFINITY ? Math.max(0, Math.min(places, c.atLeast - c.already)) : places,
  );
  const jumps: number[] = [];
  let size = 1;
  for (const top of tops) {
    jumps.push(size);
    size *= top + 1;
  }
  const sums = new Float64Array((places + 1) * size * k).fill(Number.NEGATIVE_INFINITY);
  sums.fill(0, 0, k);
  const trial = new Float64Array(k);
  let filled = 0;
  for (const i of own) {
    const must = fixed.has(i);
    filled = Math.min(places, filled + 1);
    const brings = problem.pairs[i]?.brings ?? [];
    for (let s = filled * size - 1; s >= 0; s--) {
      if (sums[s * k] === Number.NEGATIVE_INFINITY) continue;
      let to = s + size;
      for (const c of brings) {
        const jump = jumps[c] as number;
        if (Math.floor((s % size) / jump) % ((tops[c] as number) + 1) < (tops[c] as number)) to += jump;
      }
      for (let l = 0; l < k; l++) trial[l] = (sums[s * k + l] as number) + (worth[i * k + l] as number);
      if (must || beats(trial, 0, sums, to * k, k)) sums.set(trial, to * k);
      if (must) sums.fill(Number.NEGATIVE_INFINITY, s * k, (s + 1) * k);
    }
  }
  const best = new Float64Array(k).fill(Number.NEGATIVE_INFINITY);
  for (let s = 0; s < (places + 1) * size; s++) {
    if (sums[s * k] === Number.NEGATIVE_INFINITY) continue;
    trial.set(sums.subarray(s * k, (s + 1) * k));
    for (const [c, need] of covers.entries()) {
      const there = need.already + (Math.floor((s % size) / (jumps[c] ?? 1)) % ((tops[c] ?? 0) + 1));
      const off = there < need.atLeast ? need.atLeast - there : 0;
      const over = there > need.atMost ? there - need.atMost : 0;
      for (const [l, level] of levels.entries()) {
        const each = need.required ? weightOf(level, "required") : need.weight * weightOf(level, "desired");
        trial[l] = (trial[l] ?? 0) - (off + over) * each * (level.prices?.parts ?? 1);
      }
    }
    if (beats(trial, 0, best, 0, k)) best.set(trial);
  }
  return best;
}

/** The most that anything can be worth at the prices, level by level, in parts. */
export function boundsAt(
  problem: TeamProblem,
  levels: readonly ProvedLevel[],
  limits: ProofLimits,
): number[] {
  const k = levels.length;
  const [fixed, barred, near] = [new Set(limits.fixed), new Set(limits.barred), new Set(limits.near)];
  const own: number[][] = problem.projects.map(() => []);
  const worth = new Float64Array(problem.pairs.length * k);
  for (const [i, pair] of problem.pairs.entries()) {
    if (barred.has(i) || (problem.people[pair.person]?.most ?? 0) === 0) continue;
    // Those who have to be chosen come first, so that nobody takes their place on the way.
    if (fixed.has(i)) own[pair.project]?.unshift(i);
    else own[pair.project]?.push(i);
    for (const [l, level] of levels.entries())
      worth[i * k + l] =
        (level.prices?.parts ?? 1) * worthOfPair(problem, level, i, near) -
        (level.prices?.people[pair.person] ?? 0);
  }
  const bounds = levels.map(() => 0);
  const add = (best: Float64Array): void => {
    for (let l = 0; l < k; l++) bounds[l] = (bounds[l] ?? 0) + (best[l] ?? 0);
  };
  for (const p of problem.projects.keys()) add(bestOfProject(problem, p, own[p] ?? [], worth, levels, fixed));
  const trial = new Float64Array(k);
  for (const [person, { most }] of problem.people.entries()) {
    const best = new Float64Array(k);
    for (let n = 1; n <= most; n++) {
      for (const [l, level] of levels.entries())
        trial[l] =
          n * (level.prices?.people[person] ?? 0) -
          n * (n - 1) * problem.rotation * weightOf(level, "net") * (level.prices?.parts ?? 1);
      if (beats(trial, 0, best, 0, k)) best.set(trial);
    }
    add(best);
  }
  return bounds;
}
