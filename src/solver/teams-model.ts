import type { TeamPair, TeamProblem } from "../domain/team-problem.ts";
import { ModelBuilder } from "./model.ts";
import { offWorth, type TeamLevel } from "./teams-levels.ts";

/** What teams are to be best in, one after another, each to be made as large as can be; `near` only where teams are to stay. */
export type TeamGoal = "required" | "filled" | "beyond" | "desired" | "net" | "held" | "near" | "lot";

/** What is decided beforehand, all of it by pairs. */
export interface TeamLimits {
  /** These have to be chosen. */
  readonly fixed?: readonly number[];
  /** These must not be. */
  readonly barred?: readonly number[];
  /** Of each of these sets at least one pair is left out. */
  readonly broken?: readonly (readonly number[])[];
  /** Teams that are to be kept as they are wherever that makes nothing worse but the lot. */
  readonly near?: readonly number[];
  /** Only the teams are asked for, and not which of their places a lot decided: that takes as long again, or longer. */
  readonly lotsUntold?: boolean;
}

/** A model of all teams there can be: a column for each pair first, in their order. */
export interface TeamsModel {
  readonly model: ModelBuilder;
  /** What each column adds to each level. */
  readonly worths: readonly (readonly number[])[];
}

/** The rows of all teams: what pairs count in. */
export interface TeamRows {
  readonly places: readonly number[];
  readonly person: readonly number[];
  /** For each project and need: at least, and at most where there is such a bound. */
  readonly covers: readonly (readonly (readonly number[])[])[];
  readonly broken: readonly number[];
}

/** Adds the rows of a problem to a model. */
export function teamRows(
  { people, projects, rotation }: TeamProblem,
  limits: TeamLimits,
  builder: ModelBuilder,
): TeamRows {
  return {
    places: projects.map((p) => builder.row(-Infinity, p.places)),
    // Where rotation costs something, every place beyond the first has a step of its own that is paid for.
    person: people.map((p) => builder.row(-Infinity, rotation > 0 ? Math.min(1, p.most) : p.most)),
    covers: projects.map(({ covers }) =>
      covers.map((c) => [
        builder.row(c.atLeast - c.already, Infinity),
        ...(c.atMost === Infinity ? [] : [builder.row(-Infinity, c.atMost - c.already)]),
      ]),
    ),
    broken: (limits.broken ?? []).map((set) => builder.row(-Infinity, set.length - 1)),
  };
}

/** The rows a pair counts in: its project, its person, and the needs it brings something to. */
export const rowsOfPair = (rows: TeamRows, { person, project, brings }: TeamPair): number[] => [
  rows.places[project] ?? -1,
  rows.person[person] ?? -1,
  ...brings.flatMap((c) => rows.covers[project]?.[c] ?? []),
];

/** How many pairs each person has. */
function pairsOfPeople({ people, pairs }: TeamProblem): number[] {
  const counts = people.map(() => 0);
  for (const { person } of pairs) counts[person] = (counts[person] ?? 0) + 1;
  return counts;
}

/** The model of all teams; needs that are not met cost something and rule nothing out. */
export function teamsModel(
  problem: TeamProblem,
  limits: TeamLimits,
  levels: readonly TeamLevel[],
): TeamsModel {
  const builder = new ModelBuilder();
  const rows = teamRows(problem, limits, builder);
  const worths: number[][] = levels.map(() => []);
  const column = (of: (level: TeamLevel) => number, add: Parameters<ModelBuilder["column"]>[0]): void => {
    builder.column(add);
    for (const [l, level] of levels.entries()) worths[l]?.push(of(level));
  };
  const [fixed, barred] = [new Set(limits.fixed), new Set(limits.barred)];
  const broken = (limits.broken ?? []).map((set) => new Set(set));
  for (const [i, pair] of problem.pairs.entries())
    column((level) => level.pairs[i] ?? 0, {
      least: fixed.has(i) ? 1 : 0,
      most: barred.has(i) ? 0 : 1,
      rows: [...rowsOfPair(rows, pair), ...rows.broken.filter((_, b) => broken[b]?.has(i))],
    });
  const counts = pairsOfPeople(problem);
  if (problem.rotation > 0)
    for (const [p, { most }] of problem.people.entries())
      for (let k = 2; k <= Math.min(most, counts[p] ?? 0); k++)
        column((level) => -2 * level.rotation * (k - 1), {
          whole: false,
          rows: [rows.person[p] ?? -1],
          values: [-1],
        });
  for (const [p, { covers }] of problem.projects.entries())
    for (const c of covers.keys())
      for (const [side, row] of (rows.covers[p]?.[c] ?? []).entries())
        column((level) => offWorth(problem, level, p, c), {
          whole: false,
          most: Infinity,
          rows: [row],
          values: [side === 0 ? 1 : -1],
        });
  return { model: builder, worths };
}
