import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Pool } from "../../src/domain/pool.ts";
import { faultsOf } from "../../src/solver/check.ts";
import { groupModel } from "../../src/solver/group.ts";
import { worthOf } from "../../src/solver/model.ts";
import { selectGroup } from "../../src/solver/selection.ts";
import { code, engine } from "./pools.ts";

/** Some hundreds of people with one value in each of five categories, and a range for each value. */
const crowds = fc
  .tuple(fc.integer({ min: 200, max: 700 }), fc.infiniteStream(fc.nat(1_000_002)))
  .map(([n, stream]): Pool => {
    const next = (): number => Number(stream.next().value);
    const candidates = Array.from({ length: n }, (_, i) => ({
      code: code(i),
      score: (next() % 30) + (next() % 30),
      lot: next(),
      brings: [0, 1, 2, 3, 4].map((k) => k * 4 + Math.min(3, next() % 5)),
      rare: [next() % 20],
    }));
    const aims = Array.from({ length: 20 }, (_, i) => {
      const share = Math.round((14 * candidates.filter((c) => c.brings.includes(i)).length) / n);
      return {
        category: "experience" as const,
        value: `value-${i}`,
        minimum: Math.max(0, share - 1),
        maximum: share + 1,
        basis: "role-requirement" as const,
        staying: 0,
      };
    });
    const experiences = Array.from({ length: 20 }, (_, i) => ({ key: `rare-${i}`, weight: 1 + (i % 7) }));
    return { places: 14, candidates, aims, experiences, stepsInAPoint: 1 };
  });

describe("among some hundreds of people", () => {
  test("the greatest total is the one of the whole model, and everybody left out of the search was left out with proof", async () => {
    const highs = await engine();
    fc.assert(
      fc.property(crowds, (pool) => {
        const { model, goals } = groupModel(pool, pool.candidates);
        const whole = highs.solve(worthOf(model, goals.total));
        const [found, other] = [selectGroup(highs, pool), selectGroup(highs, pool, 0)];
        expect(found?.worth.total).toBe(whole ? Math.round(whole.worth) : undefined);
        expect(other?.chosen).toEqual(found?.chosen);
        expect(other?.byLot).toEqual(found?.byLot);
        if (found) expect(faultsOf(pool, found)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test("rows in another order get the same answer, person by person", async () => {
    const highs = await engine();
    const [pool] = fc.sample(crowds, { numRuns: 1, seed: 11 });
    if (!pool) throw new Error("no pool");
    const answer = selectGroup(highs, pool)?.chosen.map((c) => c.code);
    expect(answer).toHaveLength(14);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...pool.candidates], { minLength: pool.candidates.length }),
        (candidates) => {
          expect(selectGroup(highs, { ...pool, candidates })?.chosen.map((c) => c.code)).toEqual(answer);
        },
      ),
      { numRuns: 5 },
    );
  });
});
