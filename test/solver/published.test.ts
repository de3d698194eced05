import { describe, expect, test } from "@jest/globals";
import { chances } from "../../src/domain/draw.ts";
import { faultsOf } from "../../src/solver/check.ts";
import { fairestLottery } from "../../src/solver/lottery.ts";
import { selectGroup } from "../../src/solver/selection.ts";
import { datasets, smallExample, sortitionFixture } from "./datasets.ts";
import { engine } from "./pools.ts";

const folder = datasets();
if (folder === null)
  console.log("The published instances (../shared/datasets) are not here: their tests are skipped.");

/** Known results: three other solvers agree on the totals; the least chances were published. */
const published = [
  { name: "200 people, 20 places", pool: smallExample, total: 784, least: 1 / 10 },
  { name: "150 people, 22 places", pool: sortitionFixture, total: 804, least: 1 / 11 },
] as const;

(folder === null ? describe.skip : describe)("instances nobody here wrote (../shared/datasets)", () => {
  test.each(published)(
    "$name: the greatest total is the one that is known, $total",
    async ({ pool, total }) => {
      const given = pool(folder ?? "");
      const found = selectGroup(await engine(), given);
      expect(found?.worth.total).toBe(total);
      expect(found && faultsOf(given, found)).toEqual([]);
    },
  );

  test.each(published)(
    "$name: nobody's chance in the lottery is below the one that is known",
    async ({ pool, least }) => {
      const lottery = fairestLottery(await engine(), pool(folder ?? ""));
      expect(lottery?.least).toBeCloseTo(least, 6);
      expect(lottery?.bound).toBeCloseTo(least, 6);
      const all = lottery ? chances(lottery).map((c) => c.over / c.under) : [];
      expect(Math.min(...all.filter((c) => c > 0))).toBeCloseTo(least, 5);
    },
    300_000,
  );
});
