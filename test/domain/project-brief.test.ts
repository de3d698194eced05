import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import type { Need } from "../../src/domain/need.ts";
import type { Project } from "../../src/domain/project.ts";
import {
  type BriefFacts,
  briefFillings,
  tooLongForAPage,
  unsaidInBrief,
} from "../../src/domain/project-brief.ts";
import { fill } from "../../src/domain/template.ts";
import { templates } from "../../src/store/templates.ts";
import { newStore } from "../new-store.ts";

const project: Project = {
  ...{
    id: 1,
    title: "Coming home",
    aims: "Interviews about the days after.",
    leadId: 2,
    leadName: "Dr Maeve Lynch",
  },
  ...{ startsOn: "2026-07-01" as Day, endsOn: null, places: 1, hoursPerMonth: 6, payBasis: "half-day" },
  ...{ contentNote: "Some of it touches on restraint.", status: "open", closedOn: null, lewgFirst: true },
};

const need = (changes: Partial<Need>): Need => ({
  ...{ kind: "required", category: "clearance", value: "interviewing", level: null, scope: "every" },
  ...{ atLeast: null, atMost: null, weight: 1 },
  ...changes,
});

const facts = (changes: Partial<BriefFacts> = {}): BriefFacts => ({
  ...{ project, needs: [], pay: { band: "Half day", pence: 8250 }, replyBy: undefined },
  label: (_category, key) =>
    ({ interviewing: "Interviewing", trauma: "Trauma", writing: "Writing" })[key] ?? key,
  ...{
    unit: "The Unit",
    unitShort: "TU",
    signedBy: "Harriet Osei",
    signedRole: null,
    advice: "Ask an adviser.",
  },
  ...changes,
});

describe("a project's brief", () => {
  test("a note without its full stop does not run into what follows it", () => {
    const note = (contentNote: string | null) =>
      briefFillings(facts({ project: { ...project, contentNote } }))["content_note"];
    expect(note("Pictures of seclusion rooms")).toBe("Pictures of seclusion rooms.");
    expect(note("Is it hard? (Sometimes.)")).toBe("Is it hard? (Sometimes.)");
    expect(note(null)).toBeNull();
  });

  test("needs are said in words for readers, apart for everybody and for the team between them", () => {
    const { required, desired, of_team } = briefFillings(
      facts({
        needs: [
          need({}),
          need({ kind: "desired", category: "skill", value: "writing", level: 2 }),
          need({ category: "experience", value: "trauma", scope: "team", atLeast: 1 }),
          need({ category: "perspective", value: "carer", scope: "team", atLeast: 1, atMost: 2 }),
          need({ kind: "desired", category: "region", value: "wales", scope: "team", atLeast: 1 }),
        ],
      }),
    );
    expect(required).toEqual(["Training completed for: Interviewing"]);
    expect(desired).toEqual(["Skill: Writing, some or more", "Living in: wales (at least 1 of the team)"]);
    expect(of_team).toEqual([
      "Lived experience: Trauma (at least 1 of the team)",
      "Being or having been a carer (at least 1 and at most 2 of the team)",
    ]);
  });

  test("the fee is the rate of a band, and time and places are in words", () => {
    expect(briefFillings(facts())).toMatchObject({
      pay: "£82.50 for each half day",
      time: "about 6 hours a month",
      places: "1 person",
      period: "from 1 July 2026",
    });
  });

  test("what is not on record is left out of the page and pointed out to whoever writes it", () => {
    const bare = facts({
      project: { ...project, aims: null, contentNote: null, startsOn: null, hoursPerMonth: null },
      pay: null,
    });
    expect(unsaidInBrief(bare)[0]).toContain(
      "its aims, when it starts, how much time it takes, what it pays",
    );
    expect(unsaidInBrief(facts())).toEqual([]);
    const [template] = templates(newStore()).filter((t) => t.key === "project-brief");
    if (!template) throw new Error("no template");
    const letter = fill(template, briefFillings(bare));
    const lines = letter.ok ? letter.value.blocks.map((b) => b.spans.map((s) => s.text).join("")) : [];
    expect(lines).toContain("What it involves");
    expect(lines).not.toContain("Please note");
    expect(lines.filter((l) => l === "" || l.includes("{{") || l.includes("null"))).toEqual([]);
  });

  test("a brief that may run over its one page is pointed out", () => {
    const template = templates(newStore()).find((t) => t.key === "project-brief");
    if (!template) throw new Error("no template");
    const said = (words: number) => {
      const aims = "word ".repeat(words).trim();
      const letter = fill(template, briefFillings(facts({ project: { ...project, aims } })));
      return letter.ok ? tooLongForAPage(letter.value) : [];
    };
    expect(said(100)).toEqual([]);
    expect(said(900)).toEqual([expect.stringContaining("more than one page")]);
  });
});
