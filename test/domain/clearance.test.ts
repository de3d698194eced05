import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ClearanceRules, evaluateClearance, type TrainingRecord } from "../../src/domain/clearance.ts";
import { ruleEffect } from "../../src/domain/clearance-change.ts";
import { mendedSince, partsThatClear, sessionsThatClear } from "../../src/domain/clearance-mend.ts";
import { asksInWords, graceInWords, planRule, type RuleRequest } from "../../src/domain/clearance-plan.ts";
import { leadsTo } from "../../src/domain/clearance-rules.ts";
import type { Course } from "../../src/domain/course.ts";
import { addDays, type Day } from "../../src/domain/day.ts";
import { checkHeld, heldState, planRequirement } from "../../src/domain/external.ts";
import { planClearance } from "../../src/domain/new-clearance.ts";
import { problemsOf } from "../../src/domain/result.ts";
import type { TrainingSession } from "../../src/domain/session.ts";
import { stillMissed } from "../../src/reports/training.ts";

const on = (text: string): Day => text as Day;

const course = (id: number, title: string, parts: readonly string[]): Course => ({
  id,
  key: title.toLowerCase(),
  title,
  status: "offered",
  about: null,
  parts: parts.map((p, i) => ({
    id: id * 10 + i,
    key: p.toLowerCase(),
    title: p,
    position: i + 1,
    askedFrom: null,
    retiredOn: null,
  })),
});

const interviewing = course(1, "Interviewing", ["Principles", "Role play"]);
const analysis = course(2, "Analysis", ["Coding"]);
const gcp = { id: 1, key: "gcp", label: "Good Clinical Practice", validMonths: 36 };

const clearance = (changes: Partial<ClearanceRules> = {}): ClearanceRules => ({
  id: 1,
  key: "interviewing",
  label: "Interviewing",
  work: "Carry out research interviews",
  retiredOn: null,
  warningDays: 60,
  sets: [[{ course: interviewing, graceDays: 0 }]],
  ...changes,
});

const nothing: TrainingRecord = { personId: 3, completions: [], waivers: [], held: [] };
const done = (partId: number, day: string, revokedOn: string | null = null) => ({
  partId,
  on: on(day),
  revokedOn: revokedOn as Day | null,
});
const waiver = (changes: object = {}) => ({
  courseId: 1,
  partId: 11 as number | null,
  reason: "twelve interviews at another unit",
  grantedBy: "Harriet Osei",
  grantedOn: on("2026-01-10"),
  expiresOn: null as Day | null,
  revokedOn: null as Day | null,
  ...changes,
});

describe("clearance", () => {
  test("somebody who has completed every part is cleared, and the answer says when each was completed", () => {
    const record = { ...nothing, completions: [done(10, "2026-01-20"), done(11, "2026-02-17")] };
    const answer = evaluateClearance(clearance(), record, on("2026-02-17"));
    expect(answer.cleared).toBe(true);
    expect(answer.met).toEqual([
      "Interviewing: Principles, completed Tue 20 Jan 2026",
      "Interviewing: Role play, completed Tue 17 Feb 2026",
    ]);
    expect(answer.missing).toEqual([]);
  });

  test("one part short is not cleared, and the part is named", () => {
    const record = { ...nothing, completions: [done(10, "2026-01-20")] };
    const answer = evaluateClearance(clearance(), record, on("2026-03-01"));
    expect(answer).toMatchObject({ cleared: false, missing: ["Interviewing: Role play"] });
    expect(answer.missingParts.map((m) => m.part.id)).toEqual([11]);
  });

  test("what was completed after the day asked about does not count on it", () => {
    const record = { ...nothing, completions: [done(10, "2026-01-20"), done(11, "2026-02-17")] };
    expect(evaluateClearance(clearance(), record, on("2026-02-16")).cleared).toBe(false);
  });

  test("a completion counts until the day it is revoked", () => {
    const record = {
      ...nothing,
      completions: [done(10, "2026-01-20"), done(11, "2026-02-17", "2026-04-01")],
    };
    expect(evaluateClearance(clearance(), record, on("2026-03-31")).cleared).toBe(true);
    expect(evaluateClearance(clearance(), record, on("2026-04-01")).cleared).toBe(false);
  });

  test("a waiver stands in for a part while it is in force, and says who granted it and why", () => {
    const record = {
      ...nothing,
      completions: [done(10, "2026-01-20")],
      waivers: [waiver({ expiresOn: on("2026-06-30") })],
    };
    const answer = evaluateClearance(clearance(), record, on("2026-06-01"));
    expect(answer.cleared).toBe(true);
    expect(answer.waived).toEqual([
      "Interviewing: Role play, waived by Harriet Osei on Sat 10 Jan 2026: twelve interviews at another unit",
    ]);
    expect(answer.expiring).toEqual(["Interviewing: Role play (waiver) runs out Tue 30 Jun 2026"]);
    expect(evaluateClearance(clearance(), record, on("2026-07-01")).cleared).toBe(false);
  });

  test("a waiver of a whole course stands in for every part of it", () => {
    const record = { ...nothing, waivers: [waiver({ partId: null })] };
    expect(evaluateClearance(clearance(), record, on("2026-02-01"))).toMatchObject({
      cleared: true,
      met: [],
    });
  });

  test("a revoked waiver no longer counts", () => {
    const record = { ...nothing, waivers: [waiver({ partId: null, revokedOn: on("2026-03-01") })] };
    expect(evaluateClearance(clearance(), record, on("2026-03-01")).cleared).toBe(false);
  });

  test("an external requirement counts until its last day, and grace days still count", () => {
    const held = [{ requirementId: 1, issuedOn: on("2023-03-01"), expiresOn: on("2026-03-01") }];
    const record = { ...nothing, held };
    const strict = clearance({ sets: [[{ requirement: gcp, graceDays: 0 }]] });
    const lenient = clearance({ sets: [[{ requirement: gcp, graceDays: 30 }]] });
    expect(evaluateClearance(strict, record, on("2026-03-01")).cleared).toBe(true);
    expect(evaluateClearance(strict, record, on("2026-03-02"))).toMatchObject({
      cleared: false,
      missing: ["Good Clinical Practice, which ran out Sun 1 Mar 2026"],
    });
    expect(evaluateClearance(lenient, record, on("2026-03-02"))).toMatchObject({
      cleared: true,
      expiring: ["Good Clinical Practice ran out Sun 1 Mar 2026, and counts until Tue 31 Mar 2026"],
    });
  });

  test("every set has to be met, and any one row of a set meets it", () => {
    const both = clearance({
      sets: [[{ course: interviewing, graceDays: 0 }], [{ course: analysis, graceDays: 0 }]],
    });
    const either = clearance({
      sets: [
        [
          { course: interviewing, graceDays: 0 },
          { course: analysis, graceDays: 0 },
        ],
      ],
    });
    const record = { ...nothing, completions: [done(20, "2026-05-12")] };
    expect(evaluateClearance(both, record, on("2026-06-01")).cleared).toBe(false);
    expect(evaluateClearance(either, record, on("2026-06-01")).cleared).toBe(true);
    expect(evaluateClearance(either, nothing, on("2026-06-01")).missing).toEqual([
      "either Interviewing: Principles and Interviewing: Role play, or Analysis: Coding",
    ]);
  });

  test("where either of two is enough, that is one thing still missed, not two", () => {
    const either = clearance({
      key: "advice",
      sets: [
        [
          { course: interviewing, graceDays: 0 },
          { course: analysis, graceDays: 0 },
        ],
        [{ requirement: gcp, graceDays: 0 }],
      ],
    });
    const begun = { ...nothing, completions: [done(10, "2026-01-20")] };
    const answer = evaluateClearance(either, begun, on("2026-03-01"));
    expect(answer.lacking).toEqual([[["interviewing/role play"], ["analysis"]], [["gcp"]]]);
    expect(stillMissed("advice", answer)).toEqual(["either interviewing/role play, or analysis", "gcp"]);
    expect(stillMissed("interviewing", answer)).toEqual(["either role play, or analysis", "gcp"]);
  });

  test("one day of grace is one day's", () => {
    expect([graceInWords(1), graceInWords(30)]).toEqual(["1 day's grace", "30 days' grace"]);
  });

  test("a course leads to work that asks for it and, beside it, for nothing but what others set", () => {
    const day = on("2026-03-01");
    const [own, other] = [
      { course: interviewing, graceDays: 0 },
      { course: analysis, graceDays: 0 },
    ];
    const set = { requirement: gcp, graceDays: 0 };
    const leads = (...sets: ClearanceRules["sets"]): boolean =>
      leadsTo(interviewing, clearance({ sets }), day);
    expect([leads([own]), leads([own, other]), leads([own], [set])]).toEqual([true, true, true]);
    expect([leads([own], [other]), leads([set]), leads()]).toEqual([false, false, false]);
    expect(leadsTo(interviewing, clearance({ retiredOn: day }), day)).toBe(false);
    const later = clearance({ sets: [[{ ...own, askedFrom: on("2026-04-01") }]] });
    expect(leadsTo(interviewing, later, day)).toBe(false);
  });

  test("what ran out was begun, so that whoever was cleared yesterday is among those who are nearly there", () => {
    const asks = clearance({ sets: [[{ requirement: gcp, graceDays: 0 }]] });
    const held = {
      requirementId: 1,
      issuedOn: on("2025-03-01"),
      expiresOn: on("2026-02-28"),
      revokedOn: null,
    };
    const begun = (record: TrainingRecord, day: string): boolean =>
      evaluateClearance(asks, record, on(day)).begun;
    expect(begun({ ...nothing, held: [held] }, "2026-02-28")).toBe(true);
    expect(begun({ ...nothing, held: [held] }, "2026-03-01")).toBe(true);
    expect(begun({ ...nothing, held: [held] }, "2025-02-28")).toBe(false);
    expect(begun(nothing, "2026-03-01")).toBe(false);
    const waived = { ...nothing, waivers: [waiver({ expiresOn: on("2026-02-28") })] };
    expect(evaluateClearance(clearance(), waived, on("2026-03-01")).begun).toBe(true);
  });

  test("of two ways that meet a set the one that lasts longer counts, so nothing is said to run out that does not matter", () => {
    const passport = { id: 2, key: "research-passport", label: "Research passport", validMonths: 36 };
    const either = clearance({
      sets: [
        [
          { requirement: gcp, graceDays: 0 },
          { requirement: passport, graceDays: 0 },
        ],
      ],
    });
    const held = [
      { requirementId: 1, issuedOn: on("2024-01-01"), expiresOn: on("2026-03-10") },
      { requirementId: 2, issuedOn: on("2026-01-01"), expiresOn: on("2029-01-01") },
    ];
    const answer = evaluateClearance(either, { ...nothing, held }, on("2026-03-01"));
    expect(answer).toMatchObject({
      cleared: true,
      expiring: [],
      met: ["Research passport, since Thu 1 Jan 2026"],
    });
  });

  test("in its grace something says until when it still counts; after it, that it ran out", () => {
    const lenient = clearance({ sets: [[{ course: interviewing, graceDays: 14 }]] });
    const record = {
      ...{ ...nothing, completions: [done(10, "2026-01-20")] },
      waivers: [waiver({ expiresOn: on("2028-02-29") })],
    };
    const as = (day: string) => evaluateClearance(lenient, record, on(day));
    expect(as("2028-02-29").expiring).toEqual(["Interviewing: Role play (waiver) runs out Tue 29 Feb 2028"]);
    expect(as("2028-03-14")).toMatchObject({
      cleared: true,
      expiring: [
        "Interviewing: Role play (waiver) ran out Tue 29 Feb 2028, and counts until Tue 14 Mar 2028",
      ],
    });
    expect(as("2028-03-15")).toMatchObject({
      cleared: false,
      missing: ["Interviewing: Role play, whose waiver ran out Tue 29 Feb 2028"],
    });
  });

  test("a part that was retired is asked for before that day and not after", () => {
    const [first, second] = interviewing.parts;
    if (!first || !second) throw new Error("the course has two parts");
    const changed = { ...interviewing, parts: [first, { ...second, retiredOn: on("2026-03-01") }] };
    const rules = clearance({ sets: [[{ course: changed, graceDays: 0 }]] });
    const record = { ...nothing, completions: [done(10, "2026-01-20")] };
    expect(evaluateClearance(rules, record, on("2026-02-28")).cleared).toBe(false);
    expect(evaluateClearance(rules, record, on("2026-03-01")).cleared).toBe(true);
  });

  test("a part added later is asked for from its first day and changes nothing before it", () => {
    const [first, second] = interviewing.parts;
    if (!first || !second) throw new Error("the course has two parts");
    const changed = { ...interviewing, parts: [first, { ...second, askedFrom: on("2026-03-01") }] };
    const rules = clearance({ sets: [[{ course: changed, graceDays: 0 }]] });
    const record = { ...nothing, completions: [done(10, "2026-01-20")] };
    expect(evaluateClearance(rules, record, on("2026-02-28")).cleared).toBe(true);
    expect(evaluateClearance(rules, record, on("2026-03-01")).cleared).toBe(false);
  });

  test("a clearance without rules, of a course without parts, or retired clears nobody", () => {
    const everything = { ...nothing, waivers: [waiver({ partId: null })] };
    expect(evaluateClearance(clearance({ sets: [] }), everything, on("2026-03-01")).cleared).toBe(false);
    const empty = clearance({ sets: [[{ course: course(1, "Interviewing", []), graceDays: 0 }]] });
    expect(evaluateClearance(empty, everything, on("2026-03-01")).cleared).toBe(false);
    const retired = clearance({ retiredOn: on("2026-03-01") });
    expect(evaluateClearance(retired, everything, on("2026-03-01")).cleared).toBe(false);
    expect(evaluateClearance(retired, everything, on("2026-02-28")).cleared).toBe(true);
  });

  test("without revocations, whoever is cleared stays cleared, and cleared is the same as nothing missing", () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(on("2026-01-01"), n));
    const record = fc.record({
      completions: fc.array(
        fc.record({ partId: fc.constantFrom(10, 11), on: days, revokedOn: fc.constant(null) }),
      ),
    });
    fc.assert(
      fc.property(record, days, fc.integer({ min: 0, max: 60 }), ({ completions }, day, later) => {
        const now = evaluateClearance(clearance(), { ...nothing, completions }, day);
        const then = evaluateClearance(clearance(), { ...nothing, completions }, addDays(day, later));
        expect(now.cleared).toBe(now.missing.length === 0);
        if (now.cleared) expect(then.cleared).toBe(true);
      }),
    );
  });
});

const today = on("2026-11-23");
const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);
const asked = (changes: Partial<RuleRequest> = {}): RuleRequest => ({
  clearance: clearance(),
  asked: { requirement: gcp },
  ...{ insteadOf: undefined, set: undefined, grace: undefined, from: today, out: false },
  ...changes,
});
const made = (request: RuleRequest) => {
  const plan = planRule(request);
  if (!plan.ok) throw new Error(codes(plan.problems).join());
  return plan.value;
};

describe("changing what a clearance asks for", () => {
  const everyPart = { ...nothing, completions: [done(10, "2026-01-20"), done(11, "2026-02-17")] };

  test("a new rule takes back nothing that people were cleared for before its day", () => {
    const { after } = made(asked());
    expect(evaluateClearance(after, everyPart, addDays(today, -1)).cleared).toBe(true);
    expect(evaluateClearance(after, everyPart, today)).toMatchObject({
      cleared: false,
      missing: ["Good Clinical Practice"],
    });
    const effect = ruleEffect([clearance()], [after], new Map([[3, everyPart]]), [3], today);
    expect(effect).toMatchObject({ gained: [], lost: [{ personId: 3 }] });
  });

  test("a rule that is taken out still counts for the days before", () => {
    const both = made(asked({ from: on("2026-01-01") })).after;
    const { after } = made(asked({ clearance: both, out: true }));
    expect(evaluateClearance(after, everyPart, addDays(today, -1)).cleared).toBe(false);
    expect(evaluateClearance(after, everyPart, today).cleared).toBe(true);
  });

  test("something may be enough instead of what is asked for, and then either will do", () => {
    const { after } = made(asked({ asked: { course: analysis }, insteadOf: "interviewing" }));
    expect(asksInWords(after, today)).toEqual(["either Interviewing or Analysis"]);
    const other = { ...nothing, completions: [done(20, "2026-03-01")] };
    expect(evaluateClearance(after, other, today).cleared).toBe(true);
    expect(evaluateClearance(after, other, addDays(today, -1)).cleared).toBe(false);
  });

  test("instead of something that is asked for only later, it is asked for only then", () => {
    const soon = made(asked({ from: on("2027-01-01") })).after;
    const plan = made(asked({ clearance: soon, asked: { course: analysis }, insteadOf: "gcp" }));
    expect(plan.from).toBe("2027-01-01");
    expect(made(asked({ clearance: soon, asked: { course: analysis }, set: 2 })).from).toBe("2027-01-01");
    expect(evaluateClearance(plan.after, everyPart, today).cleared).toBe(true);
  });

  test("another grace is a new rule from its day, in the same set", () => {
    const both = made(asked({ from: on("2026-01-01") })).after;
    const plan = made(asked({ clearance: both, grace: 30 }));
    expect(plan).toMatchObject({ added: { set: 2, ask: { graceDays: 30 } }, ended: [{ on: today }] });
    expect(asksInWords(plan.after, today)).toEqual([
      "Interviewing",
      "Good Clinical Practice (30 days' grace)",
    ]);
    expect(asksInWords(plan.after, addDays(today, -1))).toEqual(["Interviewing", "Good Clinical Practice"]);
  });

  test("is refused where it changes nothing or is not about this clearance, each with its reason", () => {
    const refusal = (changes: Partial<RuleRequest>) => codes(problemsOf(planRule(asked(changes))));
    expect(refusal({ asked: { course: interviewing } })).toEqual(["asked-already"]);
    expect(refusal({ insteadOf: "dbs" })).toEqual(["not-asked-for"]);
    expect(refusal({ set: 9 })).toEqual(["unknown-set"]);
    expect(refusal({ out: true, grace: 3 })).toEqual(["words-do-not-fit", "not-asked-for"]);
    expect(refusal({ asked: { course: interviewing }, insteadOf: "interviewing" })).toEqual([
      "asked-already",
    ]);
  });

  test("whatever is changed from a day on, nothing that was true before that day is another", () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(on("2026-01-01"), n));
    const change = fc.record({
      asked: fc.constantFrom({ requirement: gcp }, { course: analysis }, { course: interviewing }),
      insteadOf: fc.constantFrom(undefined, "interviewing", "gcp"),
      grace: fc.constantFrom(undefined, 0, 30),
      out: fc.boolean(),
      from: days,
    });
    const held = fc.constantFrom([], [{ requirementId: 1, issuedOn: on("2026-02-01"), expiresOn: null }]);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), days, held, (changes, day, has) => {
        const record = { ...everyPart, held: has };
        let rules = clearance();
        for (const c of changes) {
          const plan = planRule({ ...asked(), ...c, clearance: rules });
          if (plan.ok && c.from > day)
            expect(evaluateClearance(plan.value.after, record, day)).toEqual(
              evaluateClearance(rules, record, day),
            );
          if (plan.ok) rules = plan.value.after;
        }
      }),
    );
  });
});

describe("a new clearance", () => {
  test("is refused without a name, work and anything to ask for, all at once", () => {
    const request = { key: "Data Extraction", label: undefined, work: undefined, asked: [], any: false };
    expect(codes(problemsOf(planClearance(request, [])))).toEqual([
      "not-a-key",
      "no-label",
      "no-work",
      "nothing-asked",
    ]);
  });

  test("asks for everything named, or for any one of it", () => {
    const request = {
      ...{ key: "data", label: "Data", work: "Extract" },
      asked: [{ course: interviewing }, { requirement: gcp }],
    };
    const sets = (any: boolean) => {
      const plan = planClearance({ ...request, any }, []);
      return plan.ok ? plan.value.sets.map((s) => s.length) : null;
    };
    expect([sets(false), sets(true)]).toEqual([[1, 1], [2]]);
  });
});

describe("a requirement that others set", () => {
  const kit = { id: 3, knownAs: "Kit", times: [{ group: "lewg", joinedOn: on("2026-01-12"), leftOn: null }] };
  const request = { people: [kit], requirement: gcp, issued: on("2026-03-01"), expires: undefined };

  test("has its last day counted when it is recorded, so that another validity changes no past", () => {
    const entries = checkHeld(request, today);
    expect(entries.ok && entries.value[0]?.expiresOn).toBe("2029-03-01");
    const changed = planRequirement(
      { key: "gcp", label: undefined, validMonths: 12, retired: undefined },
      gcp,
      today,
    );
    expect(changed).toMatchObject({ ok: true, value: { validMonths: 12, label: "Good Clinical Practice" } });
  });

  test("is refused in the future, ending before it begins, retired, and for somebody never there, all at once", () => {
    const stranger = { ...kit, times: [] };
    const bad = {
      people: [stranger],
      requirement: { ...gcp, retiredOn: on("2026-01-01") },
      issued: on("2027-01-01"),
      expires: on("2026-12-01"),
    };
    expect(codes(problemsOf(checkHeld(bad, today)))).toEqual([
      "retired-requirement",
      "in-the-future",
      "ends-before-it-begins",
      "not-a-member",
    ]);
  });

  test("is in force, then runs out soon, then ran out; taken back it counts no more", () => {
    const held = { requirementId: 1, issuedOn: on("2026-01-01"), expiresOn: on("2026-12-31") };
    const state = (day: string) => heldState(held, 60, on(day));
    expect(["2025-12-31", "2026-01-01", "2026-11-23", "2027-01-01"].map(state)).toEqual([
      "not yet",
      "in force",
      "runs out soon",
      "ran out",
    ]);
    const back = { ...held, revokedOn: on("2026-06-01") };
    expect(heldState(back, 60, today)).toBe("taken back");
    const rules = clearance({ sets: [[{ requirement: gcp, graceDays: 0 }]] });
    expect(evaluateClearance(rules, { ...nothing, held: [back] }, on("2026-05-31")).cleared).toBe(true);
    expect(evaluateClearance(rules, { ...nothing, held: [back] }, on("2026-06-01")).cleared).toBe(false);
  });
});

describe("what would clear somebody", () => {
  const session = (
    id: number,
    partId: number | null,
    day: string,
    changes: object = {},
  ): TrainingSession => ({
    ...{ id, courseId: 1, partId, heldOn: on(day), startsAt: null, minutes: null, mode: null, place: null },
    ...{
      trainer: null,
      places: null,
      status: "planned",
      makeUpOf: null,
      revision: 0,
      cancelledOn: null,
      cancelledBecause: null,
    },
    ...changes,
  });
  const oneShort = { ...nothing, completions: [done(10, "2026-01-20")] };
  const sessions = [
    session(4, 11, "2027-03-02"),
    session(1, 10, "2026-12-01"),
    session(2, 11, "2026-12-08"),
    session(3, null, "2027-01-12"),
    session(5, 11, "2026-11-01"),
    session(6, 11, "2026-12-02", { status: "cancelled" }),
    session(7, 20, "2026-12-03", { courseId: 2 }),
  ];

  test("is any one planned session that teaches all that is missing, the earliest first", () => {
    expect(sessionsThatClear(clearance(), oneShort, sessions, today).map((c) => c.session.id)).toEqual([
      2, 3, 4,
    ]);
    expect(sessionsThatClear(clearance(), nothing, sessions, today).map((c) => c.session.id)).toEqual([3]);
  });

  test("is nothing for somebody who is cleared, or who lacks something no session gives", () => {
    const cleared = { ...nothing, completions: [done(10, "2026-01-20"), done(11, "2026-02-17")] };
    expect(sessionsThatClear(clearance(), cleared, sessions, today)).toEqual([]);
    const withGcp = made(asked()).after;
    expect(sessionsThatClear(withGcp, oneShort, sessions, today)).toEqual([]);
  });

  test("is looked at on the day of the session: what has run out by then does not count", () => {
    const lasting = {
      ...oneShort,
      held: [{ requirementId: 1, issuedOn: today, expiresOn: on("2026-12-31") }],
    };
    expect(sessionsThatClear(made(asked()).after, lasting, sessions, today).map((c) => c.session.id)).toEqual(
      [2],
    );
  });

  test("as at a day to come is any session before it too, looked at on that day", () => {
    const gcpFromJanuary = made(asked({ from: on("2027-01-01") })).after;
    const find = (rules: ClearanceRules, day: string) =>
      sessionsThatClear(rules, oneShort, sessions, today, on(day)).map((c) => c.session.id);
    expect(find(clearance(), "2026-12-09")).toEqual([2, 3, 4]);
    expect(find(gcpFromJanuary, "2026-12-09")).toEqual([2]);
    expect(find(gcpFromJanuary, "2027-01-02")).toEqual([]);
  });

  test("after a day that is over is what was completed or waived since, unless that was taken back again", () => {
    const part = { course: interviewing, part: interviewing.parts[1] as Course["parts"][number] };
    const since = (record: TrainingRecord) => mendedSince(part, record, on("2026-02-01"), on("2026-06-01"));
    expect(since(nothing)).toBeNull();
    expect(since({ ...nothing, completions: [done(11, "2026-02-17")] })).toEqual({
      ...{ how: "completed", on: "2026-02-17" },
    });
    expect(since({ ...nothing, completions: [done(11, "2026-02-17", "2026-03-01")] })).toBeNull();
    expect(since({ ...nothing, waivers: [waiver({ grantedOn: on("2026-04-01") })] })).toEqual({
      ...{ how: "waived", on: "2026-04-01" },
    });
    expect(mendedSince(part, { ...nothing, completions: [done(11, "2026-02-17")] }, today, today)).toBeNull();
  });

  test("a part by itself, where no session is planned", () => {
    expect(partsThatClear(clearance(), oneShort, today).map((p) => p.part.key)).toEqual(["role play"]);
    expect(partsThatClear(clearance(), nothing, today)).toEqual([]);
  });
});
