import type { BestTeam } from "./team-values.ts";

/** What one person too few or too many counts, by need. */
type Worths = readonly number[];

/**
 * The best way to reach each state of a team while pairs are added one after another. States are numbered by size, as many for each
 * size; only those that have been reached are looked at, which are few as long as the team is small.
 */
export class TeamTable {
  private readonly places: number;
  /** How many states each size has. */
  private readonly counts: number;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  /** Size by size, the states that have been reached, and how many those are. */
  private readonly reached: Int32Array;
  private readonly many: Int32Array;
  /** The greatest size so far. */
  private size = 0;
  /** For each state the last step that led there; for each step which pair was taken, and after which step. */
  private readonly step: Int32Array;
  private taken = new Int32Array(256);
  private before = new Int32Array(256);
  private steps = 0;

  constructor(places: number, counts: number) {
    [this.places, this.counts] = [places, counts];
    const states = (places + 1) * counts;
    this.first = new Float64Array(states);
    this.second = new Float64Array(states);
    this.reached = new Int32Array(states);
    this.many = new Int32Array(places + 1);
    this.step = new Int32Array(states);
  }

  /** Starts with a team of nobody. */
  clear(): void {
    this.first.fill(-Infinity);
    this.many.fill(0);
    [this.size, this.steps] = [0, 0];
    this.reach(0, 0, 0, 0);
  }

  /** Notes the first way to a state. */
  private reach(size: number, state: number, first: number, second: number): void {
    this.reached[size * this.counts] = state;
    this.many[size] = 1;
    this.first[state] = first;
    this.second[state] = second;
    this.step[state] = this.steps - 1;
  }

  /** Adds a pair that has to be in the team; all such pairs come before the others, and there are places for all. */
  addAlways(pair: number, next: Int32Array, first: number, second: number): void {
    const from = this.reached[this.size * this.counts] as number;
    this.makeRoom(1);
    this.taken[this.steps] = pair;
    this.before[this.steps] = this.steps - 1;
    this.steps += 1;
    this.many[this.size] = 0;
    this.size += 1;
    const [x, y] = [this.first[from] as number, this.second[from] as number];
    this.first[from] = -Infinity;
    this.reach(this.size, next[from] as number, x + first, y + second);
  }

  /** Lets a pair into the team wherever that is better; it leads from each state to the next. */
  add(pair: number, next: Int32Array, a: number, b: number): void {
    this.makeRoom(next.length);
    const { counts, first, second, reached, many, step, taken, before } = this;
    let steps = this.steps;
    if (this.size < this.places) this.size += 1;
    // From the greatest size down, so that nobody is in a team twice.
    for (let size = this.size - 1; size >= 0; size--) {
      const end = size * counts + (many[size] as number);
      let top = (size + 1) * counts + (many[size + 1] as number);
      for (let k = size * counts; k < end; k++) {
        const s = reached[k] as number;
        const to = next[s] as number;
        const x = (first[s] as number) + a;
        const y = (second[s] as number) + b;
        const known = first[to] as number;
        if (x < known || (x === known && y <= (second[to] as number))) continue;
        if (known === -Infinity) reached[top++] = to;
        first[to] = x;
        second[to] = y;
        taken[steps] = pair;
        before[steps] = step[s] as number;
        step[to] = steps;
        steps += 1;
      }
      many[size + 1] = top - (size + 1) * counts;
    }
    this.steps = steps;
  }

  /** Makes room for so many more steps. */
  private makeRoom(more: number): void {
    const steps = this.steps + more;
    if (steps <= this.taken.length) return;
    const room = (kept: Int32Array): Int32Array<ArrayBuffer> => {
      const wider = new Int32Array(2 * steps);
      wider.set(kept);
      return wider;
    };
    [this.taken, this.before] = [room(this.taken), room(this.before)];
  }

  /** The best state to end in, where each need is off by so much, and the pairs that lead there. */
  best(offs: readonly Int32Array[], firsts: Worths, seconds: Worths): BestTeam {
    const { counts, first, second, reached, many } = this;
    let [end, bestFirst, bestSecond] = [-1, -Infinity, -Infinity];
    for (let size = 0; size <= this.size; size++) {
      const last = size * counts + (many[size] as number);
      for (let k = size * counts; k < last; k++) {
        const s = reached[k] as number;
        let x = first[s] as number;
        let y = second[s] as number;
        for (let c = 0; c < offs.length; c++) {
          const off = (offs[c] as Int32Array)[s] as number;
          if (off === 0) continue;
          x += off * (firsts[c] as number);
          y += off * (seconds[c] as number);
        }
        if (x < bestFirst || (x === bestFirst && y <= bestSecond)) continue;
        end = s;
        bestFirst = x;
        bestSecond = y;
      }
    }
    return { pairs: this.leadingTo(end), first: bestFirst, second: bestSecond };
  }

  /** The pairs that lead to a state, ascending. */
  private leadingTo(state: number): number[] {
    const pairs: number[] = [];
    for (let n = this.step[state] as number; n >= 0; n = this.before[n] as number)
      pairs.push(this.taken[n] as number);
    return pairs.sort((a, b) => a - b);
  }
}
