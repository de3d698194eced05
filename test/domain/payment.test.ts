import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Activity, type KnownActivity, parseActivity } from "../../src/domain/activity.ts";
import { checkApprovalWords, planApproval } from "../../src/domain/approval.ts";
import { planAttendedFees } from "../../src/domain/attended-fees.ts";
import type { Day } from "../../src/domain/day.ts";
import { type FeeFacts, type FeeRequest, type PersonFacts, planFee } from "../../src/domain/fee.ts";
import { parsePence } from "../../src/domain/money.ts";
import { flagsOf } from "../../src/domain/payment-words.ts";
import { isTaxYear, parsePeriod, taxYearOf } from "../../src/domain/period.ts";
import { choiceIn, choiceThisTime, preferenceOn, settle } from "../../src/domain/preference.ts";
import { problemsOf, type Result } from "../../src/domain/result.ts";
import { line } from "../payment-lines.ts";

const on = (text: string): Day => text as Day;
const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const meeting: Activity = { kind: "meeting", key: "2026-03" };
const panel: Activity = { kind: "other", key: "interview-panel" };
const known = (changes: Partial<KnownActivity> = {}): KnownActivity => ({
  exists: true,
  heldOn: null,
  band: null,
  cancelled: false,
  known: [],
  ...changes,
});

const rates = [
  { id: 1, band: "half-day", pence: 7500, fromOn: on("2022-01-01"), toOn: on("2025-12-15") },
  { id: 2, band: "half-day", pence: 8250, fromOn: on("2025-12-16"), toOn: null },
];
const facts = (changes: Partial<FeeFacts> = {}): FeeFacts => ({
  today: on("2026-11-23"),
  activity: known(),
  bands: [{ key: "half-day", label: "half day", minutes: 240 }],
  rates,
  ...changes,
});
const bex: PersonFacts = {
  id: 3,
  knownAs: "Bex",
  memberships: [
    {
      id: 1,
      group: "lewg",
      joinedOn: on("2021-10-20"),
      leftOn: on("2026-10-01"),
      leftAs: "term-ended",
      pauses: [],
    },
  ],
  preferences: [],
  earlier: [],
  notThere: null,
  project: null,
};
const request = (changes: Partial<FeeRequest> = {}): FeeRequest => ({
  activity: panel,
  band: "half-day",
  times: 1,
  on: on("2026-03-14"),
  choice: undefined,
  again: undefined,
  ...changes,
});

describe("a fee has the rate of the day of the activity", () => {
  test.each([
    ["2025-12-15", 7500],
    ["2025-12-16", 8250],
    ["2026-02-28", 8250],
  ])("a half day on %s is %i pence", (day, pence) => {
    expect(value(planFee(request({ on: on(day) }), facts(), bex)).claimed).toBe(pence);
  });
  test("three times a band is three times its rate, and three times its minutes", () => {
    const fee = value(planFee(request({ times: 3 }), facts(), bex));
    expect([fee.rate.pence, fee.worth, fee.claimed, fee.minutes]).toEqual([8250, 24750, 24750, 720]);
  });
  test("a day before the first rate is refused, and the nearest is named", () => {
    const refusal = planFee(request({ on: on("2021-12-31") }), facts(), bex);
    expect(codes(refusal)).toEqual(["no-rate"]);
    expect(problemsOf(refusal)[0]?.remedy).toContain("£75.00, from 2022-01-01 to 2025-12-15");
  });
  test("a gap between two rates names the one that is fewer days away", () => {
    const gap = [
      { ...(rates[0] as (typeof rates)[number]), toOn: on("2025-12-01") },
      rates[1] as (typeof rates)[number],
    ];
    const at = (day: string) => problemsOf(planFee(request({ on: on(day) }), facts({ rates: gap }), bex))[0];
    expect(at("2025-12-03")?.remedy).toContain("£75.00");
    expect(at("2025-12-14")?.remedy).toContain("£82.50");
  });
  test("a meeting gives its day and its band; another day than its own is refused", () => {
    const held = facts({ activity: known({ heldOn: on("2026-03-11"), band: "half-day" }) });
    const fee = value(planFee(request({ activity: meeting, band: undefined, on: undefined }), held, bex));
    expect([fee.on, fee.band]).toEqual(["2026-03-11", "half-day"]);
    expect(codes(planFee(request({ activity: meeting }), held, bex))).toEqual(["another-day"]);
  });
});

describe("a fee is refused with every reason at once", () => {
  test("for an activity that is not there, or was cancelled", () => {
    const gone = facts({ activity: known({ exists: false, known: ["2026-03"] }) });
    expect(codes(planFee(request({ band: "haf-day" }), gone, bex))).toEqual([
      "unknown-activity",
      "unknown-band",
    ]);
    expect(codes(planFee(request(), facts({ activity: known({ cancelled: true }) }), bex))).toEqual([
      "cancelled-activity",
    ]);
  });
  test("for work in the future; today itself is not the future", () => {
    expect(
      codes(planFee(request({ on: on("2026-03-14") }), facts({ today: on("2026-03-13") }), bex)),
    ).toEqual(["future-activity"]);
    expect(planFee(request({ on: on("2026-03-14") }), facts({ today: on("2026-03-14") }), bex).ok).toBe(true);
  });
  test("for a person outside their membership: the first day is in, and so is the day they left", () => {
    const refusal = (day: string) => codes(planFee(request({ on: on(day) }), facts(), bex));
    expect(refusal("2026-09-30")).toEqual([]);
    expect(refusal("2026-10-01")).toEqual([]);
    expect(refusal("2026-10-02")).toEqual(["not-a-member-then"]);
    const later = { ...bex, memberships: bex.memberships.map((m) => ({ ...m, joinedOn: on("2026-03-14") })) };
    expect(codes(planFee(request(), facts(), later))).toEqual([]);
    expect(codes(planFee(request({ on: on("2026-03-13") }), facts(), later))).toEqual(["not-a-member-then"]);
  });
  test("for the same person, activity and day again, unless there is a reason", () => {
    const again = { ...bex, earlier: [{ id: 7, on: on("2026-03-14"), state: "logged" as const }] };
    expect(codes(planFee(request(), facts(), again))).toEqual(["already-logged"]);
    expect(value(planFee(request({ again: "two panels" }), facts(), again)).again).toBe("two panels");
    expect(codes(planFee(request({ on: on("2026-03-15") }), facts(), again))).toEqual([]);
  });
});

test("a fee for work on a project is pointed out where nobody was on its team that day, or it was closed by then", () => {
  const project = { closedOn: on("2026-06-30"), times: [{ from: on("2026-01-01"), to: on("2026-05-31") }] };
  const at = (day: string) =>
    value(planFee(request({ on: on(day) }), facts({ today: on("2026-09-01") }), { ...bex, project })).unusual;
  expect(
    ["2025-12-31", "2026-01-01", "2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"].map(at),
  ).toEqual(["not-on-team", null, null, "not-on-team", "not-on-team", "closed"]);
  expect(value(planFee(request(), facts(), { ...bex, notThere: "absent" })).unusual).toBe("absent");
});

describe("a commentary", () => {
  const commentary: Activity = { kind: "commentary", key: "C-001" };
  test("is paid once, whatever the day it is logged for", () => {
    const again = { ...bex, earlier: [{ id: 7, on: on("2026-03-10"), state: "logged" as const }] };
    const refusal = planFee(request({ activity: commentary }), facts(), again);
    expect(codes(refusal)).toEqual(["already-logged"]);
    expect(problemsOf(refusal)[0]?.message).toContain("PAY-007 for commentary:C-001 on 2026-03-10 already");
    const more = planFee(
      request({ activity: commentary, again: "a second round of comments" }),
      facts(),
      again,
    );
    expect(value(more).again).toBe("a second round of comments");
  });
});

describe("what people chose about fees is honoured", () => {
  test("to take nothing is to decline, and is refused as an amount", () => {
    const words = { paid: false, declines: false, donates: false, asks: false };
    expect(codes(choiceIn({ ...words, takes: 0 }))).toEqual(["takes-nothing"]);
    expect(codes(choiceThisTime("reduced", 0))).toEqual(["takes-nothing"]);
    expect(value(choiceIn({ ...words, takes: 1 }))).toEqual({ choice: "reduced", most: 1 });
  });

  const since = (choice: "declined" | "donated" | "ask" | "reduced", most: number | null = null) => ({
    ...bex,
    preferences: [{ choice, most, fromOn: on("2026-01-01") }],
  });
  test("a declined or donated fee keeps its rate, asks for nothing and is settled", () => {
    for (const choice of ["declined", "donated"] as const) {
      const fee = value(planFee(request(), facts(), since(choice)));
      expect(fee).toMatchObject({
        claimed: 0,
        worth: 8250,
        outcome: choice,
        state: choice,
      });
    }
  });
  test("who takes less is owed that much, and never more than the rate", () => {
    expect(value(planFee(request(), facts(), since("reduced", 4000)))).toMatchObject({
      claimed: 4000,
      outcome: "reduced",
    });
    expect(value(planFee(request(), facts(), since("reduced", 9000)))).toMatchObject({
      claimed: 8250,
      outcome: "due",
    });
  });
  test("who wishes to be asked is asked, and their answer this time goes before their general choice", () => {
    expect(codes(planFee(request(), facts(), since("ask")))).toEqual(["choice-needed"]);
    const answered = request({ choice: { choice: "donated", most: null } });
    expect(value(planFee(answered, facts(), since("ask"))).outcome).toBe("donated");
    expect(
      value(planFee(request({ choice: { choice: "paid", most: null } }), facts(), since("declined"))).claimed,
    ).toBe(8250);
  });
  test("a choice counts for activities from its first day on", () => {
    const choices = [
      { choice: "donated" as const, most: null, fromOn: on("2026-06-01") },
      { choice: "declined" as const, most: null, fromOn: on("2026-01-01") },
    ];
    const at = (day: string) => preferenceOn(choices, on(day)).choice;
    expect(["2025-12-31", "2026-01-01", "2026-05-31", "2026-06-01"].map(at)).toEqual([
      "paid",
      "declined",
      "declined",
      "donated",
    ]);
  });
  test("no choice ever asks for more than the fee is worth", () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.constantFrom("paid", "reduced", "declined", "donated" as const),
        fc.option(fc.nat(200_000)),
        (worth, choice, most) => {
          const { claimed } = settle(worth, choice, most);
          return claimed >= 0 && claimed <= worth;
        },
      ),
    );
  });
});

test("everybody who came is planned, and who is left out has a reason", () => {
  const held = facts({ activity: known({ heldOn: on("2026-03-11"), band: "half-day" }) });
  const people = [
    bex,
    { ...bex, id: 4, earlier: [{ id: 9, on: on("2026-03-11"), state: "logged" as const }] },
    { ...bex, id: 5, preferences: [{ choice: "ask" as const, most: null, fromOn: on("2026-01-01") }] },
    { ...bex, id: 6, memberships: [] },
  ];
  const wanted = request({ activity: meeting, band: undefined, on: undefined });
  const plan = value(planAttendedFees(wanted, held, people));
  expect(plan.fees.map((f) => f.personId)).toEqual([3]);
  expect(plan.leftOut.map((l) => [l.personId, l.code])).toEqual([
    [4, "already-logged"],
    [5, "choice-needed"],
    [6, "not-a-member-then"],
  ]);
  expect(codes(planAttendedFees(wanted, held, []))).toEqual(["nobody-came"]);
});

describe("an approval", () => {
  const words = { amount: undefined, reason: undefined };
  test("takes logged and claimed lines only", () => {
    const lines = (["logged", "claimed"] as const).map((state) => line({ state }));
    expect(value(planApproval(lines, words, "Tomasz"))).toHaveLength(2);
    const refused = (["offered", "accepted", "sent", "paid", "queried", "rejected", "reversed"] as const).map(
      (state) => codes(planApproval([line({ state })], words, "Tomasz")),
    );
    expect(new Set(refused.flat())).toEqual(new Set(["wrong-state"]));
  });
  test("says that a declined fee is nothing to pay", () => {
    expect(codes(planApproval([line({ outcome: "declined" })], words, "Tomasz"))).toEqual([
      "nothing-to-approve",
    ]);
  });
  test("is never of more than was claimed, nor of nothing", () => {
    const of = (amount: number, changes = {}) =>
      codes(planApproval([line(changes)], { amount, reason: "why" }, "Tomasz"));
    expect(of(8251)).toEqual(["more-than-claimed"]);
    expect(of(4001, { claimedPence: 4000, outcome: "reduced" })).toEqual(["more-than-claimed"]);
    expect(of(0)).toEqual(["nothing-approved"]);
    expect([of(8250), of(1)]).toEqual([[], []]);
  });
  test("of another amount than was claimed needs a reason, and keeps both", () => {
    expect(codes(planApproval([line()], { amount: 5000, reason: undefined }, "Tomasz"))).toEqual([
      "reason-needed",
    ]);
    expect(value(planApproval([line()], { amount: 5000, reason: "half" }, "Tomasz"))[0]).toMatchObject({
      pence: 5000,
      reason: "half",
    });
    expect(value(planApproval([line()], { amount: 8250, reason: "same" }, "Tomasz"))[0]?.reason).toBeNull();
  });
  test("by the person who recorded the line is allowed and flagged, however the name is typed", () => {
    expect(value(planApproval([line()], words, " harriet  OSEI "))[0]?.byRecorder).toBe(true);
    const flags = flagsOf(line({ state: "approved", approvedBy: "harriet osei" }), {
      today: on("2026-03-20"),
      lateDays: 30,
      windowMonths: 3,
    });
    expect(flags).toEqual(["approved by the recorder"]);
  });
  test("needs words that fit together", () => {
    const none = {
      lines: [],
      all: false,
      onOrBefore: undefined,
      amount: undefined,
      reason: undefined,
    };
    expect(codes(checkApprovalWords(none))).toEqual(["which-lines"]);
    expect(codes(checkApprovalWords({ ...none, all: true, amount: 1 }))).toEqual(["which-lines"]);
    expect(checkApprovalWords({ ...none, lines: ["PAY-001", "PAY-001"], amount: 1, reason: "r" }).ok).toBe(
      true,
    );
  });
});

describe("flags", () => {
  const at = (today: string) => ({ today: on(today), lateDays: 30, windowMonths: 3 });
  test("thirty days after the activity nobody has waited too long; the day after they have", () => {
    const fee = line({ activityOn: on("2026-03-01") });
    expect(flagsOf(fee, at("2026-03-31"))).toEqual([]);
    expect(flagsOf(fee, at("2026-04-01"))).toEqual(["over 30 days"]);
    expect(flagsOf({ ...fee, state: "paid" }, at("2026-04-01"))).toEqual([]);
  });
  test("a claim on the last day of the window is in time, the next day is late", () => {
    const expense = line({ stream: "expense", activityOn: on("2025-11-30"), expenseKind: "taxi" });
    const claimed = (day: string) => flagsOf({ ...expense, claimedOn: on(day) }, at(day));
    expect(claimed("2026-02-28")).toEqual([]);
    expect(claimed("2026-03-01")).toEqual(["late claim"]);
  });
});

describe("an activity", () => {
  test.each([
    ["meeting:2026-03", "meeting", "2026-03"],
    ["project:p-1", "project", "P-001"],
    ["Commentary:C-001", "commentary", "C-001"],
    ["event:e3", "event", "E-003"],
    ["recruitment:Autumn-2025", "recruitment", "autumn-2025"],
  ])("%s is read", (text, kind, key) => {
    expect(value(parseActivity(text))).toEqual({ kind, key });
  });
  test.each(["", "meeting", "meeting:", "party:2026", "project:2026-03", "other:two words", "other:-x"])(
    "%s is not one",
    (text) => {
      expect(codes(parseActivity(text))).toEqual(["not-an-activity"]);
    },
  );
  test("with a National Insurance number in it is refused without repeating it", () => {
    const refusal = parseActivity("other:AB123456C");
    expect(codes(refusal)).toEqual(["private-detail"]);
    expect(JSON.stringify(refusal)).not.toContain("123456");
    expect(codes(parseActivity("other:note-12-34-56-12345678"))).toEqual(["private-detail"]);
    expect(codes(parseActivity("other:panel-2026-03-14"))).toEqual([]);
  });
});

describe("amounts and tax years", () => {
  test.each([
    ["82.50", 8250],
    ["£82.50", 8250],
    ["£1,082.50", 108250],
  ])("%s is %i pence", (text, pence) => {
    expect(value(parsePence(text))).toBe(pence);
  });
  test.each(["82.505", "-5", "1e3", "", "8,2.50", "£"])("%p is refused", (text) => {
    expect(parsePence(text).ok).toBe(false);
  });
  test("5 April is the last day of a tax year and 6 April the first of the next", () => {
    expect(taxYearOf(on("2026-04-05")).name).toBe("UK tax year 2025-26");
    expect(taxYearOf(on("2026-04-06")).name).toBe("UK tax year 2026-27");
    expect(taxYearOf(on("2026-04-06"))).toEqual(value(parsePeriod("tax:2026-27")));
  });
  test("only a whole tax year is one", () => {
    expect(isTaxYear(value(parsePeriod("tax:2026-27")))).toBe(true);
    expect(isTaxYear(value(parsePeriod("2026-04-06..2027-04-05")))).toBe(true);
    expect(isTaxYear(value(parsePeriod("2026")))).toBe(false);
    expect(isTaxYear(value(parsePeriod("nihr:2026-27")))).toBe(false);
  });
});
