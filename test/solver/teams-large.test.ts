import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TeamProblem } from "../../src/domain/team-problem.ts";
import { worthOfTeams } from "../../src/domain/teams-worth.ts";
import { proposeTeams } from "../../src/solver/teams.ts";
import { checkTeams } from "../../src/solver/teams-check.ts";
import { searchPlainly } from "../../src/solver/teams-plain.ts";
import { engine } from "./pools.ts";

/** Some dozens of people for several projects with four needs each; few points, so that much is equal and much is wanted twice. */
const crowds = fc
  .tuple(
    fc.integer({ min: 12, max: 60 }),
    fc.integer({ min: 3, max: 9 }),
    fc.nat(2),
    fc.infiniteStream(fc.noBias(fc.nat(1_000_002))),
  )
  .map(([n, m, rotation, stream]): TeamProblem => {
    const next = (below: number): number => Number(stream.next().value) % below;
    const projects = Array.from({ length: m }, (_, p) => ({
      code: `P-${100 + p}`,
      places: 2 + next(4),
      covers: Array.from({ length: 4 }, (_, c) => ({
        required: c < 2,
        weight: 1 + next(3),
        already: next(4) === 0 ? 1 : 0,
        atLeast: 1 + next(2),
        atMost: next(3) === 0 ? 2 : Number.POSITIVE_INFINITY,
      })),
    }));
    const people = Array.from({ length: n }, (_, i) => ({
      code: `M-${100 + i}`,
      most: 1 + next(2),
      load: next(4),
    }));
    const pairs = people.flatMap((_, person) => {
      const [skill, beyond] = [next(8), next(2) === 0];
      const has = [0, 1, 2, 3].filter(() => next(3) === 0);
      return projects.flatMap((_, project) =>
        next(2) === 0
          ? [
              {
                person,
                project,
                points: skill + next(6),
                lot: next(1_000_003),
                beyond,
                held: next(9) === 0,
                brings: has,
              },
            ]
          : [],
      );
    });
    return { people, projects, pairs, rotation };
  });

test("with dozens of people, what prices find is worth what one model of everybody finds", async () => {
  const highs = await engine();
  let priced = 0;
  fc.assert(
    fc.property(crowds, (problem) => {
      const found = proposeTeams(highs, problem);
      const plain = searchPlainly(highs, problem, {});
      if (!plain) throw new Error("no teams");
      expect(found?.worth).toEqual(worthOfTeams(problem, plain.chosen));
      expect(found?.byLot.length).toBe(plain.byLot.length);
      if (found?.proof.some((level) => level.prices)) priced += 1;
    }),
    { numRuns: 12 },
  );
  expect(priced).toBeGreaterThan(3);
}, 240_000);

test("where the first goals weigh thousands, the solver alone finds teams too, as good as those by prices", async () => {
  const highs = await engine();
  const drawn = fc.sample(fc.array(crowds, { minLength: 2, maxLength: 3 }), {
    seed: 1_188_804_219,
    numRuns: 4,
  });
  const [first, second] = drawn[3] ?? [];
  const problem = { ...second, rotation: first?.rotation ?? 0 } as TeamProblem;
  const plain = searchPlainly(highs, problem, {});
  expect(plain && worthOfTeams(problem, plain.chosen)).toEqual(proposeTeams(highs, problem)?.worth);
});

/** Several crowds that have nobody in common, as one problem. */
const apart = (crowd: readonly TeamProblem[]): TeamProblem => ({
  rotation: crowd[0]?.rotation ?? 0,
  people: crowd.flatMap(({ people }, k) => people.map((p) => ({ ...p, code: `${p.code}-${k}` }))),
  projects: crowd.flatMap(({ projects }, k) => projects.map((p) => ({ ...p, code: `${p.code}-${k}` }))),
  pairs: crowd.flatMap(({ pairs }, k) => {
    const before = crowd.slice(0, k);
    const [people, projects] = [before.flatMap((c) => c.people), before.flatMap((c) => c.projects)];
    return pairs.map((pair) => ({
      ...pair,
      person: pair.person + people.length,
      project: pair.project + projects.length,
    }));
  }),
});

test("projects that share nobody are put together from parts, with one proof that holds for all of them", async () => {
  const highs = await engine();
  fc.assert(
    fc.property(fc.array(crowds, { minLength: 2, maxLength: 3 }), (several) => {
      const problem = apart(several);
      const found = proposeTeams(highs, problem);
      const plain = several.map((one) => searchPlainly(highs, { ...one, rotation: problem.rotation }, {}));
      if (!found) throw new Error("no teams");
      const before = several.map((_, k) => several.slice(0, k).reduce((n, c) => n + c.pairs.length, 0));
      const together = plain.flatMap((p, k) => p?.chosen.map((i) => i + (before[k] ?? 0)) ?? []);
      expect(found.worth).toEqual(worthOfTeams(problem, together));
      expect(found.byLot.length).toBe(plain.reduce((n, p) => n + (p?.byLot.length ?? 0), 0));
      expect(checkTeams(problem, found.chosen, found)).toEqual([]);
      const first = found.chosen.filter((i) => i < (before[1] ?? 0));
      expect(first).toEqual(
        proposeTeams(highs, { ...(several[0] as TeamProblem), rotation: problem.rotation })?.chosen,
      );
    }),
    { numRuns: 5 },
  );
}, 240_000);

test("where most people are alike, what a lot decided is told by prices too, without one model of everybody", async () => {
  const highs = await engine();
  const draw = (i: number, below: number): number =>
    Math.floor((Math.sin(i * 12.9898) * 43_758.5453 + 1e6) % below);
  const projects = Array.from({ length: 20 }, (_, p) => ({
    code: `P-${100 + p}`,
    places: 3 + draw(p, 3),
    covers: [
      { required: true, weight: 1, already: 0, atLeast: 1, atMost: 2 },
      { required: false, weight: 1, already: 0, atLeast: 1, atMost: Number.POSITIVE_INFINITY },
    ],
  }));
  const people = Array.from({ length: 200 }, (_, i) => ({ code: `M-${100 + i}`, most: 20, load: 0 }));
  const pairs = people.flatMap((_, person) =>
    projects.map((_, project) => ({
      person,
      project,
      points: 15 + 4 * draw(7 * person + 3 * project, 3),
      lot: draw(31 * person + project, 1_000_003),
      beyond: false,
      held: false,
      brings: [0, 1].filter((c) => draw(person + 17 * c, 2) === 0),
    })),
  );
  const found = proposeTeams(highs, { people, projects, pairs, rotation: 1 });
  expect(found?.byLot.length).toBeGreaterThan(10);
  expect(found?.proof.every((level) => level.prices !== null)).toBe(true);
}, 30_000);
