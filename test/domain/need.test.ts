import { describe, expect, test } from "@jest/globals";
import type { Need } from "../../src/domain/need.ts";
import { checkNeeds, type NeedFacts } from "../../src/domain/need-check.ts";
import { type KeptNeed, planNeeds, type SheetNeed } from "../../src/domain/need-plan.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { need as anyNeed } from "./needs.ts";

const need = (changes: Partial<Need>): Need => anyNeed({ kind: "required", ...changes });

const facts = (existing: readonly Need[] = []): NeedFacts => ({
  project: "P-001",
  ...{ places: 3, standing: "open" },
  existing,
  keys: {
    experience: ["crisis-services", "trauma"],
    skill: ["facilitation", "writing"],
    interest: ["digital", "policy"],
    region: ["london", "north-east"],
    availability: ["weekends"],
    clearance: ["interviewing"],
    perspective: [],
  },
});

const codes = (needs: readonly Need[], existing: readonly Need[] = [], change = false): string[] =>
  problemsOf(checkNeeds(needs, facts(existing), change)).map((p) => p.code);

describe("a need of a project", () => {
  test("an unknown key is refused with the nearest one", () => {
    const [problem] = problemsOf(
      checkNeeds([need({ category: "experience", value: "crisis-service" })], facts()),
    );
    expect(problem).toMatchObject({ code: "unknown-experience", remedy: 'Did you mean "crisis-services"?' });
  });

  test.each([
    ["a level outside 1 to 4", { category: "skill", value: "writing", level: 5 }, "level-outside-scale"],
    ["a level without a skill", { level: 2 }, "level-without-skill"],
    ["a number of every member", { atLeast: 1 }, "number-without-team"],
    ["a team need without a number", { scope: "team" }, "team-without-number"],
    ["more people than places", { scope: "team", atLeast: 4 }, "more-than-places"],
    ["a weight of what is required", { weight: 3 }, "weight-of-required"],
    [
      "so many at most who are cleared, since a course would then stand in the way",
      { category: "clearance", value: "interviewing", scope: "team", atMost: 1 },
      "most-of-clearance",
    ],
    ["a least above the most", { scope: "team", atLeast: 2, atMost: 1 }, "contradictory-needs"],
  ] as [string, Partial<Need>, string][])("%s is refused", (_what, changes, code) => {
    expect(codes([need(changes)])).toEqual([code]);
  });

  test("as many as there are places may be asked for", () => {
    expect(codes([need({ scope: "team", atLeast: 3 })])).toEqual([]);
  });

  test("the same need twice is refused, and changed where that is meant", () => {
    expect(codes([need({ kind: "desired" })], [need({})])).toEqual(["duplicate-need"]);
    expect(codes([need({}), need({ kind: "desired" })])).toEqual(["duplicate-need"]);
    expect(codes([need({ kind: "desired" })], [need({})], true)).toEqual([]);
    expect(codes([need({})], [], true)).toEqual(["no-such-need"]);
  });

  test("what is required of every member is not also asked of some of the team", () => {
    const team = need({ scope: "team", atLeast: 1 });
    expect(codes([team], [need({})])).toEqual(["contradictory-needs"]);
    expect(codes([need({})], [team])).toEqual(["contradictory-needs"]);
    expect(codes([team], [need({ kind: "desired" })])).toEqual([]);
  });

  test("nobody lives in two regions, and a team has no more regions than places", () => {
    const region = (value: string, changes: Partial<Need> = {}): Need =>
      need({ category: "region", value, ...changes });
    expect(codes([region("london"), region("north-east")])).toEqual(["contradictory-needs"]);
    expect(problemsOf(checkNeeds([region("london"), region("north-east")], facts()))).toMatchObject([
      { remedy: "Leave one of the two out." },
    ]);
    const of = (n: number) => ({ scope: "team", atLeast: n }) as const;
    expect(codes([region("london", of(2)), region("north-east", of(2))])).toEqual(["contradictory-needs"]);
    expect(codes([region("london", of(2)), region("north-east", of(1))])).toEqual([]);
  });

  test("a region of every member leaves no room for another region of the team", () => {
    const all = need({ category: "region", value: "london" });
    const some = need({ category: "region", value: "north-east", scope: "team", atLeast: 1 });
    expect(codes([some], [all])).toEqual(["contradictory-needs"]);
    expect(codes([all], [some])).toEqual(["contradictory-needs"]);
    expect(codes([{ ...some, atLeast: null, atMost: 0 }], [all])).toEqual([]);
    expect(codes([{ ...some, kind: "desired" }], [all])).toEqual([]);
  });

  test("whoever is service user and carer is each of them, so no fewer carers than people who are both", () => {
    const both = need({ category: "perspective", value: "both", scope: "team", atLeast: 2 });
    const carers = need({ category: "perspective", value: "carer", scope: "team", atMost: 1 });
    const knowing = { ...facts([both]), keys: { ...facts().keys, perspective: [] } };
    expect(problemsOf(checkNeeds([carers], knowing)).map((p) => p.message)).toEqual([
      "P-001 cannot ask for perspective carer: at most 1 of the team: it asks for perspective both: at least 2 of the team, and whoever is both a service user and a carer is each of them.",
    ]);
    expect(codes([{ ...carers, atMost: 2 }], [both])).toEqual([]);
    expect(codes([both], [carers])).toEqual(["contradictory-needs"]);
  });

  test("a project that is over asks for nothing more, and every other reason is told with it", () => {
    const over = { ...facts(), standing: "ended" as const };
    expect(problemsOf(checkNeeds([need({ atLeast: 1 })], over)).map((p) => p.code)).toEqual([
      "project-over",
      "number-without-team",
    ]);
  });

  test("the same reason about several needs is said once", () => {
    const three = ["digital", "policy"].map((value) => need({ value, scope: "team", atLeast: 4 }));
    expect(codes(three)).toEqual(["more-than-places"]);
  });

  test("all problems are told at once", () => {
    expect(
      codes([need({ category: "skill", value: "witing", level: 9 }), need({ scope: "team", atLeast: 5 })]),
    ).toEqual(["unknown-skill", "level-outside-scale", "more-than-places"]);
  });
});

describe("a sheet of needs", () => {
  const row = (changes: Partial<SheetNeed>): SheetNeed => ({
    kind: "required",
    category: "interest",
    value: "digital",
    level: undefined,
    scope: undefined,
    atLeast: undefined,
    atMost: undefined,
    weight: undefined,
    ...changes,
  });
  const plan = (rows: readonly SheetNeed[], existing: readonly KeptNeed[] = []) =>
    planNeeds(
      rows.map((n, i) => ({ line: i + 2, value: { projectId: 1, need: n } })),
      new Map([[1, { ...facts(), existing }]]),
    );

  test("a row that says what is there changes nothing, and a blank cell never overwrites", () => {
    const there: KeptNeed = {
      ...need({ kind: "desired", category: "skill", value: "writing", level: 3, weight: 2 }),
      id: 7,
    };
    const result = plan([row({ kind: "desired", category: "skill", value: "writing" })], [there]);
    expect(result).toMatchObject({
      problems: [],
      rows: [{ outcome: "unchanged", write: { inPlaceOf: 7, need: { level: 3, weight: 2 } } }],
    });
  });

  test("a blank cell empties what is there, where blanks clear", () => {
    const there: KeptNeed = {
      ...need({ kind: "desired", category: "skill", value: "writing", level: 3, weight: 2 }),
      id: 7,
    };
    const rows = [
      {
        line: 2,
        value: { projectId: 1, need: row({ kind: "desired", category: "skill", value: "writing" }) },
        blank: ["level", "weight"],
      },
    ];
    const result = planNeeds(rows, new Map([[1, { ...facts(), existing: [there] }]]), "clear");
    expect(result.rows[0]?.changes.map((c) => [c.column, c.from, c.to])).toEqual([
      ["level", "3", null],
      ["weight", "2", "1"],
    ]);
  });

  test("a need of some weight that becomes required keeps no weight", () => {
    const there: KeptNeed = { ...need({ kind: "desired", weight: 3 }), id: 7 };
    expect(plan([row({})], [there])).toMatchObject({
      problems: [],
      rows: [{ outcome: "updated", write: { need: { kind: "required", weight: 1 } } }],
    });
  });

  test("a row that says something else changes the need that is there", () => {
    const result = plan([row({ kind: "desired" })], [{ ...need({}), id: 7 }]);
    expect(result).toMatchObject({
      problems: [],
      rows: [
        {
          outcome: "updated",
          changes: [{ column: "kind", from: "required", to: "desired" }],
          write: { inPlaceOf: 7, need: { kind: "desired" } },
        },
      ],
    });
  });

  test("a row that is there twice, and every other bad row, is named with its line and column", () => {
    const { problems } = plan([
      row({}),
      row({}),
      row({ category: "region", value: "londn" }),
      row({ scope: "team", atLeast: 9 }),
    ]);
    expect(problems.map((p) => [p.code, p.line, p.column])).toEqual([
      ["row-twice", 3, "value"],
      ["unknown-region", 4, "value"],
      ["more-than-places", 5, "at_least"],
      ["contradictory-needs", 5, "value"],
    ]);
  });
});
