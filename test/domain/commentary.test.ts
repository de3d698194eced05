import { describe, expect, test } from "@jest/globals";
import { type CommentaryState, checkProposal, commentaryStates } from "../../src/domain/commentary.ts";
import { type AuthorFacts, checkAnswer, checkInvite } from "../../src/domain/commentary-author.ts";
import { checkRespond, checkReview } from "../../src/domain/commentary-comment.ts";
import { type CommentaryEdit, planCommentaryEdit } from "../../src/domain/commentary-edit.ts";
import { milestones, nextInWords, nextStep } from "../../src/domain/commentary-next.ts";
import { checkPolicy, readForms } from "../../src/domain/commentary-policy.ts";
import {
  checkAccept,
  checkDraft,
  checkFeedback,
  checkPublish,
  checkSubmit,
  checkWithdraw,
} from "../../src/domain/commentary-stage.ts";
import { checkApprove, checkRead, checkTakeBack } from "../../src/domain/commentary-text.ts";
import {
  type AuthorOnTheWay,
  commentarySteps,
  outOfOrder,
  type Way,
} from "../../src/domain/commentary-way.ts";
import type { Day } from "../../src/domain/day.ts";
import { checkGuidance, guidanceOn, guidanceParts } from "../../src/domain/guidance.ts";
import { problemsOf, type Result } from "../../src/domain/result.ts";

const day = (text: string): Day => text as Day;
const today = day("2026-11-23");
const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);

const author = (personId: number, changes: Partial<AuthorOnTheWay> = {}): AuthorOnTheWay => ({
  personId,
  form: "full",
  supportOfferedOn: day("2026-08-05"),
  approved: true,
  fee: null,
  ...changes,
});

/** A commentary that is ready for the journal, but for what is changed. */
const way = (
  state: CommentaryState,
  changes: Partial<Way> = {},
  row: Partial<Way["commentary"]> = {},
): Way => ({
  today,
  commentary: {
    id: 1,
    paperId: 1,
    state,
    proposedOn: day("2026-08-01"),
    policyOn: day("2026-08-02"),
    takes: null,
    submittedOn: null,
    acceptedOn: null,
    publishedOn: null,
    feedbackOn: null,
    ...row,
  },
  authors: [author(3)],
  invited: [],
  text: { version: 2, words: 400, madeOn: day("2026-08-20") },
  wordLimit: 700,
  comments: [],
  ...changes,
});

describe("authors of a commentary", () => {
  const facts: AuthorFacts = {
    today,
    commentary: { id: 1, state: "proposed", paperId: 1, proposedOn: day("2026-08-01") },
    person: { id: 3 },
    standing: null,
    anonymous: false,
    withdrewOn: null,
    inLewg: true,
    project: 1,
    onTeam: true,
  };
  const asked = (changes: Partial<AuthorFacts>, reason?: string) =>
    checkInvite({ on: today, reason, step: "invite" }, { ...facts, ...changes });
  const says = (answer: "yes" | "no" | undefined, changes: Partial<AuthorFacts>, more = false) =>
    checkAnswer({ on: today, reason: undefined, says: answer, more }, { ...facts, ...changes });

  test("members of the LEWG on the project team of the paper need no reason, and none is kept", () => {
    expect(asked({}, "why not")).toEqual({ ok: true, value: { reason: null } });
  });

  test("somebody else needs a reason, and every reason for asking it is said", () => {
    expect(codes(asked({ inLewg: false, onTeam: false }))).toEqual(["not-in-lewg", "not-on-team"]);
    expect(codes(asked({ project: null, onTeam: false }))).toEqual(["no-project"]);
    expect(asked({ inLewg: false }, "asked by the team")).toEqual({
      ok: true,
      value: { reason: "asked by the team" },
    });
  });

  test("whoever withdrew from involvement is asked for nothing, whatever the reason, until they are back", () => {
    const gone = { withdrewOn: day("2026-11-01"), inLewg: false };
    expect(codes(asked(gone, "they would like to"))).toEqual(["withdrew"]);
    expect(codes(asked(gone))).toEqual(["withdrew"]);
    expect(codes(says("yes", gone))).toEqual(["withdrew"]);
    expect(says("no", { ...gone, standing: "author" })).toMatchObject({ ok: true, value: { move: "left" } });
  });

  test("nobody is asked twice, or after publication", () => {
    expect(codes(asked({ standing: "author" }))).toEqual(["already-author"]);
    expect(codes(asked({ standing: "invited" }))).toEqual(["already-invited"]);
    expect(codes(asked({ commentary: { ...facts.commentary, state: "published" } }))).toEqual([
      "wrong-state",
    ]);
  });

  test("nobody is asked, answers or leaves before it was proposed", () => {
    const early = { on: day("2026-07-31"), reason: undefined };
    expect(codes(checkInvite({ ...early, step: "invite" }, facts))).toEqual(["too-early"]);
    for (const standing of ["author", "invited"] as const)
      expect(codes(checkAnswer({ ...early, says: "no", more: false }, { ...facts, standing }))).toEqual([
        "too-early",
      ]);
  });

  test("whoever is invited says yes or no, and needs no reason for either", () => {
    expect(says("yes", { standing: "invited", inLewg: false })).toMatchObject({
      value: { move: "said yes" },
    });
    expect(says("no", { standing: "invited" })).toMatchObject({ value: { move: "declined" } });
  });

  test("an author may leave without a reason until it is in print", () => {
    const at = (state: CommentaryState) =>
      says("no", { standing: "author", commentary: { ...facts.commentary, state } });
    expect(at("accepted")).toMatchObject({ value: { move: "left" } });
    expect(codes(at("published"))).toEqual(["wrong-state"]);
  });

  test("somebody who was not invited is added as one who said yes, and cannot say no", () => {
    expect(says(undefined, {})).toMatchObject({ value: { move: "added" } });
    expect(codes(says("no", {}))).toEqual(["not-invited"]);
    expect(codes(says("yes", { onTeam: false }))).toEqual(["not-on-team"]);
  });

  test("support and guidance are recorded for an author as they are, and nothing is nothing", () => {
    expect(says(undefined, { standing: "author" }, true)).toMatchObject({ value: { move: "stays" } });
    expect(codes(says("yes", { standing: "author" }))).toEqual(["already-author"]);
  });
});

describe("a commentary on its way", () => {
  test("a paper has one, unless a second is meant", () => {
    const proposal = { title: "T", wordLimit: undefined, placement: undefined, on: today };
    const paper = { id: 1, status: "published" };
    const others = [{ id: 4 }];
    expect(codes(checkProposal(proposal, { today, paper, others, another: false }))).toEqual([
      "has-a-commentary",
    ]);
    expect(codes(checkProposal(proposal, { today, paper, others, another: true }))).toEqual([]);
    const withdrawn = { id: 1, status: "withdrawn" };
    expect(codes(checkProposal(proposal, { today, paper: withdrawn, others: [], another: false }))).toEqual([
      "paper-withdrawn",
    ]);
  });

  test("a step that is not open is refused with the steps that are; where none is, that is said", () => {
    for (const state of commentaryStates)
      for (const step of commentarySteps) {
        const [problem, ...others] = outOfOrder(step, { id: 1, state });
        expect(others).toEqual([]);
        if (!problem) continue;
        expect(problem).toMatchObject({ code: "wrong-state" });
        const open = commentarySteps.filter((s) => outOfOrder(s, { id: 1, state }).length === 0);
        expect(problem.remedy).toBe(
          open.length === 0
            ? "Nothing is left to do with it."
            : `Open now: involve commentary ${open.join("|")} C-001`,
        );
      }
  });

  test("drafting begins when somebody said yes and the journal's policy is known, and ends with publication", () => {
    expect(checkDraft(way("proposed"))).toEqual({ ok: true, value: "drafting" });
    expect(checkDraft(way("submitted"))).toEqual({ ok: true, value: "submitted" });
    expect(codes(checkDraft(way("proposed", { authors: [] }, { policyOn: null })))).toEqual([
      "no-authors",
      "policy-unchecked",
    ]);
    expect(codes(checkDraft(way("published")))).toEqual(["wrong-state"]);
  });

  test("goes to another journal where the first said no, once that one was asked about naming", () => {
    const at = (policyOn: string, again: boolean, on = today) =>
      codes(
        checkSubmit(
          on,
          way("submitted", {}, { submittedOn: day("2026-09-01"), policyOn: day(policyOn) }),
          again,
        ),
      );
    expect(at("2026-08-02", false)).toEqual(["already-submitted"]);
    expect(at("2026-08-02", true)).toEqual(["policy-unchecked"]);
    expect(at("2026-10-01", true)).toEqual([]);
    expect(at("2026-10-01", true, day("2026-08-31"))).toEqual(["too-early"]);
    expect(codes(checkSubmit(today, way("drafting"), true))).toEqual(["not-submitted"]);
  });

  test("goes to the journal when all is decided, and everything that is missing is said at once", () => {
    expect(codes(checkSubmit(today, way("drafting")))).toEqual([]);
    expect(
      codes(
        checkSubmit(
          day("2026-07-01"),
          way(
            "proposed",
            {
              authors: [author(3, { form: "undecided", supportOfferedOn: null, approved: false })],
              invited: [{ personId: 8, form: "undecided" }],
              comments: [{ number: 1, answered: false }],
            },
            { policyOn: null },
          ),
        ),
      ),
    ).toEqual([
      "wrong-state",
      "too-early",
      "policy-unchecked",
      "invitation-open",
      "support-not-offered",
      "comment-unanswered",
      "not-approved",
      "naming-undecided",
    ]);
    expect(codes(checkSubmit(today, way("drafting", { text: null })))).toEqual(["no-text"]);
  });

  test("names nobody who is anonymous when it says what is missing, nor how many they are", () => {
    const hidden = { form: "anonymous" as const, approved: false, supportOfferedOn: null };
    const problems = problemsOf(
      checkSubmit(
        today,
        way("drafting", { authors: [author(31, hidden), author(32, hidden)] }, { takes: ["full"] }),
      ),
    );
    expect(problems.map((p) => p.code)).toEqual(["support-not-offered", "not-approved", "naming-not-taken"]);
    expect(JSON.stringify(problems)).not.toMatch(/M-03[12]/);
  });

  test("is not submitted with a form of naming that the journal does not take", () => {
    const pen = way(
      "drafting",
      { authors: [author(3, { form: "pen-name" })] },
      { takes: ["full", "initials"] },
    );
    expect(codes(checkSubmit(today, pen))).toEqual(["naming-not-taken"]);
  });

  test("is accepted and published only with the text that every author approved", () => {
    const submitted = { submittedOn: day("2026-09-14") };
    const changed = { authors: [author(3), author(4, { approved: false })] };
    expect(codes(checkAccept(today, way("submitted", {}, submitted)))).toEqual([]);
    expect(codes(checkAccept(today, way("submitted", changed, submitted)))).toEqual(["not-approved"]);
    const accepted = { ...submitted, acceptedOn: day("2026-10-12") };
    const print = (changes: Partial<Way>, doiOwner?: number) =>
      codes(
        checkPublish({ on: today, doi: "10.1186/x" }, { ...way("accepted", changes, accepted), doiOwner }),
      );
    expect(print({})).toEqual([]);
    expect(print(changed)).toEqual(["not-approved"]);
    // Also on the very day: it is known by now that they took it back. What was in print before is the journal's.
    const back = (on: string) => print({ authors: [author(3, { consentEndedOn: day(on) })] });
    expect(["2026-11-22", "2026-11-23", "2026-11-24"].map(back)).toEqual([
      ["naming-consent-ended"],
      ["naming-consent-ended"],
      [],
    ]);
    expect(print({ authors: [author(3, { form: "undecided" })] }, 9)).toEqual([
      "naming-undecided",
      "doi-taken",
    ]);
    expect(
      codes(checkPublish({ on: today, doi: undefined }, { ...way("drafting"), doiOwner: undefined })),
    ).toEqual(["wrong-state"]);
  });

  test("is withdrawn without a reason until it is in print", () => {
    for (const state of ["proposed", "drafting", "submitted", "accepted"] as const)
      expect(codes(checkWithdraw(today, way(state)))).toEqual([]);
    expect(codes(checkWithdraw(today, way("published")))).toEqual(["in-print"]);
    expect(codes(checkWithdraw(today, way("withdrawn")))).toEqual(["wrong-state"]);
  });

  test("its authors are told what came of it once it is published, and that is recorded once", () => {
    const published = { publishedOn: day("2026-11-02") };
    expect(codes(checkFeedback(today, way("published", {}, published)))).toEqual([]);
    expect(codes(checkFeedback(today, way("accepted")))).toEqual(["wrong-state"]);
    expect(codes(checkFeedback(today, way("published", {}, { ...published, feedbackOn: today })))).toEqual([
      "already-done",
    ]);
  });

  test("always has a next step until everything is done, and a command for it", () => {
    const bare = way("proposed", { authors: [], text: null }, { policyOn: null });
    expect(nextInWords(bare)).toEqual(["Next (authors invited): involve commentary invite C-001"]);
    expect(nextInWords(way("drafting"))).toEqual(["Next (submitted): involve commentary submit C-001"]);
    expect(nextStep(way("withdrawn"))).toBeNull();
    const done = way(
      "published",
      { authors: [author(3, { fee: "done" })] },
      { submittedOn: today, acceptedOn: today, publishedOn: today, feedbackOn: today },
    );
    expect(nextStep(done)).toBeNull();
    for (const m of milestones(bare)) expect(m.hint).toMatch(/^involve (commentary|payment) \w+/);
  });

  test("never ties somebody anonymous to it, whatever is asked about them", () => {
    const hidden = author(31, { form: "anonymous" });
    const facts: AuthorFacts = {
      today,
      commentary: { id: 1, state: "drafting", paperId: 1, proposedOn: null },
      person: { id: 31 },
      standing: "author",
      anonymous: true,
      withdrewOn: null,
      inLewg: true,
      project: 1,
      onTeam: true,
    };
    const invited = { today, authors: [], invited: [{ personId: 31, form: "anonymous" as const }] };
    const open = { ...hidden, approved: false };
    const said = [
      checkInvite({ on: today, reason: undefined, step: "invite" }, facts),
      checkInvite({ on: today, reason: undefined, step: "invite" }, { ...facts, standing: "invited" }),
      checkApprove({ on: today, version: undefined }, 31, way("drafting", { authors: [hidden] })),
      checkTakeBack(today, 31, way("drafting", { authors: [open] })),
      checkSubmit(today, way("drafting", invited)),
    ];
    for (const result of said) expect(result.ok).toBe(false);
    const hints = milestones(way("drafting", invited)).map((m) => m.hint);
    expect(JSON.stringify([said, hints])).not.toContain("M-031");
  });

  test("never names somebody anonymous in what is next", () => {
    const hidden = author(31, { form: "anonymous", approved: false, supportOfferedOn: null });
    const hints = milestones(way("drafting", { authors: [hidden] })).map((m) => m.hint);
    expect(hints.join("\n")).not.toContain("M-031");
  });
});

describe("the text of a commentary", () => {
  const newest = (changes: Partial<Way> = {}) =>
    way("drafting", { authors: [author(3, { approved: false })], ...changes });
  const approves = (version: number | undefined, facts: Way) =>
    codes(checkApprove({ on: today, version }, 3, facts));

  test("is approved when it is final: there is one, every comment was answered, and it is the newest", () => {
    expect(approves(undefined, newest())).toEqual([]);
    expect(approves(2, newest())).toEqual([]);
    expect(approves(1, newest())).toEqual(["not-the-newest"]);
    expect(approves(undefined, newest({ text: null }))).toEqual(["no-text"]);
    expect(approves(undefined, newest({ comments: [{ number: 1, answered: false }] }))).toEqual([
      "comment-unanswered",
    ]);
    expect(approves(undefined, way("drafting"))).toEqual(["already-approved"]);
    expect(approves(undefined, way("proposed", { authors: [author(3, { approved: false })] }))).toEqual([
      "wrong-state",
    ]);
  });

  test("an approval is taken back until it is in print, and only where there is one", () => {
    expect(codes(checkTakeBack(today, 3, way("accepted")))).toEqual([]);
    expect(codes(checkTakeBack(today, 3, newest()))).toEqual(["not-approved"]);
    expect(codes(checkTakeBack(today, 3, way("published")))).toEqual(["wrong-state"]);
  });

  test("comes in while drafting or with the journal, and says something", () => {
    expect(codes(checkRead(today, "Some text.", way("drafting")))).toEqual([]);
    expect(codes(checkRead(today, "Some text.", way("accepted")))).toEqual([]);
    expect(codes(checkRead(today, "# Only a title", way("proposed")))).toEqual(["wrong-state", "empty-text"]);
    expect(codes(checkRead(today, "Pay 20-00-00 12345678, please.", way("drafting")))).toEqual([
      "private-detail",
    ]);
  });

  test("researchers comment on a text, and the authors answer each comment with a reason", () => {
    expect(codes(checkReview({ on: today, comments: ["Clear."] }, way("drafting")))).toEqual([]);
    expect(codes(checkReview({ on: today, comments: ["Clear."] }, way("drafting", { text: null })))).toEqual([
      "no-text",
    ]);
    const comments = [{ id: 7, number: 1, response: null, madeOn: day("2026-08-27") }];
    const answer = (number: number) =>
      checkRespond({ number, reason: "so it is", on: today }, comments, way("drafting"));
    expect(answer(1)).toMatchObject({ ok: true, value: { id: 7 } });
    expect(codes(answer(2))).toEqual(["unknown-comment"]);
  });
});

describe("the journal's policy", () => {
  test("is read as forms of naming between commas, or any", () => {
    expect(readForms("any")).toEqual({ ok: true, value: null });
    expect(readForms("pen-name, full")).toEqual({ ok: true, value: ["full", "pen-name"] });
    expect(codes(readForms("full,undecided,nick"))).toEqual(["unknown-word", "unknown-word"]);
    expect(codes(readForms(" , "))).toEqual(["unknown-word"]);
  });

  test("is recorded until the commentary is in print", () => {
    const policy = { says: "any", takes: null, wordLimit: 500, on: today };
    expect(codes(checkPolicy(policy, way("submitted")))).toEqual([]);
    expect(codes(checkPolicy(policy, way("published")))).toEqual(["wrong-state"]);
  });
});

describe("guidance", () => {
  const version = (n: number, agreedOn: string | null) => ({
    id: n,
    version: n,
    agreedOn: agreedOn as Day | null,
    body: "",
  });

  test("is the newest version agreed by the day, else the newest draft", () => {
    const versions = [version(1, null), version(2, "2026-01-10"), version(3, "2026-06-01"), version(4, null)];
    expect(guidanceOn(versions, day("2026-03-01"))?.version).toBe(2);
    expect(guidanceOn(versions, day("2026-06-01"))?.version).toBe(3);
    expect(guidanceOn(versions, day("2025-12-31"))?.version).toBe(4);
    expect(guidanceOn([], today)).toBeUndefined();
  });

  test("a new version says something new, was agreed after it was written together, and neither in the future", () => {
    const newest = {
      ...version(1, null),
      document: "authors" as const,
      coDesignedOn: null,
      body: "Old",
      source: "s",
    };
    const add = (body: string, coDesigned?: string, agreed?: string) =>
      codes(
        checkGuidance(
          {
            body,
            coDesigned: coDesigned === undefined ? undefined : day(coDesigned),
            agreed: agreed === undefined ? undefined : day(agreed),
            source: "s",
          },
          { today, newest },
        ),
      );
    expect(add("New", "2026-03-01", "2026-05-01")).toEqual([]);
    expect(add("Old")).toEqual(["same-text"]);
    expect(add("Old", "2026-03-01", "2026-05-01")).toEqual([]);
    expect(add("Old", "2026-06-01", "2026-05-01")).toEqual(["agreed-too-early"]);
    expect(add("", "2027-01-01", "2026-05-01")).toEqual(["blank", "in-the-future", "agreed-too-early"]);
  });

  test("its list is the prompts, and nothing else of it is lost but the title", () => {
    expect(guidanceParts("# Title\n\nOpening\nline.\n\n- One?\n- Two\n  more?\n\nEnd.\r\n")).toEqual({
      prompts: ["One?", "Two more?"],
      rest: ["Opening line.", "End."],
    });
  });
});

describe("a commentary's title, place and DOI", () => {
  const now = { title: "A working title", placement: null, doi: null };
  const edit = (words: Partial<CommentaryEdit>, state: CommentaryState, doiOwner?: number) => {
    const facts = way(state);
    return planCommentaryEdit(
      { title: undefined, placement: undefined, doi: undefined, ...words },
      { ...facts, now, doiOwner },
    );
  };

  test("a new title asks the authors again, a place or the same title does not", () => {
    expect(edit({ title: "What was not asked" }, "accepted")).toEqual({
      ok: true,
      value: { changes: { title: "What was not asked" }, askAgain: true },
    });
    expect(edit({ title: now.title, placement: "supplement" }, "drafting")).toEqual({
      ok: true,
      value: { changes: { placement: "supplement" }, askAgain: false },
    });
  });

  test("in print only the DOI can be added, and none before a journal has it, nor one that another has", () => {
    expect(codes(edit({ title: "x", placement: "in-paper" }, "published"))).toEqual(["in-print"]);
    expect(codes(edit({ doi: "10.1/x" }, "published"))).toEqual([]);
    expect(codes(edit({ doi: "10.1/x" }, "drafting"))).toEqual(["no-doi-yet"]);
    expect(codes(edit({ doi: "10.1/x" }, "published", 7))).toEqual(["doi-taken"]);
    expect(codes(edit({ doi: "10.1/x" }, "published", 1))).toEqual([]);
    expect(codes(edit({ title: "x" }, "withdrawn"))).toEqual(["wrong-state"]);
  });
});
