import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import {
  type Deed,
  division,
  involved,
  inward,
  type Measure,
  nameInReport,
  outward,
} from "../../src/domain/involvement.ts";
import type { NamingChoice, NamingFacts } from "../../src/domain/naming.ts";
import { namedPerson } from "../../src/domain/person-name.ts";

const deed = (personId: number, took: boolean): Deed => ({
  area: "meetings",
  on: "2026-03-11" as Day,
  ref: "2026-03",
  title: "LEWG",
  personId,
  what: took ? "came" : "sent apologies",
  output: null,
  took,
});

const total = (n: number): Measure => ({
  key: "people",
  standard: "inclusive-opportunities",
  label: "People involved",
  n,
  people: true,
});

const byGroup = { lewg: "in the LEWG", lean: "in LEAN", other: "from outside both" };
const byPerspective = { carer: "carers", both: "both", other: "service users" };

const measuresOf = (people: readonly { group: string | null; perspective: string | null }[]): Measure[] => [
  total(people.length),
  ...division(
    "people",
    "x",
    "group",
    byGroup,
    people.map((p) => p.group),
  ),
  ...division(
    "people",
    "x",
    "perspective",
    byPerspective,
    people.map((p) => p.perspective),
  ),
];

describe("figures of an involvement report", () => {
  test("an apology is on record and is not involvement", () => {
    expect(involved([deed(3, true), deed(2, true), deed(3, true), deed(4, false)])).toEqual([2, 3]);
  });

  test("the team sees every figure; outside it no count of people from 1 to 4 is shown, nor given back by a total", () => {
    const anybody = fc.record({
      group: fc.constantFrom("lewg", "lean", null),
      perspective: fc.constantFrom("carer", "both", null),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 25 }), (people) => {
        const measures = measuresOf(people);
        expect(inward(measures).map((m) => m.shown)).toEqual(measures.map((m) => m.n));
        const shown = outward(measures, 5);
        for (const m of shown) expect(m.shown === null || m.shown === 0 || m.shown >= 5).toBe(true);
        for (const by of ["group", "perspective"]) {
          const parts = shown.filter((m) => m.part?.by === by);
          const hidden = parts.filter((m) => m.shown === null);
          if (hidden.length === 0 || shown[0]?.shown == null) continue;
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, m) => sum + m.n, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  test("counts of papers, meetings and events are public and are shown, however small", () => {
    const papers: Measure = { ...total(1), key: "papers", people: false };
    expect(outward([papers], 5)[0]?.shown).toBe(1);
  });
});

describe("people in a public report", () => {
  const choice = (
    id: number,
    outputKind: NamingChoice["outputKind"],
    form: NamingChoice["form"],
  ): NamingChoice => ({
    id,
    personId: 3,
    outputKind,
    outputId: outputKind === "event" ? 1 : null,
    form,
    wording: null,
  });
  const facts = (choices: readonly NamingChoice[]): NamingFacts => ({
    people: new Map([[3, namedPerson({ id: 3, knownAs: "Bex", fullName: "Bex Thornton" })]]),
    choices: new Map([[3, choices]]),
  });
  const event = { kind: "event", id: 1 } as const;

  test("they stand as they chose for the event", () => {
    expect(nameInReport(facts([choice(1, "event", "full")]), 3, event)).toEqual({
      shown: true,
      name: "Bex Thornton",
      form: "full",
    });
    expect(nameInReport(facts([choice(1, "event", "anonymous")]), 3, event).shown).toBe(false);
    expect(nameInReport(facts([]), 3, event).shown).toBe(false);
  });

  test("somebody who chose to be left out of reports is left out, though named at the event", () => {
    const both = [choice(1, "event", "full"), choice(2, "report", "anonymous")];
    expect(nameInReport(facts(both), 3, event).shown).toBe(false);
  });
});
