import type { TeamProblem } from "../domain/team-problem.ts";
import { shapesOf, type TeamShape } from "./team-shape.ts";
import { type BestTeam, capsOf, isWorthLess, type TeamValues, topOf } from "./team-values.ts";

/** Pairs that count towards the very same needs of a project. */
export interface Alike {
  readonly next: Int32Array;
  readonly pairs: readonly number[];
  /** Other such pairs that count towards all of these needs and more, none of which can have too many. */
  readonly above: readonly number[];
}

/** How many states one project may have. */
const manyStates = 30_000;

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
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly node: Int32Array;
  /** Step by step, which pair was taken, and after which step. */
  private taken = new Int32Array(256);
  private before = new Int32Array(256);

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
    this.first = new Float64Array(shape.states);
    this.second = new Float64Array(shape.states);
    this.node = new Int32Array(shape.states);
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
  }

  /** The searches of all projects; null where one has too many ways of counting. */
  static ofAll(
    problem: TeamProblem,
    fixed: ReadonlySet<number>,
    barred: ReadonlySet<number>,
  ): TeamSearch[] | null {
    const own: number[][] = problem.projects.map(() => []);
    for (const [i, { project, person }] of problem.pairs.entries())
      if (!barred.has(i) && (problem.people[person]?.most ?? 0) > 0) own[project]?.push(i);
    const few = problem.projects.every(
      ({ places }, p) => capsOf(problem, p).reduce((n, cap) => n * (cap + 1), places + 1) <= manyStates,
    );
    if (!few) return null;
    return shapesOf(problem).map((shape, p) => new TeamSearch(problem, p, shape, own[p] ?? [], fixed));
  }

  /** The best team; the same whenever the values are the same. */
  best(values: TeamValues): BestTeam {
    const { first, second, node } = this;
    first.fill(-Infinity);
    node.fill(-1);
    first[0] = 0;
    second[0] = 0;
    let nodes = 0;
    const take = (pair: number, next: Int32Array, must: boolean): void => {
      const a = values.first[pair] as number;
      const b = values.second[pair] as number;
      if (nodes + next.length > this.taken.length) this.widen(nodes + next.length);
      const { taken, before } = this;
      for (let s = next.length - 1; s >= 0; s--) {
        const from = first[s] as number;
        if (from === -Infinity) continue;
        const to = next[s] as number;
        const x = from + a;
        const y = (second[s] as number) + b;
        if (must || x > (first[to] as number) || (x === first[to] && y > (second[to] as number))) {
          first[to] = x;
          second[to] = y;
          taken[nodes] = pair;
          before[nodes] = node[s] as number;
          node[to] = nodes;
          nodes += 1;
        }
        if (must) first[s] = -Infinity;
      }
    };
    for (const { next, pairs } of this.must) take(pairs[0] ?? -1, next, true);
    for (const [g, pairs] of this.worthTrying(values).entries()) {
      const next = this.alike[g]?.next;
      if (next) for (const pair of pairs) take(pair, next, false);
    }
    return this.bestEnding(values);
  }

  /** The best of each group of pairs; whoever as many as there are places could stand in for is left out. */
  private worthTrying(values: TeamValues): number[][] {
    const tops = this.alike.map(({ pairs }) => topOf(pairs, this.places, values));
    return this.alike.map(({ above }, g) =>
      (tops[g] ?? []).filter((pair, better) => {
        let stand = better;
        for (const h of above) {
          if (stand >= this.places) return false;
          for (const other of tops[h] ?? []) {
            if (isWorthLess(other, pair, values)) break;
            stand += 1;
          }
        }
        return stand < this.places;
      }),
    );
  }

  /** Makes room for so many steps of a search. */
  private widen(steps: number): void {
    const room = (kept: Int32Array): Int32Array<ArrayBuffer> => {
      const wider = new Int32Array(2 * steps);
      wider.set(kept);
      return wider;
    };
    [this.taken, this.before] = [room(this.taken), room(this.before)];
  }

  /** Every pair that does not have to be chosen, and how far it is behind whoever could always stand in for it. */
  *standing(values: TeamValues): Generator<{
    readonly pair: number;
    readonly behind: { readonly first: number; readonly second: number };
  }> {
    for (const { pairs } of this.alike) {
      const top = topOf(pairs, this.places, values);
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
      const [a, b] = values.off(this.project, c);
      x += off * a;
      y += off * b;
    }
    return [x, y];
  }

  /** The best state to end in, and the pairs that lead to it. */
  private bestEnding(values: TeamValues): BestTeam {
    const { first, second, offs } = this;
    const worth = offs.map((_, c) => values.off(this.project, c));
    let [end, bestFirst, bestSecond] = [-1, -Infinity, -Infinity];
    for (let s = 0; s < first.length; s++) {
      let x = first[s] as number;
      if (x === -Infinity) continue;
      let y = second[s] as number;
      for (let c = 0; c < offs.length; c++) {
        const off = (offs[c] as Int32Array)[s] as number;
        if (off === 0) continue;
        x += off * (worth[c] as readonly [number, number])[0];
        y += off * (worth[c] as readonly [number, number])[1];
      }
      if (x < bestFirst || (x === bestFirst && y <= bestSecond)) continue;
      end = s;
      bestFirst = x;
      bestSecond = y;
    }
    const pairs: number[] = [];
    for (let n = this.node[end] ?? -1; n >= 0; n = this.before[n] as number)
      pairs.push(this.taken[n] as number);
    return { pairs: pairs.sort((a, b) => a - b), first: bestFirst, second: bestSecond };
  }
}
