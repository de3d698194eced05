import type { TeamProblem } from "../domain/team-problem.ts";
import { beats, bestOfProject, type Counting, type Own, weightOf } from "./teams-project-bound.ts";
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

/** The most that anything can be worth at the prices, level by level, in parts. */
export function boundsAt(
  problem: TeamProblem,
  levels: readonly ProvedLevel[],
  limits: ProofLimits,
): number[] {
  const k = levels.length;
  const [fixed, barred, near] = [new Set(limits.fixed), new Set(limits.barred), new Set(limits.near)];
  const own = problem.projects.map((): Own => ({ must: [], can: [] }));
  const worth = new Float64Array(problem.pairs.length * k);
  for (const [i, pair] of problem.pairs.entries()) {
    if (barred.has(i) || (problem.people[pair.person]?.most ?? 0) === 0) continue;
    // Those who have to be chosen come first, so that nobody takes their place on the way.
    own[pair.project]?.[fixed.has(i) ? "must" : "can"].push(i);
    for (const [l, level] of levels.entries())
      worth[i * k + l] =
        (level.prices?.parts ?? 1) * worthOfPair(problem, level, i, near) -
        (level.prices?.people[pair.person] ?? 0);
  }
  const bounds = levels.map(() => 0);
  const add = (best: Float64Array): void => {
    for (let l = 0; l < k; l++) bounds[l] = (bounds[l] ?? 0) + (best[l] ?? 0);
  };
  const known = new Map<string, Counting>();
  for (const p of problem.projects.keys())
    add(bestOfProject(problem, p, own[p] ?? { must: [], can: [] }, worth, levels, known));
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
