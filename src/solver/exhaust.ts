import { type Candidate, type Pool, requirements } from "../domain/pool.ts";

/** The proof by prices that a search rests on: see `mixture` in narrow.ts. */
export interface Priced {
  /** No group whatever has a greater total. */
  readonly worth: number;
  /** What the places and each aim that has to be met are worth at the margin. */
  readonly prices: ArrayLike<number>;
  /** What each candidate adds beyond what their rows are worth, by their place in the pool. */
  readonly reduced: ArrayLike<number>;
}

/** How many groups are kept; where there are more, telling them apart is left to the solver. */
const manyGroups = 4_000;

const slack = 1e-6;

/** An aim while a group is put together: what it is worth, and how many may still come. */
interface Row {
  readonly least: number;
  readonly most: number;
  readonly price: number;
}

const rowsOf = (pool: Pool, prices: ArrayLike<number>): Row[] =>
  requirements(pool).map((i, k) => {
    const { minimum, maximum, staying } = pool.aims[i] ?? { staying: 0 };
    return {
      least: Math.max(0, (minimum ?? 0) - staying),
      most: Math.min(pool.places, (maximum ?? Infinity) - staying),
      price: prices[k + 1] ?? 0,
    };
  });

/**
 * Every allowed group whose total is at least `total`, by going through them one after another: whoever costs more than the total
 * may fall short of the bound is left out, or in, at once. Null where that takes more steps than there is patience for, or where
 * there are too many.
 */
export function groupsWith(
  pool: Pool,
  priced: Priced,
  total: number,
  patience: number,
): Candidate[][] | null {
  const rows = rowsOf(pool, priced.prices);
  const rowOf = new Map(requirements(pool).map((i, k) => [i, k]));
  const budget = priced.worth - total + slack;
  const able = pool.candidates
    .map((candidate, j) => {
      const reduced = priced.reduced[j] ?? 0;
      const own = candidate.brings.flatMap((i) => rowOf.get(i) ?? []);
      return { candidate, in: Math.max(0, -reduced), out: Math.max(0, reduced), rows: own };
    })
    .filter((c) => c.in <= budget)
    .sort((a, b) => b.in + b.out - (a.in + a.out));
  // How many of those still to be looked at count towards each aim.
  const left = rows.map((_, k) => able.filter((c) => c.rows.includes(k)).length);
  const counts = rows.map(() => 0);
  const group: Candidate[] = [];
  const found: Candidate[][] = [];
  let steps = 0;
  /** What the aims cost already, whatever comes: more than the least where that is dear, fewer than the most where that pays. */
  const lost = (): number => {
    let sum = 0;
    for (let k = 0; k < rows.length; k++) {
      const n = counts[k] as number;
      const row = rows[k] as Row;
      const could = n + (left[k] as number);
      if (n > row.most || could < row.least) return Infinity;
      if (row.price < 0 && n > row.least) sum -= row.price * (n - row.least);
      else if (row.price > 0 && could < row.most) sum += row.price * (row.most - could);
    }
    return sum;
  };
  const move = (own: readonly number[], by: number, of: number[]): void => {
    for (const k of own) of[k] = (of[k] ?? 0) + by;
  };
  const search = (at: number, spent: number): boolean => {
    steps += 1;
    if (steps > patience || found.length > manyGroups) return false;
    const missing = pool.places - group.length;
    if (missing < 0 || able.length - at < missing || spent + lost() > budget) return true;
    const next = able[at];
    if (!next) {
      if (group.reduce((sum, c) => sum + c.score, 0) >= total) found.push([...group]);
      return true;
    }
    move(next.rows, -1, left);
    group.push(next.candidate);
    move(next.rows, 1, counts);
    const went = spent + next.in <= budget ? search(at + 1, spent + next.in) : true;
    group.pop();
    move(next.rows, -1, counts);
    const done = went && (spent + next.out <= budget ? search(at + 1, spent + next.out) : true);
    move(next.rows, 1, left);
    return done;
  };
  return search(0, 0) ? found : null;
}
