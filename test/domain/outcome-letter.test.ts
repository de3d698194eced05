import { describe, expect, test } from "@jest/globals";
import { letterName, planLetters } from "../../src/domain/letter-plan.ts";
import { feedbackFrom, letterFor, type Outcome } from "../../src/domain/outcome-letter.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { criterion, day, round, scoring, tally } from "./rounds.ts";

const criteria = [
  criterion(1, { label: "Listens" }),
  criterion(2, { label: "Writes" }),
  criterion(3, { label: "Speaks up", stage: "interview", scaleMax: 10 }),
];
const scale = { strong: 75, good: 50, most: 2 };

/** How somebody stands with these scores of one scorer on each criterion in turn; null is no score. */
const standing = (...scores: readonly (number | null)[]) =>
  tally(
    1,
    scoring(
      criteria,
      scores.flatMap((score, i) =>
        score === null ? [] : [{ applicationId: 1, criterionId: i + 1, panelId: 1, score }],
      ),
    ),
  );
const told = (...scores: readonly (number | null)[]) => {
  const { strengths, lessStrong } = feedbackFrom(standing(...scores), scale);
  return [...strengths, ...lessStrong].map((p) => `${p.criterion}: ${p.grade.replace("feedback-", "")}`);
};
const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  applicationId: 1,
  code: "A-001",
  status: "unsuccessful",
  blanked: false,
  knownAs: "Ada",
  fullName: undefined,
  email: undefined,
  receivedOn: day("2025-08-20"),
  tally: standing(3, 3, 8),
  decision: {
    id: 1,
    decision: "decline",
    decidedOn: day("2025-10-06"),
    reserveRank: null,
    reserveUntil: null,
    feedback: null,
    sentOn: null,
  },
  term: null,
  replyBy: null,
  ...changes,
});

describe("feedback says in words what an applicant's own scores say", () => {
  test("strong from three quarters of the scale, good from half of it, less strong below", () => {
    expect(told(3, 2, 4)).toEqual(["Listens: strong", "Writes: good", "Speaks up: less-strong"]);
  });

  test("the strongest and the weakest come first, so many of each at most", () => {
    expect(told(2, 4, 8)).toEqual(["Writes: strong", "Speaks up: strong", "Listens: room"]);
    expect(told(1, 0, 4)).toEqual(["Writes: less-strong", "Listens: less-strong"]);
  });

  test("where nothing was less strong the weakest part has most room; where all is alike there is none", () => {
    expect(told(4, 3, 10)).toEqual(["Listens: strong", "Speaks up: strong", "Writes: room"]);
    expect(told(4, 4, 10)).toEqual(["Listens: strong", "Writes: strong"]);
  });

  test("what nobody scored is not spoken of", () => {
    expect(told(4, null, null)).toEqual(["Listens: strong"]);
    expect(told()).toEqual([]);
  });
});

describe("every applicant gets the letter of how it came out", () => {
  const decision = outcome().decision;
  const as = (status: string, decided: string) =>
    letterFor(outcome({ status, decision: decision && { ...decision, decision: decided } }));

  test("chosen, reserve, unsuccessful after an interview, not shortlisted without one", () => {
    expect(as("offered", "select")).toBe("round-chosen");
    expect(as("appointed", "reserve")).toBe("round-chosen");
    expect(as("reserve", "reserve")).toBe("round-reserve");
    expect(as("unsuccessful", "decline")).toBe("round-unsuccessful");
    expect(as("unsuccessful", "reserve")).toBe("round-unsuccessful");
    expect(letterFor(outcome({ tally: standing(1, 1, null) }))).toBe("round-not-shortlisted");
  });

  test("none where somebody withdrew, was blanked, or is not decided on; a place on offer comes first", () => {
    expect(as("withdrawn", "decline")).toBeNull();
    expect(letterFor(outcome({ blanked: true }))).toBeNull();
    expect(letterFor(outcome({ decision: null, status: "received" }))).toBeNull();
    expect(letterFor(outcome({ status: "offered", replyBy: day("2026-02-03") }))).toBe("round-place-open");
  });
});

describe("which letters are written", () => {
  const request = { application: [], letter: undefined, unsent: false, sent: undefined };
  const at = { round, today: day("2025-10-22") };
  const decision = outcome().decision;
  const sent = outcome({ code: "A-002", decision: decision && { ...decision, sentOn: day("2025-10-21") } });
  const gone = outcome({ code: "A-003", status: "withdrawn" });
  const plan = (changes: Partial<Parameters<typeof planLetters>[1]>) => {
    const result = planLetters([outcome(), sent, gone], { ...request, ...changes }, at);
    return result.ok
      ? result.value.map((l) => letterName("autumn-2025", l))
      : problemsOf(result).map((p) => p.code);
  };

  test("everybody who gets one, or those that were asked for, or those that have not gone out", () => {
    expect(plan({})).toEqual(["autumn-2025-A-001", "autumn-2025-A-002"]);
    expect(plan({ unsent: true })).toEqual(["autumn-2025-A-001"]);
    expect(plan({ application: ["A-002"] })).toEqual(["autumn-2025-A-002"]);
    expect(plan({ letter: "round-chosen" })).toEqual([]);
  });

  test("who gets none is named where somebody asks for theirs; everything that is wrong is said at once", () => {
    expect(plan({ application: ["A-003", "A-077"], sent: day("2025-10-23") })).toEqual([
      "unknown-application",
      "no-letter",
      "in-the-future",
    ]);
    expect(plan({ sent: day("2025-10-05") })).toEqual(["sent-before-decided"]);
  });
});
