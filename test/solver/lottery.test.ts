import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { chances, drawn, ticketsInAll } from "../../src/domain/draw.ts";
import { allowed, type Candidate, type Pool } from "../../src/domain/pool.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { fairestLottery } from "../../src/solver/lottery.ts";
import { ModelBuilder } from "../../src/solver/model.ts";
import { allowedGroups, engine, pools } from "./pools.ts";

let highs: Engine;
beforeAll(async () => {
  highs = await engine();
});

/**
 * The fairest chances by going through every group there is: person by person, one linear programme after another, and
 * whoever cannot have more than the least any more is settled.
 */
function byExhaustion(pool: Pool, all: readonly Candidate[][]): Map<string, number> {
  const people = pool.candidates.filter((c) => all.some((g) => g.includes(c)));
  const settled = new Map<string, number>();
  const most = (worth: (c: Candidate) => number, floor: number, wantsFloor: boolean): number => {
    const builder = new ModelBuilder();
    const one = builder.row(1, 1);
    const rows = new Map(
      people.map((p) => [p, builder.row((settled.get(p.code) ?? floor) - 1e-9, Infinity)] as const),
    );
    for (const g of all)
      builder.column({
        whole: false,
        worth: g.reduce((s, c) => s + worth(c), 0),
        rows: [one, ...g.map((c) => rows.get(c) ?? 0)],
      });
    const open = people.filter((p) => !settled.has(p.code)).map((p) => rows.get(p) ?? 0);
    if (wantsFloor) builder.column({ whole: false, worth: 1, rows: open, values: open.map(() => -1) });
    return highs.solve(builder)?.worth ?? Number.NaN;
  };
  while (settled.size < people.length) {
    const least = most(() => 0, 0, true);
    const stuck = people.filter(
      (p) => !settled.has(p.code) && most((c) => (c === p ? 1 : 0), least, false) <= least + 1e-6,
    );
    for (const p of stuck) settled.set(p.code, least);
    if (stuck.length === 0) throw new Error("nobody is settled");
  }
  return settled;
}

describe("the lottery", () => {
  test("gives everybody the chance of the fairest lottery over every group there is", () => {
    let tried = 0;
    fc.assert(
      fc.property(pools({ most: 8, requirements: 3, tieBreaks: 0, experiences: 0 }), (pool) => {
        const all = allowedGroups(pool);
        const lottery = fairestLottery(highs, pool);
        expect(lottery === null).toBe(all.length === 0);
        if (!lottery) return;
        tried += 1;
        const fairest = byExhaustion(pool, all);
        for (const { code, over, under } of chances(lottery))
          expect(Math.abs(over / under - (fairest.get(code) ?? 0))).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
    expect(tried).toBeGreaterThan(5);
  });

  test("every ticket draws an allowed group, and a person's chance is the share of the tickets that draw somebody like them", () => {
    fc.assert(
      fc.property(pools({ most: 12, tieBreaks: 0 }), (pool) => {
        const lottery = fairestLottery(highs, pool);
        if (!lottery) return;
        expect(lottery.makeUps.reduce((sum, m) => sum + m.tickets, 0)).toBe(ticketsInAll);
        let first = 0;
        const drawnOf = new Map<string, number>();
        for (const { tickets, counts } of lottery.makeUps) {
          const group = drawn(lottery, first);
          expect(drawn(lottery, first + tickets - 1)).toEqual(group);
          expect(group).toHaveLength(pool.places);
          expect(allowed(pool, group)).toBe(true);
          for (const [k, members] of lottery.kinds.entries())
            for (const c of members) {
              expect(group.filter((g) => members.includes(g))).toHaveLength(counts[k] ?? 0);
              drawnOf.set(c.code, (drawnOf.get(c.code) ?? 0) + (tickets * (counts[k] ?? 0)) / members.length);
            }
          first += tickets;
        }
        for (const { code, over, under } of chances(lottery))
          expect(over / under).toBeCloseTo((drawnOf.get(code) ?? 0) / ticketsInAll, 9);
        expect(chances(lottery).reduce((sum, c) => sum + c.over / c.under, 0)).toBeCloseTo(pool.places, 6);
      }),
      { numRuns: 60 },
    );
  });
});
