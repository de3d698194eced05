import { type Lottery, type MakeUp, ticketsInAll } from "../domain/draw.ts";
import type { Pool } from "../domain/pool.ts";
import type { Engine, Found } from "./engine.ts";
import { type Kind, kindModel, kindsOf } from "./kinds.ts";
import { ModelBuilder } from "./model.ts";

/** How many of each kind are in a group. */
type Counts = readonly number[];

const slack = 1e-7;

/** The group worth most at a worth for each kind; null where no group is allowed. */
function groupWorth(
  engine: Engine,
  pool: Pool,
  kinds: readonly Kind[],
  worth: readonly number[],
): { counts: Counts; worth: number } | null {
  const found = engine.solve(kindModel(pool, kinds, worth));
  return found && { counts: kinds.map((_, k) => Math.round(found.values[k] ?? 0)), worth: found.bound };
}

/** For each kind a group that has as many of it as can be; kinds that no group has room for get none. */
function startingGroups(engine: Engine, pool: Pool, kinds: readonly Kind[]): Counts[] {
  const groups: Counts[] = [];
  for (const k of kinds.keys()) {
    if (groups.some((g) => (g[k] ?? 0) > 0)) continue;
    const found = groupWorth(
      engine,
      pool,
      kinds,
      kinds.map((_, i) => (i === k ? 1 : 0)),
    );
    if (!found) return [];
    if ((found.counts[k] ?? 0) > 0) groups.push(found.counts);
  }
  return groups;
}

/**
 * The mixture of groups that gives the least of the kinds without a settled chance the greatest chance, while those that are
 * settled keep theirs. The first row is the sum of the shares, then a row for each kind.
 */
function mixture(
  engine: Engine,
  kinds: readonly Kind[],
  groups: readonly Counts[],
  settled: ReadonlyMap<number, number>,
): Found {
  const builder = new ModelBuilder();
  const whole = builder.row(1, 1);
  const rows = kinds.map((_, k) =>
    builder.row(settled.has(k) ? (settled.get(k) ?? 0) - slack / 10 : 0, Infinity),
  );
  for (const counts of groups) {
    const has = kinds.flatMap((_, k) => ((counts[k] ?? 0) > 0 ? [k] : []));
    builder.column({
      whole: false,
      most: Infinity,
      rows: [whole, ...has.map((k) => rows[k] ?? 0)],
      values: [1, ...has.map((k) => (counts[k] ?? 0) / (kinds[k]?.members.length ?? 1))],
    });
  }
  const open = kinds.flatMap((_, k) => (settled.has(k) ? [] : [rows[k] ?? 0]));
  builder.column({ worth: 1, whole: false, most: Infinity, rows: open, values: open.map(() => -1) });
  const found = engine.solve(builder);
  if (!found) throw new Error("no mixture keeps the chances that are settled");
  return found;
}

/** The best mixture, with groups added until no group that is left out could better it. */
function level(
  engine: Engine,
  pool: Pool,
  kinds: readonly Kind[],
  groups: Counts[],
  settled: ReadonlyMap<number, number>,
): { found: Found; bound: number } {
  for (;;) {
    const found = mixture(engine, kinds, groups, settled);
    const [sum = 0, ...prices] = found.prices;
    const worth = kinds.map(({ members }, k) => -(prices[k] ?? 0) / members.length);
    const best = groupWorth(engine, pool, kinds, worth);
    if (!best) throw new Error("no group is allowed");
    const better = best.worth - sum;
    if (better <= slack) return { found, bound: found.worth + Math.max(0, better) };
    groups.push(best.counts);
  }
}

/** Shares as whole tickets, the largest remainders rounded up. */
function tickets(groups: readonly Counts[], shares: readonly number[]): MakeUp[] {
  const exact = shares.map((s) => Math.max(0, s) * ticketsInAll);
  const sum = exact.reduce((a, b) => a + b, 0);
  const scaled = exact.map((e) => (e * ticketsInAll) / sum);
  const down = scaled.map(Math.floor);
  let left = ticketsInAll - down.reduce((a, b) => a + b, 0);
  const byRemainder = scaled
    .map((s, i) => ({ i, rest: s - Math.floor(s) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left === 0) break;
    down[i] = (down[i] ?? 0) + 1;
    left -= 1;
  }
  return groups
    .map((counts, i) => ({ counts, tickets: down[i] ?? 0 }))
    .filter((m) => m.tickets > 0)
    .sort((a, b) => (a.counts.join() < b.counts.join() ? -1 : 1));
}

/**
 * The fairest lottery over all allowed groups: the smallest chance anybody has is as great as can be, then the next smallest, and
 * so on. People who count towards the same aims have the same chance. Null where no group is allowed.
 */
export function fairestLottery(engine: Engine, given: Pool): Lottery | null {
  const pool = { ...given, candidates: [...given.candidates].sort((a, b) => (a.code < b.code ? -1 : 1)) };
  const kinds = kindsOf(pool);
  const groups = startingGroups(engine, pool, kinds);
  if (groups.length === 0) return null;
  const settled = new Map<number, number>();
  for (const k of kinds.keys()) if (!groups.some((g) => (g[k] ?? 0) > 0)) settled.set(k, 0);
  let [least, bound, shares] = [0, 0, [] as number[]];
  for (let first = true; settled.size < kinds.length; first = false) {
    const { found, bound: proved } = level(engine, pool, kinds, groups, settled);
    if (first) [least, bound] = [found.worth, proved];
    shares = [...found.values.slice(0, groups.length)];
    const tight = [...kinds.keys()].filter(
      (k) => !settled.has(k) && Math.abs(found.prices[k + 1] ?? 0) > slack,
    );
    if (tight.length === 0) throw new Error("nobody's chance is settled by the best mixture");
    for (const k of tight) settled.set(k, found.worth);
  }
  return { kinds: kinds.map((k) => k.members), makeUps: tickets(groups, shares), least, bound };
}
