import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { gaps } from "../../src/domain/gap.ts";
import type { MatchPerson } from "../../src/domain/gate.ts";
import type { MatchFacts } from "../../src/domain/match.ts";
import type { Need } from "../../src/domain/need.ts";
import { lostSaid, shortOfNeeds, standsNow } from "../../src/domain/team-short.ts";

const required = (category: Need["category"], value: string, changes: Partial<Need> = {}): Need => ({
  ...{ kind: "required", category, value, level: null, scope: "every" },
  ...{ atLeast: null, atMost: null, weight: 1 },
  ...changes,
});
const person = (id: number, changes: Partial<MatchPerson> = {}): MatchPerson => ({
  ...{ id, group: "lewg", standing: "active", termEndsOn: null, perspective: "carer", region: null },
  ...{ skills: {}, interests: [], availability: [], experience: [], mayUseExperience: true },
  ...{ lacks: { interviewing: [] }, conflict: false, hoursPerMonth: null, projectsMax: null },
  ...{ activeProjects: 0, recentOffers: 0, monthsSinceOffer: null, ceiling: "none", offer: "none" },
  ...{ onTeam: false, held: false },
  ...changes,
});
const uncleared = { interviewing: ["Interviewing: Role play"] };
const facts = (needs: readonly Need[], people: readonly MatchPerson[]): MatchFacts => ({
  ...{ projectId: 1, project: "P-001", day: "2026-06-22" as Day, startsOn: null, endsOn: null },
  ...{ hoursPerMonth: null, places: 2, asked: ["lewg"], inOrder: true, atMost: null, included: [] },
  ...{ needs, people },
  policy: { id: 1, version: 1, recentMonths: 12, points: {} },
});
const names = new Map([
  [1, "M-001 Ada"],
  [2, "M-002 Bex"],
]);

describe("a place somebody holds without what it requires now", () => {
  const interviewing = required("clearance", "interviewing");
  const people = [
    person(1, { onTeam: true, lacks: uncleared }),
    person(2, { offer: "waiting", lacks: uncleared }),
    person(3, { lacks: uncleared }),
    person(4, { onTeam: true }),
  ];

  test("is said of the team and of open offers, with what would end it; nobody loses it by itself", () => {
    expect(standsNow({ facts: [facts([interviewing], people)], names })).toEqual([
      "P-001 requires clearance interviewing of every member; on the team without it: M-001 Ada; offered a place without it: M-002 Bex. They stay until people decide; to end it: involve project release P-001 M-001",
    ]);
  });

  test("is said as well of who is away, has a conflict of interest, or is short of time since they were asked", () => {
    const away = [
      person(1, { onTeam: true, standing: "paused" }),
      person(2, { offer: "waiting", conflict: true, hoursPerMonth: 4 }),
      person(3, { standing: "paused" }),
    ];
    const asked = { facts: [{ ...facts([], away), hoursPerMonth: 6 }], names };
    const second = [
      "M-002 Bex, offered a place on P-001, has a conflict of interest on record.",
      "M-002 Bex, offered a place on P-001, can give 4 hours a month, and P-001 asks for 6.",
    ];
    expect(standsNow(asked)).toEqual(["M-001 Ada, on the team of P-001, is paused.", ...second]);
    expect(standsNow(asked, 2)).toEqual(second);
  });

  test("counts for what is required of every member alone, and never tells of lived experience", () => {
    const others = [
      required("experience", "trauma"),
      required("interest", "digital", { kind: "desired" }),
      required("region", "london", { scope: "team", atLeast: 1 }),
    ];
    expect(shortOfNeeds(facts(others, people))).toEqual([]);
  });

  test("is said after a clearance is lost, where it is the one that was lost", () => {
    const asked = { facts: [facts([interviewing, required("region", "london")], people)], names };
    const lost = (key: string) => lostSaid(asked, [{ personId: 1, clearance: { key } as never }]);
    expect(lost("interviewing")).toHaveLength(1);
    expect(lost("analysis")).toEqual([]);
  });

  test("is among what cannot be met, and sends nobody to look for others", () => {
    const [full, noPlace] = [facts([interviewing], people), { people: [], proposed: [], objective: 0 }];
    const why = "Not met: clearance interviewing (required); 1 person on the team does not meet it now.";
    expect(gaps({ ...full, places: 3 }, { ...noPlace, placesLeft: 0 })).toEqual([why]);
    expect(gaps(full, { ...noPlace, proposed: [4], placesLeft: 1 })).toEqual([why]);
  });
});
