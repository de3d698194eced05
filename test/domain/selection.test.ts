import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { codeOf } from "../../src/domain/applicant.ts";
import { arithmetic } from "../../src/domain/arithmetic.ts";
import {
  type Ask,
  changedSince,
  hashed,
  proposalToDecide,
  type SavedProposal,
  scoresIn,
} from "../../src/domain/basis.ts";
import { composition } from "../../src/domain/composition.ts";
import { decide, recordingProblems } from "../../src/domain/decision.ts";
import type { Departures } from "../../src/domain/departures.ts";
import { forced, swap } from "../../src/domain/exchange.ts";
import { compare, fraction } from "../../src/domain/fraction.ts";
import { type Pool, type PoolAim, worthOf } from "../../src/domain/pool.ts";
import { type Answer, provedInWords } from "../../src/domain/proposal.ts";
import { changeProblems, checkWish, theWay } from "../../src/domain/proposing.ts";
import { brings, whyNot } from "../../src/domain/reasons.ts";
import { proposalToReplay, replayed, replayInWords } from "../../src/domain/replay.ts";
import type { Result } from "../../src/domain/result.ts";
import { misread } from "../../src/domain/score-check.ts";
import { choosable, placesToFill, poolOf, rank } from "../../src/domain/selection.ts";
import { criterion, day, entrant, round, scoring, tally } from "./rounds.ts";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map((p) => p.code).join());
  return result.value;
};
const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map((p) => p.code));

const aim = (
  category: PoolAim["category"],
  name: string,
  minimum?: number,
  maximum?: number,
  basis: PoolAim["basis"] = "role-requirement",
) => ({ category, value: name, minimum, maximum, basis });

const scores = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 2 });
const manyEntrants = fc
  .array(fc.tuple(scores, scores), { minLength: 1, maxLength: 20 })
  .map((given) => given.map(([a, b], i) => entrant(i + 1, a, b)));

const facts = { places: 1, aims: [], stayers: [], method: "score" as const };

describe("the pool a proposal is made from", () => {
  test("totals become whole numbers that stand to each other exactly as the totals do", () => {
    fc.assert(
      fc.property(manyEntrants, (entrants) => {
        const pool = poolOf({ ...facts, entrants });
        for (const { code, score } of pool.candidates) {
          const total = entrants.find((e) => e.code === code)?.tally.total;
          expect(total && compare(total, fraction(score, pool.stepsInAPoint))).toBe(0);
          expect(Number.isSafeInteger(score)).toBe(true);
        }
      }),
    );
  });

  test("a third and two thirds add up: means of three scorers make one whole number", () => {
    const thirds = entrant(1, [1, 1, 2], [2, 2, 1]);
    const pool = poolOf({ ...facts, entrants: [entrant(2, [3], [0]), thirds] });
    expect(pool.stepsInAPoint).toBe(1);
    expect(pool.candidates.map((c) => [c.code, c.score])).toEqual([
      ["A-001", 3],
      ["A-002", 3],
    ]);
  });

  test("a score that is not what the scores come to is noticed, counted again another way", () => {
    const criteria = [criterion(1, { weight: 3 }), criterion(2)];
    const given = [
      { applicationId: 1, criterionId: 1, panelId: 1, score: 2 },
      { applicationId: 1, criterionId: 1, panelId: 2, score: 3 },
      { applicationId: 1, criterionId: 2, panelId: 1, score: 4 },
      { applicationId: 2, criterionId: 1, panelId: 1, score: 1 },
      { applicationId: 2, criterionId: 2, panelId: 1, score: 1 },
    ];
    const agreed = { id: 1, applicationId: 2, criterionId: 1, panelId: 3, agreed: 4, note: "talked" };
    const at = { ...scoring(criteria, given), moderations: [agreed] };
    const entrants = [1, 2].map((id) => ({ ...entrant(id, [0], [0]), tally: tally(id, at) }));
    const right = poolOf({ ...facts, entrants });
    expect(right.candidates.map((c) => c.score / right.stepsInAPoint)).toEqual([11.5, 13]);
    expect(misread(right, entrants, at)).toEqual([]);
    const wrong = right.candidates.map((c) => (c.code === "A-002" ? { ...c, score: c.score - 1 } : c));
    expect(misread({ ...right, candidates: wrong }, entrants, at)).toEqual(["A-002"]);
  });

  test("the order of the rows plays no part in it", () => {
    const shuffled = manyEntrants.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(poolOf({ ...facts, entrants: other })).toEqual(poolOf({ ...facts, entrants: all }));
      }),
    );
  });

  test("somebody who is both counts towards either aim, those who stay count, and what they bring is no longer rare", () => {
    const term = (key: string) => ({ kind: "experience", key });
    const entrants = [
      { ...entrant(1, [4], [4]), perspective: "both", terms: [term("psychosis"), term("trauma")] },
      { ...entrant(2, [3], [3]), terms: [term("trauma"), term("perinatal")] },
      { ...entrant(3, [3], [3]), terms: [term("perinatal")] },
    ];
    const stayers = [{ perspective: "carer", region: "london", terms: [term("trauma")] }];
    const aims = [aim("perspective", "carer", 2), aim("perspective", "both", 1), aim("region", "london", 1)];
    const pool = poolOf({ ...facts, entrants, aims, stayers });
    expect(pool.aims.map((a) => a.staying)).toEqual([1, 0, 1]);
    expect(pool.candidates.map((c) => c.brings)).toEqual([[0, 1], [0], [0]]);
    expect(pool.experiences).toEqual([
      { key: "perinatal", weight: 2 },
      { key: "psychosis", weight: 3 },
    ]);
    expect(pool.candidates.map((c) => c.rare)).toEqual([[1], [0], [0]]);
  });

  test("only who is scored on every criterion can be chosen; a lottery in a round without scores draws among all", () => {
    const [whole, part, none] = [entrant(1, [4], [4]), entrant(2, [4], []), entrant(3, [], [])];
    expect(choosable([whole, part, none], "score").map((e) => e.code)).toEqual(["A-001"]);
    expect(choosable([whole, part, none], "lottery").map((e) => e.code)).toEqual(["A-001"]);
    expect(choosable([none], "lottery").map((e) => e.code)).toEqual(["A-003"]);
    expect(choosable([none], "score")).toEqual([]);
  });

  test("lists go by total, then by the essential criteria, then by code", () => {
    const same = [entrant(1, [2], [4]), entrant(2, [3], [3]), entrant(3, [2], [4]), entrant(4, [4], [4])];
    expect(rank(same).map((e) => e.code)).toEqual(["A-004", "A-002", "A-001", "A-003"]);
  });
});

describe("how many are to be chosen", () => {
  const room = {
    asked: undefined,
    roundPlaces: 14,
    groupPlaces: 14,
    staying: 9,
    roundKey: "r",
    group: "lewg",
  };

  test("where nine of fourteen stay, five; where nobody asked that they count, as many as the round has", () => {
    expect(value(placesToFill(room))).toBe(5);
    expect(value(placesToFill({ ...room, staying: null }))).toBe(14);
    expect(value(placesToFill({ ...room, roundPlaces: 3 }))).toBe(3);
    expect(value(placesToFill({ ...room, groupPlaces: null }))).toBe(14);
    expect(value(placesToFill({ ...room, asked: 7 }))).toBe(7);
  });

  test("no place to fill is no round of recruitment", () => {
    expect(codes(placesToFill({ ...room, staying: 14 }))).toEqual(["no-room"]);
  });
});

const candidate = (i: number, score: number, brings: number[] = [], rare: number[] = [], lot = 0) => ({
  code: `A-00${i}`,
  score,
  lot,
  brings,
  rare,
});
const withStaying = (a: ReturnType<typeof aim>, staying = 0): PoolAim => ({ ...a, staying });

/** Three places, two carers asked for: A-004 is chosen before A-003 who has more points. */
const pool: Pool = {
  places: 3,
  candidates: [
    candidate(1, 18, [0]),
    candidate(2, 16),
    candidate(3, 14),
    candidate(4, 10, [0], [0]),
    candidate(5, 16),
    candidate(6, 8),
  ],
  aims: [withStaying(aim("perspective", "carer", 2, 2))],
  experiences: [{ key: "perinatal", weight: 6 }],
  stepsInAPoint: 2,
};
const byCode = (...wanted: string[]) => pool.candidates.filter((c) => wanted.includes(c.code));
const chosen = byCode("A-001", "A-002", "A-004");
const answer: Answer = {
  method: "score",
  chosen: ["A-001", "A-002", "A-004"],
  reserves: [{ code: "A-005", standsInFor: ["A-002"] }],
  worth: worthOf(pool, chosen),
  bounds: worthOf(pool, chosen),
  before: null,
  byLot: ["A-002"],
  draw: null,
};

describe("the reasons", () => {
  test("for each of those chosen it says what they bring, and what only they bring", () => {
    expect(brings(pool, chosen).get("A-004")).toEqual({
      aims: ["carer"],
      only: ["perinatal"],
      rarer: ["perinatal"],
    });
    expect(brings(pool, chosen).get("A-002")).toEqual({ aims: [], only: [], rarer: [] });
  });

  test("for each of the others why not: a lot, an aim, or the score, with whom they come nearest to", () => {
    expect(whyNot(pool, chosen).map((r) => [r.code, r.because, r.said])).toEqual([
      [
        "A-003",
        "aim",
        "More points than A-004, in whose place an aim would be broken: at least 2 carer. In place of A-002, the nearest, the total would be 1.0 lower.",
      ],
      ["A-005", "lot", "As many points as A-002; a lot decided between them."],
      ["A-006", "score", "In place of A-002, the nearest, the total would be 4.0 lower."],
    ]);
  });

  test("who could only come by breaking an aim is told which", () => {
    const third = { ...pool, candidates: [...pool.candidates, candidate(7, 20, [0])] };
    const all = { ...third, places: 1, aims: [withStaying(aim("perspective", "carer", undefined, 0))] };
    expect(whyNot(all, byCode("A-002")).find((r) => r.code === "A-007")).toEqual({
      code: "A-007",
      because: "aim",
      said: "In place of anybody chosen an aim would be broken: at most 0 carer in place of A-002, the nearest.",
    });
  });

  test("between equals coverage of the rarer experience is told before the lot", () => {
    const equals = { ...pool, places: 1, candidates: [candidate(1, 5, [], [0]), candidate(2, 5)], aims: [] };
    expect(whyNot(equals, equals.candidates.slice(0, 1))[0]?.because).toBe("coverage");
  });

  test("what was proved is said in plain words, with who owes their place to a lot", () => {
    expect(provedInWords(answer, pool)).toEqual([
      "Total 22.0: no other allowed group scores higher; checked.",
      "A lot decided 1 place (A-002): other groups have the same total and cover as much rarer experience. The seed draws the same lots again.",
    ]);
  });
});

describe("a change by hand", () => {
  test("costs the difference of the totals, and names every aim it breaks", () => {
    const { change, broken } = swap(pool, chosen, ["A-003"], ["A-004"]);
    expect([change.total, change.coverage]).toEqual([4, -6]);
    expect(broken).toEqual([{ aim: 0, off: -1 }]);
  });

  test("makes no sense with somebody who cannot be chosen, is chosen, or is not", () => {
    const change = { with: ["A-099", "A-001"], without: ["A-003"] };
    expect(changeProblems(change, pool, answer).map((p) => p.code)).toEqual([
      "cannot-be-chosen",
      "chosen-already",
      "not-proposed",
    ]);
  });

  test("with somebody forced in, their place is filled and what they bring is there", () => {
    const rest = forced(pool, ["A-004"], ["A-002"]);
    expect([rest.places, rest.aims[0]?.staying, rest.candidates.map((c) => c.code)]).toEqual([
      2,
      1,
      ["A-001", "A-003", "A-005", "A-006"],
    ]);
    expect(rest.candidates.flatMap((c) => c.rare)).toEqual([]);
  });
});

describe("what simple arithmetic shows", () => {
  const people = (n: number, brings: number[]) =>
    Array.from({ length: n }, (_, i) => candidate(i, 1, brings));
  const one = (a: PoolAim, candidates: Pool["candidates"], places = 4): Pool => ({
    ...pool,
    places,
    candidates,
    aims: [a],
  });

  test("more are asked for than applied, or than there are places", () => {
    const four = withStaying(aim("perspective", "carer", 4), 1);
    expect(arithmetic(one(four, [...people(2, [0]), ...people(9, [])]))).toEqual([
      "At least 4 carer (perspective) are aimed for; 2 can be chosen, 1 stay.",
    ]);
    expect(arithmetic(one(four, people(9, [0]), 2))).toEqual([
      "At least 4 carer (perspective) are aimed for; there are 2 places, 1 stay.",
    ]);
  });

  test("too many stay already, or there are too few others", () => {
    const most = withStaying(aim("region", "london", undefined, 1), 2);
    expect(arithmetic(one(most, people(9, [])))).toEqual([
      "At most 1 london (region) are aimed for; 2 stay already.",
    ]);
    const others = withStaying(aim("region", "london", undefined, 1));
    expect(arithmetic(one(others, [...people(6, [0]), ...people(2, [])]))).toEqual([
      "At most 1 london (region) are aimed for; without them only 2 can be chosen for 4 places.",
    ]);
  });

  test("the least numbers of a category together ask for more than there are places", () => {
    const aims = [withStaying(aim("region", "london", 3)), withStaying(aim("region", "wales", 2))];
    const all = { ...pool, places: 4, aims, candidates: [...people(5, [0]), ...people(5, [1])] };
    expect(arithmetic(all)).toEqual(["The least numbers of london and wales make 5 together, for 4 places."]);
    expect(arithmetic({ ...all, places: 5 })).toEqual([]);
  });
});

describe("what may be asked of a proposal", () => {
  const wish = { record: false, with: [], without: [], relax: undefined, reason: undefined };

  test("an aim is relaxed with a reason, by the name of a way that was found, while the round goes on", () => {
    expect(codes(checkWish({ ...wish, relax: "carer-least-1" }, round))).toEqual(["reason-missing"]);
    const asked = { ...wish, relax: "carer-least-1", reason: "Two applied" };
    expect(codes(checkWish(asked, round))).toEqual([]);
    expect(codes(checkWish(asked, { ...round, status: "decided" }))).toEqual(["round-over"]);
    const way = { steps: [{ aim: 0, side: "least" as const, to: 1 }], cost: 2000 };
    const impossible = { ways: [{ relaxation: way }] };
    expect(value(theWay(impossible, "Carer-least-1 ", pool, round))).toBe(way);
    expect(codes(theWay(impossible, "carer-least-0", pool, round))).toEqual(["unknown-relaxation"]);
    expect(codes(theWay(null, "carer-least-1", pool, round))).toEqual(["nothing-to-relax"]);
  });

  test("a change by hand is only asked about; nothing is proposed on record in a round that is over", () => {
    expect(codes(checkWish({ ...wish, with: ["A-003"], record: true }, round))).toEqual([
      "change-not-recorded",
    ]);
    expect(codes(checkWish({ ...wish, reason: "Agreed" }, round))).toEqual(["nothing-to-give-a-reason-for"]);
    expect(codes(checkWish({ ...wish, record: true }, { ...round, status: "appointed" }))).toEqual([
      "round-over",
    ]);
  });

  test("nothing is proposed before all scores are in, unless that is said", () => {
    const scorer = { id: 1, name: "Harriet Osei", ref: "S-001", role: "shortlister" as const };
    const missing = [{ scorer, stage: "interview" as const, codes: ["A-001"], scores: 2 }];
    expect(codes(scoresIn(missing, ask, "r"))).toEqual(["scores-missing"]);
    expect(codes(scoresIn(missing, { ...ask, despite: ["missing-scores"] }, "r"))).toEqual([]);
    expect(codes(scoresIn([], ask, "r"))).toEqual([]);
  });
});

const ask: Ask = {
  places: undefined,
  reserves: 2,
  method: "score",
  staying: null,
  leaving: [],
  despite: [],
  seed: undefined,
};

describe("what people decide", () => {
  const all = [4, 3, 2, 1, 0].map((s, i) => entrant(i + 1, [s], [s]));
  const everybody = ["A-001", "A-002"];
  const proposal = {
    roundKey: "r",
    places: 2,
    reserves: 2,
    answer: {
      chosen: everybody,
      reserves: [
        { code: "A-004", standsInFor: everybody },
        { code: "A-003", standsInFor: everybody },
      ],
    },
  };
  const outcome = (departures: Partial<Departures>) => {
    const away = [...(departures.with ?? []), ...(departures.without ?? [])];
    const because = away.length > 0 ? [`${away.join(", ")}: their wish`] : [];
    return decide(proposal, all, { with: [], without: [], reason: "Agreed", because, ...departures }, codeOf);
  };
  const decisions = (departures: Partial<Departures>): string[] =>
    value(outcome(departures)).map((d) => `${d.code} ${d.decision}${d.reserveRank ?? ""}`);

  test("the proposal as it is, with the reserves in their order", () => {
    expect(decisions({})).toEqual([
      "A-001 select",
      "A-002 select",
      "A-003 reserve2",
      "A-004 reserve1",
      "A-005 decline",
    ]);
  });

  test("somebody left out of the chosen goes to the head of the reserve list", () => {
    expect(decisions({ with: ["A-005"], without: ["A-002"] })).toEqual([
      "A-001 select",
      "A-002 reserve1",
      "A-003 decline",
      "A-004 reserve2",
      "A-005 select",
    ]);
  });

  test("somebody left out of the reserve list leaves it, and the next moves up", () => {
    expect(decisions({ without: ["A-004"] })).toEqual([
      "A-001 select",
      "A-002 select",
      "A-003 reserve1",
      "A-004 decline",
      "A-005 reserve2",
    ]);
  });

  test("every departure has its own reason; all others have the reason of the whole", () => {
    const rows = value(
      outcome({ with: ["A-003"], without: ["A-002"], because: ["a-3 A-002: A-002: next year"] }),
    );
    expect(rows.map((d) => [d.code, d.departs, d.reason])).toEqual([
      ["A-001", false, "Agreed"],
      ["A-002", true, "A-002: next year"],
      ["A-003", true, "A-002: next year"],
      ["A-004", false, "Agreed"],
      ["A-005", false, "Agreed"],
    ]);
    const swapped = { with: ["A-003"], without: ["A-002"] };
    expect(codes(outcome({ ...swapped, because: ["A-003: more carers"] }))).toEqual([
      "departure-without-reason",
    ]);
    expect(codes(outcome({ ...swapped, because: ["no code"] }))).toEqual([
      "because-unclear",
      "departure-without-reason",
    ]);
    expect(codes(outcome({ because: ["A-001: best of all"] }))).toEqual(["not-a-departure"]);
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
    const problems = (...given: Parameters<typeof recordingProblems>) =>
      recordingProblems(...given).map((p) => p.code);
    const agreed = { today: day("2025-09-06"), reason: "Agreed by the panel" };
    expect(problems(round, agreed)).toEqual([]);
    expect(problems({ ...round, status: "decided" }, agreed)).toEqual([]);
    expect(problems({ ...round, status: "appointed" }, agreed)).toEqual(["round-over"]);
    expect(problems(round, { today: day("2025-09-05"), reason: undefined })).toEqual([
      "reason-missing",
      "still-open",
    ]);
  });
});

describe("a proposal on record", () => {
  const kept = { ask, criteria: [["own-experience", "essential", 3, 4, "shortlisting"]], pool, staying: 0 };
  const hashes = hashed(kept);
  const saved: SavedProposal = {
    id: 1,
    madeOn: day("2025-10-06"),
    seed: "seed",
    engine: "solver 1",
    hashes,
    facts: kept,
    answer,
  };

  test("is no ground for a decision once what it rests on has changed, and the change is named", () => {
    const worse = { ...kept, pool: { ...pool, candidates: pool.candidates.slice(1) } };
    const other = { ...kept, pool: { ...pool, aims: [] } };
    expect(value(proposalToDecide(saved, hashes, "r")).id).toBe(1);
    expect(codes(proposalToDecide(saved, hashed(worse), "r"))).toEqual(["proposal-out-of-date"]);
    expect(codes(proposalToDecide(null, null, "r"))).toEqual(["no-proposal"]);
    expect(codes(proposalToDecide({ ...saved, facts: null }, null, "r"))).toEqual(["facts-blanked"]);
    expect(changedSince(hashes, hashed(worse))).toEqual(["the applications or their scores"]);
    expect(changedSince(hashes, hashed(other))).toEqual(["the aims or those who stay"]);
    expect(changedSince(hashes, hashed({ ...kept, criteria: [] }))).toEqual(["the criteria or the places"]);
    expect(hashed({ ...kept, ask: { ...ask, seed: "another" } })).toEqual(hashes);
  });

  test("made again is the same only where facts and answer are the same to the letter", () => {
    const found = value(proposalToReplay([saved], undefined, "r"));
    const again = { hashes, answer, today: hashes, engine: "solver 2" };
    expect(replayInWords(replayed(found, again))).toEqual([
      "Proposal 1 of 2025-10-06 made again: the same answer, to the letter.",
    ]);
    const other = { ...answer, chosen: ["A-001", "A-005", "A-004"] };
    const differs = replayed(found, { ...again, answer: other });
    expect([differs.same, differs.differ]).toEqual([false, ["A-002", "A-005"]]);
    const forged = replayed(found, { ...again, hashes: { ...hashes, scores: "other" } });
    expect([forged.same, forged.intact]).toEqual([false, false]);
  });

  test("is found by its number; the latest where none is given", () => {
    const two = [saved, { ...saved, id: 2 }];
    expect(value(proposalToReplay(two, undefined, "r")).id).toBe(2);
    expect(value(proposalToReplay(two, 1, "r")).id).toBe(1);
    expect(codes(proposalToReplay(two, 3, "r"))).toEqual(["no-proposal"]);
    expect(codes(proposalToReplay([{ ...saved, facts: null }], 1, "r"))).toEqual(["facts-blanked"]);
  });
});

describe("the composition of the group", () => {
  const both = { ...entrant(1, [4], [4]), perspective: "both" };
  const carer = entrant(2, [3], [3]);
  const group = { chosen: [both, carer], staying: [], pool: [both, carer] };

  test("somebody who is both a service user and a carer counts towards either aim", () => {
    const aims = [
      aim("perspective", "carer", 2),
      aim("perspective", "service-user", 2),
      aim("perspective", "both", 1),
    ];
    expect(composition(aims, group).map((s) => [s.value, s.chosen, s.off])).toEqual([
      ["carer", 2, 0],
      ["service-user", 1, -1],
      ["both", 1, 0],
    ]);
  });

  test("those who stay count, and too many are too many", () => {
    const shares = composition([aim("perspective", "carer", undefined, 1)], { ...group, staying: [carer] });
    expect([shares[0]?.chosen, shares[0]?.staying, shares[0]?.off]).toEqual([2, 1, 2]);
  });

  test("without aims it is told by perspective, each person once", () => {
    expect(composition([], group).map((s) => s.chosen)).toEqual([0, 1, 1]);
  });
});
