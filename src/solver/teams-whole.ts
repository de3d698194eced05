import type { TeamProblem } from "../domain/team-problem.ts";
import type { Engine } from "./engine.ts";
import { type Model, ModelBuilder, withRow, worthOf } from "./model.ts";
import { solveInOrder } from "./ordered.ts";
import { teamsWithin } from "./team-list.ts";
import type { SolvedLevel, Step } from "./teams-level.ts";
import type { TeamLevel } from "./teams-levels.ts";
import { type Span, valuesAt, worthIn } from "./teams-standing.ts";

/** A team of a project, of which at most one is chosen. */
interface Team {
  readonly project: number;
  readonly pairs: readonly number[];
}

/** The best that can be put together of some teams. */
export interface Whole {
  readonly chosen: readonly number[];
  /** What each level came to, and the bound as the solver proved it. */
  readonly reached: readonly number[];
  readonly bounds: readonly number[];
  /** Those of the chosen pairs that are in everything as good but for the last level; all of them where that was not asked. */
  readonly always: ReadonlySet<number>;
}

/** Every team with all of it in the mixture, one for each project; null where there are parts of teams. */
export function wholeMixture({ parts, teams }: SolvedLevel): number[] | null {
  if (!parts?.every((part) => part < 1e-6 || part > 1 - 1e-6)) return null;
  return teams.flatMap(({ pairs }, c) => ((parts[c] ?? 0) > 0.5 ? pairs : [])).sort((a, b) => a - b);
}

/** The model in which every project has one of its teams, and what each column adds to each level. */
function wholeModel(
  problem: TeamProblem,
  teams: readonly Team[],
  levels: readonly TeamLevel[],
  spans: readonly Span[],
): { model: Model; worths: number[][] } {
  const builder = new ModelBuilder();
  for (const _ of problem.projects) builder.row(1, 1);
  // Where rotation is counted, every place beyond those somebody must have is a step that is paid for.
  const steps = levels.some((level) => level.rotation > 0);
  const wanted = [...new Set(teams.flatMap((t) => t.pairs.map((i) => problem.pairs[i]?.person ?? -1)))];
  const spanOf = (person: number): Span => spans[person] ?? { least: 0, most: 0 };
  const rows = new Map(
    wanted.map((person) => {
      const { least, most } = spanOf(person);
      return [person, builder.row(least, steps ? least : most)];
    }),
  );
  const worths: number[][] = levels.map(() => []);
  for (const { project, pairs } of teams) {
    const people = pairs.map((i) => rows.get(problem.pairs[i]?.person ?? -1) ?? -1);
    builder.column({ rows: [project, ...people] });
    for (const [l, level] of levels.entries()) worths[l]?.push(worthIn(problem, level, project, pairs));
  }
  if (steps)
    for (const [person, row] of rows)
      for (let k = spanOf(person).least + 1; k <= spanOf(person).most; k++) {
        builder.column({ whole: false, rows: [row], values: [-1] });
        for (const [l, level] of levels.entries()) worths[l]?.push(-2 * level.rotation * (k - 1));
      }
  return { model: builder, worths };
}

/** The best that can be put together of whole teams by these levels in order; null where nothing can. */
export function wholeTeams(
  engine: Engine,
  problem: TeamProblem,
  teams: readonly Team[],
  levels: readonly TeamLevel[],
  spans: readonly Span[],
  lotsUntold = false,
): Whole | null {
  const { model, worths } = wholeModel(problem, teams, levels, spans);
  const found = solveInOrder(engine, model, worths);
  if (!found) return null;
  const taken = (values: ArrayLike<number>): number[] =>
    teams.flatMap(({ pairs }, c) => ((values[c] ?? 0) > 0.5 ? pairs : [])).sort((a, b) => a - b);
  const chosen = taken(found.values);
  const held = worths
    .slice(0, -1)
    .reduce((m, worth, l) => withRow(m, found.reached[l] ?? 0, Infinity, new Map(worth.entries())), model);
  let always = new Set(chosen);
  while (!lotsUntold) {
    const worth = held.worth.map((_, c) => 0 - (teams[c]?.pairs.filter((i) => always.has(i)).length ?? 0));
    const others = new Set(taken(engine.solve(worthOf(held, worth))?.values ?? []));
    const still = new Set([...always].filter((i) => others.has(i)));
    if (still.size === always.size) break;
    always = still;
  }
  const less = levels.map((l) => spans.reduce((n, { least }) => n + l.rotation * least * (least - 1), 0));
  const net = (sums: readonly number[]): number[] => sums.map((sum, l) => sum - (less[l] ?? 0));
  return { chosen, reached: net(found.reached), bounds: net(found.bounds), always };
}

/** How many teams are listed at most. */
const manyTeams = 30_000;

/** Every team that falls short of the best of its project by no more than this in a level, and not at all before; null for too many. */
export function teamsNear(problem: TeamProblem, { at, level, solved }: Step, short: number): Team[] | null {
  const values = valuesAt(problem, at, level, solved.prices);
  const teams: Team[] = [];
  for (const [project, search] of at.searches.entries()) {
    const own = teamsWithin(search, values, short * solved.prices.parts, manyTeams - teams.length);
    if (!own) return null;
    for (const pairs of own) teams.push({ project, pairs });
  }
  return teams;
}
