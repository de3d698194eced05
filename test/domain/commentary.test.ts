import { describe, expect, test } from "@jest/globals";
import {
  type AuthorFacts,
  checkAuthor,
  checkProposal,
  guidanceOn,
  guidanceParts,
} from "../../src/domain/commentary.ts";
import { checkDraft, checkPublish, checkSubmit, type StageFacts } from "../../src/domain/commentary-stage.ts";
import type { Day } from "../../src/domain/day.ts";
import { problemsOf, type Result } from "../../src/domain/result.ts";

const day = (text: string): Day => text as Day;
const today = day("2026-11-23");
const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);

describe("authors of a commentary", () => {
  const facts: AuthorFacts = {
    today,
    commentary: { id: 1, state: "proposed", paperId: 1 },
    person: { id: 3 },
    already: false,
    inLewg: true,
    project: 1,
    onTeam: true,
  };
  const asked = (changes: Partial<AuthorFacts>, reason?: string) =>
    checkAuthor({ on: today, reason }, { ...facts, ...changes });

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

  test("nobody is added twice, or after publication", () => {
    expect(codes(asked({ already: true }))).toEqual(["already-author"]);
    expect(codes(asked({ commentary: { ...facts.commentary, state: "published" } }))).toEqual([
      "no-longer-open",
    ]);
  });
});

describe("a commentary on its way", () => {
  const facts = (changes: Partial<StageFacts["commentary"]>, authors: StageFacts["authors"]): StageFacts => ({
    today,
    commentary: {
      id: 1,
      state: "drafting",
      proposedOn: day("2026-08-01"),
      submittedOn: null,
      ...changes,
    },
    authors,
  });
  const decided = [{ personId: 3, form: "anonymous" as const }];

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

  test("goes to the journal when it has authors who all decided how to be named", () => {
    expect(codes(checkSubmit(today, facts({}, decided)))).toEqual([]);
    expect(codes(checkSubmit(today, facts({}, [])))).toEqual(["no-authors"]);
    expect(
      codes(
        checkSubmit(
          day("2026-07-01"),
          facts({ state: "submitted" }, [
            { personId: 3, form: "undecided" },
            { personId: 4, form: "undecided" },
          ]),
        ),
      ),
    ).toEqual(["too-early", "wrong-state", "naming-undecided", "naming-undecided"]);
  });

  test("goes into print after that, unless somebody went back to undecided or its DOI is another's", () => {
    const submitted = { state: "submitted" as const, submittedOn: day("2026-09-14") };
    const print = (authors: StageFacts["authors"], doiOwner?: number) =>
      codes(checkPublish({ on: today, doi: "10.1186/x" }, { ...facts(submitted, authors), doiOwner }));
    expect(print(decided)).toEqual([]);
    expect(print([{ personId: 3, form: "undecided" }], 9)).toEqual(["naming-undecided", "doi-taken"]);
    expect(
      codes(checkPublish({ on: today, doi: undefined }, { ...facts({}, decided), doiOwner: undefined })),
    ).toEqual(["wrong-state"]);
  });

  test("drafting begins with the first draft, and ends with publication", () => {
    expect(checkDraft({ id: 1, state: "proposed" })).toEqual({ ok: true, value: "drafting" });
    expect(checkDraft({ id: 1, state: "submitted" })).toEqual({ ok: true, value: "submitted" });
    expect(codes(checkDraft({ id: 1, state: "published" }))).toEqual(["wrong-state"]);
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

  test("its list is the prompts, and nothing else of it is lost but the title", () => {
    expect(guidanceParts("# Title\n\nOpening\nline.\n\n- One?\n- Two\n  more?\n\nEnd.\r\n")).toEqual({
      prompts: ["One?", "Two more?"],
      rest: ["Opening line.", "End."],
    });
  });
});
