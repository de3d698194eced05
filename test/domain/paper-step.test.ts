import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, type Day } from "../../src/domain/day.ts";
import { type PaperStatus, paperStatuses } from "../../src/domain/paper.ts";
import {
  checkStep,
  mayMove,
  type PaperStep,
  type PaperStepName,
  paperSteps,
  type StepFacts,
  type StepRequest,
} from "../../src/domain/paper-step.ts";
import { problemsOf, type Result } from "../../src/domain/result.ts";

const today = "2026-11-23" as Day;
const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);
const was = (step: PaperStepName, on: string | null): PaperStep => ({
  ...{ step, on: on as Day | null },
  ...{ reason: null, notice: null },
});
const ask = (step: PaperStepName, more: Partial<StepRequest> = {}): StepRequest => ({
  ...{ step, on: undefined, reason: undefined, notice: undefined, mend: false },
  ...more,
});
const on = (day: string): Partial<StepRequest> => ({ on: day as Day });
const at = (status: PaperStatus, ...steps: PaperStep[]): StepFacts => ({
  paper: "PA-001",
  ...{ status, steps, today },
});
const published = at(
  "published",
  was("drafting", "2025-09-01"),
  was("submitted", "2025-11-03"),
  was("published", "2026-06-01"),
);

/** The history after a step that may be recorded; the same one where it may not. */
function following(facts: StepFacts, request: StepRequest): StepFacts {
  const plan = checkStep(request, facts);
  if (!plan.ok) return facts;
  const { step, at: place, replaces, stands } = plan.value;
  const steps = facts.steps.toSpliced(place, replaces ? 1 : 0, step);
  return { ...facts, steps, status: stands?.status ?? facts.status };
}

describe("where a paper stands", () => {
  test("it goes on from step to step, and steps may be passed over", () => {
    expect(
      checkStep(ask("submitted", on("2026-02-01")), at("drafting", was("drafting", null))),
    ).toMatchObject({
      ok: true,
      value: { at: 1, replaces: false, stands: { status: "submitted", on: "2026-02-01" } },
    });
    expect(codes(checkStep(ask("published"), at("planned", was("planned", null))))).toEqual([]);
  });

  test("to go back to drafting, to withdraw and to correct need a reason", () => {
    expect(codes(checkStep(ask("drafting"), at("submitted")))).toEqual(["reason-missing"]);
    expect(codes(checkStep(ask("withdrawn"), at("drafting")))).toEqual(["reason-missing"]);
    expect(codes(checkStep(ask("corrected"), published))).toEqual(["reason-missing"]);
    expect(codes(checkStep(ask("corrected", { reason: "a name" }), published))).toEqual([]);
  });

  test("a correction leaves a paper published", () => {
    const now = following(published, ask("corrected", { reason: "a name", ...on("2026-08-01") }));
    expect(now.status).toBe("published");
    expect(now.steps.map((s) => s.step)).toEqual(["drafting", "submitted", "published", "corrected"]);
  });

  test("a step that cannot be gone is refused, and those that can are named", () => {
    const refused = checkStep(ask("submitted"), published);
    expect(codes(refused)).toEqual(["wrong-step"]);
    expect(problemsOf(refused)[0]?.remedy).toContain("corrected or withdrawn");
    expect(codes(checkStep(ask("published"), published))).toEqual(["already-there"]);
  });

  test("no step is before the one that it follows, and none in the future", () => {
    expect(codes(checkStep(ask("withdrawn", { reason: "x", ...on("2026-05-01") }), published))).toEqual([
      "out-of-order",
    ]);
    expect(codes(checkStep(ask("withdrawn", { reason: "x", ...on("2027-05-01") }), published))).toEqual([
      "in-the-future",
    ]);
  });

  test("a day is mended where it stands, and filled in where the step was passed over", () => {
    const filled = following(published, ask("accepted", { ...on("2026-05-04"), mend: true }));
    expect(filled.steps.map((s) => `${s.step} ${s.on}`)).toEqual([
      ...["drafting 2025-09-01", "submitted 2025-11-03", "accepted 2026-05-04", "published 2026-06-01"],
    ]);
    const mended = following(filled, ask("submitted", { ...on("2025-11-05"), mend: true }));
    expect(mended.steps[1]?.on).toBe("2025-11-05");
    expect(codes(checkStep(ask("submitted", { ...on("2026-05-05"), mend: true }), filled))).toEqual([
      "out-of-order",
    ]);
  });

  test("the day of a step that was never gone cannot be mended, and a day has to be given", () => {
    const drafting = at("drafting", was("drafting", "2026-01-01"));
    expect(codes(checkStep(ask("accepted", { ...on("2026-02-01"), mend: true }), drafting))).toEqual([
      "never-there",
    ]);
    expect(codes(checkStep(ask("drafting", { mend: true }), drafting))).toEqual(["missing"]);
  });

  test("a notice belongs to a correction or a withdrawal", () => {
    expect(codes(checkStep(ask("submitted", { notice: "10.1000/x" }), at("drafting")))).toEqual([
      "no-notice",
    ]);
  });

  test("a file may move a paper on, never back", () => {
    expect(mayMove("submitted", "published")).toBe(true);
    expect(mayMove("published", "submitted")).toBe(false);
    expect(mayMove("withdrawn", "published")).toBe(false);
    for (const status of paperStatuses) expect(mayMove(status, "withdrawn")).toBe(false);
  });

  test("whatever is asked in whatever order, days stay in their order and a paper stands as its last step says", () => {
    const request = fc.record({
      step: fc.constantFrom(...paperSteps),
      on: fc.option(
        fc.integer({ min: 0, max: 400 }).map((n) => addDays("2025-10-20" as Day, n)),
        { nil: undefined },
      ),
      reason: fc.constantFrom("because", undefined),
      notice: fc.constant(undefined),
      mend: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        const end = requests.reduce(following, at("planned", was("planned", null)));
        const days = end.steps.flatMap((s) => (s.on === null ? [] : [s.on]));
        expect(days).toEqual(days.toSorted());
        expect(end.steps.findLast((s) => s.step !== "corrected")?.step).toBe(end.status);
      }),
    );
  });
});
