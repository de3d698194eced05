import { expect, test } from "@jest/globals";
import type { TeamProblem } from "../../src/domain/team-problem.ts";
import { rotationCurve } from "../../src/solver/rotation.ts";
import { engine } from "./pools.ts";

/** The best of three is also the busiest; two projects of one place each. */
const problem: TeamProblem = {
  people: [
    { code: "M-001", most: 2, load: 3 },
    { code: "M-002", most: 2, load: 0 },
    { code: "M-003", most: 2, load: 0 },
  ],
  projects: ["P-001", "P-002"].map((code) => ({ code, places: 1, covers: [] })),
  pairs: [50, 44, 40].flatMap((points, person) =>
    [0, 1].map((project) => ({ person, project, points, lot: 0, beyond: false, held: false, brings: [] })),
  ),
  rotation: 0,
};

test("the more rotation weighs, the more evenly the work lies and the fewer points there are", async () => {
  const curve = rotationCurve(await engine(), problem, [0, 1, 20]);
  expect(
    curve.map(({ rotation, points, spread, placesChanged }) => [rotation, points, spread, placesChanged]),
  ).toEqual([
    [0, 100, { least: 0, most: 5, gini: 2 / 3 }, 0],
    [1, 94, { least: 0, most: 4, gini: 8 / 15 }, 1],
    [20, 84, { least: 1, most: 3, gini: 4 / 15 }, 2],
  ]);
  expect(curve.map((c) => c.worth.net)).toEqual([100, 86, 44]);
  expect(curve.map((c) => c.worth.unfilled)).toEqual([0, 0, 0]);
});
