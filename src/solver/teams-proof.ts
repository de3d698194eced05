import type { TeamProblem } from "../domain/team-problem.ts";
import { boundsAt } from "./teams-bounds.ts";

/** What teams are to be best in, as a proof names it. */
export type Goal = "required" | "filled" | "beyond" | "desired" | "net" | "held" | "near" | "lot";

/** A level of goals as it was proved: their sum, each goal with its weight, and that no teams sum to more. */
export interface ProvedLevel {
  readonly weights: readonly (readonly [Goal, number])[];
  readonly bound: number;
  /** What each person's places cost, in so many parts of one, where that is the proof; else the solver's word stands for it and all after it. */
  readonly prices: { readonly parts: number; readonly people: ArrayLike<number> } | null;
}

/** What was decided beforehand, as far as a proof has to know. */
export interface ProofLimits {
  readonly fixed?: readonly number[];
  readonly barred?: readonly number[];
  readonly near?: readonly number[];
}

const order: readonly Goal[] = ["required", "filled", "beyond", "desired", "net", "held", "near", "lot"];

const sumOf = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** How much each goal could differ at most between one set of teams and another. */
function widths({ projects, pairs }: TeamProblem, { near }: ProofLimits): Record<Goal, number> {
  const places = sumOf(projects.map((p) => p.places));
  const most = (must: boolean): number =>
    sumOf(
      projects.flatMap((p) =>
        p.covers.map((c) => {
          if (c.required !== must) return 0;
          const few = c.atLeast > c.already ? c.atLeast - c.already : 0;
          const many = c.already + p.places > c.atMost ? c.already + p.places - c.atMost : 0;
          return (few + many) * (must ? 1 : c.weight);
        }),
      ),
    );
  return {
    required: most(true),
    filled: places,
    beyond: pairs.some((p) => p.beyond) ? places : 0,
    desired: most(false),
    net: Number.POSITIVE_INFINITY,
    held: pairs.filter((p) => p.held).length,
    near: near ? 2 * places : 0,
    lot: Number.POSITIVE_INFINITY,
  };
}

/** Whether every goal is there in its order, and each weighs more than all that come after it in its level can add up to. */
function orderFaults(problem: TeamProblem, levels: readonly ProvedLevel[], limits: ProofLimits): string[] {
  const wide = widths(problem, limits);
  const named = levels.flatMap((l) => l.weights.map(([goal]) => goal));
  const faults: string[] = [];
  if (named.join() !== order.filter((goal) => named.includes(goal)).join())
    faults.push("the goals are not in order");
  for (const goal of order)
    if (wide[goal] > 0 && !named.includes(goal)) faults.push(`${goal} was left out of the proof`);
  for (const { weights } of levels)
    for (const [g, [goal, weight]] of weights.entries()) {
      const after = sumOf(weights.slice(g + 1).map(([later, w]) => w * wide[later]));
      if (!(weight > after)) faults.push(`${goal} does not weigh enough`);
    }
  return faults;
}

/**
 * Everything that is wrong with a proof that no teams are worth more than sums reached, one for each level. Whatever the prices
 * are, what is added up here holds: with them no project could have a better team by itself, and nobody make better use of their
 * places; wrong prices only prove less.
 */
export function proofFaults(
  problem: TeamProblem,
  reached: (level: ProvedLevel) => number,
  levels: readonly ProvedLevel[],
  limits: ProofLimits,
): string[] {
  const faults = orderFaults(problem, levels, limits);
  const said = (level: ProvedLevel): string => level.weights.map(([goal]) => goal).join(", ");
  for (const level of levels)
    if (Math.floor(level.bound) !== reached(level))
      faults.push(`${said(level)} might come to ${level.bound}`);
  const without = levels.findIndex((l) => l.prices === null);
  const priced = without < 0 ? levels : levels.slice(0, without);
  if (priced.length === 0) return faults;
  const bounds = boundsAt(problem, priced, limits);
  for (const [l, level] of priced.entries()) {
    const [bound, parts] = [bounds[l] ?? 0, level.prices?.parts ?? 1];
    if (!Number.isSafeInteger(bound)) faults.push("the proof is too large to add up exactly");
    const proved = l === levels.length - 1 ? Math.floor(bound / parts) : bound / parts;
    if (proved !== reached(level)) faults.push(`by the prices ${said(level)} might come to ${bound / parts}`);
  }
  return faults;
}
