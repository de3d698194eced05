import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TeamProblem, TeamsWorth } from "../../src/domain/team-problem.ts";
import { compareTeams, worthOfTeams } from "../../src/domain/teams-worth.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { proposeTeams } from "../../src/solver/teams.ts";
import { checkTeams } from "../../src/solver/teams-check.ts";
import type { ProvedLevel } from "../../src/solver/teams-proof.ts";
import { engine } from "./pools.ts";
import { allTeams, bestTeams, bestWorth, teamProblems } from "./team-problems.ts";

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
        expect(checkTeams(problem, found.chosen, { ...found, worth: wrong(found.worth) }).join()).toContain(
          goal,
        );
      }),
      { numRuns: 80 },
    );
  });

  test("sees a proof that claims too much or too little, leaves a goal out, or weighs goals wrongly", () => {
    fc.assert(
      fc.property(teamProblems(), fc.nat(), fc.constantFrom(-1, 1), (problem, at, by) => {
        const found = proposeTeams(highs, problem);
        if (!found) throw new Error("no teams");
        const l = at % found.proof.length;
        const corrupt = (level: (given: ProvedLevel) => ProvedLevel): string =>
          checkTeams(problem, found.chosen, {
            ...found,
            proof: found.proof.map((own, i) => (i === l ? level(own) : own)),
          }).join();
        expect(corrupt((own) => ({ ...own, bound: own.bound + by }))).toContain("might come to");
        expect(checkTeams(problem, found.chosen, { ...found, proof: [] }).join()).toContain("left out");
        expect(
          checkTeams(problem, found.chosen, { ...found, proof: found.proof.toReversed() }).length > 0,
        ).toBe(found.proof.length > 1);
        const [heavy] = found.proof.filter((own) => own.weights.length > 1);
        if (heavy)
          expect(
            checkTeams(problem, found.chosen, {
              ...found,
              proof: found.proof.map((own) =>
                own === heavy ? { ...own, weights: own.weights.map(([goal]) => [goal, 1] as const) } : own,
              ),
            }).join(),
          ).toContain("does not weigh enough");
      }),
      { numRuns: 80 },
    );
  });

  test("whatever prices are claimed, teams that are not the best are never proved to be", () => {
    let proved = 0;
    fc.assert(
      fc.property(
        teamProblems(small),
        fc.nat(),
        fc.infiniteStream(fc.integer({ min: -3, max: 3 })),
        (problem, at, noise) => {
          const found = proposeTeams(highs, problem);
          if (!found?.proof.every((level) => level.prices)) return;
          proved += 1;
          const all = [...allTeams(problem)];
          const other = all[at % all.length] ?? [];
          const worth = worthOfTeams(problem, other);
          if (compareTeams(worth, found.worth) === 0) return;
          const figures = {
            required: 0 - worth.requiredUnmet,
            filled: problem.projects.reduce((n, p) => n + p.places, 0) - worth.unfilled,
            beyond: 0 - worth.beyond,
            desired: 0 - worth.desiredUnmet,
            net: worth.net,
            held: problem.pairs.filter((p) => p.held).length - worth.changes,
            near: 0,
            lot: worth.lot,
          };
          const proof = found.proof.map((level) => ({
            ...level,
            bound: level.weights.reduce((n, [goal, weight]) => n + weight * figures[goal], 0),
            prices: level.prices && {
              parts: level.prices.parts,
              people: Float64Array.from(level.prices.people, (p) => p + Number(noise.next().value)),
            },
          }));
          expect(checkTeams(problem, other, { worth, proof }).join()).toContain("by the prices");
        },
      ),
      { numRuns: 120 },
    );
    expect(proved).toBeGreaterThan(50);
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
