import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TeamProblem, TeamsWorth } from "../../src/domain/team-problem.ts";
import { worthOfTeams } from "../../src/domain/teams-worth.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { proposeTeams } from "../../src/solver/teams.ts";
import { checkTeams } from "../../src/solver/teams-check.ts";
import { engine } from "./pools.ts";
import { bestTeams, bestWorth, teamProblems } from "./team-problems.ts";

let highs: Engine;
beforeAll(async () => {
  highs = await engine();
});

const small = { people: 5, projects: 3, covers: 3 };

/** People who are much alike, so that lots decide often. */
const alike = teamProblems(small).map((problem) => ({
  ...problem,
  pairs: problem.pairs.map((p) => ({ ...p, points: 0, beyond: false, held: false })),
}));

describe("the teams that are proposed", () => {
  test("are the best of all there are, goal by goal, for up to 8 people and 4 projects", () => {
    let [unmet, filled] = [0, 0];
    fc.assert(
      fc.property(teamProblems(), (problem) => {
        const found = proposeTeams(highs, problem);
        expect(found?.worth).toEqual(bestWorth(problem));
        if (found && found.worth.requiredUnmet > 0) unmet += 1;
        if (found && found.chosen.length > 4) filled += 1;
      }),
      { numRuns: 300 },
    );
    expect(unmet).toBeGreaterThan(5);
    expect(filled).toBeGreaterThan(5);
  });

  test("say which places a lot decided: exactly those not in all teams just as good", () => {
    let decided = 0;
    fc.assert(
      fc.property(alike, (problem) => {
        const flat = { ...problem, pairs: problem.pairs.map((p) => ({ ...p, lot: 0 })) };
        const equals = bestTeams(flat);
        const found = proposeTeams(highs, problem);
        expect(found?.byLot).toEqual(found?.chosen.filter((i) => !equals.every((e) => e.includes(i))));
        decided += found?.byLot.length ?? 0;
      }),
      { numRuns: 150 },
    );
    expect(decided).toBeGreaterThan(5);
  });

  test("are the same for any order of people, projects and pairs", () => {
    const named = (problem: TeamProblem, chosen: readonly number[]): string[] =>
      chosen
        .flatMap((i) => problem.pairs[i] ?? [])
        .map((p) => `${problem.people[p.person]?.code} ${problem.projects[p.project]?.code}`)
        .sort();
    const shuffled = fc
      .tuple(teamProblems(), fc.infiniteStream(fc.nat(1_000_000)))
      .map(([problem, stream]): [TeamProblem, TeamProblem] => {
        const order = (n: number): number[] => {
          const keys = Array.from({ length: n }, () => Number(stream.next().value));
          return keys.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        };
        const [people, projects, pairs] = [
          order(problem.people.length),
          order(problem.projects.length),
          order(problem.pairs.length),
        ];
        return [
          problem,
          {
            ...problem,
            people: people.flatMap((i) => problem.people[i] ?? []),
            projects: projects.flatMap((i) => problem.projects[i] ?? []),
            pairs: pairs
              .flatMap((i) => problem.pairs[i] ?? [])
              .map((p) => ({ ...p, person: people.indexOf(p.person), project: projects.indexOf(p.project) })),
          },
        ];
      });
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const [a, b] = [proposeTeams(highs, one), proposeTeams(highs, other)];
        expect(named(other, b?.chosen ?? [])).toEqual(named(one, a?.chosen ?? []));
        expect(named(other, b?.byLot ?? [])).toEqual(named(one, a?.byLot ?? []));
      }),
      { numRuns: 120 },
    );
  });

  test("hold what is fixed and barred, and are the best of those; null where what is fixed cannot be", () => {
    const asked = teamProblems(small).chain((problem) => {
      const few = fc.subarray(
        problem.pairs.map((_, i) => i),
        { maxLength: Math.min(3, problem.pairs.length) },
      );
      return fc.tuple(fc.constant(problem), few, few);
    });
    let [can, cannot] = [0, 0];
    fc.assert(
      fc.property(asked, ([problem, fixed, barred]) => {
        const found = proposeTeams(highs, problem, { fixed, barred });
        const [best] = bestTeams(
          problem,
          (teams) => fixed.every((i) => teams.includes(i)) && !barred.some((i) => teams.includes(i)),
        );
        expect(found?.worth).toEqual(best && worthOfTeams(problem, best));
        if (found) can += 1;
        else cannot += 1;
      }),
      { numRuns: 150 },
    );
    expect(can).toBeGreaterThan(5);
    expect(cannot).toBeGreaterThan(5);
  });
});

describe("the checker", () => {
  const goals = ["requiredUnmet", "unfilled", "beyond", "desiredUnmet", "net", "changes", "lot"] as const;

  test("finds nothing in what was proposed, and says so of any goal that is claimed otherwise", () => {
    fc.assert(
      fc.property(teamProblems(), fc.constantFrom(...goals), fc.constantFrom(-1, 1), (problem, goal, by) => {
        const found = proposeTeams(highs, problem);
        if (!found) throw new Error("no teams");
        expect(checkTeams(problem, found.chosen, found)).toEqual([]);
        const wrong = (worth: TeamsWorth): TeamsWorth => ({ ...worth, [goal]: worth[goal] + by });
        for (const claim of [
          { ...found, worth: wrong(found.worth) },
          { ...found, bounds: wrong(found.bounds) },
          { ...found, worth: wrong(found.worth), bounds: wrong(found.bounds) },
        ])
          expect(checkTeams(problem, found.chosen, claim).join()).toContain(goal);
      }),
      { numRuns: 80 },
    );
  });

  test("sees every kind of corruption of who is chosen", () => {
    const kinds = {
      "there is no pair": (p: TeamProblem, c: number[]) => [p, [...c, p.pairs.length]],
      "a pair is chosen twice": (p: TeamProblem, c: number[]) => [p, [...c, c.at(-1) ?? 0]],
      "not in order": (p: TeamProblem, c: number[]) => [p, c.toReversed()],
      "places, at most": (p: TeamProblem, c: number[]) => [
        { ...p, people: p.people.map((q) => ({ ...q, most: q.most - 1 })) },
        c,
      ],
      "people for": (p: TeamProblem, c: number[]) => [
        { ...p, projects: p.projects.map((q) => ({ ...q, places: q.places - 1 })) },
        c,
      ],
      "unfilled is": (p: TeamProblem, c: number[]) => [p, c.slice(1)],
      "lot is": (p: TeamProblem, c: number[]) => [
        { ...p, pairs: p.pairs.map((q) => ({ ...q, lot: q.lot + 1 })) },
        c,
      ],
      "net is": (p: TeamProblem, c: number[]) => [{ ...p, rotation: p.rotation + 1 }, c],
    } as Record<string, (p: TeamProblem, c: number[]) => [TeamProblem, number[]]>;
    const full: TeamProblem = {
      people: [0, 1, 2, 3].map((i) => ({ code: `M-00${i}`, most: 1, load: i })),
      projects: [0, 1].map((i) => ({ code: `P-00${i}`, places: 2, covers: [] })),
      pairs: [0, 1, 2, 3].flatMap((person) =>
        [0, 1].map((project) => ({
          person,
          project,
          points: person * project,
          lot: person + 7 * project,
          beyond: false,
          held: false,
          brings: [],
        })),
      ),
      rotation: 1,
    };
    const found = proposeTeams(highs, full);
    if (!found) throw new Error("no teams");
    expect(found.chosen).toHaveLength(4);
    for (const [said, corrupt] of Object.entries(kinds))
      expect(checkTeams(...corrupt(full, [...found.chosen]), found).join()).toContain(said);
    const left = full.pairs.findIndex((_, i) => !found.chosen.includes(i));
    expect(checkTeams(full, found.chosen, found, { fixed: [left] }).join()).toContain("was to be chosen");
    expect(checkTeams(full, found.chosen, found, { barred: [found.chosen[0] ?? -1] }).join()).toContain(
      "was not to be chosen",
    );
    expect(checkTeams(full, found.chosen, found, { broken: [found.chosen] }).join()).toContain("ruled out");
  });
});
