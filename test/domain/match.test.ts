import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { askedThrough } from "../../src/domain/asked.ts";
import type { Day } from "../../src/domain/day.ts";
import { gaps } from "../../src/domain/gap.ts";
import { gatesOf, type MatchPerson, meets } from "../../src/domain/gate.ts";
import { coversOf, type MatchFacts, prepared } from "../../src/domain/match.ts";
import { loadEngine } from "../../src/solver/engine.ts";
import { solveWith } from "../../src/solver/teams-solve.ts";
import { runOn as runAll } from "../../src/store/runs.ts";
import { need } from "./needs.ts";

const solve = solveWith(await loadEngine());

/** A run for one project. */
function runOn(given: MatchFacts) {
  const { facts, answers, ...run } = runAll([given], solve);
  const [[used], [answer]] = [facts, answers];
  if (!used || !answer) throw new Error("no answer");
  return { ...run, posed: { ...run.posed, lots: undefined }, facts: used, answer };
}

const day = "2026-06-22" as Day;

const somebody: MatchPerson = {
  id: 1,
  group: "lewg",
  standing: "active",
  termEndsOn: null,
  perspective: "service-user",
  region: "london",
  skills: {},
  interests: [],
  experience: [],
  availability: [],
  ceiling: "none",
  mayUseExperience: true,
  lacks: { interviewing: [] },
  conflict: false,
  hoursPerMonth: null,
  projectsMax: null,
  activeProjects: 0,
  recentOffers: 0,
  monthsSinceOffer: null,
  offer: "none",
  onTeam: false,
  held: false,
};

const person = (id: number, changes: Partial<MatchPerson> = {}): MatchPerson => ({
  ...somebody,
  id,
  ...changes,
});

const project: MatchFacts = {
  projectId: 1,
  project: "P-001",
  day,
  startsOn: null,
  endsOn: null,
  places: 2,
  hoursPerMonth: 6,
  needs: [],
  people: [],
  policy: {
    id: 1,
    version: 1,
    recentMonths: 12,
    points: {
      "required-need": 10,
      "desired-need": 4,
      level: 1,
      interest: 3,
      development: 2,
      "recent-offer": -3,
      "active-project": -4,
      "months-since-offer": 1,
      rotation: 2,
    },
  },
  asked: ["lewg"],
  inOrder: true,
  atMost: null,
  included: [],
};

const experiences = ["trauma", "psychosis", "peer-support"];
const needs = fc.uniqueArray(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom("required" as const, "desired" as const),
      category: fc.constant("experience" as const),
      value: fc.constantFrom(...experiences),
    }),
    fc.record({
      kind: fc.constantFrom("required" as const, "desired" as const),
      category: fc.constant("interest" as const),
      value: fc.constantFrom("digital", "policy"),
    }),
    fc.record({
      kind: fc.constant("required" as const),
      category: fc.constant("clearance" as const),
      value: fc.constant("interviewing"),
    }),
    fc.record({
      kind: fc.constant("desired" as const),
      category: fc.constant("skill" as const),
      value: fc.constantFrom("writing", "teaching"),
      level: fc.constantFrom(null, 2, 3),
      weight: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom("required" as const, "desired" as const),
      category: fc.constantFrom("experience" as const),
      value: fc.constantFrom(...experiences),
      scope: fc.constant("team" as const),
      atLeast: fc.integer({ min: 1, max: 2 }),
    }),
  ),
  { maxLength: 4, selector: (n) => `${n.category} ${n.value} ${"scope" in n ? "team" : ""}` },
);

const people = fc
  .array(
    fc.record({
      group: fc.constantFrom("lewg", "lewg", "lean", "external"),
      standing: fc.constantFrom(
        "active" as const,
        "active" as const,
        "paused" as const,
        "withdrawn" as const,
      ),
      perspective: fc.constantFrom("service-user", "carer", "both", null),
      skills: fc.dictionary(
        fc.constantFrom("writing", "teaching"),
        fc.option(fc.integer({ min: 1, max: 4 })),
        { noNullPrototype: true },
      ),
      interests: fc.subarray(["digital", "policy"]),
      experience: fc.subarray(experiences),
      mayUseExperience: fc.boolean(),
      lacks: fc.constantFrom({ interviewing: [] }, { interviewing: ["Interviewing: Role play"] }),
      conflict: fc.boolean(),
      hoursPerMonth: fc.constantFrom(null, null, 4, 8),
      projectsMax: fc.constantFrom(null, null, 1),
      activeProjects: fc.integer({ min: 0, max: 2 }),
      recentOffers: fc.integer({ min: 0, max: 3 }),
      monthsSinceOffer: fc.constantFrom(null, 0, 3, 20),
      offer: fc.constantFrom("none" as const, "none" as const, "waiting" as const, "declined" as const),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((p, i) => person(i + 1, p)));

const facts = fc
  .record({
    needs,
    people,
    places: fc.integer({ min: 1, max: 3 }),
    asked: fc.constantFrom(["lewg"], ["lewg", "lean"], ["lewg", "lean", "external"]),
    inOrder: fc.boolean(),
  })
  .map((f): MatchFacts => ({ ...project, ...f, needs: f.needs.map((n) => need(n)) }));

describe("what always holds", () => {
  test("nobody is ranked or proposed who does not pass every gate, and everybody else is told why", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { answer, facts: used } = runOn(given);
        for (const p of answer.people) {
          const raw = given.people.find((r) => r.id === p.id) as MatchPerson;
          expect(gatesOf(raw, given).length === 0).toBe(p.rank !== null);
          if (p.rank === null) expect(p.proposed).toBe(false);
          if (p.proposed) {
            expect(raw.standing).toBe("active");
            expect(given.asked).toContain(raw.group);
            expect(raw.conflict || raw.offer !== "none" || raw.onTeam).toBe(false);
            for (const n of given.needs)
              if (n.kind === "required" && n.scope === "every") expect(meets(raw, n)).toBe(true);
          }
        }
        expect(answer.proposed.length).toBeLessThanOrEqual(answer.placesLeft);
        expect(used.people.length).toBe(answer.people.length);
      }),
    );
  });

  test("the order in which rows come never changes the answer, the hashes or the lot", () => {
    fc.assert(
      fc.property(facts, fc.integer(), (given, salt) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row, i) => ({ row, key: Math.sin(salt + i * 7919) }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const other = {
          ...given,
          needs: shuffled(given.needs),
          people: shuffled(given.people).map((p) => ({
            ...p,
            interests: shuffled(p.interests),
            experience: shuffled(p.experience),
          })),
        };
        expect(runOn(other)).toEqual(runOn(given));
      }),
    );
  });

  test("points are the sum of their parts, in whole points", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { answer } = runOn(given);
        for (const p of answer.people) {
          expect(p.parts.reduce((sum, part) => sum + part.points, 0)).toBe(p.points);
          for (const part of p.parts)
            expect(part.points).toBe(
              part.times * (given.policy.points[part.part] ?? 0) * (part.part === "rotation" ? -1 : 1) + 0,
            );
        }
        const proposed = answer.people.filter((p) => p.proposed);
        expect(proposed.reduce((sum, p) => sum + p.points, 0)).toBe(answer.objective);
      }),
    );
  });

  test("without consent, what is recorded of somebody's experience changes nothing at all", () => {
    fc.assert(
      fc.property(facts, fc.subarray(experiences), (given, others) => {
        const withdrawn = (experience: readonly string[]): MatchFacts => ({
          ...given,
          people: given.people.map((p) => ({ ...p, mayUseExperience: false, experience })),
        });
        const run = runOn(withdrawn(others));
        expect(run).toEqual(runOn(withdrawn([])));
        expect(gaps(run.facts, run.answer)).toEqual(gaps(runOn(withdrawn([])).facts, run.answer));
      }),
    );
  });

  test("no other team the gates allow is better than the one proposed", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { answer, facts: used } = runOn(given);
        const covers = coversOf(used);
        const open = answer.people.filter((p) => p.rank !== null);
        const worth = (ids: readonly number[]): number[] => {
          const team = used.people.filter((p) => ids.includes(p.id));
          const unmet = (kind: string): number =>
            covers
              .filter((c) => c.need.kind === kind)
              .reduce((sum, { need: n, cover }) => {
                const have = cover.already + team.filter((p) => meets(p, n)).length;
                return sum + Math.max(0, cover.atLeast - have) * (kind === "required" ? 1 : cover.weight);
              }, 0);
          return [
            -unmet("required"),
            ids.length,
            used.inOrder ? -team.filter((p) => p.group !== "lewg").length : 0,
            -unmet("desired"),
            open.filter((p) => ids.includes(p.id)).reduce((sum, p) => sum + p.points, 0),
          ];
        };
        const best = worth(answer.proposed);
        for (const ids of subsets(
          open.map((p) => p.id),
          answer.placesLeft,
        )) {
          const other = worth(ids);
          const at = best.findIndex((v, i) => v !== other[i]);
          if (at >= 0) expect(best[at] ?? 0).toBeGreaterThan(other[at] ?? 0);
        }
      }),
    );
  });
});

function subsets(ids: readonly number[], atMost: number): number[][] {
  let all: number[][] = [[]];
  for (const id of ids) all = [...all, ...all.filter((s) => s.length < atMost).map((s) => [...s, id])];
  return all;
}

const run = (changes: Partial<MatchFacts>) => runOn({ ...project, ...changes });
const codes = (p: Partial<MatchPerson>, changes: Partial<MatchFacts> = {}): string[] =>
  gatesOf(person(1, p), { ...project, ...changes }).map((g) => g.code);

describe("the gates", () => {
  test.each([
    ["somebody paused", { standing: "paused" }, "paused"],
    ["somebody who stepped down", { standing: "stepped-down" }, "not-active"],
    ["somebody in a group not asked yet", { group: "lean" }, "group-not-asked"],
    ["somebody on the team", { onTeam: true }, "on-the-team"],
    ["somebody who has not replied yet", { offer: "waiting" }, "offer-waiting"],
    ["somebody who declined", { offer: "declined" }, "declined"],
    ["somebody who was on the team and left it", { offer: "accepted" }, "released"],
    ["somebody with a conflict of interest", { conflict: true }, "conflict-of-interest"],
    ["somebody with less time than the project asks for", { hoursPerMonth: 5 }, "availability"],
    ["somebody whose time other projects take", { hoursPerMonth: 11, hoursTaken: 6 }, "availability"],
    ["somebody on as many projects as they want", { projectsMax: 1, activeProjects: 1 }, "projects-maximum"],
    ["somebody offered as many as they want", { projectsMax: 1, offersWaiting: 1 }, "projects-maximum"],
  ] as [string, Partial<MatchPerson>, string][])("%s is not proposed", (_who, changes, code) => {
    expect(codes(changes)).toEqual([code]);
  });

  test("what other projects take of somebody's time, and offers that wait, are said", () => {
    const busy = { hoursPerMonth: 11, hoursTaken: 6, projectsMax: 2, activeProjects: 1, offersWaiting: 1 };
    expect(gatesOf(person(1, busy), project).map((g) => g.sentence)).toEqual([
      "can give 11 hours a month, of which 6 go to other projects they are on or were offered, and P-001 asks for 6",
      "is on 1 project, with 1 more offered, and wants no more than 2 at a time",
    ]);
    expect(
      codes({ hoursPerMonth: 12, hoursTaken: 6, projectsMax: 3, activeProjects: 1, offersWaiting: 1 }),
    ).toEqual([]);
  });

  test("exactly the hours asked for are enough, and nobody is held to hours they never said", () => {
    expect(codes({ hoursPerMonth: 6 })).toEqual([]);
    expect(codes({ hoursPerMonth: null })).toEqual([]);
  });

  test("a missing clearance names the parts still to do", () => {
    const needs = [need({ kind: "required", category: "clearance", value: "interviewing" })];
    const [gate] = gatesOf(
      person(1, { lacks: { interviewing: ["Interviewing: Role play", "Interviewing: Challenges"] } }),
      {
        ...project,
        needs,
      },
    );
    expect(gate).toEqual({
      code: "clearance-missing",
      sentence: "is not cleared for interviewing; still to do in Interviewing: Role play and Challenges",
    });
  });

  test("a required experience somebody does not bring is said without saying which", () => {
    const needs = [need({ kind: "required", category: "experience", value: "psychosis" })];
    const [gate] = gatesOf(person(1), { ...project, needs });
    expect(gate?.code).toBe("required-need");
    expect(gate?.sentence).not.toContain("psychosis");
  });

  test("somebody who did not reply may be asked again", () => {
    expect(codes({ offer: "no-reply" })).toEqual([]);
  });
});

describe("what a need is met by", () => {
  test("somebody who is service user and carer is both", () => {
    const carer = need({ category: "perspective", value: "carer" });
    expect(meets(person(1, { perspective: "both" }), carer)).toBe(true);
    expect(meets(person(1, { perspective: "service-user" }), carer)).toBe(false);
  });

  test("a wish to learn a skill is not the skill, unless that level is all that is asked", () => {
    const learner = person(1, { skills: { writing: 1 } });
    expect(meets(learner, need({ category: "skill", value: "writing" }))).toBe(false);
    expect(meets(learner, need({ category: "skill", value: "writing", level: 1 }))).toBe(true);
  });

  test("a skill with a level asked needs a level on record", () => {
    const skilled = person(1, { skills: { writing: null } });
    expect(meets(skilled, need({ category: "skill", value: "writing" }))).toBe(true);
    expect(meets(skilled, need({ category: "skill", value: "writing", level: 2 }))).toBe(false);
  });
});

describe("ranking and proposing", () => {
  test("each part of the policy counts as its row says", () => {
    const needs = [
      need({ kind: "required", category: "clearance", value: "interviewing" }),
      need({ category: "experience", value: "trauma", weight: 2 }),
      need({ category: "skill", value: "writing", level: 2 }),
      need({ category: "skill", value: "teaching" }),
      need({ value: "digital", scope: "team", atLeast: 1 }),
    ];
    const { answer } = run({
      needs,
      people: [
        person(1, {
          experience: ["trauma"],
          skills: { writing: 4, teaching: 1 },
          interests: ["digital"],
          recentOffers: 1,
          activeProjects: 1,
          monthsSinceOffer: 5,
        }),
      ],
    });
    expect(answer.people[0]?.parts.map((p) => [p.part, p.points])).toEqual([
      ["required-need", 10],
      ["desired-need", 12],
      ["level", 2],
      ["interest", 3],
      ["development", 2],
      ["recent-offer", -3],
      ["active-project", -4],
      ["months-since-offer", 5],
      ["rotation", -10],
    ]);
    expect(answer.people[0]?.points).toBe(17);
  });

  test("waiting counts up to as many months as the policy says, and fully for somebody never asked", () => {
    const waited = (most: number | undefined, monthsSinceOffer: number | null) => {
      const { points: has, ...rest } = project.policy;
      const points = {
        ...has,
        "months-since-offer": 2,
        ...(most === undefined ? {} : { "waiting-months": most }),
      };
      const { answer } = run({ policy: { ...rest, points }, people: [person(1, { monthsSinceOffer })] });
      return answer.people[0]?.parts.find((p) => p.part === "months-since-offer")?.points;
    };
    expect([waited(6, 5), waited(6, 20), waited(6, null), waited(0, null)]).toEqual([10, 12, 12, 0]);
    expect([waited(undefined, 20), waited(undefined, null)]).toEqual([24, 24]);
  });

  test("a team need is met ahead of points, and that is said", () => {
    const { answer } = run({
      places: 1,
      needs: [
        need({ value: "digital" }),
        need({ kind: "required", category: "perspective", value: "carer", scope: "team", atLeast: 1 }),
      ],
      people: [person(1, { interests: ["digital"] }), person(2, { perspective: "carer" })],
    });
    expect(answer.proposed).toEqual([2]);
    expect(answer.people.find((p) => p.id === 2)?.forTheTeam).toBe(true);
  });

  test("those on the team or waiting count towards what the team needs and take up places", () => {
    const { answer, solved } = run({
      needs: [need({ kind: "required", category: "perspective", value: "carer", scope: "team", atLeast: 1 })],
      people: [
        person(1),
        person(2, { perspective: "carer", offer: "waiting" }),
        person(3, { perspective: "carer" }),
      ],
    });
    expect(answer.placesLeft).toBe(1);
    expect(answer.proposed).toHaveLength(1);
    expect(solved.byLot).toHaveLength(1);
  });

  test("LEAN fills only the places the working group cannot", () => {
    const lean = person(2, { group: "lean", interests: ["digital"] });
    const wide = { asked: ["lewg", "lean"], needs: [need({})], people: [person(1), lean] };
    expect(run({ ...wide, places: 1 }).answer.proposed).toEqual([1]);
    expect(run({ ...wide, places: 2 }).answer.proposed).toEqual([1, 2]);
    expect(run({ ...wide, places: 1, inOrder: false }).answer.proposed).toEqual([2]);
    expect(run({ ...wide, asked: ["lewg"] }).answer.people.map((p) => p.id)).toEqual([1]);
  });

  test("people of another group who left are not even considered", () => {
    const left = person(2, { standing: "term-ended" });
    expect(prepared({ ...project, people: [person(1), left] }).people.map((p) => p.id)).toEqual([1]);
  });

  test("somebody in LEAN who has left the working group is asked through LEAN; a pause in the group is respected", () => {
    const lewg = {
      id: 1,
      group: "lewg",
      joinedOn: "2023-01-01" as Day,
      leftOn: null,
      leftAs: null,
      pauses: [],
    };
    const lean = { ...lewg, id: 2, group: "lean" };
    const left = { ...lewg, leftOn: "2025-10-31" as Day, leftAs: "term-ended" };
    const paused = { ...lewg, pauses: [{ id: 1, from: "2026-05-01" as Day, until: null }] };
    expect(askedThrough([left, lean], day)).toEqual({ group: "lean", standing: "active", termEndsOn: null });
    expect(askedThrough([paused, lean], day)).toEqual({
      group: "lewg",
      standing: "paused",
      termEndsOn: null,
    });
    expect(askedThrough([left], day)).toEqual({ group: "lewg", standing: "term-ended", termEndsOn: null });
    expect(askedThrough([], day)).toBeNull();
  });
});

describe("what cannot be had", () => {
  const carer = need({
    kind: "required",
    category: "perspective",
    value: "carer",
    scope: "team",
    atLeast: 1,
  });
  const said = (changes: Partial<MatchFacts>): string[] => {
    const { facts: used, answer } = run(changes);
    return gaps(used, answer);
  };

  test("nobody has it", () => {
    expect(said({ places: 1, needs: [carer], people: [person(1)] })).toEqual([
      "Not met: perspective carer: at least 1 of the team (required); nobody has it on record.",
      "Next: ask LEAN too with --widen lean, then look outside.",
    ]);
  });

  test("those who have it declined or are busy", () => {
    const people_ = [
      person(1),
      person(2, { perspective: "carer", offer: "declined" }),
      person(3, { perspective: "both", projectsMax: 1, activeProjects: 2 }),
    ];
    expect(said({ places: 1, needs: [carer], people: people_, asked: ["lewg", "lean"] })).toEqual([
      "Not met: perspective carer: at least 1 of the team (required); 2 people have it: 1 declined and 1 on as many projects as they want.",
      "Look outside both groups: people on record there are asked with --widen external.",
    ]);
  });

  test("of so many asked for, those who are proposed are no reason why there are not more", () => {
    const two = { ...carer, atLeast: 2 };
    const people_ = [person(1), person(2, { perspective: "carer" })];
    expect(said({ places: 2, needs: [two], people: people_ })[0]).toBe(
      "Not met: perspective carer: at least 2 of the team (required); nobody else has it on record.",
    );
    const paused = person(3, { perspective: "carer", standing: "paused" });
    expect(said({ places: 2, needs: [two], people: [...people_, paused] })[0]).toBe(
      "Not met: perspective carer: at least 2 of the team (required); 1 person has it: 1 paused.",
    );
  });

  test("more than asked for is because other required needs ask for them", () => {
    const few = need({ kind: "required", value: "digital", scope: "team", atMost: 0 });
    const both = person(1, { perspective: "carer", interests: ["digital"] });
    expect(said({ places: 1, needs: [few, { ...carer }], people: [both, person(2)] })[0]).toContain(
      "more than that are on the team already, or other required needs ask for them",
    );
  });

  test("a team with every place taken is not told whom to ask", () => {
    const on = person(1, { onTeam: true });
    expect(said({ places: 1, needs: [carer], people: [on] })).toEqual([
      "Not met: perspective carer: at least 1 of the team (required); no place is left.",
    ]);
  });

  test("the network is named next where people there can close the gap, people outside both after it, then outside", () => {
    const around = (...given: MatchPerson[]): string | undefined => {
      const { facts: used, answer } = run({ places: 1, needs: [carer], people: [person(1), ...given] });
      return gaps(used, answer, { elsewhere: new Set(), given }).slice(1).join(" ");
    };
    const inLean = person(2, { group: "lean", perspective: "carer" });
    const outside = person(3, { group: "external", perspective: "carer" });
    const lean = "Next: ask LEAN too, among whom this could be had: --widen lean.";
    expect(around(inLean, outside)).toBe(lean);
    expect(around({ ...inLean, standing: "paused" }, outside)).toBe(
      "Nobody in LEAN who can be asked closes this gap. Next: ask people on record outside both groups too, among whom this could be had: --widen external.",
    );
    expect(around({ ...inLean, perspective: null })).toBe(
      "Nobody in LEAN who can be asked closes this gap. Look outside.",
    );
  });

  test("of somebody in the network who did not agree to it, experience closes no gap", () => {
    const trauma = need({
      kind: "required",
      category: "experience",
      value: "trauma",
      scope: "team",
      atLeast: 1,
    });
    const given = [person(2, { group: "lean", experience: ["trauma"], mayUseExperience: false })];
    const { facts: used, answer } = run({ places: 1, needs: [trauma], people: [person(1), ...given] });
    expect(gaps(used, answer, { elsewhere: new Set(), given }).at(-1)).toBe("Look outside.");
  });

  test("of an experience it is not said how many bring it", () => {
    const trauma = need({ category: "experience", value: "trauma", scope: "team", atLeast: 1 });
    const busy = person(2, { experience: ["trauma"], standing: "paused" });
    expect(said({ places: 1, needs: [trauma], people: [person(1), busy] })[0]).toBe(
      "Not met: experience trauma: at least 1 of the team (desired); those who bring it cannot be asked now.",
    );
  });

  test("fewer people than places", () => {
    expect(said({ places: 2, people: [person(1)] })).toContain(
      "1 place of 2 cannot be filled: 1 person can be proposed.",
    );
  });

  test("nothing is said where everything can be had", () => {
    expect(said({ places: 1, people: [person(1)] })).toEqual([]);
  });
});
