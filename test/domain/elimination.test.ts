import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  checkElimination,
  type EliminationFacts,
  eliminationWarnings,
  type TeamMate,
} from "../../src/domain/elimination.ts";
import { type NamingForm, namingForms } from "../../src/domain/naming.ts";
import { namedIn, namedInAny, namedPerson } from "../../src/domain/person-name.ts";

const mate = (more: Partial<TeamMate> = {}): TeamMate => ({
  named: false,
  perspective: "service-user",
  came: true,
  ...more,
});

const facts = (more: Partial<EliminationFacts> = {}): EliminationFacts => ({
  output: "C-001",
  among: "the team of P-003",
  minimum: 3,
  forms: ["anonymous"],
  team: [mate(), mate(), mate(), mate()],
  meetings: 0,
  paid: null,
  beside: [],
  namedTexts: [],
  affiliatedPenName: false,
  ...more,
});
const said = (more: Partial<EliminationFacts>): string[] =>
  eliminationWarnings(facts(more)).map((w) => w.warning);

describe("before somebody anonymous goes into print, it is said how they could be worked out", () => {
  test("nothing is said where enough people could be meant, or where nobody hides", () => {
    expect(said({})).toEqual([]);
    expect(said({ forms: ["full", "group"], team: [mate(), mate({ named: true })] })).toEqual([]);
    expect(said({ among: "", team: [] })).toEqual([]);
  });

  test("a small team: who is left once the named people are left out", () => {
    expect(
      said({ team: [mate(), mate({ named: true }), mate({ named: true })], forms: ["anonymous", "full"] }),
    ).toEqual([
      "The team of P-003 is small: only 1 person could be meant, once the 2 people named in C-001 are left out.",
    ]);
    expect(said({ team: [mate(), mate()] })).toEqual([
      "The team of P-003 is small: only 2 people could be meant.",
    ]);
  });

  test("a pen name hides no better than Anonymous does", () => {
    expect(said({ forms: ["pen-name"], team: [mate()] })).toHaveLength(1);
  });

  test("the author count: as many as the team has people", () => {
    expect(said({ forms: ["anonymous", "group", "group", "group"] })).toEqual([
      "C-001 has as many people as the team of P-003 (4): whoever hears the number knows that it is all of them.",
    ]);
  });

  test("the only carer on the team", () => {
    expect(said({ team: [mate(), mate(), mate(), mate({ perspective: "carer" })] })).toEqual([
      "Of those in the team of P-003 who could be meant, one alone is a carer: a text that says so tells who it is.",
    ]);
    expect(
      said({
        forms: ["anonymous", "full"],
        team: [
          mate(),
          mate(),
          mate(),
          mate({ perspective: "carer" }),
          mate({ perspective: "carer", named: true }),
        ],
      }),
    ).toHaveLength(1);
  });

  test("who is both counts as a carer, and as having used services: what is said of one person is true of one", () => {
    const alone = (...perspectives: TeamMate["perspective"][]): string[] =>
      said({ team: perspectives.map((perspective) => mate({ perspective })) }).map(
        (w) => /one alone (.*): a text/.exec(w)?.[1] ?? w,
      );
    expect(alone("service-user", "carer", "both")).toEqual([
      "is a carer and has used services",
      "is a carer and has not used services",
      "has used services and is not a carer",
    ]);
    expect(alone("service-user", "service-user", "both")).toEqual(["is a carer"]);
    expect(alone("carer", "carer", "both")).toEqual(["has used services"]);
    expect(alone("carer", "both", "both")).toEqual(["is a carer and has not used services"]);
    expect(alone("service-user", null, null)).toEqual(["has used services"]);
    expect(alone("both", "both", "both")).toEqual([]);
  });

  test("attendance: only few came while it was written; nothing where no meeting was held, or all came", () => {
    const team = [mate(), mate({ came: false }), mate({ came: false }), mate({ came: false })];
    expect(said({ team, meetings: 3 })).toEqual([
      "Of those in the team of P-003 who could be meant, only 1 person came to a meeting since the work began: attendance tells who was active.",
    ]);
    expect(said({ team, meetings: 0 })).toEqual([]);
  });

  test("a payment line: only one person has a line whose work is withheld", () => {
    expect(said({ paid: 1 })).toEqual([
      "A payment for C-001 is on record, and only 1 person has a line whose work is withheld: whoever reads payment lists can put the two together.",
    ]);
    expect(said({ paid: 3 })).toEqual([]);
  });

  test("the remaining named people: the paper it belongs to names one", () => {
    expect(
      said({
        beside: [
          { ref: "PA-001", named: 1 },
          { ref: "E-001", named: 0 },
        ],
      }),
    ).toEqual([
      "PA-001 belongs to the same work and names 1 person with lived experience: readers may put the two together.",
    ]);
  });

  test("a text or title that holds somebody's name, as soon as anybody in it is named otherwise than in full", () => {
    const namedTexts = ["The title of C-001", "Paragraph 2 of version 1 of C-001"];
    expect(said({ namedTexts })).toEqual([
      "The title of C-001 holds a word that is a name of somebody whom C-001 does not name in full.",
      "Paragraph 2 of version 1 of C-001 holds a word that is a name of somebody whom C-001 does not name in full.",
    ]);
    expect(said({ namedTexts, forms: ["full", "initials"] })).toHaveLength(2);
    expect(said({ namedTexts, forms: ["full", "other"] })).toEqual([]);
  });

  test("an affiliation beside a pen name", () => {
    expect(said({ affiliatedPenName: true, forms: ["pen-name", "full"] })).toEqual([
      "An affiliation is printed beside a pen name in C-001: few people may belong there.",
    ]);
  });

  test("names are told from words by their capital, whatever is joined to them and however their accents are typed", () => {
    const people = [
      namedPerson({ id: 3, knownAs: "Jo", fullName: "Inês d'Ávila Price-Morgan" }),
      namedPerson({ id: 4, knownAs: "李静", fullName: null }),
    ];
    const of = (text: string): boolean => namedInAny([{ text }], people).length > 0;
    expect(["Jo’s words", "INES", "d’Avila", "A Price", "Price-less", "李静"].map((t) => [t, of(t)])).toEqual(
      ["Jo’s words", "INES", "d’Avila", "A Price", "Price-less", "李静"].map((t) => [t, true]),
    );
    expect(["a price to pay", "joy and jo", "D. wrote", ""].map(of)).toEqual([false, false, false, false]);
  });

  test("every warning says what would mend it, and all of them come at once", () => {
    const answer = checkElimination(facts({ team: [mate()], paid: 1 }), {
      before: [],
      reason: undefined,
      reasonNames: false,
    });
    expect(answer.ok ? [] : answer.problems.map((p) => p.code)).toEqual([
      "can-be-worked-out",
      "can-be-worked-out",
    ]);
    expect(answer.ok ? [] : answer.problems.map((p) => p.remedy)).toEqual([
      expect.stringContaining("--acknowledge"),
      expect.stringContaining("--acknowledge"),
    ]);
  });

  test("with a reason it goes on; what was acknowledged is not asked for again, what is new is", () => {
    const few = facts({ team: [mate()] });
    const first = checkElimination(few, { before: [], reason: "agreed with them", reasonNames: false });
    const kept = first.ok ? first.value.map((w) => w.warning) : [];
    expect(kept).toHaveLength(1);
    const again = { before: kept, reason: undefined, reasonNames: false };
    expect(checkElimination(few, again)).toEqual({ ok: true, value: [] });
    expect(checkElimination({ ...few, paid: 1 }, again).ok).toBe(false);
  });

  test("a reason that names somebody, or holds a bank detail, is not kept", () => {
    const refused = (reason: string, reasonNames: boolean) => {
      const answer = checkElimination(facts({ team: [mate()] }), { before: [], reason, reasonNames });
      return answer.ok ? [] : answer.problems.map((p) => p.code);
    };
    expect(refused("Tam says it is fine", true)).toEqual(["reason-names-somebody"]);
    expect(refused("paid to 12-34-56 12345678", false)).toEqual(["private-detail"]);
    const tam = namedPerson({ id: 3, knownAs: "Tam", fullName: "Tamsin Kerr" });
    expect(
      ["TAM agreed", "ask Kerr, please", "Tamsin's wish", "they agreed", "stamina"].map((t) =>
        namedIn(t, [tam]),
      ),
    ).toEqual([true, true, true, false, false]);
  });
});

describe("a warning is no leak of its own", () => {
  const mates = fc.array(
    fc.record({
      named: fc.boolean(),
      perspective: fc.constantFrom("service-user", "carer", "both", null),
      came: fc.boolean(),
    }),
    { maxLength: 8 },
  );

  test("it says the same whoever of those not named is the one, and in whatever order they stand", () => {
    fc.assert(
      fc.property(
        mates,
        fc.constantFrom(...namingForms),
        fc.integer({ min: 0, max: 5 }),
        (team, form, meetings) => {
          const forms: NamingForm[] = ["anonymous", form];
          const one = facts({ team: team as TeamMate[], forms, meetings });
          const other = facts({
            team: ([...team] as TeamMate[]).reverse(),
            forms: [...forms].reverse(),
            meetings,
          });
          expect(eliminationWarnings(other)).toEqual(eliminationWarnings(one));
        },
      ),
    );
  });

  test("where fewer than the unit's figure could be meant, something is always said", () => {
    fc.assert(
      fc.property(mates, fc.integer({ min: 2, max: 6 }), (team, minimum) => {
        const left = team.filter((t) => !t.named).length;
        fc.pre(left > 0 && left < minimum);
        expect(said({ team: team as TeamMate[], minimum })).not.toEqual([]);
      }),
    );
  });
});
