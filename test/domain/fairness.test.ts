import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import {
  type FairnessFacts,
  type FairnessWords,
  fairnessDays,
  fairnessLines,
  longestWaiting,
  spreadOf,
} from "../../src/domain/fairness.ts";
import { problemsOf } from "../../src/domain/result.ts";

const on = (text: string): Day => text as Day;
const offer = (personId: number, offeredOn: string, reply: string | null = null) => ({
  ...{ personId, offeredOn: on(offeredOn), reply },
});

const facts = (changes: Partial<FairnessFacts> = {}): FairnessFacts => ({
  ...{ from: on("2026-01-01"), to: on("2026-12-31"), offers: [], active: new Map(), fees: new Map() },
  people: [3, 6, 9].map((id) => ({ id, knownAs: `Person ${id}`, joinedOn: on("2025-11-12") })),
  ...changes,
});

describe("how work was shared", () => {
  test("offers made count, not only those accepted, and those with none are in it", () => {
    const lines = fairnessLines(
      facts({
        offers: [
          offer(3, "2026-02-01", "accepted"),
          offer(3, "2026-03-01", "declined"),
          offer(6, "2025-12-31"),
        ],
        active: new Map([[3, 1]]),
        fees: new Map([[6, 8250]]),
      }),
    );
    expect(lines.map((l) => [l.id, l.offers, l.accepted, l.activeProjects, l.fees])).toEqual([
      [9, 0, 0, 0, 0],
      [6, 0, 0, 0, 8250],
      [3, 2, 1, 1, 0],
    ]);
  });

  test("waiting counts from the last offer, also one before the period, and from joining where there never was one", () => {
    const lines = fairnessLines(facts({ offers: [offer(6, "2025-12-31"), offer(3, "2027-01-01")] }));
    expect(lines.map((l) => [l.id, l.lastAskedOn, l.waited])).toEqual([
      [3, null, 414],
      [9, null, 414],
      [6, "2025-12-31", 365],
    ]);
    expect(longestWaiting(lines)[0]).toContain("M-003 Person 3 (never asked, joined Wed 12 Nov 2025); M-009");
  });

  test("the median of an even number lies midway, and the three figures keep their order", () => {
    expect(spreadOf([0, 1, 2, 5])).toEqual({ least: 0, median: 1.5, most: 5 });
    expect(spreadOf([])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), (figures) => {
        const spread = spreadOf(figures);
        if (!spread) return false;
        const below = figures.filter((f) => f < spread.median).length;
        const above = figures.filter((f) => f > spread.median).length;
        return (
          spread.least <= spread.median &&
          spread.median <= spread.most &&
          below * 2 <= figures.length &&
          above * 2 <= figures.length
        );
      }),
    );
  });

  test("where no days are given the usual months back to today count, and no period ends before it starts", () => {
    const usual = { months: 12, today: on("2026-12-31") };
    const days = (words: Partial<FairnessWords>) =>
      fairnessDays({ period: undefined, from: undefined, until: undefined, ...words }, usual);
    expect(days({})).toEqual({ ok: true, value: { from: "2026-01-01", to: "2026-12-31" } });
    expect(days({ until: on("2026-06-30") })).toEqual({
      ok: true,
      value: { from: "2025-07-01", to: "2026-06-30" },
    });
    expect(problemsOf(days({ from: on("2027-01-01") })).map((p) => p.code)).toEqual(["in-the-future"]);
    expect(problemsOf(days({ from: on("2026-06-01"), until: on("2026-05-31") })).map((p) => p.code)).toEqual([
      "ends-before-start",
    ]);
  });

  test("a period is looked at as far as it is over, and is not said beside its days", () => {
    const usual = { months: 12, today: on("2026-11-23") };
    const period = { name: "2026", from: on("2026-01-01"), to: on("2026-12-31") };
    const words = { period, from: undefined, until: undefined };
    expect(fairnessDays(words, usual)).toEqual({ ok: true, value: { from: "2026-01-01", to: "2026-11-23" } });
    expect(problemsOf(fairnessDays({ ...words, until: on("2026-06-30") }, usual)).map((p) => p.code)).toEqual(
      ["period-and-days"],
    );
  });
});
