import type { TeamProblem } from "../domain/team-problem.ts";
import { shapesOf, type TeamShape } from "./team-shape.ts";
import { TeamTable } from "./team-table.ts";
import { type BestTeam, capsOf, isWorthLess, type TeamValues, topInto } from "./team-values.ts";

/** Pairs that count towards the very same needs of a project. */
export interface Alike {
  readonly next: Int32Array;
  readonly pairs: readonly number[];
  /** Other such pairs that count towards all of these needs and more, none of which can have too many. */
  readonly above: readonly number[];
}

/** How many states one project may have, and how many needs: sums of powers of two tell those apart. */
const [manyStates, manyNeeds] = [30_000, 50];

/**
 * The teams of one project: every size and every count of what its needs can tell apart is a state, and a pair leads from one
 * to another. Among pairs that lead the same way only as many are looked at as there are places, the best first.
 */
export class TeamSearch {
  readonly project: number;
  readonly places: number;
  readonly alike: readonly Alike[];
  readonly must: readonly Alike[];
  /** For each state, how far each need is off. */
  readonly offs: readonly Int32Array[];
  readonly states: number;
  private readonly table: TeamTable;
  /** Group by group, the best pairs of the last values, and how many those are. */
  private readonly tops: Int32Array;
  private readonly few: Int32Array;

  private constructor(
    problem: TeamProblem,
    project: number,
    shape: TeamShape,
    pairs: readonly number[],
    fixed: ReadonlySet<number>,
  ) {
    this.project = project;
    this.places = problem.projects[project]?.places ?? 0;
    this.states = shape.states;
    this.offs = shape.offs;
    this.table = new TeamTable(this.places, shape.counts);
    const groups = new Map<Int32Array, { pairs: number[]; brings: readonly number[] }>();
    const must: Alike[] = [];
    for (const i of pairs) {
      const { brings } = problem.pairs[i] ?? { brings: [] };
      const next = shape.lead(brings);
      const group = groups.get(next);
      if (fixed.has(i)) must.push({ next, pairs: [i], above: [] });
      else if (group) group.pairs.push(i);
      else groups.set(next, { pairs: [i], brings });
    }
    this.must = must;
    const all = [...groups.values()];
    this.alike = [...groups].map(([next, { pairs: own, brings }]) => ({
      next,
      pairs: own,
      above: all.flatMap((other, g) => (shape.isAbove(other.brings, brings) ? [g] : [])),
    }));
    this.tops = new Int32Array(all.length * this.places);
    this.few = new Int32Array(all.length);
  }

  /** The searches of all projects; null where one has too many ways of counting. */
  static ofAll(
    problem: TeamProblem,
    fixed: ReadonlySet<number>,
    barred: ReadonlySet<number>,
  ): TeamSearch[] | null {
    const own: number[][] = problem.projects.map(() => []);
    for (let i = 0; i < problem.pairs.length; i++) {
      const { project, person } = problem.pairs[i] as TeamProblem["pairs"][number];
      if (!barred.has(i) && (problem.people[person]?.most ?? 0) > 0) own[project]?.push(i);
    }
    const few = problem.projects.every(
      ({ places, covers }, p) =>
        covers.length <= manyNeeds &&
        capsOf(problem, p).reduce((n, cap) => n * (cap + 1), places + 1) <= manyStates,
    );
    if (!few) return null;
    return shapesOf(problem).map((shape, p) => new TeamSearch(problem, p, shape, own[p] ?? [], fixed));
  }

  /** The best team; the same whenever the values are the same. */
  best(values: TeamValues): BestTeam {
    const { places, table, alike, tops, few } = this;
    table.clear();
    for (const { next, pairs } of this.must) {
      const pair = pairs[0] as number;
      table.addAlways(pair, next, values.first[pair] as number, values.second[pair] as number);
    }
    for (let g = 0; g < alike.length; g++)
      few[g] = topInto((alike[g] as Alike).pairs, values, places, tops, g * places);
    for (let g = 0; g < alike.length; g++) {
      const { next } = alike[g] as Alike;
      const end = this.worthTrying(g, values);
      for (let k = g * places; k < end; k++) {
        const pair = tops[k] as number;
        table.add(pair, next, values.first[pair] as number, values.second[pair] as number);
      }
    }
    return table.best(
      this.offs,
      values.offFirst[this.project] as readonly number[],
      values.offSecond[this.project] as readonly number[],
    );
  }

  /** Where in `tops` a group ends: as many as there are places could stand in for whoever comes after that. */
  private worthTrying(group: number, values: TeamValues): number {
    const { places, tops, few } = this;
    const { above } = this.alike[group] as Alike;
    const start = group * places;
    const end = start + (few[group] as number);
    if (above.length === 0) return end;
    for (let k = start; k < end; k++) {
      let stand = k - start;
      for (let h = 0; h < above.length && stand < places; h++) {
        const other = (above[h] as number) * places;
        const last = other + (few[above[h] as number] as number);
        for (let o = other; o < last && !isWorthLess(tops[o] as number, tops[k] as number, values); o++)
          stand += 1;
      }
      if (stand >= places) return k;
    }
    return end;
  }

  /** Every pair that does not have to be chosen, and how far it is behind whoever could always stand in for it. */
  *standing(values: TeamValues): Generator<{
    readonly pair: number;
    readonly behind: { readonly first: number; readonly second: number };
  }> {
    for (const { pairs } of this.alike) {
      const top = this.tops.slice(0, topInto(pairs, values, this.places, this.tops, 0));
      const last = top.length < this.places ? undefined : top.at(-1);
      for (const pair of pairs) {
        const far = last === undefined || top.includes(pair) ? pair : last;
        const of = (sums: Float64Array): number => (sums[far] as number) - (sums[pair] as number);
        yield { pair, behind: { first: of(values.first), second: of(values.second) } };
      }
    }
    for (const { pairs } of this.must)
      for (const pair of pairs) yield { pair, behind: { first: 0, second: 0 } };
  }

  /** What unmet needs add to both sums where a team ends in a state. */
  ending(state: number, values: TeamValues): [first: number, second: number] {
    let [x, y] = [0, 0];
    for (const [c, offs] of this.offs.entries()) {
      const off = offs[state] as number;
      if (off === 0) continue;
      x += off * (values.offFirst[this.project]?.[c] as number);
      y += off * (values.offSecond[this.project]?.[c] as number);
    }
    return [x, y];
  }
}
