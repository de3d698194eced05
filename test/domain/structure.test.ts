import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { figureInWords, type StructureFacts, structure } from "../../src/domain/structure.ts";
import { infrastructureReport } from "../../src/reports/infrastructure.ts";

const group = {
  label: "LEWG",
  about: "A group",
  places: 14,
  serviceUsers: 9,
  carers: 2,
  both: 3,
  notSaid: 0,
};
const facts: StructureFacts = {
  shortName: "MHPRU",
  management: ["Harriet Osei, Service User and Carer Involvement Co-ordinator"],
  directors: [],
  lewg: group,
  lean: { ...group, label: "LEAN", places: null, serviceUsers: 36, carers: 10, both: 4 },
  meetings: 6,
  teams: 1,
  peopleOnTeams: 3,
  papers: 3,
  commented: 1,
  published: 1,
  contributed: 0,
  coAuthored: 0,
  courses: 3,
  cleared: [{ key: "interviewing", label: "Interviewing", n: 1 }],
  events: 2,
  reach: 120,
  measured: 1,
  evaluations: 1,
  lastEvaluation: { title: "How 2026 went", responses: 11 },
};
const today = "2026-11-23" as Day;
const linesOf = (part: string, threshold: number | null, given = facts): string[] =>
  (structure(given, threshold).find((p) => p.key === part)?.figures ?? []).map(figureInWords);

describe("the involvement structure", () => {
  test("the team sees how many people are in each group, and how they came to be there", () => {
    expect(linesOf("lewg", null).slice(0, 4)).toEqual([
      "14 of 14 places filled",
      "9 service users",
      "2 carers",
      "3 who are both",
    ]);
  });

  test("for the public, small numbers of people are left out, and the total doesn't give them back", () => {
    expect(linesOf("lewg", 5).slice(0, 4)).toEqual([
      "14 of 14 places filled",
      "9 service users",
      "Carers: number not shown",
      "Who are both: number not shown",
    ]);
    expect(linesOf("teams", 5)).toEqual(["1 team with lived experience", "People on them: number not shown"]);
  });

  test("one person left out reads like four: the words don't tell what the number doesn't", () => {
    const withPeople = (n: number): StructureFacts => ({
      ...facts,
      peopleOnTeams: n,
      lean: { ...facts.lean, serviceUsers: n, carers: 0, both: 0 },
      cleared: [{ key: "interviewing", label: "Interviewing", n }],
      lastEvaluation: { title: "How 2026 went", responses: n },
    });
    expect(structure(withPeople(1), 5)).toEqual(structure(withPeople(4), 5));
  });

  test("the drawing fits 78 columns whatever the numbers and names, and its boxes close", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.string({ maxLength: 90 }), (n, name) => {
        const clean = name.replace(/[^a-z ]/gi, "x").trim() || "Someone";
        const report = infrastructureReport({ ...facts, management: [clean], reach: n }, today, null);
        for (const line of (report.drawing?.text ?? "").split("\n")) {
          expect(line.length).toBeLessThanOrEqual(78);
          if (line.startsWith("│")) expect(line.endsWith("│")).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("the picture has a title and the whole text for a screen reader, and signs that mean something to XML are safe", () => {
    const svg =
      infrastructureReport({ ...facts, management: ['Kit "K" <O\'Neil> & Co'] }, today, null).svg ?? "";
    expect(svg).toContain('role="img" aria-labelledby="structure-title structure-description"');
    expect(svg).toContain("<title");
    expect(svg).toContain("14 of 14 places filled");
    expect(svg).toContain("&lt;O'Neil&gt; &amp; Co");
    expect(svg).not.toContain("<O'Neil>");
  });
});
