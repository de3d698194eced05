import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { exact } from "../../src/domain/fraction.ts";
import {
  bySeenMerit,
  codesInWords,
  missingScores,
  type Over,
  seen,
  seenScores,
} from "../../src/domain/score-view.ts";
import { criterion, scoring, tally } from "./rounds.ts";

const notOver: Over = { shortlisting: false, interview: false };
const two = [criterion(1), criterion(2)];
const given = (applicationId: number, criterionId: number, panelId: number, score: number) => ({
  applicationId,
  criterionId,
  panelId,
  score,
});
const all = [given(1, 1, 1, 4), given(1, 1, 2, 1), given(1, 2, 1, 3), given(1, 2, 2, 2)];

describe("scores that are kept back", () => {
  test("nobody sees a mean, a range, a total or a flag before the last score of the stage is in", () => {
    const tallied = seen(tally(1, scoring(two, all.slice(0, 3))), notOver);
    expect(tallied.hidden).toEqual(["shortlisting"]);
    expect([tallied.total, tallied.shortlisting, tallied.essential, tallied.lowest, tallied.highest]).toEqual(
      [null, null, null, null, null],
    );
    expect(tallied.flagged).toEqual([]);
    for (const c of tallied.criteria)
      expect([c.mean, c.counts, c.lowest, c.highest]).toEqual([null, null, null, null]);
  });

  test("how many are in, and whose are missing, is no secret", () => {
    const tallied = seen(tally(1, scoring(two, all.slice(0, 3))), notOver);
    expect(tallied.n).toBe(3);
    expect(tallied.criteria.map((c) => c.waitingFor.map((p) => p.name))).toEqual([[], ["Rosa Delgado"]]);
  });

  test("when the last one is in, everybody sees them; scorers far apart are flagged", () => {
    const tallied = seen(tally(1, scoring(two, all)), notOver);
    expect(tallied.hidden).toEqual([]);
    expect(tallied.total && exact(tallied.total)).toBe("5/1");
    expect(tallied.flagged).toEqual(["criterion-1"]);
  });

  test("a stage that is over is not kept back, though a score never came", () => {
    const tallied = seen(tally(1, scoring(two, all.slice(0, 3))), { ...notOver, shortlisting: true });
    expect(tallied.hidden).toEqual([]);
    expect(tallied.total).not.toBeNull();
  });

  test("one stage is kept back by itself: shortlisting shows while the interview waits", () => {
    const criteria = [
      criterion(1),
      criterion(2, { stage: "interview" }),
      criterion(3, { stage: "interview" }),
    ];
    const scores = [given(1, 1, 1, 4), given(1, 1, 2, 3), given(1, 2, 3, 2)];
    const tallied = seen(tally(1, scoring(criteria, scores)), notOver);
    expect(tallied.hidden).toEqual(["interview"]);
    expect(tallied.shortlisting && exact(tallied.shortlisting)).toBe("7/2");
    expect([tallied.interview, tallied.total]).toEqual([null, null]);
  });

  test("everybody sees their own scores, and of the others' only that they are there", () => {
    const at = scoring(two, all.slice(0, 3));
    const standings = [{ id: 1, code: "A-001", seen: seen(tally(1, at), notOver) }];
    const shown = (viewer: readonly number[]) =>
      seenScores(standings, at, new Set(viewer)).map((s) => [s.criterion.key, s.scorer.ref, s.score]);
    expect(shown([1])).toEqual([
      ["criterion-1", "S-001", 4],
      ["criterion-1", "M-001", null],
      ["criterion-2", "S-001", 3],
    ]);
    expect(shown([]).map(([, , score]) => score)).toEqual([null, null, null]);
  });

  test("for any scores, nothing that is shown changes with a score that is kept back", () => {
    const mark = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.tuple(mark, mark, mark), fc.tuple(mark, mark, mark), (one, other) => {
        const shown = (marks: readonly number[]) => {
          const scores = all.slice(0, 3).map((s, i) => ({ ...s, score: marks[i] ?? 0 }));
          return JSON.stringify(seen(tally(1, scoring(two, scores)), notOver), (_, v: unknown) =>
            typeof v === "bigint" ? `${v}` : v,
          );
        };
        expect(shown(one)).toBe(shown(other));
      }),
    );
  });

  test("in the order of totals those that are kept back come last, and stay as they were", () => {
    const at = scoring(two, [
      ...all,
      ...all.map((s) => ({ ...s, applicationId: 2, score: 4 })),
      ...all.slice(0, 3).map((s) => ({ ...s, applicationId: 3, score: 4 })),
    ]);
    const order = [3, 1, 2].map((id) => ({ id, seen: seen(tally(id, at), notOver) }));
    expect(order.sort((a, b) => bySeenMerit(a.seen, b.seen)).map((o) => o.id)).toEqual([2, 1, 3]);
  });
});

describe("scores that are still to come", () => {
  const at = scoring(
    [criterion(1), criterion(2, { stage: "interview" })],
    [given(1, 1, 1, 4), given(1, 1, 2, 3)],
  );
  const awaited = (id: number, status: string, over = notOver) => ({
    code: `A-00${id}`,
    status,
    blanked: false,
    tally: tally(id, at),
    over,
  });
  const asked = (...applications: ReturnType<typeof awaited>[]) =>
    missingScores(applications).map((m) => [m.stage, m.scorer.ref, m.codes.join(" "), m.scores]);

  test("are listed by stage and scorer, of the interview only for those who were shortlisted", () => {
    expect(asked(awaited(1, "shortlisted"), awaited(2, "received"))).toEqual([
      ["shortlisting", "S-001", "A-002", 1],
      ["shortlisting", "M-001", "A-002", 1],
      ["interview", "M-001", "A-001", 1],
    ]);
  });

  test("are none of an application that was withdrawn, and none of a stage that is over", () => {
    expect(asked(awaited(2, "withdrawn"))).toEqual([]);
    expect(asked(awaited(2, "received", { shortlisting: true, interview: false }))).toEqual([]);
  });

  test("codes are said in runs", () => {
    expect(codesInWords(["A-001", "A-002", "A-003", "A-007", "A-009", "A-010"])).toBe(
      "A-001 to A-003, A-007, A-009 and A-010",
    );
  });
});

describe("moderation", () => {
  const at = {
    ...scoring(two, all),
    moderations: [{ id: 1, applicationId: 1, criterionId: 1, panelId: 9, agreed: 3, note: "talked" }],
  };

  test("what the scorers agreed on counts in place of the mean, and their own scores stay", () => {
    const tallied = tally(1, at);
    expect(exact(tallied.total)).toBe("11/2");
    expect(tallied.criteria.map((c) => [c.n, c.mean && exact(c.mean), c.lowest, c.highest])).toEqual([
      [2, "5/2", 1, 4],
      [2, "5/2", 2, 3],
    ]);
  });

  test("a note without a score changes no total; what was talked about needs no talk any more", () => {
    const noted = { ...at, moderations: at.moderations.map((m) => ({ ...m, agreed: null })) };
    expect(exact(tally(1, noted).total)).toBe("5/1");
    expect(tally(1, noted).flagged).toEqual([]);
    expect(tally(1, noted).criteria[0]?.flagged).toBe(true);
  });
});
