import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { allowed, type Candidate, type Pool } from "../../src/domain/pool.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { reserveList } from "../../src/solver/reserves.ts";
import { selectGroup } from "../../src/solver/selection.ts";
import { engine, groups, pools } from "./pools.ts";

let highs: Engine;
beforeAll(async () => {
  highs = await engine();
});

/** Whose place one of these people could take with every aim still met. */
const covered = (pool: Pool, chosen: readonly Candidate[], reserves: readonly Candidate[]): Candidate[] =>
  chosen.filter((leaving) =>
    reserves.some((r) => allowed(pool, [...chosen.filter((c) => c !== leaving), r])),
  );

/** Whose place two of these people could take. */
const twice = (pool: Pool, chosen: readonly Candidate[], reserves: readonly Candidate[]): Candidate[] =>
  chosen.filter((c) => reserves.filter((r) => covered(pool, chosen, [r]).includes(c)).length >= 2);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe("the reserve list", () => {
  test("covers as many drop-outs as any list of that length could, then as many twice, and then has the greatest total", () => {
    fc.assert(
      fc.property(pools({ most: 10 }), fc.integer({ min: 1, max: 3 }), (pool, howMany) => {
        const chosen = selectGroup(highs, pool)?.chosen;
        if (!chosen) return;
        const list = reserveList(highs, pool, chosen, howMany);
        const left = pool.candidates.filter((c) => !chosen.includes(c));
        expect(list).toHaveLength(Math.min(howMany, left.length));
        const worth = (group: readonly Candidate[]) => [
          covered(pool, chosen, group).length,
          twice(pool, chosen, group).length,
          -group.filter((r) => covered(pool, chosen, [r]).length === 0).length,
          sum(group.map((c) => c.score)),
          sum(group.map((c) => c.lot)),
        ];
        const best = [...groups(left, list.length)].map(worth).sort((a, b) => {
          const i = a.findIndex((n, k) => n !== b[k]);
          return i < 0 ? 0 : (b[i] ?? 0) - (a[i] ?? 0);
        })[0];
        expect(worth(list.map((r) => r.candidate))).toEqual(best);
        for (const { candidate, standsInFor } of list)
          expect(standsInFor).toEqual(covered(pool, chosen, [candidate]).map((c) => c.code));
      }),
      { numRuns: 120 },
    );
  });

  test("without aims it is the next by score", () => {
    const free = pools({ most: 12, requirements: 0, tieBreaks: 0 });
    fc.assert(
      fc.property(free, (pool) => {
        const chosen = selectGroup(highs, pool)?.chosen ?? [];
        const list = reserveList(highs, pool, chosen, 4).map((r) => r.candidate);
        const others = pool.candidates.filter((c) => !chosen.includes(c));
        const next = [...others].sort((a, b) => b.score - a.score || b.lot - a.lot).slice(0, 4);
        expect(list.map((c) => [c.score, c.lot])).toEqual(next.map((c) => [c.score, c.lot]));
      }),
      { numRuns: 40 },
    );
  });
});
