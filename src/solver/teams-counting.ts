/** Needs as one number, the same for the same needs; as text where there are too many for that. */
export function keyOf(brings: readonly number[]): number | string {
  let key = 0;
  for (let k = 0; k < brings.length; k++) {
    if ((brings[k] as number) > 50) return brings.join();
    key += 2 ** (brings[k] as number);
  }
  return key;
}

/** Ways to count towards the needs of a project: how many counts can be told apart, and where each group of needs leads from them. */
export class Counting {
  readonly counts: number;
  /** By need, how often it is counted where the counts stand at this. */
  readonly times: readonly Int32Array[];
  private readonly tops: readonly number[];
  private readonly jumps: readonly number[];
  private readonly ways = new Map<number | string, Int32Array>();

  constructor(tops: readonly number[]) {
    this.tops = tops;
    this.jumps = tops.map((_, c) => tops.slice(0, c).reduce((n, top) => n * (top + 1), 1));
    this.counts = tops.reduce((n, top) => n * (top + 1), 1);
    this.times = tops.map((top, c) =>
      Int32Array.from(
        { length: this.counts },
        (_, n) => Math.floor(n / (this.jumps[c] as number)) % (top + 1),
      ),
    );
  }

  /** Where each count leads once somebody who brings these is added. */
  after(brings: readonly number[]): Int32Array {
    const known = this.ways.get(keyOf(brings));
    if (known) return known;
    const way = new Int32Array(this.counts);
    for (let count = 0; count < way.length; count++) {
      let to = count;
      for (const c of brings)
        if ((this.times[c]?.[count] as number) < (this.tops[c] as number)) to += this.jumps[c] as number;
      way[count] = to;
    }
    this.ways.set(keyOf(brings), way);
    return way;
  }
}
