import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import {
  type Audience,
  audiences,
  byline,
  consentEnded,
  type NamedOutput,
  type NamingChoice,
  type NamingForm,
  nameFor,
  nameOf,
  namingForms,
  outputKey,
  printed,
  refMayShow,
  withheldLast,
} from "../../src/domain/naming.ts";
import { checkNaming } from "../../src/domain/naming-choice.ts";
import { namedPerson } from "../../src/domain/person-name.ts";

const person = namedPerson({ id: 3, knownAs: "Tam", fullName: "Tamsin Kerr" });
const output: NamedOutput = { kind: "commentary", id: 1 };
let next = 1;
const choice = (form: NamingForm, wording: string | null = null, more: Partial<NamingChoice> = {}) => ({
  id: next++,
  personId: 3,
  outputKind: output.kind as NamingChoice["outputKind"],
  outputId: output.id,
  form,
  wording,
  ...more,
});
const shown = (choices: readonly NamingChoice[], audience: Audience = "public", reveal = false): string =>
  printed(nameFor(person, choices, output, audience, reveal));

const asked = (form: NamingForm, wording?: string, inPrint = false) =>
  checkNaming(
    { form, wording, how: "e-mail", on: "2026-03-14" as Day },
    { today: "2026-03-14" as Day, saidOn: null, output: "C-001", inPrint },
  );

describe("the naming gate", () => {
  test("prints the form a person chose for this output", () => {
    expect(shown([choice("full")])).toBe("Tamsin Kerr");
    expect(shown([choice("full", "Dr Tamsin Kerr")])).toBe("Dr Tamsin Kerr");
    expect(shown([choice("other", "Tam K.")])).toBe("Tam K.");
    expect(shown([choice("initials", "T. K")])).toBe("T. K");
    expect(shown([choice("pen-name", "Wren")])).toBe("Wren");
    expect(shown([choice("group", "The Working Group")])).toBe("The Working Group");
    expect(shown([choice("anonymous")])).toBe("Anonymous");
  });

  test("withholds the name of somebody who never said, or is undecided", () => {
    expect(shown([])).toBe("name withheld");
    expect(shown([choice("full"), choice("undecided")])).toBe("name withheld");
  });

  test("takes somebody without a full name as they are known", () => {
    expect(printed(nameFor({ ...person, fullName: null }, [choice("full")], output, "public", false))).toBe(
      "Tam",
    );
  });

  test("takes the latest choice for this output, whatever order they come in", () => {
    const first = choice("full");
    const second = choice("initials", "T. K");
    expect(shown([second, first])).toBe("T. K");
  });

  test("takes a default only where nothing was said for this output", () => {
    const usual = choice("initials", "T. K", { outputKind: "default", outputId: null });
    expect(shown([usual])).toBe("T. K");
    expect(shown([choice("anonymous"), usual])).toBe("Anonymous");
    expect(shown([choice("undecided"), usual])).toBe("name withheld");
  });

  test("does not carry a choice for one output over to another", () => {
    expect(shown([choice("full", null, { outputId: 2 })])).toBe("name withheld");
    expect(shown([choice("full", null, { outputKind: "paper" })])).toBe("name withheld");
    expect(shown([choice("full", null, { personId: 4 })])).toBe("name withheld");
  });

  test("shows the team who is behind initials, but not who is anonymous", () => {
    expect(shown([choice("initials", "T. K")], "team")).toBe("Tam");
    expect(shown([], "team")).toBe("Tam");
    expect(shown([choice("anonymous")], "team")).toBe("Anonymous");
    expect(refMayShow(nameFor(person, [choice("anonymous")], output, "team", false), "team")).toBe(false);
    expect(refMayShow(nameFor(person, [choice("full")], output, "public", false), "public")).toBe(false);
  });

  test("reveals an anonymous person to the team and to an editor, never to a project team or the public", () => {
    const said = [choice("anonymous")];
    expect(audiences.map((a) => shown(said, a, true))).toEqual([
      "Tam",
      "Anonymous",
      "Tamsin Kerr",
      "Anonymous",
    ]);
  });

  test("lists a group once and does not count those who are withheld", () => {
    const many = [choice("anonymous"), choice("group", "The Group"), choice("group", "The Group")];
    const namings = [...many, choice("anonymous")].map((c) => nameFor(person, [c], output, "public", false));
    expect(byline(namings)).toEqual(["The Group", "Anonymous"]);
  });

  test("says nothing by the order of a list: whoever is withheld comes last, the anonymous after the undecided", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...namingForms)),
        fc.constantFrom(...audiences),
        (forms, audience) => {
          const namings = forms.map((form, i) =>
            nameFor(
              person,
              [choice(form, form === "group" ? "The Group" : `T${i}`)],
              output,
              audience,
              false,
            ),
          );
          const list = withheldLast(namings, (n) => n);
          const words = list.map((n) => (n.shown ? "named" : n.placeholder));
          expect(words).toEqual(
            ["named", "name withheld", "Anonymous"].flatMap((w) => words.filter((said) => said === w)),
          );
          expect(list.filter((n) => n.shown)).toEqual(namings.filter((n) => n.shown));
        },
      ),
    );
  });

  test("asks for the wording of initials, and wants none from somebody anonymous", () => {
    const codes = (form: NamingForm, wording?: string): string[] => {
      const result = asked(form, wording);
      return result.ok ? [] : result.problems.map((p) => p.code);
    };
    expect(codes("initials")).toEqual(["wording-missing"]);
    expect(codes("anonymous", "Wren")).toEqual(["wording-not-wanted"]);
    expect(codes("full")).toEqual([]);
    expect(codes("pen-name", "Wren")).toEqual([]);
  });

  test("prints nothing but a name: no address, ref or number, no line break, no whole word for initials", () => {
    const codes = (form: NamingForm, wording: string): string[] => {
      const result = asked(form, wording);
      return result.ok ? [] : result.problems.map((p) => p.code);
    };
    for (const wording of ["T. K", "T.K.", "S. P-M.", "Mc D.", "李", "Ш. Ч."])
      expect([wording, codes("initials", wording)]).toEqual([wording, []]);
    for (const wording of ["Tam", "T. Kerr", "Tamsin K."])
      expect([wording, codes("initials", wording)]).toEqual([wording, ["more-than-initials"]]);
    for (const wording of ["tam@unit.example", "M-014", "01632 960 777", "0000-0002-1825-0097", "T.\nK"])
      expect([wording, codes("pen-name", wording)]).toEqual([wording, ["not-a-name"]]);
    for (const wording of ["Anonymous", "(name withheld)", "anon.", "undecided", "Wr\u200ben", "W\u202eren"])
      expect([wording, codes("pen-name", wording)]).toEqual([wording, ["not-a-name"]]);
    for (const wording of ["Agent 007", "Anonyma", "Withheld Wren", "می\u200cترا"])
      expect([wording, codes("pen-name", wording)]).toEqual([wording, []]);
  });

  test("lets nobody change how they are named in what is in print", () => {
    const result = asked("full", undefined, true);
    expect(result.ok ? [] : result.problems.map((p) => p.code)).toEqual(["in-print"]);
  });
});

test("for any sequence of choices, what is printed is the last one that was permitted", () => {
  const step = fc.record({
    form: fc.constantFrom(...namingForms),
    wording: fc.option(fc.stringMatching(/^[A-Z]\. [A-Z]$/), { nil: undefined }),
    elsewhere: fc.boolean(),
    published: fc.integer({ min: 0, max: 19 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const rows: NamingChoice[] = [];
      let expected = "name withheld";
      let inPrint = false;
      for (const { form, wording, elsewhere, published } of steps) {
        inPrint ||= published === 0;
        if (!asked(form, wording, inPrint && !elsewhere).ok) continue;
        const row = choice(form, form === "group" ? "The Group" : (wording ?? null));
        rows.unshift(elsewhere ? { ...row, outputId: 2 } : row);
        if (elsewhere) continue;
        const forms = { full: wording ?? "Tamsin Kerr", group: "The Group", anonymous: "Anonymous" };
        expected = form === "undecided" ? "name withheld" : (forms[form as "full"] ?? wording ?? "");
      }
      expect(shown(rows)).toBe(expected);
      for (const hidden of ["Anonymous", "name withheld"])
        if (expected === hidden) expect(shown(rows, "project", true)).toBe(hidden);
    }),
  );
});

describe("a consent to be named that was taken back", () => {
  const gone = { ...person, consentEndedOn: "2026-06-30" as Day };
  const named = (form: NamingForm, wording: string | null, inPrintSince?: Day): string =>
    printed(nameFor(gone, [choice(form, wording)], output, "public", false, inPrintSince));

  test("withholds the name in what was not in print before", () => {
    expect(named("full", null)).toBe("name withheld");
    expect(named("initials", "T. K")).toBe("name withheld");
    expect(named("full", null, "2026-07-01" as Day)).toBe("name withheld");
  });

  test("leaves what was in print as it stands, and the group's name too", () => {
    expect(named("full", null, "2026-06-30" as Day)).toBe("Tamsin Kerr");
    expect(named("group", "The Working Group")).toBe("The Working Group");
    expect(named("anonymous", null)).toBe("Anonymous");
  });

  test("does not keep the team from seeing who it is", () => {
    expect(printed(nameFor(gone, [choice("full")], output, "team", false))).toBe("Tam");
  });

  test("is said for whoever chose a name, and for nobody else", () => {
    const facts = (form: NamingForm, inPrint?: Day) => ({
      people: new Map([[3, gone]]),
      choices: new Map([[3, [choice(form)]]]),
      inPrint: new Map(inPrint === undefined ? [] : [[outputKey(output), inPrint]]),
    });
    expect(consentEnded(facts("full"), 3, output)).toBe(true);
    expect(consentEnded(facts("full", "2026-05-01" as Day), 3, output)).toBe(false);
    expect(consentEnded(facts("anonymous"), 3, output)).toBe(false);
    expect(consentEnded(facts("undecided"), 3, output)).toBe(false);
    expect(nameOf(facts("full", "2026-05-01" as Day), 3, output, "public").shown).toBe(true);
    expect(nameOf(facts("full"), 3, output, "public").shown).toBe(false);
  });
});
