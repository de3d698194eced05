import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TeamsWorth } from "../../src/domain/team-problem.ts";
import { compareTeams, worthOfTeams } from "../../src/domain/teams-worth.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { proposeTeams } from "../../src/solver/teams.ts";
import { alternatives, changedTeams, withoutPair, withPair } from "../../src/solver/teams-change.ts";
import { engine } from "./pools.ts";
import { allTeams, teamProblems } from "./team-problems.ts";

let highs: Engine;
beforeAll(async () => {
  highs = await engine();
});

const small = { people: 5, projects: 3, covers: 3 };

/** The worth before the lot, then how many places differ, then the lot: what a change by hand goes by. */
function compareChanges(
  [a, differs]: readonly [TeamsWorth, number],
  [b, others]: readonly [TeamsWorth, number],
): number {
  return compareTeams({ ...a, lot: 0 }, { ...b, lot: 0 }) || others - differs || a.lot - b.lot;
}

describe("a change by hand", () => {
  test("is as good as it can be, and changes as few other places as it can", () => {
    let changed = 0;
    fc.assert(
      fc.property(teamProblems(small), fc.nat(), fc.boolean(), (problem, at, into) => {
        fc.pre(problem.pairs.length > 0);
        const pair = at % problem.pairs.length;
        const proposed = proposeTeams(highs, problem)?.chosen ?? [];
        const found = (into ? withPair : withoutPair)(highs, problem, proposed, pair);
        const differs = (teams: readonly number[]): number =>
          teams.filter((i) => !proposed.includes(i)).length +
          proposed.filter((i) => !teams.includes(i)).length;
        const all = [...allTeams(problem)]
          .filter((teams) => teams.includes(pair) === into)
          .map((teams) => [worthOfTeams(problem, teams), differs(teams)] as const);
        expect(found === null).toBe(all.length === 0);
        if (!found) return;
        const best = all.reduce((a, b) => (compareChanges(b, a) > 0 ? b : a));
        expect([found.teams.worth, found.comes.length + found.goes.length]).toEqual(best);
        if (found.comes.length + found.goes.length > 1) changed += 1;
      }),
      { numRuns: 150 },
    );
    expect(changed).toBeGreaterThan(5);
  });

  test("that asks for what was proposed changes nothing", () => {
    fc.assert(
      fc.property(teamProblems(small), (problem) => {
        const proposed = proposeTeams(highs, problem);
        for (const pair of proposed?.chosen ?? [])
          expect(withPair(highs, problem, proposed?.chosen ?? [], pair)).toMatchObject({
            comes: [],
            goes: [],
            teams: { chosen: proposed?.chosen, worth: proposed?.worth },
          });
      }),
      { numRuns: 40 },
    );
  });
});

describe("several changes at once", () => {
  test("are all held, or refused together where no teams allow them", () => {
    fc.assert(
      fc.property(teamProblems(small), fc.nat(), fc.nat(), fc.nat(), (problem, a, b, c) => {
        const n = problem.pairs.length;
        fc.pre(n > 0);
        const change = { with: [...new Set([a % n, b % n])], without: [c % n] };
        const found = changedTeams(highs, problem, [], change);
        const can = [...allTeams(problem)].some(
          (teams) => change.with.every((i) => teams.includes(i)) && !teams.includes(c % n),
        );
        expect(found !== null).toBe(can);
        if (found) expect(change.with.every((i) => found.comes.includes(i))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("alternatives", () => {
  test("are the next best teams in order, none of which has all of those before it", () => {
    let several = 0;
    fc.assert(
      fc.property(teamProblems(small), (problem) => {
        const proposed = proposeTeams(highs, problem)?.chosen ?? [];
        const found = alternatives(highs, problem, proposed, 3);
        const before: (readonly number[])[] = [proposed];
        for (let k = 0; k < 3; k++) {
          const left = [...allTeams(problem)].filter(
            (teams) => !before.some((set) => set.every((i) => teams.includes(i))),
          );
          const best = left
            .map((teams) => worthOfTeams(problem, teams))
            .reduce<TeamsWorth | undefined>((a, b) => (a && compareTeams(a, b) >= 0 ? a : b), undefined);
          expect(found[k]?.worth).toEqual(best);
          if (!found[k]) break;
          before.push(found[k]?.chosen ?? []);
        }
        if (found.length === 3) several += 1;
      }),
      { numRuns: 80 },
    );
    expect(several).toBeGreaterThan(5);
  });
});
