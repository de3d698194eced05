import { type Posed, placeOf } from "../domain/match-problem.ts";
import type { PastRun, PolicyEffect, RotationEffect } from "../domain/policy-diff.ts";
import type { MatchPolicy } from "../domain/score.ts";
import { worthOfTeams } from "../domain/teams-worth.ts";
import type { Engine } from "./engine.ts";
import { rotationCurve } from "./rotation.ts";
import { solveWith } from "./teams-solve.ts";

/** What another policy would have done to one run: who would have been proposed, with the same lots. */
export function effectOf(
  engine: Engine,
  past: PastRun,
  pose: (past: PastRun, policy?: MatchPolicy) => Posed,
  policy: MatchPolicy,
): PolicyEffect {
  const [then, now] = [pose(past), pose(past, policy)];
  const solve = solveWith(engine, true);
  const [before, after] = [solve(then.problem).chosen, solve(now.problem).chosen];
  const placesOf = (pairs: readonly number[]) =>
    pairs.map((pair) => {
      const { id, project } = placeOf(now, pair);
      return { id, project: past.facts[project]?.project ?? "" };
    });
  return {
    run: past,
    comes: placesOf(after.filter((p) => !before.includes(p))),
    goes: placesOf(before.filter((p) => !after.includes(p))),
    pointsBefore: worthOfTeams(now.problem, before).net,
    pointsAfter: worthOfTeams(now.problem, after).net,
  };
}

/** What each weight of rotation would have given and cost over some runs, added up; how evenly work lies is their mean. */
export function rotationEffects(
  engine: Engine,
  problems: readonly Posed["problem"][],
  weights: readonly number[],
): RotationEffect[] {
  const curves = problems.map((problem) => rotationCurve(engine, problem, weights));
  return weights.map((rotation, w) => {
    const points = curves.flatMap((curve) => curve[w] ?? []);
    const sum = (of: (p: (typeof points)[number]) => number): number => points.reduce((n, p) => n + of(p), 0);
    return {
      rotation,
      points: sum((p) => p.points),
      requiredUnmet: sum((p) => p.worth.requiredUnmet),
      unfilled: sum((p) => p.worth.unfilled),
      placesChanged: sum((p) => p.placesChanged),
      most: Math.max(0, ...points.map((p) => p.spread.most)),
      unevenness: points.length === 0 ? 0 : Math.round((100 * sum((p) => p.spread.gini)) / points.length),
    };
  });
}
