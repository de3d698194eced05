import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { checkAgreement, draftOf, type PolicyVersion, policyOn } from "../../src/domain/policy.ts";
import { checkWeights, planWeights, policyKeys, readWeight } from "../../src/domain/policy-weights.ts";
import { problemsOf } from "../../src/domain/result.ts";

const version = (n: number, agreedOn: string | null) => ({ version: n, agreedOn: agreedOn as Day | null });
const on = (versions: readonly { version: number; agreedOn: Day | null }[], day: string) =>
  policyOn(versions, day as Day)?.version;

describe("which version of the match policy counts", () => {
  test("before any version was agreed, the starting point counts, whatever drafts there are", () => {
    expect(on([version(2, null), version(1, null)], "2026-05-01")).toBe(1);
  });

  test("a version counts from the day it was agreed, and a draft never does", () => {
    const versions = [version(1, null), version(2, "2026-05-01"), version(3, null)];
    expect(on(versions, "2026-04-30")).toBe(1);
    expect(on(versions, "2026-05-01")).toBe(2);
  });

  test("of several agreed the one agreed last counts, and of two agreed on one day the higher version", () => {
    const versions = [version(1, "2026-06-01"), version(2, "2026-05-01"), version(3, "2026-06-01")];
    expect(on(versions, "2026-05-31")).toBe(2);
    expect(on(versions, "2026-06-01")).toBe(3);
  });
});

const weight = (part: string, points: number) => ({ part, points });
const has = [weight("desired-need", 4), weight("level", 1), weight("rotation", 1)];
const weightCodes = (...wanted: { part: string; points: number }[]) =>
  problemsOf(checkWeights(wanted, has)).map((p) => p.code);

describe("changing the points of the match policy", () => {
  test("a part nobody knows is refused with the nearest one, beside every other reason", () => {
    const problems = problemsOf(checkWeights([weight("desired-needs", 5), weight("rotation", -1)], has));
    expect(problems).toMatchObject([
      { code: "unknown-part", remedy: 'Did you mean "desired-need"?' },
      { code: "rotation-below-zero" },
    ]);
  });

  test("a policy in which nothing counts any more is refused, and one in which something still does is not", () => {
    const zero = has.map((w) => ({ ...w, points: 0 }));
    expect(weightCodes(...zero)).toEqual(["all-zero"]);
    expect(weightCodes(...zero.slice(1))).toEqual([]);
  });

  test("how many months of waiting count is a row like any other, not below 0, and no part that counts by itself", () => {
    expect(weightCodes(weight("waiting-months", -1))).toEqual(["months-below-zero"]);
    expect(weightCodes(weight("waiting-months", 6))).toEqual([]);
    const zero = has.map((w) => ({ ...w, points: 0 }));
    expect(weightCodes(...zero, weight("waiting-months", 6))).toEqual(["all-zero"]);
  });

  test("a part named twice is refused, even where both say the same", () => {
    expect(weightCodes(weight("level", 2), weight("level", 2))).toEqual(["named-twice"]);
  });

  test("only parts whose points differ are changed", () => {
    const result = checkWeights([weight("level", 1), weight("rotation", 3)], has);
    expect(result).toEqual({ ok: true, value: [weight("rotation", 3)] });
  });

  test("points are whole numbers within bounds, and spaces do not matter", () => {
    expect(readWeight(" Desired need = -4 ")).toEqual({ ok: true, value: weight("desired-need", -4) });
    for (const text of ["level", "level=", "=3", "level=1.5", "level=1001", "level=x"])
      expect(problemsOf(readWeight(text)).map((p) => p.code)).toEqual(["not-points"]);
  });

  test("rotation is a part of every policy", () => {
    expect(policyKeys).toContain("rotation");
    expect(new Set(policyKeys).size).toBe(policyKeys.length);
  });
});

describe("a sheet of the match policy", () => {
  const lined = (...weights: { part: string; points: number; about?: string }[]) =>
    weights.map((value, i) => ({ line: i + 2, value }));

  test("parts it leaves out stay as they are, and each row says what it changes", () => {
    const plan = planWeights(
      lined({ part: "level", points: 2, about: "levels above" }, weight("rotation", 1)),
      has,
    );
    expect(plan.problems).toEqual([]);
    expect(plan.rows.map((r) => [r.outcome, r.changes.map((c) => c.column)])).toEqual([
      ["updated", ["points", "about"]],
      ["unchanged", []],
    ]);
  });

  test("a sheet that would leave nothing that counts stands in the way as a whole", () => {
    const [problem] = planWeights(lined(...has.map((w) => ({ ...w, points: 0 }))), has).problems;
    expect(problem).toMatchObject({ code: "all-zero" });
    expect(problem?.line).toBeUndefined();
  });
});

describe("agreeing a version of the match policy", () => {
  const row = (n: number, agreedOn: string | null): PolicyVersion => ({
    ...version(n, agreedOn),
    ...{ id: n, about: "a version", source: "the unit" },
  });
  const agree = (versions: PolicyVersion[], which: number | undefined, day: string) =>
    checkAgreement(versions, { version: which, on: day as Day, today: "2026-06-01" as Day });
  const codes = (...given: Parameters<typeof agree>) => problemsOf(agree(...given)).map((p) => p.code);

  test("the draft is meant where none is named, and the starting point where there is no draft and none was agreed", () => {
    expect(agree([row(1, null), row(2, null)], undefined, "2026-06-01")).toMatchObject({
      value: { version: 2 },
    });
    expect(agree([row(1, null)], undefined, "2026-06-01")).toMatchObject({ value: { version: 1 } });
    expect(codes([row(1, null), row(2, "2026-05-01")], undefined, "2026-06-01")).toEqual([
      "nothing-to-agree",
    ]);
  });

  test("an agreed version is never agreed again, and no day to come or before the last agreement will do", () => {
    const versions = [row(1, "2026-05-01"), row(2, null)];
    expect(codes(versions, 1, "2026-06-01")).toEqual(["agreed-already"]);
    expect(codes(versions, 2, "2026-07-01")).toEqual(["in-the-future"]);
    expect(codes(versions, 2, "2026-04-30")).toEqual(["before-last-agreement"]);
    expect(codes(versions, 5, "2026-06-01")).toEqual(["unknown-version"]);
  });

  test("a change goes into the newest version only while it is a draft, and never into the starting point", () => {
    expect(draftOf([row(1, null)])).toBeUndefined();
    expect(draftOf([row(1, null), row(2, null)])?.version).toBe(2);
    expect(draftOf([row(1, null), row(2, "2026-05-01")])).toBeUndefined();
  });
});
