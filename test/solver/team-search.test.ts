import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TeamProblem } from "../../src/domain/team-problem.ts";
import { TeamSearch } from "../../src/solver/team-search.ts";
import type { TeamLevel } from "../../src/solver/teams-levels.ts";
import { projectsOpen } from "../../src/solver/teams-prices.ts";
import { type Standing, sameTeam, standing, valuesAt, worthIn } from "../../src/solver/teams-standing.ts";

/** One project that up to 11 people could be in, few of them alike, so that some could stand in for others and some could not. */
const oneProject = fc
  .record({
    places: fc.integer({ min: 0, max: 4 }),
    covers: fc.array(
      fc.record({
        required: fc.boolean(),
        weight: fc.integer({ min: 1, max: 3 }),
        already: fc.integer({ min: 0, max: 2 }),
        atLeast: fc.integer({ min: 0, max: 3 }),
        atMost: fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY),
      }),
      { maxLength: 3 },
    ),
    brings: fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 11 }),
    worths: fc.infiniteStream(fc.integer({ min: -4, max: 6 })),
  })
  .map(({ places, covers, brings, worths }): { problem: TeamProblem; level: TeamLevel } => {
    const draw = (): number => Number(worths.next().value);
    const pairs = brings.map((own, person) => ({
      person,
      project: 0,
      points: draw(),
      lot: 0,
      beyond: false,
      held: false,
      brings: [0, 1, 2].filter((c) => own[c] && c < covers.length),
    }));
    return {
      problem: {
        people: brings.map((_, i) => ({ code: `M-${i}`, most: 1, load: 0 })),
        projects: [{ code: "P", places, covers }],
        pairs,
        rotation: 0,
      },
      level: {
        weights: [],
        pairs: Float64Array.from(pairs, (p) => p.points),
        required: -7,
        desired: -2,
        rotation: 0,
      },
    };
  });

/** Every team there can be, people who have to be in it among them. */
function allTeams({ projects, pairs }: TeamProblem, fixed: readonly number[]): number[][] {
  const places = projects[0]?.places ?? 0;
  const teams: number[][] = [[]];
  for (const i of pairs.keys()) for (const team of [...teams]) teams.push([...team, i]);
  return teams.filter((team) => team.length <= places && fixed.every((i) => team.includes(i)));
}

const start = (problem: TeamProblem, fixed: readonly number[]): Standing => {
  const searches = TeamSearch.ofAll(problem, new Set(fixed), new Set());
  if (!searches) throw new Error("too many ways of counting");
  return standing(problem, searches);
};

describe("the best team of a project by itself", () => {
  test("is the best of all there are at any prices, also where some have to be in it", () => {
    let [needed, fixedOnes] = [0, 0];
    const prices = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(oneProject, prices, fc.nat(10), ({ problem, level }, dear, who) => {
        const fixed = who < problem.pairs.length && (problem.projects[0]?.places ?? 0) > 0 ? [who] : [];
        const at = start(problem, fixed);
        const own = { parts: 1, prices: Float64Array.from(problem.people, (_, i) => dear[i] ?? 0) };
        const best = at.searches[0]?.best(valuesAt(problem, at, level, own));
        const worth = (team: readonly number[]): number =>
          worthIn(problem, level, 0, team) - team.reduce((n, i) => n + (own.prices[i] ?? 0), 0);
        expect(best?.second).toBe(Math.max(...allTeams(problem, fixed).map(worth)));
        expect(best && worth(best.pairs)).toBe(best?.second);
        if ((best?.second ?? 0) > 0) needed += 1;
        fixedOnes += fixed.length;
      }),
      { numRuns: 300 },
    );
    expect(needed).toBeGreaterThan(20);
    expect(fixedOnes).toBeGreaterThan(20);
  });

  test("is still the best where its members became no dearer and nobody else cheaper", () => {
    let still = 0;
    const twice = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(-1, 0, 0, 0, 1)), {
      minLength: 11,
      maxLength: 11,
    });
    fc.assert(
      fc.property(oneProject, twice, ({ problem, level }, dear) => {
        const at = start(problem, []);
        const before = Float64Array.from(problem.people, (_, i) => dear[i]?.[0] ?? 0);
        const now = before.map((price, i) => price + (dear[i]?.[1] ?? 0));
        const [search] = at.searches;
        const best = search?.best(valuesAt(problem, at, level, { parts: 1, prices: before }));
        if (!search || !best || projectsOpen(at, [best], before, now)[0]) return;
        const values = valuesAt(problem, at, level, { parts: 1, prices: now });
        expect(sameTeam(problem, 0, best, values).second).toBe(search.best(values).second);
        if (before.some((price, i) => price !== now[i])) still += 1;
      }),
      { numRuns: 400 },
    );
    expect(still).toBeGreaterThan(10);
  });
});
