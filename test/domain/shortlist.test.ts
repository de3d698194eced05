import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ConflictWords, planConflict } from "../../src/domain/conflict.ts";
import { panelGaps } from "../../src/domain/panel-check.ts";
import type { Result } from "../../src/domain/result.ts";
import { planSheet } from "../../src/domain/score-sheet.ts";
import { proposeShortlist } from "../../src/domain/shortlist.ts";
import { planShortlist, type ShortlistWords } from "../../src/domain/shortlist-plan.ts";
import { criterion, day, entrant, round, scoring } from "./rounds.ts";

const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map((p) => p.code));
const words: ShortlistWords = { record: true, with: [], without: [], despite: [], reason: undefined };
const facts = { round, today: day("2025-09-18"), missing: [], gaps: [], interviewed: [] };
const gap = { stage: "shortlisting" as const, said: "the panel has 1 shortlister." };
const { panel } = scoring([], []);

describe("who goes to interview", () => {
  const four = [
    entrant(1, [4, 4], [0, 0]),
    entrant(2, [3, 3], [2, 2]),
    entrant(3, [3, 3], [0, 0]),
    entrant(4, [1, 1], [1, 1]),
  ];

  test("the best by the scores of shortlisting are proposed", () => {
    const { places } = proposeShortlist(four, 2);
    expect(places.map((p) => [p.entrant.code, p.rank, p.proposed])).toEqual([
      ["A-002", 1, true],
      ["A-001", 2, true],
      ["A-003", 3, false],
      ["A-004", 4, false],
    ]);
  });

  test("whoever is equal at the last place is proposed too, and it is said", () => {
    const equals = [entrant(1, [4], [0]), entrant(2, [3], [0]), entrant(3, [3], [0]), entrant(4, [1], [0])];
    const { places, ties } = proposeShortlist(equals, 2);
    expect(places.filter((p) => p.proposed).map((p) => p.entrant.code)).toEqual(["A-001", "A-002", "A-003"]);
    expect(ties).toEqual([expect.stringContaining("A-002 and A-003 are equal at the last place")]);
  });

  test("between equal scores the greater on essential criteria comes first, and it is said", () => {
    const { places, ties } = proposeShortlist([entrant(1, [2], [2]), entrant(2, [3], [1])], 1);
    expect(places.map((p) => [p.entrant.code, p.proposed])).toEqual([
      ["A-002", true],
      ["A-001", false],
    ]);
    expect(ties).toEqual([expect.stringContaining("essential criteria decided")]);
  });

  test("whoever is not scored in full has no rank and is not proposed", () => {
    const { places } = proposeShortlist([entrant(1, [4], []), entrant(2, [1], [1])], 2);
    expect(places.map((p) => [p.entrant.code, p.rank, p.proposed])).toEqual([
      ["A-002", 1, true],
      ["A-001", null, false],
    ]);
  });

  test("for any scores: at least as many as asked for where there are so many, nobody left out who is better, any order of rows", () => {
    const mark = fc.integer({ min: 0, max: 4 });
    const scores = fc.array(fc.tuple(mark, mark), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 12 }), (marks, wanted) => {
        const entrants = marks.map(([a, b], i) => entrant(i + 1, [a], [b]));
        const { places } = proposeShortlist(entrants, wanted);
        const value = (code: string): number => {
          const [a, b] = marks[Number(code.slice(2)) - 1] ?? [0, 0];
          return (a + b) * 10 + a;
        };
        const [inside, outside] = [true, false].map((p) =>
          places.filter((x) => x.proposed === p).map((x) => value(x.entrant.code)),
        ) as [number[], number[]];
        expect(inside.length).toBeGreaterThanOrEqual(Math.min(wanted, marks.length));
        expect(Math.min(...inside)).toBeGreaterThan(Math.max(-1, ...outside));
        expect(proposeShortlist([...entrants].reverse(), wanted)).toEqual({
          ...proposeShortlist(entrants, wanted),
        });
      }),
    );
  });

  const proposal = proposeShortlist(four, 2);

  test("a departure is recorded with its reason, on the application that it is about", () => {
    expect(codes(planShortlist(proposal, { ...words, with: ["A-004"] }, facts))).toEqual(["reason-missing"]);
    const plan = planShortlist(
      proposal,
      { ...words, with: ["A-004"], without: ["A-001"], reason: "why" },
      facts,
    );
    expect(plan.ok && plan.value.map((p) => [p.entrant.code, p.invited, p.reason])).toEqual([
      ["A-002", true, null],
      ["A-001", false, "why"],
      ["A-003", false, null],
      ["A-004", true, "why"],
    ]);
  });

  test("nothing is proposed before all scores are in, nor recorded before the round has closed or with a thin panel", () => {
    const waiting = {
      scorer: panel[0] as (typeof panel)[number],
      stage: "shortlisting" as const,
      codes: ["A-001"],
      scores: 1,
    };
    const early = { ...facts, today: day("2025-09-05"), missing: [waiting], gaps: [gap] };
    expect(codes(planShortlist(proposal, { ...words, record: false }, early))).toEqual(["scores-missing"]);
    expect(codes(planShortlist(proposal, words, early))).toEqual([
      "scores-missing",
      "still-open",
      "panel-incomplete",
    ]);
    const despite = { ...words, despite: ["missing-scores", "panel"] as const };
    expect(codes(planShortlist(proposal, despite, early))).toEqual(["still-open", "reason-missing"]);
  });

  test("what it goes on in spite of has its reason on every application", () => {
    const plan = planShortlist(
      proposal,
      { ...words, despite: ["panel"], reason: "Rosa is ill" },
      { ...facts, gaps: [gap] },
    );
    expect(plan.ok && new Set(plan.value.map((p) => p.reason))).toEqual(new Set(["Rosa is ill"]));
  });

  test("nobody who was interviewed is left out any more", () => {
    const interviewed = { ...facts, interviewed: ["A-001", "A-004"] };
    expect(
      codes(planShortlist(proposal, { ...words, without: ["A-001"], reason: "x" }, interviewed)),
    ).toEqual(["interviewed-already", "interviewed-already"]);
  });
});

describe("a panel", () => {
  const seat = (role: "shortlister" | "interviewer" | "moderator", inGroup = false) => ({ role, inGroup });
  const rule = { group: "lewg", shortlisters: 2 };
  const both = [criterion(1), criterion(2, { stage: "interview" })];
  const stages = (seats: readonly ReturnType<typeof seat>[], criteria = both): string[] =>
    panelGaps(seats, criteria, rule).map((g) => g.stage);

  test("has two shortlisters, one of them from the working group, and one of the working group at the interviews", () => {
    const whole = [seat("shortlister"), seat("shortlister", true), seat("interviewer", true)];
    expect(stages(whole)).toEqual([]);
    expect(stages([seat("shortlister"), seat("shortlister"), seat("interviewer")])).toEqual([
      "shortlisting",
      "interview",
    ]);
    expect(stages([seat("shortlister", true)])).toEqual(["shortlisting", "interview"]);
  });

  test("a moderator from the working group makes up for nothing", () => {
    expect(
      stages([seat("shortlister"), seat("shortlister"), seat("moderator", true)], [criterion(1)]),
    ).toEqual(["shortlisting"]);
  });

  test("needs no interviewers where nothing is scored at interview", () => {
    expect(stages([seat("shortlister"), seat("shortlister", true)], [criterion(1)])).toEqual([]);
  });
});

describe("a conflict of interest", () => {
  const applications = [1, 2].map((id) => ({ id, code: `A-00${id}`, status: "received" }));
  const known = [
    { id: 5, panelId: 2, applicationId: 1 },
    { id: 6, panelId: 3, applicationId: 1 },
  ];
  const said: ConflictWords = {
    scorer: "Rosa Delgado",
    codes: [],
    reason: undefined,
    none: false,
    over: false,
  };
  const plan = (changes: Partial<ConflictWords>, on = known) =>
    planConflict({ ...said, ...changes }, { round: "autumn-2025", panel, applications, known: on });

  test("holds for every role somebody has, each application once, and is not recorded twice", () => {
    const made = plan({ codes: ["a-2", "A-002", "A-001"] });
    expect(made.ok && [made.value.roles.map((r) => r.id), made.value.add, made.value.codes]).toEqual([
      [2, 3],
      [2],
      ["A-002"],
    ]);
  });

  test("with no application is a note that needs its words, and none at all is an answer too", () => {
    expect(codes(plan({}))).toEqual(["missing"]);
    const noted = plan({ reason: "runs a group" });
    expect(noted.ok && noted.value.add).toEqual([null]);
    const none = plan({ none: true }, []);
    expect(none.ok && [none.value.none, none.value.add]).toEqual([true, []]);
    expect(codes(plan({ none: true }))).toEqual(["conflicts-on-record"]);
  });

  test("that is over was on record, and is taken out in every role", () => {
    const over = plan({ codes: ["A-001"], over: true });
    expect(over.ok && over.value.end).toEqual([5, 6]);
    expect(codes(plan({ codes: ["A-002"], over: true }))).toEqual(["no-conflict"]);
  });

  test("leaves the application out of that person's sheet, and of nobody else's", () => {
    const conflicts = known;
    const sheet = (scorer: string | undefined) =>
      planSheet({ stage: "shortlisting", scorer }, { round: "autumn-2025", applications, panel, conflicts });
    const own = sheet("M-001");
    expect(own.ok && [own.value.rows.map((r) => r.code), own.value.leftOut, own.value.scorer]).toEqual([
      ["A-002"],
      ["A-001"],
      "M-001",
    ]);
    const other = sheet("Harriet Osei");
    expect(other.ok && other.value.rows.map((r) => r.code)).toEqual(["A-001", "A-002"]);
  });

  test("a sheet for the interview has only those who were shortlisted, for those who interview", () => {
    const shortlisted = [...applications, { id: 3, code: "A-003", status: "shortlisted" }];
    const at = { round: "autumn-2025", applications: shortlisted, panel, conflicts: [] };
    const sheet = planSheet({ stage: "interview", scorer: undefined }, at);
    expect(sheet.ok && sheet.value.rows.map((r) => r.code)).toEqual(["A-003"]);
    expect(codes(planSheet({ stage: "interview", scorer: "Harriet Osei" }, at))).toEqual(["not-in-role"]);
  });
});
