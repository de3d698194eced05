import type { TeamProblem } from "../domain/team-problem.ts";
import { capsOf } from "./team-values.ts";

type Project = TeamProblem["projects"][number];

/**
 * What can be told apart while a team is put together: a state for every size and every count of what its needs can tell apart.
 * Projects with as many places and the same needs share one.
 */
export class TeamShape {
  readonly states: number;
  /** For each state, how far each need is off. */
  readonly offs: readonly Int32Array[];
  private readonly covers: Project["covers"];
  private readonly caps: readonly number[];
  /** How far one more of each need is from a state. */
  private readonly steps: readonly number[];
  /** How many states each size has. */
  readonly counts: number;
  /** By need, how many count towards it in each state of one size, as far as that can be told. */
  private readonly times: readonly Int32Array[];
  private readonly leads = new Map<number, Int32Array>();

  constructor({ places, covers }: Project, caps: readonly number[]) {
    this.covers = covers;
    this.caps = caps;
    this.steps = caps.map((_, c) => caps.slice(0, c).reduce((n, cap) => n * (cap + 1), 1));
    this.counts = caps.reduce((n, cap) => n * (cap + 1), 1);
    this.states = (places + 1) * this.counts;
    this.times = caps.map((cap, c) => {
      const [times, step] = [new Int32Array(this.counts), this.steps[c] as number];
      for (let s = 0; s < times.length; s++) times[s] = Math.floor(s / step) % (cap + 1);
      return times;
    });
    this.offs = covers.map(({ already, atLeast, atMost }, c) => {
      const [offs, times] = [new Int32Array(this.states), this.times[c] as Int32Array];
      for (let s = 0; s < times.length; s++) {
        const n = already + (times[s] as number);
        offs[s] = Math.max(0, atLeast - n) + Math.max(0, n - atMost);
      }
      for (let from = this.counts; from < this.states; from += this.counts)
        offs.copyWithin(from, 0, this.counts);
      return offs;
    });
  }

  /** Where each state leads once somebody who brings these is added; one and the same list for the same needs. */
  lead(brings: readonly number[]): Int32Array {
    let key = 0;
    for (const c of brings) key += 2 ** c;
    const known = this.leads.get(key);
    if (known) return known;
    const next = new Int32Array(this.states - this.counts);
    for (let s = 0; s < next.length; s++) next[s] = s + this.counts;
    for (const c of brings) {
      const [times, cap, step] = [
        this.times[c] as Int32Array,
        this.caps[c] as number,
        this.steps[c] as number,
      ];
      // From every size it leads as far.
      for (let s = 0; s < next.length; s++)
        if ((times[s % times.length] as number) < cap) next[s] = (next[s] as number) + step;
    }
    this.leads.set(key, next);
    return next;
  }

  /** Whether who brings the first counts towards all of the second and more, none of which a team can have too much of. */
  isAbove(more: readonly number[], less: readonly number[]): boolean {
    return (
      more.length > less.length &&
      less.every((c) => more.includes(c)) &&
      more.every((c) => less.includes(c) || this.covers[c]?.atMost === Infinity)
    );
  }
}

/** The shape of each project. */
export function shapesOf(problem: TeamProblem): TeamShape[] {
  const shapes = new Map<string, TeamShape>();
  return problem.projects.map((project, p) => {
    const caps = capsOf(problem, p);
    const covers = project.covers.map((c) => `${c.already} ${c.atLeast} ${c.atMost}`);
    const key = [project.places, ...covers].join();
    const shape = shapes.get(key) ?? new TeamShape(project, caps);
    shapes.set(key, shape);
    return shape;
  });
}
