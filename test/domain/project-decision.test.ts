import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import type { MatchFacts } from "../../src/domain/match.ts";
import type { SavedRun } from "../../src/domain/match-run.ts";
import {
  type Considered,
  type DecisionRequest,
  decisionSaid,
  planDecision,
  runToDecide,
  standingIn,
} from "../../src/domain/project-decision.ts";
import { checkFeedbackDay, feedbackFillings, ownPoints } from "../../src/domain/project-feedback.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { fill } from "../../src/domain/template.ts";
import { templates } from "../../src/store/templates.ts";
import { newStore } from "../new-store.ts";

const on = (text: string): Day => text as Day;

const person = (id: number, proposed: boolean, taken: boolean, reason: string | null = null): Considered => ({
  ...{ id, name: `M-00${id}`, proposed, taken, reason },
});

const request = (changes: Partial<DecisionRequest>): DecisionRequest => ({
  ...{ project: "P-001", run: { id: 1, madeOn: on("2026-06-01") }, kept: undefined, reason: undefined },
  ...{ on: on("2026-06-10"), today: on("2026-06-10") },
  people: [person(2, true, true), person(3, false, false)],
  ...changes,
});
const codes = (changes: Partial<DecisionRequest>) =>
  problemsOf(planDecision(request(changes))).map((p) => p.code);

describe("what people decide on a proposal", () => {
  test("as proposed needs no reason, and the others were not chosen", () => {
    expect(planDecision(request({}))).toMatchObject({
      value: { asProposed: [{ id: 2 }], added: [], leftOut: [], notChosen: [{ id: 3 }] },
    });
  });

  test("a departure needs a reason, with its offer or for the whole decision", () => {
    const added = [person(2, true, true), person(3, false, true)];
    expect(codes({ people: added })).toEqual(["departure-unexplained"]);
    expect(
      codes({ people: [person(2, true, true), person(3, false, true, "asked for by the lead")] }),
    ).toEqual([]);
    expect(codes({ people: added, reason: "asked for by the lead" })).toEqual([]);
    const leftOut = [person(2, true, true), person(3, true, false, null)];
    expect(codes({ people: leftOut })).toEqual(["departure-unexplained"]);
  });

  test("nobody taken, a day to come and a day before the proposal are refused at once", () => {
    expect(codes({ people: [person(2, true, false)], on: on("2026-06-11") })).toEqual([
      "nobody-taken",
      "in-the-future",
    ]);
    expect(codes({ on: on("2026-05-31") })).toEqual(["before-proposal"]);
  });

  test("what was decided is said: as proposed, beside it, and who was not asked", () => {
    const asked = request({
      ...{ reason: "the lead knows her" },
      people: [person(2, true, true), person(3, true, false), person(4, false, true)],
    });
    const plan = planDecision(asked);
    expect(plan.ok && decisionSaid(asked, plan.value, 0)).toEqual([
      "P-001, R-001: M-002 as proposed.",
      "Beside the proposal: M-004.",
      "Proposed and not asked: M-003.",
    ]);
  });
});

const answer = JSON.stringify({
  projects: [
    {
      project: "P-001",
      people: [
        { ref: "M-002", rank: 1, proposed: true },
        { ref: "M-003", rank: null, proposed: false },
      ],
    },
  ],
});
const run = (id: number, kept: string): SavedRun => ({
  ...{ id, madeOn: on("2026-06-01"), hashes: { policy: "", data: "" }, seed: "", engine: "", objective: 0 },
  ...{ answer: kept, intact: true, facts: null },
});

describe("the proposal that is decided on", () => {
  test("only those who could be asked are in it, and a run of other projects is none of this one", () => {
    expect(standingIn(answer, "P-001")).toEqual([{ id: 2, proposed: true }]);
    expect(standingIn(answer, "P-002")).toBeNull();
  });

  test("it is the last of the project where none is named, and a run of another project is refused", () => {
    const runs = [run(1, answer), run(2, answer), run(3, '{"projects":[]}')];
    expect(runToDecide(runs, "P-001", undefined)).toMatchObject({ value: { id: 2 } });
    expect(problemsOf(runToDecide(runs, "P-001", "R-003"))).toMatchObject([
      { code: "unknown-run", remedy: "There are: R-001, R-002." },
    ]);
    expect(problemsOf(runToDecide([], "P-001", undefined))).toMatchObject([{ code: "no-run" }]);
  });
});

describe("feedback to somebody who was not chosen", () => {
  const facts = {
    needs: [
      {
        ...{ kind: "desired", category: "experience", value: "trauma", level: null, scope: "every" },
        ...{ atLeast: null, atMost: null, weight: 1 },
      },
    ],
    policy: { id: 1, version: 1, points: { "desired-need": 4, "active-project": -4 }, recentMonths: 12 },
    people: [
      {
        ...{
          id: 3,
          group: "lewg",
          standing: "active",
          perspective: null,
          region: null,
          skills: {},
          lacks: {},
        },
        ...{
          interests: [],
          availability: [],
          experience: ["trauma"],
          mayUseExperience: true,
          conflict: false,
        },
        ...{ ceiling: "none", hoursPerMonth: null, projectsMax: null, activeProjects: 1, recentOffers: 0 },
        ...{ monthsSinceOffer: null, offer: "none", onTeam: false },
      },
    ],
  } as unknown as MatchFacts;

  test("it is from their own points in general words, and never says which experience", () => {
    const points = ownPoints(facts, 3);
    expect(points).toEqual({
      counted: ["Brings something the project asks for"],
      shared: ["On 1 project now"],
    });
    expect(JSON.stringify(points)).not.toContain("trauma");
  });

  test("where a run no longer has what it rested on, the letter says nothing of points and is whole all the same", () => {
    expect(ownPoints(undefined, 3)).toEqual({ counted: [], shared: [] });
    const [template] = templates(newStore()).filter((t) => t.key === "project-not-chosen");
    if (!template) throw new Error("no template");
    const letter = fill(
      template,
      feedbackFillings(
        { knownAs: "Bex", points: ownPoints(undefined, 3) },
        {
          ...{ project: "Coming home", decidedOn: on("2026-06-10"), unit: "The Unit", unitShort: "TU" },
          ...{ signedBy: "Harriet Osei", signedRole: null },
        },
      ),
    );
    const text = letter.ok ? JSON.stringify(letter.value.blocks) : "";
    expect(text).toContain("Dear Bex");
    expect(text).not.toContain("What counted for you");
  });

  test("feedback is given on no day to come and not before the decision, and to nobody twice", () => {
    const kept = {
      decidedOn: on("2026-06-10"),
      notChosen: [
        { personId: 3, feedbackOn: null },
        { personId: 4, feedbackOn: on("2026-06-11") },
      ],
    };
    expect(checkFeedbackDay(kept, on("2026-06-12"), on("2026-06-12"))).toEqual({ ok: true, value: [3] });
    expect(problemsOf(checkFeedbackDay(kept, on("2026-06-09"), on("2026-06-08"))).map((p) => p.code)).toEqual(
      ["in-the-future", "before-decision"],
    );
  });
});
