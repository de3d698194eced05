import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ceiling, ceilingWarnings, type Work } from "../../src/domain/ceiling.ts";
import type { Day } from "../../src/domain/day.ts";
import { planExpense } from "../../src/domain/expense.ts";
import { mileagePence } from "../../src/domain/miles.ts";
import { isLateClaim } from "../../src/domain/payment.ts";
import { mileageRateOn, rateOn } from "../../src/domain/rate.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { expenseFacts } from "../../src/store/fee-facts.ts";
import { expenseKinds, mileageRates, rates } from "../../src/store/rates.ts";
import { numberSetting } from "../../src/store/settings.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

const day = (text: string): Day => text as Day;

let store: Store;
beforeAll(() => {
  store = newStore();
  store.insert("person", { known_as: "Bex Thornton", created_on: "2025-10-20" });
  store.insert("membership", { person_id: 1, group_id: 1, joined_on: "2025-10-20" });
});

/** Pence of a band on a day, by the card that every store begins with. */
const pence = (band: string, on: string): number => {
  const rate = rateOn(rates(store), band, day(on));
  if (!rate.ok) throw new Error(JSON.stringify(rate.problems));
  return rate.value.pence;
};

describe("the NIHR card that every store begins with", () => {
  test.each([
    ["half-hour", 1250, 1380],
    ["one-hour", 2500, 2750],
    ["two-hours", 5000, 5500],
    ["half-day", 7500, 8250],
    ["full-day", 15_000, 16_500],
    ["full-day-heavy-preparation", 30_000, 33_000],
  ])("pays for %s %i pence on 15 December 2025 and %i from the day after", (band, before, after) => {
    expect([pence(band, "2025-12-15"), pence(band, "2025-12-16")]).toEqual([before, after]);
    expect([pence(band, "2024-02-29"), pence(band, "2026-10-25")]).toEqual([before, after]);
  });

  test("a mile is 45p, on both sides of 5 April, and half a penny is rounded up", () => {
    for (const on of ["2026-04-05", "2026-04-06", "2028-02-29"])
      expect(mileageRateOn(mileageRates(store), day(on))).toMatchObject({ ok: true, value: { pence: 45 } });
    expect([mileagePence(124, 45), mileagePence(125, 45)]).toEqual([558, 563]);
  });

  test("each kind of expense says whether it needs a receipt; a replacement carer and a personal assistant are two", () => {
    const kinds = new Map(expenseKinds(store).map((k) => [k.key, k]));
    for (const key of ["public-transport", "taxi", "parking", "accommodation", "subsistence", "childcare"])
      expect([key, kinds.get(key)?.receiptNeeded]).toEqual([key, true]);
    for (const key of ["replacement-carer", "personal-assistant", "access", "printing"])
      expect([key, kinds.get(key)?.receiptNeeded]).toEqual([key, true]);
    expect(kinds.get("mileage")).toMatchObject({ byMileage: true, flatPence: null });
    expect(kinds.get("remote-allowance")).toMatchObject({ receiptNeeded: false, flatPence: 500 });
  });

  test("the remote-meeting allowance is £5.00 without amount and without receipt", () => {
    const activity = { kind: "other" as const, key: "call" };
    const who = { id: 1, knownAs: "Bex Thornton" };
    const on = day("2026-03-11");
    const cost = { amount: undefined, miles: undefined };
    const request = { activity, kind: "remote-allowance", on, claimedOn: on, again: undefined, ...cost };
    const facts = { ...expenseFacts(store, who, activity, [], on), missing: [] };
    expect(planExpense(request, facts)).toMatchObject({ ok: true, value: { claimed: 500 } });
    const taxi = planExpense({ ...request, kind: "taxi", amount: 900 }, facts);
    expect(problemsOf(taxi).map((p) => p.code)).toEqual(["receipt-missing"]);
  });

  test("claims are in time for three months, a line is late after 30 days, and £1,000 is pointed out", () => {
    const months = numberSetting(store, "claim-window-months");
    expect(isLateClaim(day("2025-11-30"), day("2026-02-28"), months)).toBe(false);
    expect(isLateClaim(day("2025-11-30"), day("2026-03-01"), months)).toBe(true);
    expect(isLateClaim(day("2024-11-29"), day("2025-02-28"), months)).toBe(false);
    expect(numberSetting(store, "late-payment-days")).toBe(30);
    expect(numberSetting(store, "tax-soft-flag-pence")).toBe(100_000);
  });
});

describe("ceilings at the rates of the card", () => {
  const ceiling = (kind: Ceiling["kind"], amount: number, starts = 1): Ceiling => ({
    ...{ id: 1, personId: 1, knownAs: "Bex Thornton", kind, amount, starts },
    ...{ setOn: day("2026-04-01"), clearedOn: null },
  });
  const work = (
    what: readonly (readonly [band: string, on: string])[],
    paidOn: string | null = null,
  ): Work[] =>
    what.map(([band, on], i) => ({
      ...{ personId: 1, ref: `PAY-00${i + 1}`, activity: `other:${i}`, what: band, on: day(on) },
      ...{ paidOn: paidOn === null ? null : day(paidOn), pence: pence(band, on), minutes: 240 },
    }));
  const over = (ceilings: readonly Ceiling[], some: readonly Work[]) =>
    ceilingWarnings({ today: day("2026-04-20"), ceilings, work: some, steady: [] }, null).map(
      (w) => `${w.countedBy} ${w.total} ${w.period.from}`,
    );

  test("two half days and a two-hour task in one week are £220.00: over £203.50, and exactly at £220.00", () => {
    const week = work([
      ["half-day", "2026-04-13"],
      ["half-day", "2026-04-15"],
      ["two-hours", "2026-04-19"],
    ]);
    expect(over([ceiling("week-pence", 20_350)], week)).toEqual(["activity 22000 2026-04-13"]);
    expect(over([ceiling("week-pence", 22_000)], week)).toEqual([]);
    expect(over([ceiling("week-pence", 21_999)], week)).toEqual(["activity 22000 2026-04-13"]);
  });

  test("three half-day meetings and a £165.00 task paid in one run are £412.50 in the payment week alone", () => {
    const run = work(
      [
        ["half-day", "2026-04-14"],
        ["half-day", "2026-04-21"],
        ["half-day", "2026-04-28"],
        ["full-day", "2026-05-05"],
      ],
      "2026-06-10",
    );
    expect(over([ceiling("week-pence", 20_350)], run)).toEqual(["payment 41250 2026-06-08"]);
    expect(over([ceiling("month-pence", 42_700, 17)], run)).toEqual([]);
    expect(over([ceiling("month-pence", 41_249, 17)], run)).toEqual(["payment 41250 2026-05-17"]);
  });

  test.each([20_350, 20_400, 42_700, 71_000])("%i pence are inside, and a penny more is over", (most) => {
    const kind = most > 40_000 ? ("month-pence" as const) : ("week-pence" as const);
    const [one] = work([["half-day", "2026-04-14"]]) as [Work];
    expect(over([ceiling(kind, most)], [{ ...one, pence: most }])).toEqual([]);
    expect(over([ceiling(kind, most)], [{ ...one, pence: most + 1 }])).toHaveLength(1);
  });

  test("four half days are 16 hours: inside 16, and a minute more is over", () => {
    const days = work(["13", "14", "15", "16"].map((d) => ["half-day", `2026-04-${d}`] as const));
    expect(over([ceiling("week-minutes", 960)], days)).toEqual([]);
    const more = days.map((w, i) => (i === 0 ? { ...w, minutes: 241 } : w));
    expect(over([ceiling("week-minutes", 960)], more)).toEqual(["activity 961 2026-04-13"]);
  });
});
