import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { gatesOf, type MatchPerson } from "../../src/domain/gate.ts";
import type { MatchFacts } from "../../src/domain/match.ts";
import type { Run } from "../../src/domain/match-run.ts";
import type { Need } from "../../src/domain/need.ts";
import { whatIfs } from "../../src/domain/what-if.ts";
import { explainReport } from "../../src/reports/explain.ts";
import { matchReport } from "../../src/reports/match.ts";
import { loadEngine } from "../../src/solver/engine.ts";
import { obstaclesOf } from "../../src/solver/teams-obstacles.ts";
import { solveWith } from "../../src/solver/teams-solve.ts";
import { runOn } from "../../src/store/runs.ts";
import { need } from "./needs.ts";

const engine = await loadEngine();
const solve = solveWith(engine);
const day = "2026-06-22" as Day;
const experiences = ["trauma", "psychosis"];

const anyNeed: fc.Arbitrary<Need> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom("required", "desired"), value: fc.constantFrom(...experiences) })
    .map((n) => need({ ...n, category: "experience" } as Partial<Need>)),
  fc.constantFrom("digital", "policy").map((value) => need({ value })),
  fc
    .constantFrom("required" as const, "desired" as const)
    .map((kind) => need({ kind, category: "clearance", value: "interviewing" })),
  fc
    .record({
      kind: fc.constantFrom("required" as const, "desired" as const),
      value: fc.constantFrom(...experiences),
      atLeast: fc.integer({ min: 1, max: 2 }),
    })
    .map((n) => need({ ...n, category: "experience", scope: "team" })),
  fc
    .record({
      kind: fc.constantFrom("required" as const, "desired" as const),
      atLeast: fc.integer({ min: 1, max: 2 }),
    })
    .map((n) => need({ ...n, category: "clearance", value: "interviewing", scope: "team" })),
  fc.constant(need({ kind: "required", category: "perspective", value: "carer", scope: "team", atMost: 1 })),
);

const needsOf = fc.uniqueArray(anyNeed, {
  maxLength: 3,
  selector: (n) => `${n.category} ${n.value} ${n.scope}`,
});

/** What is the same of somebody whatever the project, and what differs from project to project. */
const whoever = fc.record({
  group: fc.constantFrom("lewg", "lewg", "lean"),
  standing: fc.constantFrom("active" as const, "active" as const, "active" as const, "paused" as const),
  termEndsOn: fc.constantFrom(null, null, "2026-05-31" as Day, "2026-08-31" as Day),
  perspective: fc.constantFrom("service-user", "carer", "both"),
  interests: fc.subarray(["digital", "policy"]),
  experience: fc.subarray(experiences),
  mayUseExperience: fc.boolean(),
  lacks: fc.constantFrom({ interviewing: [] }, { interviewing: ["Interviewing: Role play"] }),
  hoursPerMonth: fc.constantFrom(null, null, 6, 10),
  projectsMax: fc.constantFrom(null, 1, 2),
  activeProjects: fc.integer({ min: 0, max: 2 }),
  offersWaiting: fc.constantFrom(0, 0, 1),
  hoursTaken: fc.constantFrom(0, 0, 4),
  recentOffers: fc.integer({ min: 0, max: 3 }),
  monthsSinceOffer: fc.constantFrom(null, 0, 3, 20),
});
const apart = fc.record({
  conflict: fc.constantFrom(false, false, true),
  ceiling: fc.constantFrom("none" as const, "none" as const, "within" as const, "over" as const),
  offer: fc.constantFrom(
    "none" as const,
    "none" as const,
    "none" as const,
    "waiting" as const,
    "declined" as const,
  ),
  held: fc.constantFrom(false, false, true),
});

const several: fc.Arbitrary<MatchFacts[]> = fc
  .record({
    people: fc.array(whoever, { minLength: 1, maxLength: 6 }),
    apart: fc.array(fc.array(apart, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
    projects: fc.array(
      fc.record({
        needs: needsOf,
        places: fc.integer({ min: 1, max: 2 }),
        hoursPerMonth: fc.constantFrom(null, 4, 6),
        startsOn: fc.constantFrom(null, "2026-07-01" as Day, "2026-10-01" as Day),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    asked: fc.constantFrom(["lewg"], ["lewg", "lean"]),
    inOrder: fc.boolean(),
    rotation: fc.integer({ min: 0, max: 5 }),
    atMost: fc.constantFrom(null, null, 1),
    included: fc.subarray([{ id: 2, because: "asked for by the lead" }]),
  })
  .map(({ people, apart: differing, projects, rotation, ...rest }) =>
    projects.map(
      (project, k): MatchFacts => ({
        ...project,
        ...rest,
        projectId: k + 1,
        project: `P-00${k + 1}`,
        day,
        endsOn: null,
        policy: {
          id: 1,
          version: 1,
          recentMonths: 12,
          points: {
            "required-need": 10,
            "desired-need": 4,
            interest: 3,
            "recent-offer": -3,
            "active-project": -4,
            "months-since-offer": 1,
            rotation,
          },
        },
        people: people.map((p, i): MatchPerson => {
          const { held, ...own } = differing[k]?.[i] ?? {
            conflict: false,
            ceiling: "none",
            offer: "none",
            held: false,
          };
          return {
            ...p,
            ...own,
            id: i + 1,
            region: null,
            skills: {},
            availability: [],
            onTeam: false,
            held: held && own.offer === "none",
          };
        }),
      }),
    ),
  );

const knownAs = new Map(Array.from({ length: 9 }, (_, i) => [i + 1, `Somebody ${i + 1}`]));
const tell = (run: Run, facts: readonly MatchFacts[] = run.facts) => ({
  run,
  facts,
  titles: new Map<number, string>(),
  knownAs,
  obstacles: obstaclesOf(engine, run),
});

/** The places of each person in an answer. */
const placesOf = (run: Run): Map<number, string[]> => {
  const places = new Map<number, string[]>();
  for (const [k, a] of run.answers.entries())
    for (const id of a.proposed) places.set(id, [...(places.get(id) ?? []), run.facts[k]?.project ?? ""]);
  return places;
};

describe("several projects together", () => {
  test("no gate is ever breached, neither by one place nor by several together", () => {
    fc.assert(
      fc.property(several, (given) => {
        const run = runOn(given, solve);
        for (const [id, projects] of placesOf(run)) {
          const theirs = given.filter((f) => projects.includes(f.project));
          const everywhere = theirs.map((f) => f.people.find((p) => p.id === id) as MatchPerson);
          const included = given[0]?.included.some((i) => i.id === id) ?? false;
          for (const [i, f] of theirs.entries()) {
            const gates = gatesOf(everywhere[i] as MatchPerson, f).map((g) => g.code);
            if (included)
              expect(
                ["not-active", "on-the-team", "offer-waiting"].filter((c) => gates.some((g) => g === c)),
              ).toEqual([]);
            else expect(gates).toEqual([]);
          }
          if (included) continue;
          const [one] = everywhere as [MatchPerson];
          if (one.projectsMax !== null)
            expect(one.activeProjects + (one.offersWaiting ?? 0) + projects.length).toBeLessThanOrEqual(
              one.projectsMax,
            );
          const hours = theirs.reduce((sum, f) => sum + (f.hoursPerMonth ?? 0), 0);
          if (one.hoursPerMonth !== null && hours > 0)
            expect((one.hoursTaken ?? 0) + hours).toBeLessThanOrEqual(one.hoursPerMonth);
          expect(projects.length).toBeLessThanOrEqual(given[0]?.atMost ?? 3);
          if (everywhere.some((p) => p.ceiling !== "none")) expect(projects).toHaveLength(1);
        }
        for (const [k, a] of run.answers.entries()) {
          const taken = run.facts[k]?.people.filter((p) => p.onTeam || p.offer === "waiting").length ?? 0;
          expect(a.proposed.length).toBeLessThanOrEqual(Math.max(0, (given[k]?.places ?? 0) - taken));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the points shown part by part add up to what was made as great as can be", () => {
    fc.assert(
      fc.property(several, (given) => {
        const run = runOn(given, solve);
        const proposed = run.answers.flatMap((a) => a.people.filter((p) => p.proposed));
        const points = proposed.flatMap((p) => p.parts.map((part) => part.points));
        expect(points.reduce((sum, n) => sum + n, 0)).toBe(run.solved.worth.net);
      }),
      { numRuns: 60 },
    );
  });

  test("the order of projects, people and words never changes anything", () => {
    fc.assert(
      fc.property(several, (given) => {
        const turned = given
          .map((f) => ({
            ...f,
            needs: f.needs.toReversed(),
            people: f.people.toReversed().map((p) => ({
              ...p,
              interests: p.interests.toReversed(),
              experience: p.experience.toReversed(),
            })),
          }))
          .toReversed();
        const [one, other] = [runOn(given, solve), runOn(turned, solve)];
        expect(other.hashes).toEqual(one.hashes);
        expect(other.seed).toBe(one.seed);
        expect(other.answers).toEqual(one.answers);
        expect(matchReport(tell(other))).toEqual(matchReport(tell(one)));
      }),
      { numRuns: 40 },
    );
  });

  test("completing a course never makes anybody worse off: whoever was proposed still is", () => {
    fc.assert(
      fc.property(several, (given) => {
        const before = placesOf(runOn(given, solve));
        for (const id of given[0]?.people.map((p) => p.id) ?? []) {
          const cleared = given.map((f) => ({
            ...f,
            people: f.people.map((p) => (p.id === id ? { ...p, lacks: { interviewing: [] } } : p)),
          }));
          if (before.has(id)) expect(placesOf(runOn(cleared, solve)).has(id)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("taking back a consent removes its influence entirely, from the answer, the lots, the hashes and every word", () => {
    fc.assert(
      fc.property(several, fc.subarray(experiences), fc.integer({ min: 1, max: 6 }), (given, others, id) => {
        const withdrawn = (experience: readonly string[]): MatchFacts[] =>
          given.map((f) => ({
            ...f,
            people: f.people.map((p) => (p.id === id ? { ...p, mayUseExperience: false, experience } : p)),
          }));
        const never = given.map((f) => ({
          ...f,
          people: f.people.map((p) => (p.id === id ? { ...p, experience: [] } : p)),
        }));
        const [with_, without] = [runOn(withdrawn(others), solve), runOn(withdrawn([]), solve)];
        expect(matchReport(tell(with_, withdrawn(others)))).toEqual(
          matchReport(tell(without, withdrawn([]))),
        );
        for (const [k, facts] of with_.facts.entries()) {
          const standing = (run: Run) => ({
            facts,
            answer: run.answers[k],
            person: run.answers[k]?.people.find((p) => p.id === id),
          });
          const [one, other] = [standing(with_), standing(without)];
          if (one.person && one.answer && other.person && other.answer)
            expect(
              explainReport(id, [{ ...one, person: one.person, answer: one.answer }], tell(with_)),
            ).toEqual(
              explainReport(id, [{ ...other, person: other.person, answer: other.answer }], tell(without)),
            );
        }
        // A store in which it was never recorded has the very same hashes, lots and teams.
        const run = runOn(never, solve);
        expect(with_.hashes).toEqual(run.hashes);
        expect(with_.seed).toBe(run.seed);
        expect(with_.solved).toEqual(run.solved);
        expect(
          JSON.stringify(
            with_.facts.map((f) => f.people.filter((p) => p.id === id).map((p) => p.experience)),
          ),
        ).not.toMatch(/trauma|psychosis/);
      }),
      { numRuns: 40 },
    );
  });

  test("what is said to get somebody proposed does: training alone, when it is made true", () => {
    let tried = 0;
    const interviewing = need({ kind: "required", category: "clearance", value: "interviewing" });
    fc.assert(
      fc.property(several, (any) => {
        const given = any.map((f) => ({
          ...f,
          needs: [...f.needs.filter((n) => n.scope === "team"), interviewing],
        }));
        const run = runOn(given, solve);
        for (const [k, facts] of run.facts.entries())
          for (const { id } of facts.people) {
            const ways = { mendings: {}, who: "they" as const };
            const alone = whatIfs(run, k, id, ways, solve).filter((w) => w.codes.join() === "training");
            if (alone.length === 0) continue;
            tried += 1;
            const cleared = given.map((f) => ({
              ...f,
              people: f.people.map((p) => (p.id === id ? { ...p, lacks: { interviewing: [] } } : p)),
            }));
            expect(runOn(cleared, solve).answers[k]?.proposed).toContain(id);
          }
      }),
      { numRuns: 40, seed: 20261123 },
    );
    expect(tried).toBeGreaterThan(0);
  });
});
