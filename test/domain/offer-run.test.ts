import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { runOf } from "../../src/domain/decision-runs.ts";
import type { SavedRun } from "../../src/domain/match-run.ts";
import { proposedBy, recordedSaid, runThatProposes } from "../../src/domain/offer-run.ts";
import { offersSaid } from "../../src/domain/offer-words.ts";
import { problemsOf } from "../../src/domain/result.ts";

const run = (id: number, proposed: Readonly<Record<string, readonly string[]>>): SavedRun => ({
  ...{
    id,
    madeOn: "2026-06-01" as Day,
    hashes: { policy: "", data: "" },
    seed: "",
    engine: "",
    objective: 0,
  },
  ...{ answerHash: null, intact: true, facts: null },
  answer: JSON.stringify({
    projects: Object.entries(proposed).map(([project, refs]) => ({
      project,
      people: ["M-001", "M-002", "M-003"].map((ref) => ({ ref, rank: 1, proposed: refs.includes(ref) })),
    })),
  }),
});

const on = "2026-06-08" as Day;

describe("the recorded proposal an offer follows", () => {
  const alone = run(1, { "P-001": ["M-001"] });
  const together = run(2, { "P-001": ["M-002"], "P-002": ["M-001", "M-003"] });

  test("may be one of several projects together", () => {
    expect(proposedBy(together, "P-002")).toEqual([1, 3]);
    expect(proposedBy(alone, "P-002")).toEqual([]);
    expect(runOf([alone, together], "P-001", "R-002")).toMatchObject({ ok: true, value: { id: 2 } });
    expect(problemsOf(runOf([alone, together], "P-002", "R-001"))).toEqual([
      {
        code: "unknown-run",
        message: "R-001 is no recorded proposal for P-002.",
        remedy: "There are: R-002.",
      },
    ]);
  });

  test("is pointed out where it proposed everybody for whom no reason is kept, and is the project's last", () => {
    expect(runThatProposes([alone, together], "P-001", [2])?.id).toBe(2);
    expect(runThatProposes([alone, together], "P-001", [1])).toBeUndefined();
    expect(runThatProposes([alone, together], "P-002", [1, 3])?.id).toBe(2);
    expect(runThatProposes([alone, together], "P-002", [1, 2])).toBeUndefined();
    expect(runThatProposes([alone, together], "P-002", [])).toBeUndefined();
    expect(runThatProposes([alone], "P-002", [1])).toBeUndefined();
  });

  test("is named where an offer rests on another, also where that was named by ref", () => {
    const to = [{ id: 2, name: "M-002 Bex", group: "lewg", gates: [], proposed: false }];
    const said = (named: string | undefined, runs: readonly SavedRun[]) =>
      offersSaid(
        { project: "P-001", standing: "open", to, today: on, replyBy: on, reason: undefined, run: named },
        [],
        { answers: [] },
        { people: [], places: 3, inOrder: true } as unknown as Parameters<typeof offersSaid>[3],
        runs,
      )[1];
    const follow =
      "R-002 of Mon 1 Jun 2026 proposed them: to follow it, take this back with involve undo and";
    expect(said(undefined, [alone, together])).toBe(
      `M-002 Bex was not in the proposal. ${follow} offer again with --run R-002.`,
    );
    expect(said("R-001", [alone, together])).toBe(
      `M-002 Bex was not in the proposal R-001. ${follow} offer again with --run R-002.`,
    );
    expect(said("R-001", [alone])).toBe(
      "M-002 Bex was not in the proposal R-001. To keep why, take this back with involve undo and offer again with --reason.",
    );
  });

  test("is said with the words that offer its places, where it proposes anybody", () => {
    const of = (...proposed: number[]) =>
      ({ proposed }) as unknown as Parameters<typeof recordedSaid>[0]["answers"][number];
    const facts = [{ project: "P-001" }, { project: "P-002" }] as unknown as Parameters<
      typeof recordedSaid
    >[0]["facts"];
    const again = "On record as R-002. To make it again: involve project replay R-002";
    expect(recordedSaid({ facts, answers: [of(), of()] }, 2)).toEqual([again]);
    expect(recordedSaid({ facts, answers: [of(), of(1, 3)] }, 2)).toEqual([
      again,
      "To offer the places it proposes: involve project offer P-002 M-001 M-003 --run R-002",
    ]);
    expect(recordedSaid({ facts, answers: [of(2), of(1)] }, 2)).toEqual([
      again,
      "To offer the places it proposes, project by project: involve project offer P-001 M-002 --run R-002",
    ]);
  });
});
