import type { TeamProblem } from "../domain/team-problem.ts";
import {
  boundStandsAt,
  costOfTeamStep,
  type TeamBound,
  type TeamRelaxation,
  type TeamStep,
  teamBounds,
} from "../domain/team-relaxation.ts";
import type { Engine } from "./engine.ts";
import { type Model, ModelBuilder } from "./model.ts";
import { rowsOfPair, type TeamLimits, type TeamRows, teamRows } from "./teams-model.ts";

/** Something that can be moved step by step: a bound of a required need, or the places of a project. */
type Movable = TeamBound | { readonly project: number; readonly side: "places" };

/** The columns of its steps, the first step first. */
interface Ladder {
  readonly what: Movable;
  readonly columns: readonly number[];
}

const standsAt = (problem: TeamProblem, what: Movable): number =>
  what.side === "places" ? (problem.projects[what.project]?.places ?? 0) : boundStandsAt(problem, what);

/** How far something can be moved before it makes no more difference. */
function reach(problem: TeamProblem, what: Movable): number {
  const project = problem.projects[what.project];
  if (what.side === "places") {
    const bringing = problem.pairs.filter((p) => p.project === what.project).length;
    return Math.max(0, bringing - (project?.places ?? 0));
  }
  const { already = 0, atLeast = 0, atMost = 0 } = project?.covers[what.cover] ?? {};
  if (what.side === "least") return Math.max(0, atLeast - already);
  const bringing = problem.pairs.filter(
    (p) => p.project === what.project && p.brings.includes(what.cover),
  ).length;
  return Math.max(0, already + bringing - atMost);
}

const sameBound = (what: Movable, step: TeamStep): boolean =>
  what.project === step.project &&
  what.side === step.side &&
  (what.side === "places" || (step.side !== "places" && what.cover === step.cover));

/** The row a step loosens, and by how much. */
const loosened = (rows: TeamRows, what: Movable): [row: number, by: number] => {
  if (what.side === "places") return [rows.places[what.project] ?? -1, -1];
  const [least = -1, most = -1] = rows.covers[what.project]?.[what.cover] ?? [];
  return what.side === "least" ? [least, 1] : [most, -1];
};

/** Teams that meet every required need, where bounds and places may be moved at a cost; what was found before is ruled out. */
function relaxationModel(
  given: TeamProblem,
  limits: TeamLimits,
  found: readonly TeamRelaxation[],
): { model: Model; ladders: Ladder[] } {
  const problem = { ...given, rotation: 0 };
  const builder = new ModelBuilder();
  const rows = teamRows(problem, {}, builder);
  const needing = new Set(
    problem.projects.flatMap(({ covers }, p) => (covers.some((c) => c.required) ? [p] : [])),
  );
  const movable: Movable[] = [
    ...teamBounds(problem),
    ...[...needing].map((project) => ({ project, side: "places" as const })),
  ];
  const orders = movable.map((what) =>
    Array.from({ length: Math.max(0, reach(problem, what) - 1) }, () => builder.row(0, Infinity)),
  );
  const ruledOut = found.map(({ steps }) => builder.row(-Infinity, steps.length - 1));
  const [fixed, barred] = [new Set(limits.fixed), new Set(limits.barred)];
  for (const [i, pair] of problem.pairs.entries())
    builder.column({
      least: fixed.has(i) ? 1 : 0,
      most: barred.has(i) ? 0 : 1,
      rows: rowsOfPair(rows, pair),
    });
  // What is only desired rules nothing out.
  for (const [p, { covers }] of problem.projects.entries())
    for (const [c, { required }] of covers.entries())
      if (!required)
        for (const [side, row] of (rows.covers[p]?.[c] ?? []).entries())
          builder.column({ whole: false, most: Infinity, rows: [row], values: [side === 0 ? 1 : -1] });
  const ladders = movable.map((what, m) => {
    const columns = Array.from({ length: reach(problem, what) }, (_, i) => {
      const entries: [number, number][] = [loosened(rows, what)];
      const [before, after] = [orders[m]?.[i - 1], orders[m]?.[i]];
      if (before !== undefined) entries.push([before, -1]);
      if (after !== undefined) entries.push([after, 1]);
      for (const [f, { steps }] of found.entries())
        if (steps.some((s) => sameBound(what, s) && Math.abs(s.to - standsAt(problem, what)) === i + 1))
          entries.push([ruledOut[f] ?? 0, 1]);
      return builder.column({
        worth: -costOfTeamStep(problem, what, i + 1),
        rows: entries.map(([row]) => row),
        values: entries.map(([, value]) => value),
      });
    });
    return { what, columns };
  });
  return { model: builder, ladders };
}

/**
 * What would have to be given up so that every required need of every team can be met: the cheapest, then the cheapest that does
 * not contain one of those before, up to so many. Empty where all can be met as they are, and where nothing would help.
 */
export function teamRelaxations(
  engine: Engine,
  problem: TeamProblem,
  howMany: number,
  limits: TeamLimits = {},
): TeamRelaxation[] {
  const found: TeamRelaxation[] = [];
  while (found.length < howMany) {
    const { model, ladders } = relaxationModel(problem, limits, found);
    const answer = engine.solve(model);
    if (!answer) break;
    const steps = ladders.flatMap(({ what, columns }): TeamStep[] => {
      const taken = columns.filter((j) => (answer.values[j] ?? 0) > 0.5).length;
      const at = standsAt(problem, what);
      return taken > 0 ? [{ ...what, to: what.side === "least" ? at - taken : at + taken }] : [];
    });
    if (steps.length === 0) break;
    found.push({ steps, cost: 0 - Math.round(answer.worth) });
  }
  return found;
}
