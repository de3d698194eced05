import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { gaps } from "../../src/domain/gap.ts";
import { gatesOf, type MatchPerson, meets } from "../../src/domain/gate.ts";
import { gateObstacles } from "../../src/domain/gate-obstacles.ts";
import type { MatchFacts } from "../../src/domain/match.ts";
import { obstaclesInWords } from "../../src/domain/match-obstacles.ts";
import type { Need } from "../../src/domain/need.ts";
import { loadEngine } from "../../src/solver/engine.ts";
import { obstaclesOf } from "../../src/solver/teams-obstacles.ts";
import { solveWith } from "../../src/solver/teams-solve.ts";
import { runOn } from "../../src/store/runs.ts";

const engine = await loadEngine();
const solve = solveWith(engine);

const required = (category: Need["category"], value: string, team?: Partial<Need>): Need => ({
  ...{ kind: "required", category, value, level: null, scope: team ? "team" : "every" },
  ...{ atLeast: null, atMost: null, weight: 1 },
  ...team,
});
const interviewing = required("clearance", "interviewing");
const aCarer = required("perspective", "carer", { atLeast: 1 });

const person = (id: number, changes: Partial<MatchPerson> = {}): MatchPerson => ({
  ...{ id, group: "lewg", standing: "active", termEndsOn: null, perspective: "service-user", region: null },
  ...{ skills: {}, interests: [], availability: [], experience: [], mayUseExperience: true },
  ...{ lacks: { interviewing: [] }, conflict: false, hoursPerMonth: null, projectsMax: null },
  ...{ activeProjects: 0, recentOffers: 0, monthsSinceOffer: null, ceiling: "none", offer: "none" },
  ...{ onTeam: false, held: false },
  ...changes,
});
const facts = (
  needs: readonly Need[],
  people: readonly MatchPerson[],
  places = 2,
  projectId = 1,
): MatchFacts => ({
  ...{ projectId, project: `P-00${projectId}`, day: "2026-06-22" as Day, startsOn: null, endsOn: null },
  ...{
    hoursPerMonth: null,
    places,
    asked: ["lewg"],
    inOrder: true,
    atMost: null,
    included: [],
    needs,
    people,
  },
  policy: { id: 1, version: 1, recentMonths: 12, points: { "required-need": 10 } },
});
const said = (...given: MatchFacts[]): string[] => {
  const run = runOn(given, solve);
  const obstacles = obstaclesOf(engine, run);
  return obstacles ? obstaclesInWords(run, obstacles) : [];
};

/** Whether some people, each of whom passes every gate, fill as many places as there are people for and meet what is asked of the team: every choice is tried. */
function possible(of: MatchFacts, needs: readonly Need[]): boolean {
  const openWith = (some: readonly Need[]): MatchPerson[] =>
    of.people.filter((p) => gatesOf(p, { ...of, needs: some }).length === 0);
  const [open, size] = [openWith(needs), Math.min(of.places, openWith([]).length)];
  const asked = needs.filter((n) => n.scope === "team");
  const fits = (team: readonly MatchPerson[]): boolean =>
    asked.every((n) => {
      const have = team.filter((p) => meets(p, n)).length;
      return have >= (n.atLeast ?? 0) && have <= (n.atMost ?? Infinity);
    });
  const choose = (from: readonly MatchPerson[], team: readonly MatchPerson[]): boolean =>
    team.length === size ? fits(team) : from.some((p, i) => choose(from.slice(i + 1), [...team, p]));
  return choose(open, []);
}

describe("what every member has to meet, where a project cannot have what it asks for", () => {
  const carer = person(1, { perspective: "carer", lacks: { interviewing: ["Interviewing: Role play"] } });

  test("is said to clash with what the team needs, and asking it of fewer is a way out", () => {
    expect(said(facts([interviewing, aCarer], [carer, person(2), person(3)]))).toEqual([
      "These clash: clearance interviewing of every member and perspective carer: at least 1 of the team. All of them together cannot be met; without any one, the others can.",
      "What would make it possible, the nearest first: (1) ask for clearance interviewing of at least 1 of the team, not of every member; (2) do without perspective carer.",
    ]);
  });

  test("is said to clash with what else every member has to meet, where nobody meets both", () => {
    const north = required("region", "north-east");
    const people = [person(1, { region: "north-east", lacks: carer.lacks }), person(2)];
    expect(said(facts([interviewing, north], people, 1))).toEqual([
      "These clash: clearance interviewing of every member and region north-east of every member. All of them together cannot be met; without any one, the others can.",
      "What would make it possible, the nearest first: (1) do without clearance interviewing; (2) do without region north-east.",
    ]);
  });

  test("where it alone keeps places empty, giving up what the team needs is no way out", () => {
    const nobodyYet = [1, 2, 3].map((id) => person(id, { lacks: carer.lacks }));
    expect(said(facts([interviewing, aCarer], [...nobodyYet, { ...carer, id: 4 }]))).toEqual([
      "What would make it possible, the nearest first: (1) do without clearance interviewing.",
    ]);
  });

  test("where giving up one need is not enough, those that are enough together are named", () => {
    const north = required("region", "north-east");
    const digital = required("interest", "digital");
    expect(said(facts([interviewing, north, digital], [person(1), person(2)], 1))).toEqual([
      "What would make it possible, the nearest first: (1) do without interest digital and do without region north-east.",
    ]);
  });

  test("where team needs are out of reach as well, only giving up both is a way out", () => {
    const weekends = required("availability", "weekends");
    const ill = required("experience", "perinatal", { atLeast: 1 });
    const busy = person(1, { experience: ["perinatal"], standing: "paused" });
    const project = facts([weekends, ill], [busy, person(2), person(3)]);
    const both = "do without availability weekends and ask for fewer with experience perinatal";
    expect(said(project)).toEqual([`What would make it possible, the nearest first: (1) ${both}.`]);

    const other = facts([required("region", "north-east", { atLeast: 1 })], [person(4), person(5)], 2, 2);
    expect(said(project, other)).toEqual([
      "What would make it possible, the nearest first: (1) P-002: do without region north-east.",
      `P-001: What would make it possible, the nearest first: (1) ${both}.`,
    ]);
  });

  test("where there are fewer people than places, a way out says how many places stay empty", () => {
    const people = [person(1), person(2), person(3, { lacks: carer.lacks })];
    expect(said(facts([interviewing], people, 5))).toEqual([
      "What would make it possible, the nearest first: (1) ask for clearance interviewing of at least 2 of the team, not of every member (2 places would still stay empty).",
    ]);
  });

  test("is not blamed where other gates keep everybody out, nor where all can be had", () => {
    expect(said(facts([interviewing], [person(1, { standing: "paused" })], 1))).toEqual([]);
    expect(said(facts([interviewing, aCarer], [person(1, { perspective: "carer" }), person(2)]))).toEqual([]);
  });

  test("who is one part of training short of a need is counted", () => {
    const given = facts([interviewing, aCarer], [carer, person(2), person(3)]);
    const [answer] = runOn([given], solve).answers;
    expect(answer && gaps(given, answer)[0]).toBe(
      "Not met: perspective carer: at least 1 of the team (required); 1 person has it: 1 not cleared, 1 of them one part short.",
    );
  });

  test("of lived experience no number is told", () => {
    const trauma = required("experience", "trauma");
    expect(said(facts([trauma], [person(1, { experience: ["trauma"] }), person(2), person(3)], 3))).toEqual([
      "What would make it possible, the nearest first: (1) ask for fewer with experience trauma.",
    ]);
  });

  test("people proposed for another project are left there", () => {
    const rest = [person(2, { lacks: carer.lacks }), person(3, { lacks: carer.lacks })];
    const one = facts([interviewing], [person(1), ...rest], 1, 1);
    const two = facts([interviewing], [person(1, { projectsMax: 1 }), ...rest], 1, 2);
    const run = runOn(
      [one, { ...two, atMost: 1 }].map((f) => ({ ...f, atMost: 1 })),
      solve,
    );
    expect(gateObstacles(run, solve)).toMatchObject([
      { clash: [{ value: "interviewing" }], ways: [{ steps: [{ to: 0 }] }] },
    ]);
  });

  test("people proposed for another project count where they can take on both", () => {
    const north = required("region", "north-east");
    const people = [person(1), person(2)];
    const filled = facts([interviewing], people, 2, 1);
    const empty = facts([north], people, 2, 2);
    expect(said(filled, empty)).toEqual([
      "What would make it possible, the nearest first: (1) P-002: do without region north-east.",
    ]);
  });

  test("nothing stands in the way of a project that has what it asks for, whoever else shares its people", () => {
    const lacking = fc.constantFrom({ interviewing: [] }, { interviewing: ["Role play"] });
    const many = fc.array(fc.record({ lacks: lacking, projectsMax: fc.constantFrom(null, 1, 2) }), {
      minLength: 2,
      maxLength: 5,
    });
    const needs = fc.subarray([interviewing, required("region", "london"), aCarer]);
    let [whole, blamed] = [0, 0];
    fc.assert(
      fc.property(many, needs, needs, (people, one, other) => {
        const all = people.map((p, i) =>
          person(i + 1, { ...p, region: i % 2 ? "london" : null, perspective: i % 3 ? "carer" : "both" }),
        );
        const run = runOn([facts(one, all, 2, 1), facts(other, all, 2, 2)], solve);
        const found = gateObstacles(run, solve);
        blamed += found.length;
        for (const [i, answer] of run.answers.entries()) {
          const of = run.facts[i];
          const gap = of ? gaps(of, answer) : [];
          if (gap.length > 0) continue;
          whole += 1;
          expect(found.map((g) => g.project)).not.toContain(i);
        }
      }),
      { numRuns: 100, seed: 20261123 },
    );
    expect(Math.min(whole, blamed)).toBeGreaterThan(20);
  });

  test("every clash cannot be met and can without any one of its needs; every way out is one, with as many as can be", () => {
    const every = [
      interviewing,
      required("region", "london"),
      required("interest", "digital"),
      required("experience", "trauma"),
    ];
    const team = [
      aCarer,
      required("interest", "policy", { atLeast: 2 }),
      required("region", "london", { atMost: 0 }),
    ];
    const anybody = fc.record({
      perspective: fc.constantFrom("service-user", "carer"),
      region: fc.constantFrom("london", "wales"),
      interests: fc.subarray(["digital", "policy"]),
      experience: fc.subarray(["trauma"]),
      lacks: fc.constantFrom({ interviewing: [] }, { interviewing: ["Role play"] }),
      standing: fc.constantFrom("active" as const, "active" as const, "paused" as const),
    });
    let [clashes, ways, together] = [0, 0, 0];
    fc.assert(
      fc.property(
        fc.array(anybody, { minLength: 2, maxLength: 7 }),
        fc.subarray(every, { minLength: 1 }),
        fc.subarray(team),
        fc.integer({ min: 1, max: 3 }),
        (people, own, ofTeam, places) => {
          const needs = [...own, ...ofTeam];
          const given = facts(
            needs,
            people.map((p, i) => person(i + 1, p)),
            places,
          );
          const found = gateObstacles(runOn([given], solve), solve);
          const alone = !possible(given, own);
          expect(found).toHaveLength(!possible(given, needs) && (alone || possible(given, ofTeam)) ? 1 : 0);
          for (const { clash, ways: out, ...more } of found) {
            clashes += 1;
            expect(more).toMatchObject({ alone });
            expect(possible(given, clash)).toBe(false);
            for (const need of clash)
              expect(
                possible(
                  given,
                  clash.filter((n) => n !== need),
                ),
              ).toBe(true);
            expect(out.length).toBeGreaterThan(0);
            for (const { steps } of out) {
              ways += 1;
              const [{ need, to } = { need: interviewing, to: 0 }] = steps;
              const couldHave = (dropped: readonly Need[], more: readonly Need[] = []): boolean =>
                possible(given, [...needs.filter((n) => !dropped.includes(n)), ...more]);
              if (steps.length > 1) {
                together += 1;
                const dropped = steps.map((s) => s.need);
                expect(couldHave(dropped)).toBe(true);
                for (const kept of dropped) expect(couldHave(dropped.filter((n) => n !== kept))).toBe(false);
                continue;
              }
              const of = (k: number): Need[] => (k === 0 ? [] : [{ ...need, scope: "team", atLeast: k }]);
              expect(couldHave([need], of(to))).toBe(true);
              if (to + 1 < places) expect(couldHave([need], of(to + 1))).toBe(false);
            }
          }
        },
      ),
      { numRuns: 100, seed: 20261123 },
    );
    expect(Math.min(clashes, ways)).toBeGreaterThan(20);
    expect(together).toBeGreaterThan(5);
  });
});
