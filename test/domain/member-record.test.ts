import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import type { Deed } from "../../src/domain/involvement.ts";
import {
  checkRecordReader,
  meetingYears,
  namedInRecord,
  recordItems,
} from "../../src/domain/member-record.ts";
import { type NamingFacts, type NamingForm, namingForms, outputKey } from "../../src/domain/naming.ts";
import { namedPerson } from "../../src/domain/person-name.ts";
import { problemsOf } from "../../src/domain/result.ts";

const output = { kind: "commentary", id: 1 } as const;
const wordingOf = (form: NamingForm): string | null =>
  ({ initials: "T. K", "pen-name": "Q. Wren", other: "Tam Kerr", group: "The working group" })[
    form as string
  ] ?? null;

/** Somebody who made these choices for the commentary, one after the other. */
const facts = (forms: readonly NamingForm[], inPrint = true, consentEndedOn?: string): NamingFacts => ({
  people: new Map([
    [
      3,
      namedPerson({
        id: 3,
        knownAs: "Tam",
        fullName: "Tamsin Kerr",
        ...(consentEndedOn ? { consentEndedOn: consentEndedOn as Day } : {}),
      }),
    ],
  ]),
  choices: new Map([
    [
      3,
      forms.map((form, i) => ({
        id: i + 1,
        personId: 3,
        outputKind: "commentary" as const,
        outputId: 1,
        form,
        wording: wordingOf(form),
      })),
    ],
  ]),
  inPrint: new Map(inPrint ? [[outputKey(output), "2026-11-02" as Day]] : []),
});

const forAnybody = { for: "public", reveal: false } as const;
const forThem = { for: "self", reveal: false } as const;
const named = (naming: NamingFacts, reader: Parameters<typeof namedInRecord>[3]) =>
  namedInRecord({ naming, out: new Set(naming.inPrint?.keys()) }, 3, output, reader);

describe("a member's record", () => {
  test("for anybody has only what they are named in as themselves, as they chose", () => {
    expect(named(facts(["full"]), forAnybody)).toBe("Tamsin Kerr");
    expect(named(facts(["initials"]), forAnybody)).toBe("T. K");
    expect(named(facts(["other"]), forAnybody)).toBe("Tam Kerr");
    for (const form of ["anonymous", "undecided", "pen-name", "group"] as const)
      expect(named(facts([form]), forAnybody)).toBeNull();
    expect(named(facts([]), forAnybody)).toBeNull();
  });

  test("for anybody has nothing that is not in print, and nothing after they took back their consent", () => {
    expect(named(facts(["full"], false), forAnybody)).toBeNull();
    expect(named(facts(["full"], true, "2026-10-01"), forAnybody)).toBeNull();
    expect(named(facts(["full"], true, "2026-11-10"), forAnybody)).toBe("Tamsin Kerr");
  });

  test("for themselves has what is not in print, under a pen name or undecided, and says how they are named", () => {
    expect(named(facts(["pen-name"], false), forThem)).toBe("Q. Wren");
    expect(named(facts([], false), forThem)).toBe("name withheld");
  });

  test("has what they are anonymous in only for themselves, and only where somebody looked", () => {
    expect(named(facts(["anonymous"]), forThem)).toBeNull();
    expect(named(facts(["anonymous"]), { for: "self", reveal: true })).toBe("Anonymous");
    expect(problemsOf(checkRecordReader({ for: "public", reveal: true })).map((p) => p.code)).toEqual([
      "never-revealed",
    ]);
    expect(problemsOf(checkRecordReader({ for: "self", reveal: true }))).toEqual([]);
  });

  test("whatever they chose before, for anybody the last choice decides", () => {
    const forms = fc.array(fc.constantFrom(...namingForms), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(forms, (chosen) => {
        const last = chosen.at(-1) as NamingForm;
        const shown = ["full", "other", "initials"].includes(last);
        expect(named(facts(chosen), forAnybody)).toBe(shown ? (wordingOf(last) ?? "Tamsin Kerr") : null);
      }),
    );
  });

  test("puts what somebody did in one thing together, and counts meetings by year", () => {
    const deed = (changes: Partial<Deed>): Deed => ({
      area: "papers",
      on: "2026-03-01" as Day,
      ref: "PA-001",
      title: "What helps",
      personId: 3,
      what: "Formal analysis",
      output: null,
      took: true,
      ...changes,
    });
    const items = recordItems(
      [deed({}), deed({ what: "Investigation" })],
      "papers",
      { naming: facts([]), out: new Set() },
      forThem,
    );
    expect(items.map((i) => i.deeds.map((d) => d.what))).toEqual([["Formal analysis", "Investigation"]]);
    const meeting = (on: string, title: string, took = true) =>
      deed({ area: "meetings", ref: on, on: on as Day, title, took });
    const all = [
      meeting("2025-11-12", "One"),
      meeting("2026-01-14", "Two"),
      meeting("2026-03-11", "Three", false),
      meeting("2026-04-01", "Reflective space"),
    ];
    const support = new Set(["2026-04-01"]);
    expect(meetingYears(all, support, { for: "public", reveal: false })).toEqual([
      { year: "2026", titles: ["Two"] },
      { year: "2025", titles: ["One"] },
    ]);
    expect(meetingYears(all, support, { for: "self", reveal: false })[0]).toEqual({
      year: "2026",
      titles: ["Two", "Reflective space"],
    });
  });
});
