import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ClearanceRules, evaluateClearance, type TrainingRecord } from "../../src/domain/clearance.ts";
import type { Course } from "../../src/domain/course.ts";
import { addDays, type Day } from "../../src/domain/day.ts";

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

  test("an external requirement runs out after its months, and grace days still count", () => {
    const record = { ...nothing, held: [{ requirementId: 1, issuedOn: on("2023-03-01"), expiresOn: null }] };
    const strict = clearance({ sets: [[{ requirement: gcp, graceDays: 0 }]] });
    const lenient = clearance({ sets: [[{ requirement: gcp, graceDays: 30 }]] });
    expect(evaluateClearance(strict, record, on("2026-03-01")).cleared).toBe(true);
    expect(evaluateClearance(strict, record, on("2026-03-02"))).toMatchObject({
      cleared: false,
      missing: ["Good Clinical Practice, which ran out Sun 1 Mar 2026"],
    });
    expect(evaluateClearance(lenient, record, on("2026-03-02"))).toMatchObject({
      cleared: true,
      expiring: ["Good Clinical Practice ran out Sun 1 Mar 2026"],
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
