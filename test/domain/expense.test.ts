import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { type ExpenseFacts, type ExpenseRequest, planExpense } from "../../src/domain/expense.ts";
import { type ExpenseKind, kindNamed } from "../../src/domain/expense-kind.ts";
import { mileagePence, milesInWords, parseMiles } from "../../src/domain/miles.ts";
import { problemsOf, type Result } from "../../src/domain/result.ts";

const on = (text: string): Day => text as Day;
const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);

const kind = (id: number, key: string, label: string, changes: Partial<ExpenseKind> = {}): ExpenseKind => ({
  id,
  key,
  label,
  receiptNeeded: true,
  flatPence: null,
  byMileage: false,
  ...changes,
});
const kinds = [
  kind(1, "public-transport", "Train, bus or tube"),
  kind(2, "mileage", "Mileage", { receiptNeeded: false, byMileage: true }),
  kind(3, "remote-allowance", "Remote-meeting allowance", { receiptNeeded: false, flatPence: 500 }),
  kind(4, "replacement-carer", "Replacement carer, for the person cared for"),
  kind(5, "personal-assistant", "Personal assistant or support worker, for the member"),
  kind(6, "training-fee", "Training or conference fee"),
];
const receipt = { fileName: "ticket.pdf", sha256: "a".repeat(64), bytes: 10, onLines: [] as number[] };
const facts = (changes: Partial<ExpenseFacts> = {}): ExpenseFacts => ({
  today: on("2026-11-23"),
  activity: { exists: true, heldOn: on("2026-03-11"), band: null, cancelled: false, known: [] },
  kinds,
  mileageRates: [
    { id: 1, pence: 45, fromOn: on("2011-04-06"), toOn: on("2026-04-05") },
    { id: 2, pence: 50, fromOn: on("2026-04-06"), toOn: null },
  ],
  missing: [],
  receipts: [],
  person: {
    id: 3,
    knownAs: "Bex",
    memberships: [
      { id: 1, group: "lewg", joinedOn: on("2025-10-20"), leftOn: null, leftAs: null, pauses: [] },
    ],
  },
  earlier: [],
  windowMonths: 3,
  ...changes,
});
const request = (changes: Partial<ExpenseRequest> = {}): ExpenseRequest => ({
  activity: { kind: "meeting", key: "2026-03" },
  kind: "train",
  amount: 2460,
  miles: undefined,
  on: undefined,
  claimedOn: on("2026-03-16"),
  again: undefined,
  ...changes,
});
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe("kinds of expense", () => {
  test("are named by key, or by a word that only one kind has", () => {
    expect(value(kindNamed("train", kinds)).key).toBe("public-transport");
    expect(value(kindNamed("Mileage", kinds)).key).toBe("mileage");
    expect(value(kindNamed("remote", kinds)).key).toBe("remote-allowance");
  });
  test("a replacement carer and a personal assistant are two different things", () => {
    expect(value(kindNamed("carer", kinds)).key).toBe("replacement-carer");
    expect(value(kindNamed("support", kinds)).key).toBe("personal-assistant");
  });
  test("a near miss is suggested, and a word of two kinds names both", () => {
    expect(problemsOf(kindNamed("trian", kinds))[0]?.remedy).toBe('Did you mean "train"?');
    const two = [kind(1, "a", "Taxi fare"), kind(2, "b", "Bus fare")];
    expect(problemsOf(kindNamed("fare", two))[0]?.remedy).toBe("It could be: a, b.");
  });
});

describe("an expense", () => {
  test("that cost something needs a receipt", () => {
    expect(codes(planExpense(request(), facts()))).toEqual(["receipt-missing"]);
    expect(value(planExpense(request(), facts({ receipts: [receipt] }))).claimed).toBe(2460);
  });
  test("that is a flat allowance needs neither amount nor receipt", () => {
    expect(
      value(planExpense(request({ kind: "remote-allowance", amount: undefined }), facts())).claimed,
    ).toBe(500);
    expect(codes(planExpense(request({ kind: "remote-allowance", amount: 700 }), facts()))).toEqual([
      "flat-allowance",
    ]);
  });
  test("by the mile has the rate of the day of the activity", () => {
    const drive = request({ kind: "mileage", amount: undefined, miles: 124 });
    expect(value(planExpense(drive, facts())).claimed).toBe(558);
    const later = facts({ activity: { ...facts().activity, heldOn: on("2026-04-06") } });
    expect(value(planExpense(drive, later)).claimed).toBe(620);
    const before = facts({ activity: { ...facts().activity, heldOn: on("2011-04-05") } });
    expect(codes(planExpense(drive, before))).toEqual(["not-a-member-then", "no-rate"]);
  });
  test("with a receipt that is on another line already needs a reason", () => {
    const used = facts({ receipts: [{ ...receipt, onLines: [7] }] });
    expect(codes(planExpense(request(), used))).toEqual(["same-receipt"]);
    expect(value(planExpense(request({ again: "shared taxi" }), used)).again).toBe("shared taxi");
  });
  test("without receipts is not claimed twice for one activity without a reason; train tickets can be two", () => {
    const flat = request({ kind: "remote-allowance", amount: undefined });
    const earlier = [{ id: 7, kindId: 3, on: on("2026-03-11") }];
    expect(codes(planExpense(flat, facts({ earlier })))).toEqual(["already-logged"]);
    const tickets = facts({ receipts: [receipt], earlier: [{ id: 8, kindId: 1, on: on("2026-03-11") }] });
    expect(codes(planExpense(request(), tickets))).toEqual([]);
  });
  test("claimed late is pointed out and not refused", () => {
    const late = (claimedOn: string) =>
      value(planExpense(request({ claimedOn: on(claimedOn) }), facts({ receipts: [receipt] }))).late;
    expect([late("2026-06-11"), late("2026-06-12")]).toEqual([false, true]);
  });
  test("is refused with every reason at once", () => {
    const wrong = request({ kind: "mileage", on: on("2026-03-12"), claimedOn: on("2027-01-01") });
    expect(codes(planExpense(wrong, facts()))).toEqual([
      "another-day",
      "miles-missing",
      "by-mileage",
      "future-claim",
    ]);
  });
});

describe("miles", () => {
  test("half a penny is rounded up", () => {
    expect(mileagePence(121, 45)).toBe(545);
    expect(mileagePence(1, 45)).toBe(5);
    expect(mileagePence(124, 45)).toBe(558);
  });
  test("come to the exact product within half a penny, always in whole pence", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 200 }), (tenths, rate) => {
        const pence = mileagePence(tenths, rate);
        const rest = pence * 10 - tenths * rate;
        return Number.isInteger(pence) && rest > -5 && rest <= 5;
      }),
    );
  });
  test("are read with at most one decimal, and said as they were typed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (tenths) => {
        expect(value(parseMiles((tenths / 10).toFixed(1)))).toBe(tenths);
      }),
    );
    for (const text of ["0", "0.0", "-3", "12.44", "1e3", "", "twelve"])
      expect(parseMiles(text).ok).toBe(false);
    expect([10, 124, 120].map(milesInWords)).toEqual(["1 mile", "12.4 miles", "12 miles"]);
  });
});
