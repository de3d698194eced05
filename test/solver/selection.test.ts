import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Candidate, type Pool, worthOf } from "../../src/domain/pool.ts";
import { type Claim, faultsOf } from "../../src/solver/check.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { type Selection, selectGroup } from "../../src/solver/selection.ts";
import { allowedGroups, bestOf, engine, pools } from "./pools.ts";

let highs: Engine;
beforeAll(async () => {
  highs = await engine();
});

const codes = (group: readonly Candidate[]): string[] => group.map((c) => c.code);
const scores = (group: readonly Candidate[]): string =>
  group
    .map((c) => c.score)
    .sort()
    .join();

/** By going through groups one by one where there are few, and by the solver alone. */
const bothWays = (pool: Pool): (Selection | null)[] => [
  selectGroup(highs, pool),
  selectGroup(highs, pool, 0),
];

/** The best group by weighing every group there is, tie-break aims last and only between equal scores. */
function byExhaustion(pool: Pool): { best: Candidate[][]; equals: Candidate[][] } {
  const all = allowedGroups(pool);
  const [first] = bestOf(pool, all, ["total", "coverage", "lot"]);
  if (!first) return { best: [], equals: [] };
  const settled = worthOf(pool, first).off === 0 ? all : all.filter((g) => scores(g) === scores(first));
  const equals = bestOf(pool, settled, ["total", "off", "coverage"]);
  return { best: bestOf(pool, equals, ["lot"]), equals };
}

describe("the group that is proposed", () => {
  test("is the best of all groups there are: total, then coverage, then lot; tie-break aims only between equals", () => {
    let met = 0;
    fc.assert(
      fc.property(pools(), (pool) => {
        const { best } = byExhaustion(pool);
        for (const found of bothWays(pool)) {
          expect(found === null).toBe(best.length === 0);
          if (!found) continue;
          met += 1;
          expect(found.worth).toEqual(worthOf(pool, best[0] ?? []));
          expect(best.map(codes)).toContainEqual(codes(found.chosen));
          expect(faultsOf(pool, found)).toEqual([]);
        }
      }),
      { numRuns: 250 },
    );
    expect(met).toBeGreaterThan(40);
  });

  test("says of whom a lot decided: exactly those who are not in every group just as good", () => {
    fc.assert(
      fc.property(pools({ most: 9 }), (pool) => {
        const { equals } = byExhaustion(pool);
        for (const found of bothWays(pool)) {
          if (!found) continue;
          const certain = found.chosen.filter((c) => equals.every((g) => g.includes(c)));
          expect(codes(found.byLot)).toEqual(codes(found.chosen.filter((c) => !certain.includes(c))));
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe("the checker", () => {
  const example = (): { pool: Pool; found: Selection } => {
    const [pool] = fc
      .sample(pools({ most: 12 }), { numRuns: 400, seed: 7 })
      .filter((p) => p.places >= 3 && p.candidates.length > p.places + 2 && byExhaustion(p).best.length > 0);
    const found = pool && selectGroup(highs, pool);
    if (!pool || !found) throw new Error("no example");
    return { pool, found };
  };
  const claimed = (pool: Pool, claim: Claim, chosen: readonly Candidate[]): Claim => ({
    ...claim,
    chosen,
    worth: worthOf(pool, chosen),
  });

  test("rejects every other group, whatever is claimed of it", () => {
    fc.assert(
      fc.property(pools({ most: 9 }), (pool) => {
        const found = selectGroup(highs, pool);
        if (!found) return;
        const { best } = byExhaustion(pool);
        for (const other of allowedGroups(pool))
          if (!best.some((g) => codes(g).join() === codes(other).join()))
            expect(faultsOf(pool, claimed(pool, found, other))).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("rejects a person too few, the same person twice, a stranger, and somebody with a mended score", () => {
    const { pool, found } = example();
    const [first, second, ...rest] = found.chosen;
    const outside = pool.candidates.find((c) => !found.chosen.includes(c));
    if (!first || !second || !outside) throw new Error("no example");
    const wrong: Candidate[][] = [
      [second, ...rest],
      [second, second, ...rest],
      [{ ...outside, code: "A-999" }, second, ...rest],
      [{ ...first, score: first.score + 1 }, second, ...rest],
    ];
    expect(faultsOf(pool, found)).toEqual([]);
    for (const chosen of wrong) expect(faultsOf(pool, claimed(pool, found, chosen))).not.toEqual([]);
  });

  test("rejects a bound that was lowered to fit a worse group, by adding up the proof", () => {
    let lowered = 0;
    fc.assert(
      fc.property(pools({ most: 10, requirements: 2, tieBreaks: 0, experiences: 0 }), (pool) => {
        const found = selectGroup(highs, pool);
        if (!found) return;
        const worse = allowedGroups(pool).find((g) => worthOf(pool, g).total < found.worth.total);
        if (!worse) return;
        lowered += 1;
        const worth = worthOf(pool, worse);
        const lies = { ...found, chosen: worse, worth, bounds: worth, kept: worse };
        expect(faultsOf(pool, lies)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(lowered).toBeGreaterThan(2);
  });
});
