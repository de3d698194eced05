import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { composition } from "../../src/domain/composition.ts";
import { checkRecording, decide } from "../../src/domain/decision.ts";
import type { Result } from "../../src/domain/result.ts";
import { type Entrant, propose, tiesAtTheBorder } from "../../src/domain/selection.ts";
import { day, entrant, round } from "./rounds.ts";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map((p) => p.code).join());
  return result.value;
};
const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map((p) => p.code));

const score = fc.integer({ min: 0, max: 4 });
const scores = fc.array(score, { minLength: 1, maxLength: 2 });
const manyEntrants = fc
  .array(fc.tuple(scores, scores, fc.nat(99)), { minLength: 1, maxLength: 20 })
  .map((given) => given.map(([a, b, lot], i) => entrant(i + 1, a, b, `${lot}-${i}`)));

const summary = (entrants: readonly Entrant[], places: number, reserves: number): string[] =>
  value(propose(entrants, places, reserves, "r")).ranked.map(
    (r) => `${r.rank} ${r.entrant.code} ${r.proposed}`,
  );

describe("the proposal", () => {
  test("it never depends on the order of the rows", () => {
    const shuffledToo = manyEntrants.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.nat(all.length - 1),
        fc.nat(8),
      ),
    );
    fc.assert(
      fc.property(shuffledToo, ([all, shuffled, fewer, reserves]) => {
        const places = Math.max(1, all.length - fewer);
        expect(summary(shuffled, places, reserves)).toEqual(summary(all, places, reserves));
      }),
    );
  });

  test("it has exactly as many people as places, and nobody left out has a greater total than somebody chosen", () => {
    fc.assert(
      fc.property(manyEntrants, fc.nat(), fc.nat(8), (all, n, reserves) => {
        const places = (n % all.length) + 1;
        const { ranked } = value(propose(all, places, reserves, "r"));
        const of = (proposed: string) => ranked.filter((r) => r.proposed === proposed);
        expect(of("select")).toHaveLength(places);
        expect(of("reserve")).toHaveLength(Math.min(reserves, all.length - places));
        const total = (e: Entrant): number => Number(e.tally.total.over) / Number(e.tally.total.under);
        const least = Math.min(...of("select").map((r) => total(r.entrant)));
        for (const r of [...of("reserve"), ...of("decline")])
          expect(total(r.entrant)).toBeLessThanOrEqual(least);
      }),
    );
  });

  test("equal totals are told apart by the essential criteria, and only then by lot", () => {
    const same = [entrant(1, [2], [4], "a"), entrant(2, [3], [3], "z"), entrant(3, [2], [4], "b")];
    const proposal = value(propose(same, 1, 1, "r"));
    expect(proposal.ranked.map((r) => r.entrant.code)).toEqual(["A-002", "A-001", "A-003"]);
    expect(tiesAtTheBorder(proposal).map((t) => [t.border, t.brokenBy])).toEqual([
      ["the last place", "essential criteria"],
      ["the end of the reserve list", "lot"],
    ]);
  });

  test("a tie between two people who are both chosen is nobody's concern", () => {
    const all = [entrant(1, [4], [4]), entrant(2, [4], [4]), entrant(3, [1], [1])];
    expect(tiesAtTheBorder(value(propose(all, 2, 0, "r")))).toEqual([]);
  });

  test("a third and two thirds add up: means of three scorers are compared exactly", () => {
    const thirds = entrant(1, [1, 1, 2], [2, 2, 1]);
    const whole = entrant(2, [3], [0]);
    const proposal = value(propose([whole, thirds], 1, 0, "r"));
    expect(tiesAtTheBorder(proposal).map((t) => t.brokenBy)).toEqual(["essential criteria"]);
  });

  test("it is not made where fewer are scored in full than there are places", () => {
    expect(codes(propose([entrant(1, [4], [4]), entrant(2, [4], [])], 2, 0, "r"))).toEqual([
      "too-few-scored",
    ]);
  });
});

describe("what people decide", () => {
  const all = [4, 3, 2, 1, 0].map((s, i) => entrant(i + 1, [s], [s]));
  const proposal = value(propose(all, 2, 2, "r"));
  const outcome = (departures: { with?: string[]; without?: string[] }) =>
    decide(proposal, all, { with: departures.with ?? [], without: departures.without ?? [] });
  const decisions = (departures: { with?: string[]; without?: string[] }): string[] =>
    value(outcome(departures)).map((d) => `${d.code} ${d.decision}${d.reserveRank ?? ""}`);

  test("the proposal as it is", () => {
    expect(decisions({})).toEqual([
      "A-001 select",
      "A-002 select",
      "A-003 reserve1",
      "A-004 reserve2",
      "A-005 decline",
    ]);
  });

  test("somebody left out of the chosen goes to the reserve list by rank", () => {
    expect(decisions({ with: ["A-005"], without: ["A-002"] })).toEqual([
      "A-001 select",
      "A-002 reserve1",
      "A-003 reserve2",
      "A-004 decline",
      "A-005 select",
    ]);
  });

  test("somebody left out of the reserve list leaves it, and the next moves up", () => {
    expect(decisions({ without: ["A-003"] })).toEqual([
      "A-001 select",
      "A-002 select",
      "A-003 decline",
      "A-004 reserve1",
      "A-005 reserve2",
    ]);
  });

  test("the places stay filled, neither more nor fewer", () => {
    expect(codes(outcome({ with: ["A-003"] }))).toEqual(["not-as-many-as-places"]);
    expect(codes(outcome({ without: ["A-001"] }))).toEqual(["not-as-many-as-places"]);
  });

  test("departures that make no sense are all named", () => {
    expect(codes(outcome({ with: ["A-001", "A-099", "A-004"], without: ["A-005", "A-004"] }))).toEqual([
      "unknown-application",
      "both-ways",
      "chosen-already",
      "not-proposed",
    ]);
  });

  test("a decision is recorded with a reason, after the round has closed, before anybody is appointed", () => {
    const facts = { today: day("2025-09-06"), reason: "Agreed by the panel" };
    expect(codes(checkRecording(round, facts))).toEqual([]);
    expect(codes(checkRecording({ ...round, status: "decided" }, facts))).toEqual([]);
    expect(codes(checkRecording({ ...round, status: "appointed" }, facts))).toEqual(["round-over"]);
    expect(codes(checkRecording(round, { today: day("2025-09-05"), reason: undefined }))).toEqual([
      "reason-missing",
      "still-open",
    ]);
  });
});

describe("the composition of the group", () => {
  const both = { ...entrant(1, [4], [4]), perspective: "both" };
  const carer = entrant(2, [3], [3]);
  const aim = (value_: string, minimum?: number, maximum?: number) => ({
    category: "perspective" as const,
    value: value_,
    minimum,
    maximum,
    basis: "role-requirement" as const,
  });

  test("somebody who is both a service user and a carer counts towards either aim", () => {
    const shares = composition(
      [aim("carer", 2), aim("service-user", 2), aim("both", 1)],
      [both, carer],
      [both, carer],
    );
    expect(shares.map((s) => [s.value, s.chosen, s.off])).toEqual([
      ["carer", 2, 0],
      ["service-user", 1, -1],
      ["both", 1, 0],
    ]);
  });

  test("too many are too many", () => {
    expect(composition([aim("carer", undefined, 1)], [both, carer], [both, carer])[0]?.off).toBe(1);
  });

  test("without aims it is told by perspective, each person once", () => {
    expect(composition([], [both, carer], [both, carer]).map((s) => s.chosen)).toEqual([0, 1, 1]);
  });
});
