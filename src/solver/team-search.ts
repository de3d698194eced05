import type { TeamPair, TeamProblem } from "../domain/team-problem.ts";
import { type BestTeam, capsOf, type TeamValues, topOf } from "./team-values.ts";

/** Pairs that count towards the very same needs of a project. */
export interface Alike {
  readonly next: Int32Array;
  readonly pairs: readonly number[];
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
    pairs: readonly number[],
    fixed: ReadonlySet<number>,
  ) {
    const { places, covers } = problem.projects[project] ?? { places: 0, covers: [] };
    this.project = project;
    this.places = places;
    const caps = capsOf(problem, project);
    const steps = caps.map((_, c) => caps.slice(0, c).reduce((n, cap) => n * (cap + 1), 1));
    const counts = caps.reduce((n, cap) => n * (cap + 1), 1);
    const states = (places + 1) * counts;
    this.states = states;
    this.first = new Float64Array(states);
    this.second = new Float64Array(states);
    this.node = new Int32Array(states);
    this.offs = covers.map(({ already, atLeast, atMost }, c) =>
      Int32Array.from({ length: states }, (_, s) => {
        const n = already + (Math.floor((s % counts) / (steps[c] ?? 1)) % ((caps[c] ?? 0) + 1));
        return Math.max(0, atLeast - n) + Math.max(0, n - atMost);
      }),
    );
    const leads = new Map<string, Int32Array>();
    const leadOf = ({ brings }: TeamPair): Int32Array => {
      const key = brings.join();
      const known = leads.get(key);
      if (known) return known;
      const own = brings.filter((c) => (caps[c] ?? 0) > 0);
      const next = Int32Array.from({ length: states - counts }, (_, s) =>
        own.reduce((to, c) => {
          const n = Math.floor((s % counts) / (steps[c] ?? 1)) % ((caps[c] ?? 0) + 1);
          return n < (caps[c] ?? 0) ? to + (steps[c] ?? 1) : to;
        }, s + counts),
      );
      leads.set(key, next);
      return next;
    };
    const groups = new Map<Int32Array, number[]>();
    const must: Alike[] = [];
    for (const i of pairs) {
      const pair = problem.pairs[i];
      if (!pair) continue;
      const next = leadOf(pair);
      if (fixed.has(i)) must.push({ next, pairs: [i] });
      else if (groups.get(next)?.push(i) === undefined) groups.set(next, [i]);
    }
    this.must = must;
    this.alike = [...groups].map(([next, own]) => ({ next, pairs: own }));
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
    return few ? own.map((pairs, p) => new TeamSearch(problem, p, pairs, fixed)) : null;
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
    for (const { next, pairs } of this.alike)
      for (const pair of topOf(pairs, this.places, values)) take(pair, next, false);
    return this.bestEnding(values);
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
