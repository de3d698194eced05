import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import {
  type Asking,
  type EarlierDecision,
  type RestingOffer,
  runToDecide,
  searchFrom,
  standingIn,
} from "../../src/domain/decision-runs.ts";
import type { MatchFacts } from "../../src/domain/match.ts";
import type { SavedRun } from "../../src/domain/match-run.ts";
import {
  type Considered,
  type DecisionRequest,
  decisionSaid,
  planDecision,
  toHear,
} from "../../src/domain/project-decision.ts";
import { checkFeedbackDay, feedbackFillings, ownPoints } from "../../src/domain/project-feedback.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { fill } from "../../src/domain/template.ts";
import { templates } from "../../src/store/templates.ts";
import { newStore } from "../new-store.ts";

const on = (text: string): Day => text as Day;

const person = (id: number, proposed: boolean, taken: boolean, reason: string | null = null): Considered => ({
  ...{ id, knownAs: "Kit", proposed, taken, reason },
});

const request = (changes: Partial<DecisionRequest>): DecisionRequest => ({
  ...{ project: "P-001", run: { id: 1, madeOn: on("2026-06-01") }, kept: undefined, reason: undefined },
  ...{ on: on("2026-06-10"), today: on("2026-06-10"), places: 2, open: 0 },
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

  test("a place that is still open is pointed out before others hear that the places went to somebody", () => {
    const asked = request({ places: 3, open: 1 });
    const plan = planDecision(asked);
    expect(plan.ok && decisionSaid(asked, plan.value, 0)[1]).toBe(
      "Please note: 1 place is still open, and the letters say that the places went to others. To fill it first: involve project match P-001; to do without: involve project edit P-001 --places 2",
    );
  });

  test("what was decided is said: as proposed, beside it, and who was not asked", () => {
    const asked = request({
      ...{ reason: "the lead knows her" },
      people: [person(2, true, true), person(3, true, false), person(4, false, true)],
    });
    const plan = planDecision(asked);
    expect(plan.ok && decisionSaid(asked, plan.value, 0)).toEqual([
      "P-001, R-001: M-002 Kit as proposed.",
      "Beside the proposal: M-004 Kit.",
      "Proposed and not asked: M-003 Kit.",
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
  ...{ answer: kept, answerHash: null, intact: true, facts: null },
});

describe("the proposal that is decided on", () => {
  test("only those who could be asked are in it, and a run of other projects is none of this one", () => {
    expect(standingIn(answer, "P-001")).toEqual([{ id: 2, proposed: true }]);
    expect(standingIn(answer, "P-002")).toBeNull();
  });

  const asking = (changes: Partial<Asking>): Asking => ({
    runs: [run(1, answer), run(2, answer), run(3, '{"projects":[]}'), run(4, answer), run(5, answer)],
    ...{ offers: [], decisions: [] },
    ...changes,
  });
  const offer = (personId: number, runId: number | null, day = "2026-06-02"): RestingOffer => ({
    ...{ personId, runId, offeredOn: on(day), departureReason: null },
  });
  const decided = (runId: number, taken: readonly number[], open = false): EarlierDecision => ({
    ...{ runId, taken, open },
  });
  const from = (given: Partial<Asking>) => runToDecide(asking(given), "P-001", undefined);

  test("it is the one places were first offered on, else the last there is; a run of another project is refused", () => {
    expect(from({ offers: [offer(2, 2), offer(3, 4)] })).toMatchObject({ value: { id: 2 } });
    expect(from({})).toMatchObject({ value: { id: 5 } });
    expect(problemsOf(runToDecide(asking({}), "P-001", "R-003"))).toMatchObject([
      { code: "unknown-run", remedy: "There are: R-001, R-002, R-004, R-005." },
    ]);
    expect(problemsOf(from({ runs: [] }))).toMatchObject([{ code: "no-run" }]);
  });

  test("it stays the same until everybody has heard and somebody else is asked; then another search begins", () => {
    const offers = [offer(2, 2), offer(3, 4)];
    expect(from({ offers, decisions: [decided(2, [2, 3])] })).toMatchObject({ value: { id: 2 } });
    expect(from({ offers, decisions: [decided(2, [2], true)] })).toMatchObject({ value: { id: 2 } });
    expect(from({ offers, decisions: [decided(2, [2])] })).toMatchObject({ value: { id: 4 } });
  });

  test("a search is of every run that offers rest on, and ends where the next decision begins", () => {
    const offers = [offer(2, 2), offer(3, 4), offer(6, null), offer(7, 5)];
    const of = (given: Partial<Asking>) => {
      const found = searchFrom(run(2, answer), "P-001", asking({ offers, ...given }));
      return { runs: found.runs.map((r) => r.id), people: found.offers.map((o) => o.personId) };
    };
    expect(of({})).toEqual({ runs: [2, 4, 5], people: [2, 3, 6, 7] });
    const runs = [
      run(1, answer),
      run(2, answer),
      run(4, answer),
      { ...run(5, answer), madeOn: on("2026-09-01") },
    ];
    expect(of({ runs, decisions: [decided(2, [2, 3]), decided(5, [7])] })).toEqual({
      ...{ runs: [2, 4], people: [2, 3, 6] },
    });
  });

  test("whoever is asked by a later proposal is as proposed, and whoever was asked and did not reply is written to by nobody", () => {
    const asked = request({
      people: [person(2, true, true), person(3, true, true), person(4, false, false)],
    });
    const plan = planDecision(asked);
    if (!plan.ok) throw new Error("refused");
    expect(plan.value.asProposed.map((p) => p.id)).toEqual([2, 3]);
    expect(toHear(asked.people, undefined).map((p) => p.id)).toEqual([4]);
    const heard = {
      ...{
        id: 1,
        runId: 1,
        decidedOn: on("2026-06-10"),
        decidedBy: "Harriet Osei",
        reason: null,
        taken: [2, 3],
      },
      notChosen: [{ personId: 4, feedbackOn: on("2026-06-12") }],
    };
    expect(toHear(asked.people, heard)).toEqual([]);
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
      counted: ["You bring something that would help the project."],
      shared: ["You are on 1 project now."],
    });
    expect(JSON.stringify(points)).not.toContain("trauma");
  });

  test("it speaks of offers and of the time since, and of the price of a place only where there were any", () => {
    const policy = { ...facts.policy, points: { "recent-offer": -3, "months-since-offer": 1, rotation: 1 } };
    const of = (changes: object) =>
      ownPoints({ ...facts, policy, people: facts.people.map((p) => ({ ...p, ...changes })) }, 3);
    expect(of({ recentOffers: 2, activeProjects: 0, monthsSinceOffer: 5 })).toEqual({
      counted: ["You were last asked 5 months ago."],
      shared: [
        "You had 2 offers of a project in the last 12 months.",
        "The offers and projects you had lately count towards asking somebody else.",
      ],
    });
    expect(of({ recentOffers: 0, activeProjects: 0, monthsSinceOffer: null })).toEqual({
      counted: ["You had not been asked before."],
      shared: [],
    });
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
