import type { TeamProblem } from "../domain/team-problem.ts";
import type { Counting } from "./teams-counting.ts";
import { beats, bestOfProject, type Own, weightOf } from "./teams-project-bound.ts";
import type { ProofLimits, ProvedLevel } from "./teams-proof.ts";

/** What each pair is worth in a level less what its place costs, written for every pair to where the level has its place. */
function worthIn(
  { people, pairs, rotation }: TeamProblem,
  level: ProvedLevel,
  near: ReadonlySet<number>,
  worth: Float64Array,
  from: number,
  apart: number,
): void {
  const [filled, beyond, net] = [
    weightOf(level, "filled"),
    weightOf(level, "beyond"),
    weightOf(level, "net"),
  ];
  const [held, stays, lot] = [weightOf(level, "held"), weightOf(level, "near"), weightOf(level, "lot")];
  const parts = level.prices?.parts ?? 1;
  const prices = Float64Array.from(level.prices?.people ?? people.map(() => 0));
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as TeamProblem["pairs"][number];
    const { load } = people[pair.person] as TeamProblem["people"][number];
    let gain = filled + net * (pair.points - rotation * (load + load + 1)) + lot * pair.lot;
    if (pair.beyond) gain -= beyond;
    if (pair.held) gain += held;
    if (stays !== 0) gain += near.has(i) ? stays : -stays;
    worth[from + i * apart] = parts * gain - (prices[pair.person] as number);
  }
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
  for (const [l, level] of levels.entries()) worthIn(problem, level, near, worth, l, k);
  for (let i = 0; i < problem.pairs.length; i++) {
    const { person, project } = problem.pairs[i] as TeamProblem["pairs"][number];
    if (barred.has(i) || (problem.people[person]?.most ?? 0) === 0) continue;
    // Those who have to be chosen come first, so that nobody takes their place on the way.
    own[project]?.[fixed.has(i) ? "must" : "can"].push(i);
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
