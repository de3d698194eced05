import { expect, test } from "@jest/globals";
import type { Engine } from "../../src/solver/engine.ts";
import { ModelBuilder } from "../../src/solver/model.ts";
import { solveInOrder } from "../../src/solver/ordered.ts";

test("what was reached is never said to be out of reach, where a solver of floating point falls a little short of it", () => {
  const short = { worth: 15_590_575.999, bound: 15_590_575.999, values: Float64Array.of(1) };
  const none = new Float64Array();
  const engine: Engine = {
    name: "falls short",
    solve: () => ({ ...short, prices: none, reduced: none }),
    grow: () => {
      throw new Error("nothing grows here");
    },
  };
  const model = new ModelBuilder();
  model.column({ rows: [] });
  const found = solveInOrder(engine, model, [[15_590_576]]);
  expect(found?.reached).toEqual([15_590_576]);
  expect(found?.bounds).toEqual([15_590_576]);
});
