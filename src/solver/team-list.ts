import type { Alike, TeamSearch } from "./team-search.ts";
import type { TeamValues } from "./team-values.ts";

/** One pair while teams are listed: where it leads from each state, and from where each state can be reached by it. */
interface Item {
  readonly pair: number;
  readonly must: boolean;
  readonly next: Int32Array;
  readonly from: readonly (readonly number[])[];
}

/** The best sums with which each state can be reached, pair after pair. */
interface Table {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** From which states each state is reached. */
function inverse(next: Int32Array, states: number): number[][] {
  const from: number[][] = Array.from({ length: states }, () => []);
  for (const [s, to] of next.entries()) from[to]?.push(s);
  return from;
}

/** The pairs that can be in a team good enough: those who do not have to be, only where they are not too far behind. */
function itemsOf(search: TeamSearch, values: TeamValues, short: number, states: number): Item[] {
  const near = new Set(
    [...search.standing(values)].flatMap(({ pair, behind }) =>
      behind.first > 0 || behind.second > short ? [] : [pair],
    ),
  );
  const ways = new Map<Int32Array, number[][]>();
  const items = (groups: readonly Alike[], must: boolean): Item[] =>
    groups.flatMap(({ next, pairs }) => {
      const from = ways.get(next) ?? inverse(next, states);
      ways.set(next, from);
      return pairs.filter((pair) => must || near.has(pair)).map((pair) => ({ pair, must, next, from }));
    });
  return [...items(search.must, true), ...items(search.alike, false)];
}

/** The tables before each pair, and after the last. */
function tablesOf(items: readonly Item[], values: TeamValues, states: number): Table[] {
  const start: Table = { first: new Float64Array(states).fill(-Infinity), second: new Float64Array(states) };
  start.first[0] = 0;
  const tables = [start];
  for (const { pair, must, next } of items) {
    const before = tables.at(-1) ?? start;
    const [a, b] = [values.first[pair] as number, values.second[pair] as number];
    const now: Table = must
      ? { first: new Float64Array(states).fill(-Infinity), second: new Float64Array(states) }
      : { first: before.first.slice(), second: before.second.slice() };
    for (const [s, to] of next.entries()) {
      const [x, y] = [(before.first[s] as number) + a, (before.second[s] as number) + b];
      if (x === -Infinity) continue;
      if (x < (now.first[to] as number) || (x === now.first[to] && y <= (now.second[to] as number))) continue;
      now.first[to] = x;
      now.second[to] = y;
    }
    tables.push(now);
  }
  return tables;
}

/**
 * Every team of a project that is worth as much as the best in what goes first, and short of it by no more than so much in what
 * goes second. Null where there are more than so many.
 */
export function teamsWithin(
  search: TeamSearch,
  values: TeamValues,
  short: number,
  most: number,
): number[][] | null {
  const best = search.best(values);
  const states = search.states;
  const items = itemsOf(search, values, short, states);
  const tables = tablesOf(items, values, states);
  const found: number[][] = [];
  const team: number[] = [];
  const back = (k: number, s: number, first: number, second: number): boolean => {
    const table = tables[k];
    const x = first + (table?.first[s] ?? -Infinity);
    if (x < best.first || (x === best.first && second + (table?.second[s] ?? 0) < best.second - short - 1e-6))
      return true;
    const item = items[k - 1];
    if (!item) {
      found.push([...team].sort((a, b) => a - b));
      return found.length <= most;
    }
    if (!item.must && !back(k - 1, s, first, second)) return false;
    team.push(item.pair);
    const [a, b] = [values.first[item.pair] as number, values.second[item.pair] as number];
    const done = (item.from[s] ?? []).every((from) => back(k - 1, from, first + a, second + b));
    team.pop();
    return done;
  };
  for (let s = 0; s < states; s++) {
    const [x, y] = search.ending(s, values);
    if (!back(items.length, s, x, y)) return null;
  }
  return found;
}
