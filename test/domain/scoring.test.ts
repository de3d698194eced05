import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compare, exact, fraction, rounded, sumOf } from "../../src/domain/fraction.ts";
import { planScores, type ScoreEntry, type ScoreFacts } from "../../src/domain/score-entry.ts";
import { mostPossible } from "../../src/domain/scoring.ts";
import { criterion, day, round, scoring, tally } from "./rounds.ts";

describe("how an application stands", () => {
  test("the total is the mean of each criterion's scores times its weight, summed", () => {
    const at = scoring(
      [criterion(1, { weight: 3 }), criterion(2, { weight: 2, stage: "interview" })],
      [
        { applicationId: 7, criterionId: 1, panelId: 1, score: 4 },
        { applicationId: 7, criterionId: 1, panelId: 2, score: 3 },
        { applicationId: 7, criterionId: 2, panelId: 3, score: 2 },
        { applicationId: 8, criterionId: 1, panelId: 1, score: 1 },
      ],
    );
    const stands = tally(7, at);
    expect([stands.shortlisting, stands.interview, stands.total].map((f) => f && rounded(f))).toEqual([
      10.5, 4, 14.5,
    ]);
    expect(stands.complete).toBe(true);
    expect(mostPossible(at.criteria)).toBe(20);
  });

  test("an application that has not been interviewed has no interview score, which is not a score of 0", () => {
    const at = scoring(
      [criterion(1), criterion(2, { stage: "interview" })],
      [{ applicationId: 1, criterionId: 1, panelId: 1, score: 0 }],
    );
    const stands = tally(1, at);
    expect(stands.interview).toBeNull();
    expect(stands.shortlisting && exact(stands.shortlisting)).toBe("0/1");
    expect(stands.complete).toBe(false);
    expect(stands.criteria.map((c) => c.waitingFor.map((p) => p.name))).toEqual([
      ["Rosa Delgado"],
      ["Rosa Delgado"],
    ]);
  });

  test("scorers two points apart are flagged, one point apart they are not", () => {
    const apart = (a: number, b: number): readonly string[] =>
      tally(
        1,
        scoring(
          [criterion(1)],
          [
            { applicationId: 1, criterionId: 1, panelId: 1, score: a },
            { applicationId: 1, criterionId: 1, panelId: 2, score: b },
          ],
        ),
      ).flagged;
    expect(apart(2, 4)).toEqual(["criterion-1"]);
    expect(apart(3, 4)).toEqual([]);
  });

  test("nobody waits for the score of somebody with a conflict of interest", () => {
    const at = { ...scoring([criterion(1)], []), conflicts: [{ panelId: 1, applicationId: 1 }] };
    expect(tally(1, at).criteria[0]?.waitingFor.map((p) => p.name)).toEqual(["Rosa Delgado"]);
    expect(tally(2, at).criteria[0]?.waitingFor).toHaveLength(2);
  });

  test("totals are the exact rational: over a common denominator in whole numbers, for any scores and weights", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), scores), { maxLength: 8 }), (given) => {
        const at = scoring(
          given.map(([weight], i) => criterion(i + 1, { weight, scaleMax: 10 })),
          given.flatMap(([, values], i) =>
            values.map((score, j) => ({ applicationId: 1, criterionId: i + 1, panelId: j + 1, score })),
          ),
        );
        const common = 2520; // a multiple of every count from 1 to 9
        const whole = given.reduce(
          (sum, [weight, values]) =>
            sum + (weight * values.reduce((a, b) => a + b, 0) * common) / values.length,
          0,
        );
        expect(compare(tally(1, at).total, fraction(whole, common))).toBe(0);
      }),
    );
  });

  test("adding fractions does not depend on their order, and three thirds are one", () => {
    expect(exact(sumOf([fraction(1, 3), fraction(1, 3), fraction(1, 3)]))).toBe("1/1");
    const part = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const all = parts.map(([a, b]) => fraction(a, b));
        expect(exact(sumOf(all))).toBe(exact(sumOf([...all].reverse())));
      }),
    );
  });
});

describe("who may score what", () => {
  const facts: ScoreFacts = {
    round,
    scoring: {
      ...scoring(
        [criterion(1), criterion(2, { stage: "interview" })],
        [{ applicationId: 1, criterionId: 1, panelId: 1, score: 3 }],
      ),
      conflicts: [{ panelId: 2, applicationId: 2 }],
    },
    applications: [
      { id: 1, code: "A-001", status: "shortlisted" },
      { id: 2, code: "A-002", status: "received" },
      { id: 3, code: "A-003", status: "withdrawn" },
      { id: 4, code: "A-004", status: "received" },
    ],
    on: day("2025-09-22"),
    today: day("2025-09-22"),
  };
  const entry = (changes: Partial<ScoreEntry> = {}): ScoreEntry => ({
    line: undefined,
    code: "A-001",
    criterion: "criterion-1",
    scorer: "Harriet Osei",
    score: 3,
    ...changes,
  });
  const codes = (changes: Partial<ScoreEntry>, at: ScoreFacts = facts): string[] => {
    const result = planScores([entry(changes)], at);
    return result.ok ? result.value.map((p) => p.outcome) : result.problems.map((p) => p.code);
  };

  test("a score that is there already changes nothing; another one replaces it", () => {
    expect(codes({})).toEqual(["unchanged"]);
    expect(codes({ score: 4 })).toEqual(["updated"]);
    expect(codes({ scorer: "m-001" })).toEqual(["new"]);
  });

  test.each([
    ["somebody who is not on the panel does not score", { scorer: "Colin Pugh" }, "not-on-panel"],
    ["a shortlister does not score the interview", { criterion: "criterion-2" }, "not-in-role"],
    ["a score is on the criterion's scale", { score: 5 }, "off-the-scale"],
    [
      "somebody with a conflict of interest does not score that application",
      { code: "A-002", scorer: "Rosa Delgado" },
      "conflict-of-interest",
    ],
    ["an application that was withdrawn is not scored", { code: "A-003" }, "withdrawn"],
    [
      "nobody is scored at interview who was not shortlisted",
      { code: "A-004", criterion: "criterion-2", scorer: "Rosa Delgado" },
      "not-shortlisted",
    ],
    ["a criterion is one of the round", { criterion: "charm" }, "unknown-criterion"],
    ["an application is one of the round", { code: "A-099" }, "unknown-application"],
  ])("%s", (_policy, changes, code) => {
    expect(codes(changes)).toEqual([code]);
  });

  test("the interview is scored from the day of the interviews, not before", () => {
    const changes = { criterion: "criterion-2", scorer: "Rosa Delgado" };
    expect(codes(changes)).toEqual(["new"]);
    expect(codes(changes, { ...facts, on: day("2025-09-21") })).toEqual(["before-interview"]);
  });

  test("before anybody is shortlisted no interview is scored, and it is said once for all of them", () => {
    const nobody = facts.applications.map((a) => ({ ...a, status: "received" }));
    const rows = [2, 3].map((line) =>
      entry({ line, code: `A-00${line - 1}`, criterion: "criterion-2", scorer: "M-001" }),
    );
    const result = planScores(rows, {
      ...facts,
      applications: nobody,
      scoring: { ...facts.scoring, conflicts: [] },
    });
    expect(result.ok ? [] : result.problems.map((p) => [p.code, p.line])).toEqual([
      ["no-shortlist", undefined],
    ]);
  });

  test("all that is wrong with a score is said at once", () => {
    expect(codes({ code: "A-099", criterion: "charm", scorer: "Nobody" })).toEqual([
      "unknown-application",
      "unknown-criterion",
      "not-on-panel",
    ]);
  });

  test("two different scores of one scorer in one sheet are refused, the same score twice is not", () => {
    const sheet = (second: number) =>
      planScores([entry({ line: 2, score: 4 }), entry({ line: 3, score: second })], facts);
    expect(sheet(4).ok).toBe(true);
    const refused = sheet(2);
    expect(refused.ok ? [] : refused.problems.map((p) => [p.code, p.line])).toEqual([["score-twice", 3]]);
  });
});
