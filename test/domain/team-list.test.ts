import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import type { NamingChoice, NamingForm } from "../../src/domain/naming.ts";
import { namedPerson } from "../../src/domain/person-name.ts";
import {
  checkOnTeam,
  type TeamListFacts,
  teamForms,
  teamForProject,
  teamListSaid,
} from "../../src/domain/team-list.ts";

const on = (text: string): Day => text as Day;

const choice = (personId: number, form: NamingForm, wording: string | null = null): NamingChoice => ({
  ...{ id: personId, personId, outputKind: "project", outputId: 1, form, wording },
});

const names: Readonly<Record<number, string>> = { 3: "Bex Thornton", 6: "Amina Khan", 9: "Rosa Delgado" };

const facts = (
  choices: readonly NamingChoice[],
  mayBeTold: readonly number[],
  ended: Readonly<Record<number, string>> = {},
): TeamListFacts => ({
  projectId: 1,
  team: [3, 6, 9].map((personId) => ({ personId, role: "member", fromOn: on("2026-06-01") })),
  naming: {
    people: new Map(
      Object.entries(names).map(([id, fullName]) => [
        Number(id),
        namedPerson({
          ...{ id: Number(id), knownAs: fullName.split(" ")[0] ?? "", fullName },
          consentEndedOn: ended[Number(id)] as Day | undefined,
        }),
      ]),
    ),
    choices: new Map(choices.map((c) => [c.personId, [c]])),
  },
  mayBeTold: new Set(mayBeTold),
  experience: new Map([
    [3, ["Trauma"]],
    [6, ["Crisis services", "Psychosis"]],
    [9, ["Perinatal"]],
  ]),
});

describe("the list of a team for the project team", () => {
  test("names are as each person agreed for this project, in the order of names and not of refs", () => {
    const lines = teamForProject(
      facts([choice(3, "full"), choice(6, "other", "Mina"), choice(9, "full")], []),
    );
    expect(lines.map((l) => l.name)).toEqual(["Bex Thornton", "Mina", "Rosa Delgado"]);
  });

  test("experience is told only where the consent to tell the project team is in force", () => {
    const lines = teamForProject(facts([choice(3, "full"), choice(6, "full"), choice(9, "full")], [6]));
    expect(lines.map((l) => [l.name, l.experience])).toEqual([
      ["Amina Khan", ["Crisis services", "Psychosis"]],
      ["Bex Thornton", []],
      ["Rosa Delgado", []],
    ]);
  });

  test("of somebody who has not said how they are to be named nothing else is told, whatever may be told of them", () => {
    const lines = teamForProject(facts([choice(6, "full"), choice(9, "undecided")], [3, 6, 9]));
    expect(lines.slice(1)).toEqual(
      [1, 2].map(() => ({ name: "name withheld", shown: false, role: null, from: null, experience: [] })),
    );
    expect(teamListSaid("P-001", lines)[0]).toContain("2 names are withheld.");
  });

  test("a choice for another project, and a consent to be named that was taken back, count for nothing here", () => {
    const other = { ...choice(3, "full"), outputId: 2 };
    const lines = teamForProject(facts([other, choice(6, "full")], [6], { 6: "2026-08-01" }));
    expect(lines.every((l) => !l.shown && l.experience.length === 0)).toBe(true);
  });

  test("nobody is anonymous to people they work with, and nobody else than the team is named to it", () => {
    expect(teamForms).toEqual(["full", "other", "initials", "pen-name", "undecided"]);
    expect(checkOnTeam("P-001", "M-003 Bex", 0).ok).toBe(false);
    expect(checkOnTeam("P-001", "M-003 Bex", 1).ok).toBe(true);
  });
});
