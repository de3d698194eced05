import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ActivityKind } from "../../src/domain/activity.ts";
import { type Budget, budgetNamed, checkBudget, standingOf, yearKindOf } from "../../src/domain/budget.ts";
import type { Day } from "../../src/domain/day.ts";
import { type Done, owed } from "../../src/domain/owed.ts";
import { lineStates } from "../../src/domain/payment.ts";
import { parsePeriod } from "../../src/domain/period.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { median, paidTimes, percentile, slower, speedOf, waitingTimes } from "../../src/domain/speed.ts";
import { sumOf } from "../../src/domain/statement.ts";
import { line } from "../payment-lines.ts";

const day = (text: string): Day => text as Day;
const today = day("2026-05-01");

const prices = {
  today,
  bands: [{ key: "half-day", label: "half day", minutes: 240 }],
  rates: [{ id: 1, band: "half-day", pence: 8250, fromOn: day("2025-12-16"), toOn: null }],
};

describe("what is owed", () => {
  const done = (changes: Partial<Done> = {}): Done => ({
    personId: 3,
    knownAs: "Bex",
    activity: { kind: "meeting", key: "2026-03" },
    activityWithheld: false,
    on: day("2026-03-11"),
    band: "half-day",
    preferences: [],
    ...changes,
  });
  test("stands at the step it has come to, with the days it has stood there", () => {
    const lines = [
      line({ id: 1, loggedOn: day("2026-04-21") }),
      line({ id: 2, state: "claimed", claimedOn: day("2026-04-11") }),
      line({ id: 3, state: "approved", approvedOn: day("2026-04-30") }),
      line({ id: 4, state: "sent", sentOn: day("2026-03-31") }),
      line({ id: 5, state: "queried", stateReason: "which?" }),
      line({ id: 6, state: "paid" }),
      line({ id: 7, state: "rejected", stateReason: "no" }),
    ];
    expect(owed([done()], lines, prices).map((o) => [o.step, o.line?.id ?? 0, o.age])).toEqual([
      ["not-logged", 0, 51],
      ["not-claimed", 1, 10],
      ["queried", 5, 47],
      ["not-approved", 2, 20],
      ["not-sent", 3, 1],
      ["not-paid", 4, 31],
    ]);
  });
  test("never holds what was declined or given to charity, also where it was done and nobody logged it", () => {
    for (const choice of ["declined", "donated"] as const) {
      const preferences = [{ choice, most: null, fromOn: day("2026-01-01") }];
      expect(owed([done({ preferences })], [], prices)).toEqual([]);
      expect(owed([], [line({ outcome: choice, state: choice })], prices)).toEqual([]);
    }
    const asked = [{ choice: "ask" as const, most: null, fromOn: day("2026-01-01") }];
    expect(owed([done({ preferences: asked })], [], prices)).toHaveLength(1);
  });
  test("does not say which commentary or event somebody is anonymous in", () => {
    const hidden = done({ activity: { kind: "commentary", key: "C-001" }, activityWithheld: true });
    expect(owed([hidden], [], prices)[0]?.activity).toBe("(withheld)");
  });
  test("says of work that is not logged what it comes to at the rate of its day and as they chose, where a band says", () => {
    const pence = (changes: Partial<Done>) => owed([done(changes)], [], prices)[0]?.pence;
    const less = [{ choice: "reduced" as const, most: 4000, fromOn: day("2026-01-01") }];
    expect(pence({})).toBe(8250);
    expect(pence({ preferences: less })).toBe(4000);
    expect(pence({ band: null })).toBe(null);
    expect(pence({ on: day("2025-12-15") })).toBe(null);
    expect(pence({ activity: { kind: "event", key: "E-001" }, activityWithheld: true })).toBe(null);
  });
  test("holds work that was accepted, from its day on until it is logged as done", () => {
    const accepted = (activityOn: string) => line({ id: 9, state: "accepted", activityOn: day(activityOn) });
    expect(owed([], [accepted("2026-05-02"), line({ state: "offered" })], prices)).toEqual([]);
    expect(owed([], [accepted("2026-04-30")], prices)).toMatchObject([
      { step: "not-logged", line: { id: 9 }, age: 1, pence: accepted("2026-04-30").claimedPence },
    ]);
  });
  test("is not what is still to come", () => {
    expect(owed([done({ on: day("2026-05-02") })], [], prices)).toEqual([]);
  });
});

describe("how fast people are paid", () => {
  test("the median of an even number lies half way between the two in the middle", () => {
    expect([median([5]), median([1, 2]), median([9, 1, 5]), median([4, 1, 2, 10]), median([])]).toEqual([
      5,
      1.5,
      5,
      3,
      null,
    ]);
  });
  test("the 90th percentile is the smallest number of days that nine in ten did not exceed", () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
    expect([
      percentile(ten, 90),
      percentile([...ten, 200], 90),
      percentile([7], 90),
      percentile([], 90),
    ]).toEqual([9, 100, 7, null]);
  });
  test("both are days that lie among those that were counted", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 60 }), (days) => {
        const speed = speedOf(days);
        const atMost = (n: number) => days.filter((d) => d <= n).length;
        expect(days).toContain(speed.ninetieth);
        expect(atMost(speed.ninetieth ?? 0) * 10).toBeGreaterThanOrEqual(days.length * 9);
        expect(atMost((speed.ninetieth ?? 0) - 1) * 10).toBeLessThan(days.length * 9);
        expect(atMost(speed.median ?? 0) * 2).toBeGreaterThanOrEqual(days.length);
        expect(speed.median ?? 0).toBeLessThanOrEqual(Math.max(...days));
      }),
    );
  });
  const paid = line({
    state: "paid",
    activityOn: day("2026-03-01"),
    sentOn: day("2026-03-20"),
    paidOn: day("2026-04-01"),
  });
  test("counts days from the activity and from the day it was sent", () => {
    expect(paidTimes([paid])).toMatchObject([{ fromActivity: 31, fromSent: 12 }]);
  });
  test("leaves out what was taken back, and what takes back", () => {
    expect(paidTimes([{ ...paid, balancedBy: 9 }, { ...paid, reversesId: 1 }, line()])).toEqual([]);
  });
  test("points out every line over the limit and none that is just within it", () => {
    expect(slower(paidTimes([paid]), 30)).toHaveLength(1);
    expect(slower(paidTimes([paid]), 31)).toHaveLength(0);
    const waits = waitingTimes([line({ activityOn: day("2026-03-31") }), paid], today);
    expect([slower(waits, 30).length, slower(waits, 31).length]).toEqual([1, 0]);
  });
});

describe("a budget", () => {
  const budget: Budget = {
    id: 1,
    title: "Meetings",
    payer: null,
    projectId: null,
    kind: null,
    year: "nihr",
    from: day("2026-04-01"),
    to: day("2027-03-31"),
    pence: 100_00,
  };
  test.each([
    ["tax:2026-27", "tax"],
    ["ucl:2026-27", "ucl-financial"],
    ["nihr:2026-27", "nihr"],
    ["2026", "calendar"],
    ["2026-03", "range"],
    ["2026-04-06..2028-04-05", "range"],
    ["2026-01-01..2026-06-30", "range"],
  ])("for %s is of the year %s", (text, kind) => {
    const period = parsePeriod(text);
    expect(period.ok && yearKindOf(period.value)).toBe(kind);
  });
  test("is drawn on by the day of the activity: the last of one NIHR year, the first of the next", () => {
    const on = (text: string) => standingOf(budget, [line({ activityOn: day(text) })]).lines.length;
    expect([on("2026-03-31"), on("2026-04-01"), on("2027-03-31"), on("2027-04-01")]).toEqual([0, 1, 1, 0]);
  });
  test("of a project, a kind or a payer is drawn on by nothing else", () => {
    const of = (changes: Partial<Budget>) =>
      standingOf({ ...budget, ...changes }, [
        line({ id: 1, activityOn: day("2026-05-01"), activity: { kind: "project", key: "P-002" } }),
        line({ id: 2, activityOn: day("2026-05-01"), payer: "kcl" }),
      ]).lines.map((l) => l.id);
    expect([of({ projectId: 2 }), of({ projectId: 1 }), of({ kind: "other" }), of({ payer: "ucl" })]).toEqual(
      [[1], [], [2], [1]],
    );
  });
  test("of a project is drawn on by its commentaries and events too, and by no other project's", () => {
    const projects = new Map([
      ["commentary:C-001", 2],
      ["event:E-001", 2],
      ["event:E-002", 1],
    ]);
    const done = (id: number, kind: ActivityKind, key: string) =>
      line({ id, activityOn: day("2026-05-01"), activity: { kind, key } });
    const lines = [
      done(1, "project", "P-002"),
      done(2, "commentary", "C-001"),
      done(3, "event", "E-001"),
      done(4, "event", "E-002"),
      done(5, "commentary", "C-002"),
      done(6, "other", "P-002"),
    ];
    const of = (changes: Partial<Budget>) =>
      standingOf({ ...budget, ...changes }, lines, projects).lines.map((l) => l.id);
    expect([of({ projectId: 2 }), of({ projectId: 1 }), of({ projectId: 2, kind: "event" })]).toEqual([
      [1, 2, 3],
      [4],
      [3],
    ]);
  });
  test("spent, committed and left add up to the penny, whatever the lines; left is negative where it is overdrawn", () => {
    const anyLine = fc
      .record({
        state: fc.constantFrom(...lineStates),
        claimedPence: fc.nat(20_000),
        outcome: fc.constantFrom("due", "reduced", "declined" as const),
        balanced: fc.boolean(),
      })
      .map((l) =>
        line({ ...l, activityOn: day("2026-05-01"), paidOn: l.state === "paid" ? day("2026-06-01") : null }),
      );
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const standing = standingOf(budget, lines);
        expect(standing.spent + standing.committed + standing.left).toBe(budget.pence);
        expect(standing.spent + standing.committed).toBe(sumOf(lines));
        expect(sumOf(standing.lines)).toBe(sumOf(lines));
      }),
    );
  });
  test("is meant by its title in any case", () => {
    expect(budgetNamed(" MEETINGS ", [budget]).ok).toBe(true);
    expect(problemsOf(budgetNamed("Meating", [budget]))[0]?.remedy).toContain("Meetings");
  });
  test("for a project can be for a kind of activity that projects have, and for no other", () => {
    expect(checkBudget({ kind: "meeting", project: "P-001" }).ok).toBe(false);
    for (const kind of ["project", "commentary", "event"] as const)
      expect(checkBudget({ kind, project: "P-001" }).ok).toBe(true);
  });
});
