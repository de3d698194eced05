import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inOrder, placedAt } from "../../src/domain/author-order.ts";
import {
  awaitsOffer,
  type Criteria,
  conclude,
  type NewAnswers,
  nextQuestion,
  nothingAsked,
} from "../../src/domain/authorship.ts";
import { type AuthorshipFacts, type Listing, planAuthorship } from "../../src/domain/authorship-change.ts";
import {
  type ContributionFacts,
  checkContribution,
  creditRole,
  type NewContribution,
  theContributor,
} from "../../src/domain/contribution.ts";
import { planTakingBack } from "../../src/domain/contribution-back.ts";
import type { Day } from "../../src/domain/day.ts";
import { no, problemsOf, type Result, yes } from "../../src/domain/result.ts";

const today = "2026-11-23" as Day;
const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);
const day = (text: string): Day => text as Day;

const all: Criteria = {
  substantial: "yes",
  draftingOffered: day("2026-10-01"),
  drafting: "yes",
  approvalOffered: day("2026-11-01"),
  approval: "yes",
  accountable: "yes",
  agreed: null,
};
const listing: Listing = {
  position: undefined,
  affiliation: undefined,
  surname: undefined,
  clear: [],
  on: today,
};
const facts = (before: Criteria, more: Partial<AuthorshipFacts> = {}): AuthorshipFacts => ({
  ...{ today, paper: "PA-001", status: "drafting", contributed: true, before, place: null },
  ...more,
});
const plan = (said: NewAnswers, before = nothingAsked, more: Partial<AuthorshipFacts> = {}) =>
  planAuthorship(said, listing, facts(before, more));

describe("who is an author comes of the four criteria", () => {
  test("whoever meets all four is an author", () => {
    expect(conclude(all, true)).toEqual({ concluded: "author", reason: "all four criteria are met" });
  });

  test.each([
    ["drafting", "they declined drafting"],
    ["approval", "they declined final approval"],
    ["accountable", "they declined being accountable"],
  ] as const)("whoever declines one of them (%s) is acknowledged, with the reason", (key, reason) => {
    expect(conclude({ ...all, [key]: "no" }, true)).toEqual({ concluded: "acknowledged", reason });
  });

  test("an affiliation is emptied or set, not both", () => {
    const both = { ...listing, affiliation: "UCL", clear: ["affiliation"] as const };
    expect(problemsOf(planAuthorship({}, both, facts(all))).map((p) => p.code)).toEqual(["set-and-cleared"]);
    expect(planAuthorship({}, { ...listing, clear: ["affiliation"] }, facts(all)).ok).toBe(true);
  });

  test("whoever did not contribute substantially is acknowledged, and is not asked for the rest", () => {
    const no = { ...nothingAsked, substantial: "no" } as const;
    expect(conclude(no, true).concluded).toBe("acknowledged");
    expect(nextQuestion(no, true)?.key).toBe("agreed");
  });

  test("whoever did nothing that is on record is neither, whatever was answered", () => {
    expect(conclude(all, false).concluded).toBe("neither");
  });

  test("nobody is listed who does not agree to it", () => {
    expect(conclude({ ...all, agreed: "no" }, true)).toEqual({
      concluded: "neither",
      reason: "they do not agree to be listed, though all four criteria are met",
    });
  });

  test("while something is to be asked nothing is concluded: drafting and approval have to be offered, not only answered", () => {
    expect(conclude({ ...nothingAsked, substantial: "yes" }, true)).toEqual({
      concluded: null,
      reason:
        "drafting has to be offered, final approval has to be offered and whether they are accountable for the work was not asked",
    });
    expect(awaitsOffer({ ...all, approvalOffered: null, approval: null })).toBe(true);
    expect(awaitsOffer(all)).toBe(false);
    expect(awaitsOffer({ ...nothingAsked, substantial: "no" })).toBe(false);
  });

  test("asked one after another, the questions end in a conclusion", () => {
    const answer = fc.constantFrom("yes" as const, "no" as const);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 8, maxLength: 8 }), (said) => {
        let criteria: Criteria = nothingAsked;
        for (const next of said) {
          const question = nextQuestion(criteria, true);
          if (question === null) break;
          criteria = { ...criteria, [question.key]: question.kind === "day" ? today : next };
        }
        expect(nextQuestion(criteria, true)).toBeNull();
        const met = [
          criteria.substantial,
          criteria.drafting,
          criteria.approval,
          criteria.accountable,
          criteria.agreed,
        ];
        expect(conclude(criteria, true).concluded === "author").toBe(met.every((m) => m === "yes"));
      }),
    );
  });
});

describe("answers are recorded where they can be", () => {
  test("an answer needs an offer, and an offer a substantial contribution", () => {
    expect(codes(plan({ substantial: "yes", drafting: "yes" }))).toEqual(["not-offered"]);
    expect(codes(plan({ draftingOffered: today }))).toEqual(["first-criterion"]);
    expect(codes(plan({ substantial: "yes" }, nothingAsked, { contributed: false }))).toEqual([
      "nothing-recorded",
    ]);
  });

  test("every reason is given at once", () => {
    const refused = planAuthorship(
      { drafting: "yes", approvalOffered: day("2027-01-01"), agreed: "yes" },
      { ...listing, position: 1, affiliation: "paid to 12-34-56 12345678" },
      facts(nothingAsked, { status: "withdrawn" }),
    );
    expect(codes(refused)).toEqual([
      ...["first-criterion", "in-the-future", "not-offered", "paper-withdrawn", "not-concluded"],
      ...["private-detail", "no-place"],
    ]);
  });

  test("an agreement is to what was concluded: where that changes, they are asked again", () => {
    const before = { ...all, agreed: "yes" } as const;
    expect(plan({ approval: "no" }, before)).toMatchObject({
      ok: true,
      value: { askAgain: true, criteria: { agreed: null }, conclusion: { concluded: "acknowledged" } },
    });
    expect(plan({ approval: "no", agreed: "yes" }, before)).toMatchObject({
      ok: true,
      value: { askAgain: false, criteria: { agreed: "yes" } },
    });
  });

  test("what was concluded stays once the paper is in print; what was never concluded can still be recorded", () => {
    const before = { ...all, agreed: "yes" } as const;
    expect(codes(plan({ approval: "no" }, before, { status: "published" }))).toEqual(["in-print"]);
    expect(codes(plan({ agreed: "no" }, before, { status: "published" }))).toEqual(["in-print"]);
    const moved = planAuthorship(
      {},
      { ...listing, position: 1 },
      facts(before, { status: "published", place: 2 }),
    );
    expect(codes(moved)).toEqual(["in-print"]);
    expect(codes(plan({ agreed: "yes" }, all, { status: "published" }))).toEqual([]);
    expect(codes(plan({ substantial: "no" }, nothingAsked, { status: "published" }))).toEqual([]);
  });
});

describe("the order of authors", () => {
  test("whoever gets a place moves those from there on down", () => {
    const authors = [
      { id: 1, position: 1 },
      { id: 2, position: 2 },
      { id: 3, position: null },
    ];
    expect([...placedAt(authors, 3, 1)]).toEqual([
      [3, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(inOrder(authors.toReversed()).map((a) => a.id)).toEqual([1, 2, 3]);
  });

  test("whatever places are given, each author has a place of their own, from 1 on", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 })), { maxLength: 20 }),
        (moves) => {
          let authors: { id: number; position: number | null }[] = [1, 2, 3, 4, 5].map((id) => ({
            id,
            position: null,
          }));
          for (const [id, position] of moves) {
            const places = placedAt(authors, id, position);
            authors = authors.map((a) => ({ ...a, position: places.get(a.id) ?? null }));
            expect(authors.map((a) => a.position).toSorted()).toEqual([1, 2, 3, 4, 5]);
            expect(places.get(id)).toBe(Math.min(position, 5));
          }
        },
      ),
    );
  });
});

describe("contributions", () => {
  const roles = [
    { id: 3, key: "formal-analysis", label: "Formal analysis" },
    { id: 12, key: "visualization", label: "Visualization" },
    { id: 13, key: "writing-original-draft", label: "Writing – original draft" },
    { id: 14, key: "writing-review-editing", label: "Writing – review & editing" },
  ];
  const role = (text: string): number | null => {
    const found = creditRole(text, roles);
    return found.ok ? found.value.id : null;
  };
  const request: NewContribution = {
    ...{ roles: ["formal-analysis"], on: today, evidence: undefined },
    ...{ naming: undefined, as: undefined, how: "e-mail" },
  };
  const known: ContributionFacts = {
    ...{ roles, today, recorded: [], kind: "member", paper: "PA-001", status: "drafting" },
    ...{ saidOn: null, inPrint: false, withdrewOn: null, concluded: false },
  };

  test("a role is known by key or label, in any case, with a hyphen or a dash, and in British spelling", () => {
    expect(role("formal analysis")).toBe(3);
    expect(role("Writing - Review & Editing")).toBe(14);
    expect(role("writing – review and editing")).toBe(14);
    expect(role("Visualisation")).toBe(12);
    expect(role("tea")).toBeNull();
  });

  test("a part of a role, and a mistyped one, are answered with the roles that may be meant", () => {
    const remedy = (text: string) => problemsOf(creditRole(text, roles))[0]?.remedy;
    expect(remedy("analysis")).toBe('Did you mean "formal-analysis"?');
    expect(remedy("writing")).toBe('Did you mean "writing-original-draft" or "writing-review-editing"?');
    expect(remedy("formal analisys")).toBe('Did you mean "formal-analysis"?');
  });

  test("a name that a member and somebody on the staff share is refused", () => {
    const nobody = no({ code: "unknown", message: "" });
    expect(theContributor("Sam", yes({ id: 1 }), nobody)).toEqual(yes({ kind: "member", id: 1 }));
    expect(theContributor("Sam", nobody, yes({ id: 2 }))).toEqual(yes({ kind: "staff", id: 2 }));
    expect(codes(theContributor("Sam", yes({ id: 1 }), yes({ id: 2 })))).toEqual(["ambiguous-contributor"]);
  });

  test("several roles are recorded at once, one that is given twice only once", () => {
    const good = checkContribution(
      { ...request, roles: ["Formal analysis", "formal-analysis", "visualisation"] },
      known,
    );
    expect(good).toMatchObject({ ok: true, value: { roles: [{ id: 3 }, { id: 12 }] } });
  });

  test("every reason is given at once", () => {
    const bad = {
      ...request,
      roles: ["tea", "milk"],
      on: day("2027-01-01"),
      evidence: "AB 12 34 56 C",
      as: "T. K",
    };
    expect(codes(checkContribution(bad, { ...known, status: "withdrawn" }))).toEqual([
      ...[
        "unknown-role",
        "unknown-role",
        "paper-withdrawn",
        "private-detail",
        "naming-missing",
        "in-the-future",
      ],
    ]);
  });

  test("nothing is contributed after somebody withdrew; what they did before can be recorded", () => {
    const left = { ...known, withdrewOn: day("2026-06-30") };
    expect(codes(checkContribution({ ...request, on: day("2026-07-01") }, left))).toEqual([
      "after-withdrawal",
    ]);
    expect(codes(checkContribution({ ...request, on: day("2026-06-30") }, left))).toEqual([]);
  });

  test("what was recorded by mistake is taken back, but for the last thing that a conclusion rests on", () => {
    const recorded = [
      { id: 7, roleId: 3, on: "2026-05-01" },
      { id: 8, roleId: 3, on: "2026-05-02" },
      { id: 9, roleId: 12, on: "2026-05-02" },
    ];
    const back = (words: string[], on?: string, concluded = false) =>
      planTakingBack({ roles: words, on: on as Day | undefined }, { ...known, recorded, concluded });
    expect(back(["formal-analysis"])).toMatchObject({ ok: true, value: { ids: [7, 8] } });
    expect(back(["formal-analysis"], "2026-05-02", true)).toMatchObject({ ok: true, value: { ids: [8] } });
    expect(codes(back(["writing-original-draft"]))).toEqual(["not-recorded"]);
    expect(codes(back(["formal-analysis", "visualization"], undefined, true))).toEqual(["concluded"]);
  });
});
