import { describe, expect, test } from "@jest/globals";
import { byline, type NamingFacts, nameOf, orcidOf, printed } from "../../src/domain/naming.ts";
import {
  namedPerson,
  type OutwardName,
  payeeName,
  type TeamName,
  teamName,
} from "../../src/domain/person-name.ts";
import type { OutwardFillings } from "../../src/domain/template.ts";
import { list, type OutwardReport, type OutwardRow, type Row } from "../../src/reports/report.ts";
import type { PersonRow } from "../../src/store/people.ts";

/*
 * The lines marked @ts-expect-error must not compile: `tsc` fails where one of them does. What they hold is that a name as
 * the store has it cannot stand in a report or document for readers outside the team, whatever way it is put there.
 */

const person = namedPerson({ id: 3, knownAs: "Tam", fullName: "Tamsin Kerr", orcid: "0000-0002-1825-0097" });
const output = { kind: "paper", id: 1 } as const;
const facts = (form: "full" | "initials" | "anonymous"): NamingFacts => ({
  people: new Map([[3, person]]),
  choices: new Map([
    [
      3,
      [
        {
          id: 1,
          personId: 3,
          outputKind: "paper",
          outputId: 1,
          form,
          wording: form === "initials" ? "T. K" : null,
        },
      ],
    ],
  ]),
});
const row = { known_as: "Tam", full_name: "Tamsin Kerr" } as Pick<PersonRow, "known_as" | "full_name">;

describe("a name as the store has it cannot go into a text for readers outside the team", () => {
  test("the compiler refuses it in a cell, a list, a document and in place of a name from the gate", () => {
    // @ts-expect-error a raw name in a cell
    const cell: OutwardRow = { name: row.known_as };
    // @ts-expect-error a raw name in a list of names
    const names: OutwardRow = { names: [row.known_as] };
    // @ts-expect-error a report of such rows
    const report: OutwardReport = list("People", [], [{ name: row.known_as }], "Nobody.");
    // @ts-expect-error a raw name in a document
    const block: OutwardFillings = { authors: row.known_as };
    // @ts-expect-error the sealed name is no text at all
    const sealed: Row = { name: person.knownAs };
    // @ts-expect-error what the gate gave out for the team
    const team: OutwardRow = { name: printed(nameOf(facts("full"), 3, output, "team")) };
    // @ts-expect-error what the team calls somebody
    const called: OutwardRow = { name: teamName(person) };
    // @ts-expect-error a raw name among authors
    const authors: readonly OutwardName[] = [row.known_as];
    // @ts-expect-error a plain text among authors
    const typed: readonly OutwardName[] = ["Tamsin Kerr"];
    expect([cell, names, report, block, sealed, team, called, authors, typed]).toHaveLength(9);
  });

  test("what the gate gave out for them, titles and figures are taken, and the team's lists take everything", () => {
    const naming = nameOf(facts("full"), 3, output, "public");
    const outward: OutwardRow = {
      title: "A paper",
      year: 2026,
      people: byline([naming]),
      payee: payeeName(person),
    };
    const inward: Row = { known_as: row.known_as, name: teamName(person), people: byline([naming]) };
    const literal: TeamName = "Tam";
    expect([outward["people"], outward["payee"], inward["name"], literal]).toEqual([
      ["Tamsin Kerr"],
      "Tamsin Kerr",
      "Tam",
      "Tam",
    ]);
  });

  test("a sealed name that is printed by mistake says that it is withheld, in text and in JSON", () => {
    expect(`${String(person.fullName)} ${JSON.stringify(person)}`).not.toMatch(/Tam|Kerr|0097/);
    expect(`${String(person.knownAs)}`).toBe("name withheld");
    expect(Object.values(person).join(" ")).not.toMatch(/Tam|Kerr|0097/);
  });

  test("an ORCID iD stands beside a full name only: it leads from initials to the name at once", () => {
    expect(orcidOf(facts("full"), 3, output, "public")).toBe("0000-0002-1825-0097");
    expect(orcidOf(facts("initials"), 3, output, "public")).toBeNull();
    expect(orcidOf(facts("anonymous"), 3, output, "public")).toBeNull();
    expect(orcidOf({ ...facts("full"), choices: new Map() }, 3, output, "public")).toBeNull();
  });
});
