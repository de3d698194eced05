import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import type { FeeFacts, PersonFacts } from "../../src/domain/fee.ts";
import { planDone, planOffer, planOfferAnswer } from "../../src/domain/fee-offer.ts";
import { lineStates } from "../../src/domain/payment.ts";
import { no, problemsOf, yes } from "../../src/domain/result.ts";
import { line } from "../payment-lines.ts";

const day = (text: string): Day => text as Day;
const codes = (result: Parameters<typeof problemsOf>[0]) => problemsOf(result).map((p) => p.code);
const facts: FeeFacts = {
  today: day("2025-12-01"),
  activity: { exists: true, heldOn: null, band: null, cancelled: false, known: [] },
  bands: [{ key: "half-day", label: "half day", minutes: 240 }],
  rates: [
    { id: 1, band: "half-day", pence: 7500, fromOn: day("2022-01-01"), toOn: day("2025-12-15") },
    { id: 2, band: "half-day", pence: 8250, fromOn: day("2025-12-16"), toOn: null },
  ],
};
const bex: PersonFacts = {
  id: 3,
  knownAs: "Bex",
  memberships: [
    { id: 1, group: "lewg", joinedOn: day("2025-10-20"), leftOn: null, leftAs: null, pauses: [] },
  ],
  preferences: [{ choice: "declined", most: null, fromOn: day("2025-01-01") }],
  earlier: [],
  notThere: null,
  project: null,
};
const request = {
  activity: { kind: "other" as const, key: "panel" },
  band: "half-day",
  times: 1,
  on: day("2025-12-16"),
  again: undefined,
};

describe("an offered fee", () => {
  test("is that of the day it is planned for, which may be still to come", () => {
    expect(planOffer(request, facts, yes(bex))).toMatchObject({ value: { worth: 8250, claimed: 8250 } });
    const before = { ...request, on: day("2025-12-15") };
    expect(planOffer(before, facts, yes(bex))).toMatchObject({ value: { worth: 7500 } });
  });
  test("is offered also to those who have declined before: their answer is what counts", () => {
    expect(planOffer(request, facts, yes(bex))).toMatchObject({ value: { outcome: "due" } });
  });
  test("to nobody who is known is refused together with what is wrong with the price", () => {
    const nobody = no({ code: "unknown-member", message: "Nobody." });
    expect(codes(planOffer({ ...request, band: "half-dya" }, facts, nobody))).toEqual([
      "unknown-member",
      "unknown-band",
    ]);
  });
});

describe("the answer to an offer", () => {
  const offered = line({ state: "offered" });
  test.each([
    ["accepted", undefined, 8250, "due", "accepted"],
    ["reduced", 4000, 4000, "reduced", "accepted"],
    ["declined", undefined, 0, "declined", "declined"],
    ["donated", undefined, 0, "donated", "donated"],
  ] as const)("%s (%s) makes £%s pence, %s, %s", (answer, takes, claimed, outcome, state) => {
    expect(planOfferAnswer(offered, answer, takes)).toMatchObject({ value: { claimed, outcome, state } });
  });
  test("can be given anew until the work is done, then not", () => {
    for (const state of lineStates)
      expect([state, planOfferAnswer(line({ state }), "accepted", undefined).ok]).toEqual([
        state,
        state === "offered" || state === "accepted",
      ]);
  });
  test("of less needs the amount, and no other answer has one", () => {
    expect(codes(planOfferAnswer(offered, "reduced", undefined))).toEqual(["takes"]);
    expect(codes(planOfferAnswer(offered, "accepted", 100))).toEqual(["takes"]);
    expect(codes(planOfferAnswer(offered, "reduced", 0))).toEqual(["takes-nothing"]);
  });
});

describe("accepted work that is done", () => {
  const accepted = line({
    id: 7,
    state: "accepted",
    activityOn: day("2025-12-15"),
    ratePence: 7500,
    claimedPence: 7500,
  });
  const later = { ...facts, today: day("2025-12-20") };
  test("is priced by the day it was done, not by the day it was planned for", () => {
    const person = yes({ ...bex, earlier: [{ id: 7, on: day("2025-12-15"), state: "logged" as const }] });
    expect(planDone(accepted, undefined, later, person)).toMatchObject({ value: { claimed: 7500 } });
    expect(planDone(accepted, day("2025-12-16"), later, person)).toMatchObject({ value: { claimed: 8250 } });
  });
  test("on the day it was planned for keeps the rate it was priced with, whatever became of the card meanwhile", () => {
    const dearer = { ...later, rates: [{ ...later.rates[0], id: 9, pence: 9000, toOn: null }] } as FeeFacts;
    const done = planDone({ ...accepted, rateId: 1 }, undefined, dearer, yes(bex));
    expect(done).toMatchObject({ value: { claimed: 7500, rate: { id: 1, pence: 7500 } } });
    const another = planDone({ ...accepted, rateId: 1 }, day("2025-12-16"), dearer, yes(bex));
    expect(another).toMatchObject({ value: { claimed: 9000, rate: { id: 9 } } });
  });
  test("for less stays at what they take", () => {
    const less = { ...accepted, outcome: "reduced" as const, claimedPence: 4000 };
    expect(planDone(less, day("2025-12-16"), later, yes(bex))).toMatchObject({
      value: { claimed: 4000, outcome: "reduced" },
    });
  });
  test("is not done before its day, nor where it was only offered", () => {
    expect(codes(planDone(accepted, undefined, facts, yes(bex)))).toEqual(["future-activity"]);
    expect(codes(planDone(line({ state: "offered" }), undefined, later, yes(bex)))).toEqual(["wrong-state"]);
  });
});
