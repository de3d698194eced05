import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, type Day } from "../../src/domain/day.ts";
import { planLeaving, planPause, planReturn } from "../../src/domain/membership.ts";
import { type Membership, standingOn } from "../../src/domain/person.ts";
import { problemsOf } from "../../src/domain/result.ts";

const day = (text: string): Day => text as Day;
const today = day("2026-06-01");
const membership = (changes: Partial<Membership> = {}): Membership => ({
  id: 1,
  group: "lewg",
  joinedOn: day("2025-10-20"),
  leftOn: null,
  leftAs: null,
  pauses: [],
  ...changes,
});
const bex = (...memberships: Membership[]) => ({ id: 3, knownAs: "Bex", memberships });
const codes = (result: Parameters<typeof problemsOf>[0]): string[] => problemsOf(result).map((p) => p.code);
const pause = (from: string, until: string | null = null, id = 7) => ({
  id,
  from: day(from),
  until: until === null ? null : day(until),
});

describe("a membership", () => {
  test("rests on the first and the last day of a pause, and not on the days around it", () => {
    const m = membership({ pauses: [pause("2026-02-01", "2026-02-28")] });
    const standing = ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map((d) =>
      standingOn(m, day(d)),
    );
    expect(standing).toEqual(["active", "paused", "paused", "active"]);
  });

  test("has no two pauses at a time, whichever of them is open", () => {
    const request = { group: undefined, from: day("2026-02-01"), until: day("2026-02-28") };
    const withOpen = membership({ pauses: [pause("2026-01-01")] });
    const later = membership({ pauses: [pause("2026-02-28", "2026-03-31")] });
    const after = membership({ pauses: [pause("2026-03-01")] });
    expect(codes(planPause(bex(withOpen), request))).toEqual(["already-paused"]);
    expect(codes(planPause(bex(later), request))).toEqual(["already-paused"]);
    expect(planPause(bex(after), request).ok).toBe(true);
  });

  test("is paused in every group somebody is in, unless one is named", () => {
    const lean = membership({ id: 2, group: "lean" });
    const request = { from: today, until: undefined };
    const all = planPause(bex(membership(), lean), { ...request, group: undefined });
    expect(all.ok && all.value.map((m) => m.group)).toEqual(["lewg", "lean"]);
    const one = planPause(bex(membership(), lean), { ...request, group: "lean" });
    expect(one.ok && one.value.map((m) => m.group)).toEqual(["lean"]);
  });

  test("that ends takes its pauses with it: a running one ends that day, one to come is taken out", () => {
    const m = membership({ pauses: [pause("2026-01-01", null, 7), pause("2026-08-01", "2026-08-31", 8)] });
    const leaving = planLeaving(bex(m), { group: undefined, on: day("2026-05-31"), today });
    expect(leaving.ok && leaving.value.pauses).toEqual([
      { id: 7, until: "2026-05-31" },
      { id: 8, until: null },
    ]);
  });

  test("ends on a day between joining and today, in a group that is named where there are two", () => {
    const leave = (on: string, ...ms: Membership[]) =>
      codes(planLeaving(bex(...ms), { group: undefined, on: day(on), today }));
    expect(leave("2025-10-19", membership())).toEqual(["before-joining"]);
    expect(leave("2026-06-02", membership())).toEqual(["in-the-future"]);
    expect(leave("2026-06-01", membership(), membership({ group: "lean" }))).toEqual(["which-group"]);
    expect(leave("2026-06-01", membership({ leftOn: day("2026-01-01"), leftAs: "withdrawn" }))).toEqual([
      "not-a-member",
    ]);
  });

  test("begins anew after leaving, in the group left last unless another is named", () => {
    const left = membership({ leftOn: day("2026-01-31"), leftAs: "stepped-down" });
    const request = { group: undefined, on: today, today };
    expect(planReturn(bex(left), request)).toEqual({ ok: true, value: { joins: "lewg" } });
    expect(planReturn(bex(left), { ...request, group: "lean" })).toEqual({
      ok: true,
      value: { joins: "lean" },
    });
    expect(codes(planReturn(bex(left), { ...request, on: day("2026-01-30") }))).toEqual(["before-leaving"]);
    expect(codes(planReturn(bex(membership()), request))).toEqual(["already-in"]);
  });

  test("is active from the day somebody is back, whenever the pause began", () => {
    const days = fc.integer({ min: 0, max: 200 }).map((n) => addDays(day("2025-11-01"), n));
    fc.assert(
      fc.property(days, days, (from, on) => {
        const m = membership({ pauses: [{ id: 7, from, until: null }] });
        const back = planReturn(bex(m), { group: undefined, on, today });
        if (!back.ok || !("pauses" in back.value)) return false;
        const [end] = back.value.pauses;
        const pauses = end && end.until !== null ? [{ id: 7, from, until: end.until }] : [];
        const after = membership({ pauses });
        const valid = pauses.every((p) => p.until >= p.from);
        return (
          valid && standingOn(after, on) === "active" && (from >= on || standingOn(after, from) === "paused")
        );
      }),
      { numRuns: 200 },
    );
  });
});
