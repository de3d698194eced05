import { describe, expect, test } from "@jest/globals";
import { type ConsentHeld, planGiving, planWithdrawal, wordingOn } from "../../src/domain/consent.ts";
import type { Day } from "../../src/domain/day.ts";
import { problemsOf } from "../../src/domain/result.ts";

const day = (text: string): Day => text as Day;
const wordings = [
  { id: 1, purpose: "matching", version: 1, effectiveOn: day("2022-01-01") },
  { id: 2, purpose: "matching", version: 2, effectiveOn: day("2026-01-01") },
  { id: 3, purpose: "naming", version: 1, effectiveOn: day("2022-01-01") },
];
const amina = { id: 1, knownAs: "Amina" };
const kit = { id: 2, knownAs: "Kit" };
const held = (changes: Partial<ConsentHeld> = {}): ConsentHeld => ({
  id: 10,
  personId: 1,
  purpose: "matching",
  wordingId: 1,
  version: 1,
  givenOn: day("2025-01-01"),
  how: "signed form",
  withdrawnOn: null,
  ...changes,
});
const today = day("2026-06-01");
const codes = (result: Parameters<typeof problemsOf>[0]): string[] => problemsOf(result).map((p) => p.code);

describe("consent", () => {
  test("is given to the wording of the day, not to the newest one", () => {
    expect(wordingOn(wordings, "matching", day("2025-12-31"))?.id).toBe(1);
    expect(wordingOn(wordings, "matching", day("2026-01-01"))?.id).toBe(2);
    expect(wordingOn(wordings, "matching", day("2021-12-31"))).toBeUndefined();
  });

  test("is written once for each person and purpose, also where a purpose is said twice", () => {
    const facts = { wordings, held: [], today };
    const plan = planGiving([amina, kit], ["matching", "naming", "matching"], today, facts);
    expect(plan.ok && plan.value.give.map((c) => [c.personId, c.wording.id])).toEqual([
      [1, 2],
      [2, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  test("that is in force for the same wording is not given twice; a new wording is agreed to anew", () => {
    const old = { wordings, held: [held()], today };
    const same = planGiving([amina], ["matching"], day("2025-06-01"), old);
    expect(same.ok && [same.value.give.length, same.value.unchanged]).toEqual([0, 1]);
    const anew = planGiving([amina], ["matching"], day("2026-02-01"), old);
    expect(anew.ok && anew.value.give.map((c) => c.wording.version)).toEqual([2]);
  });

  test("cannot be dated before a withdrawal, so that nobody's no is undone", () => {
    const facts = { wordings, held: [held({ withdrawnOn: day("2025-06-01") })], today };
    expect(codes(planGiving([amina], ["matching"], day("2025-05-31"), facts))).toEqual(["withdrawn-since"]);
    expect(planGiving([amina], ["matching"], day("2025-06-01"), facts).ok).toBe(true);
  });

  test("is withdrawn for every wording at once, and not before it was given", () => {
    const both = [held(), held({ id: 11, wordingId: 2, version: 2, givenOn: day("2026-02-01") })];
    const plan = planWithdrawal([amina], ["matching"], day("2026-03-01"), { held: both, today });
    expect(plan.ok && plan.value.end.map((c) => c.id)).toEqual([10, 11]);
    const early = planWithdrawal([amina], ["matching"], day("2026-01-31"), { held: both, today });
    expect(codes(early)).toEqual(["withdrawn-too-early"]);
  });

  test("is neither given nor withdrawn in the future, and only what is in force can be withdrawn", () => {
    const facts = { wordings, held: [], today };
    expect(codes(planGiving([amina], ["naming"], day("2026-06-02"), facts))).toEqual(["in-the-future"]);
    expect(codes(planWithdrawal([amina], ["naming"], today, facts))).toEqual(["not-in-force"]);
  });
});
