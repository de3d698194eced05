import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ApplicationFields, Equality } from "../../src/domain/applicant.ts";
import { planApplicationEdit } from "../../src/domain/application-edit.ts";
import { planApplication, planWithdrawal } from "../../src/domain/application-one.ts";
import { type ApplicationWords, fieldsTold, parseEquality } from "../../src/domain/application-words.ts";
import { equalityCounts, mayCount } from "../../src/domain/equality-counts.ts";
import { knownBefore } from "../../src/domain/known-before.ts";
import { type ModerationWords, planModeration } from "../../src/domain/moderation.ts";
import type { Result } from "../../src/domain/result.ts";
import { seen } from "../../src/domain/score-view.ts";
import { criterion, day, round, scoring, tally } from "./rounds.ts";

const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map((p) => p.code));
const keys = { experience: ["trauma"], skill: ["writing"], interest: [], region: ["london"] };
const words: ApplicationWords = {
  knownAs: "Ada Quill",
  fullName: undefined,
  pronouns: undefined,
  email: "ada@quill.example",
  phone: "07700 900321",
  perspective: "carer",
  region: undefined,
  statement: undefined,
  experience: [],
  skill: [],
  interest: [],
  equality: [],
};
const told = (changes: Partial<ApplicationWords> = {}): ApplicationFields => {
  const fields = fieldsTold({ ...words, ...changes }, day("2025-08-20"), keys);
  if (!fields.ok) throw new Error("refused");
  return fields.value;
};
const known = (id: number, fields = told()) => ({
  id,
  code: `A-00${id}`,
  fields,
  status: "received",
  blanked: false,
});

describe("one application by words", () => {
  const facts = {
    round,
    today: day("2025-08-21"),
    late: false,
    known: [known(1)],
    withdrawn: [] as string[],
  };

  test("gets the next code; the same person is found by e-mail, else by name and telephone, and refused", () => {
    const other = planApplication(told({ knownAs: "Bo", email: "bo@wren.example" }), facts);
    expect(other.ok && other.value.code).toBe("A-002");
    expect(codes(planApplication(told({ knownAs: "A. Quill", email: "ADA@quill.example" }), facts))).toEqual([
      "applied-already",
    ]);
    expect(codes(planApplication(told({ email: undefined, phone: "+44 7700 900321" }), facts))).toEqual([
      "applied-already",
    ]);
  });

  test("after the closing day it is taken in only as a late one", () => {
    const after = { ...facts, today: day("2025-09-10"), known: [] };
    const fields = { ...told(), receivedOn: day("2025-09-10") };
    expect(codes(planApplication(fields, after))).toEqual(["received-late"]);
    expect(codes(planApplication(fields, { ...after, late: true }))).toEqual([]);
  });

  test("every word nobody knows is named at once", () => {
    const wrong = {
      ...words,
      email: "nowhere",
      region: "atlantis",
      skill: ["wrting"],
      statement: "12-34-56 12345678",
    };
    expect(codes(fieldsTold(wrong, undefined, keys))).toEqual([
      "not-an-email",
      "unknown-region",
      "unknown-term",
      "private-detail",
    ]);
  });

  test("an equality answer names its question; not answering is not an answer", () => {
    expect(parseEquality("Ethnic group=White: Irish")).toEqual({
      ok: true,
      value: { question: "ethnicGroup", answer: "White: Irish" },
    });
    expect(codes(parseEquality("colour=blue"))).toEqual(["unknown-question"]);
    expect(codes(parseEquality("sex="))).toEqual(["answer-missing"]);
    const twice = [
      { question: "sex" as const, answer: "a" },
      { question: "sex" as const, answer: "b" },
    ];
    expect(codes(fieldsTold({ ...words, equality: twice }, undefined, keys))).toEqual(["answered-twice"]);
  });
});

describe("changing what an application says", () => {
  const facts = { round, known: [known(1), known(2, told({ email: "bo@wren.example" }))] };
  const nothing = Object.fromEntries(
    Object.keys(told()).map((k) => [k, undefined]),
  ) as unknown as ApplicationFields;
  const edit = (
    fields: Partial<ApplicationFields>,
    clear: readonly ("phone" | "pronouns")[] = [],
    status = "received",
  ) => planApplicationEdit({ ...known(1), status }, { ...nothing, equality: {}, ...fields }, clear, facts);

  test("what is not told stays; what was emptied already is not emptied again", () => {
    const plan = edit({ email: "new@quill.example" }, ["phone", "pronouns"]);
    expect(plan.ok && [plan.value.changed, plan.value.clear]).toEqual([
      ["email", "phone (cleared)"],
      ["phone"],
    ]);
    const same = edit({ email: "ADA@quill.example" });
    expect(same.ok && same.value.changed).toEqual([]);
  });

  test("nobody gets another applicant's address, and nobody who was appointed is changed here", () => {
    expect(codes(edit({ email: "bo@WREN.example", phone: "1" }, ["phone"], "appointed"))).toEqual([
      "appointed",
      "set-and-cleared",
      "email-of-another",
    ]);
  });
});

describe("withdrawing", () => {
  const application = { ...known(1), receivedOn: day("2025-08-20"), invited: false, interviewed: false };
  const at = { round, today: day("2025-09-20") };
  const plan = (changes: Partial<typeof application>, back = false, on = "2025-09-20") =>
    planWithdrawal({ ...application, ...changes }, { back, on: day(on) }, at);

  test("is possible until somebody is appointed, on a day from the application to today", () => {
    expect(codes(plan({}))).toEqual([]);
    expect(codes(plan({ status: "reserve" }))).toEqual([]);
    expect(codes(plan({ status: "appointed" }))).toEqual(["appointed"]);
    expect(codes(plan({}, false, "2025-09-21"))).toEqual(["withdrawn-later"]);
    expect(codes(plan({}, false, "2025-08-19"))).toEqual(["before-receipt"]);
    expect(codes(plan({ status: "withdrawn" }))).toEqual(["withdrawn-already"]);
  });

  test("whoever comes back stands where they stood, while the round is not decided", () => {
    const status = (changes: Partial<typeof application>) => {
      const back = plan({ status: "withdrawn", ...changes }, true);
      return back.ok && [back.value.status, back.value.withdrawnOn];
    };
    expect(status({})).toEqual(["received", null]);
    expect(status({ invited: true })).toEqual(["shortlisted", null]);
    expect(status({ invited: true, interviewed: true })).toEqual(["interviewed", null]);
    expect(codes(plan({}, true))).toEqual(["not-withdrawn"]);
    const decided = { ...at, round: { ...round, status: "decided" as const } };
    expect(
      codes(
        planWithdrawal(
          { ...application, status: "withdrawn" },
          { back: true, on: day("2025-09-20") },
          decided,
        ),
      ),
    ).toEqual(["round-over"]);
  });
});

describe("an applicant who is known", () => {
  const ada = {
    id: 4,
    knownAs: "Ada",
    fullName: "Ada Quill",
    emails: ["Ada@Quill.example"],
    phone: "+44 7700 900321",
  };

  test("is the person with the same e-mail; by name and telephone alone they are pointed out and joined with nobody", () => {
    const byEmail = knownBefore("A-001", told(), [ada], []);
    expect([byEmail.personId, byEmail.said.length]).toEqual([4, 1]);
    const byPhone = knownBefore("A-001", told({ email: undefined }), [ada], []);
    expect([byPhone.personId, byPhone.said]).toEqual([null, [expect.stringContaining("may be M-004")]]);
    expect(knownBefore("A-001", told({ email: undefined, phone: "07700 900999" }), [ada], []).said).toEqual(
      [],
    );
    expect(knownBefore("A-001", told({ email: undefined, knownAs: "Bo" }), [ada], []).said).toEqual([]);
  });

  test("from an earlier round is pointed out, never by a name alone", () => {
    const earlier = { round: "autumn-2024", code: "A-017", fields: told() };
    expect(knownBefore("A-001", told(), [], [earlier]).said).toEqual([
      "A-001 applied before: A-017 in autumn-2024.",
    ]);
    const bare = told({ email: undefined, phone: undefined });
    expect(knownBefore("A-001", bare, [], [{ ...earlier, fields: bare }]).said).toEqual([]);
  });
});

describe("equality answers", () => {
  const of = (n: number, answer: string | undefined): Equality[] =>
    Array.from({ length: n }, () => ({ sex: answer }));
  const counted = (...answers: Equality[][]) =>
    equalityCounts(answers.flat(), 5)
      .filter((c) => c.question === "sex")
      .map((c) => [c.answer, c.count]);

  test("prefer not to say is an answer, and another thing than not having been asked", () => {
    expect(counted(of(7, "Female"), of(6, "prefer not to say"), of(5, undefined))).toEqual([
      ["Female", 7],
      ["prefer not to say", 6],
      ["not asked, or not answered", 5],
    ]);
  });

  test("small counts are not shown, nor what would give them back, and answers that few gave are not named", () => {
    expect(counted(of(20, "Female"), of(9, "Male"), of(1, "Intersex"))).toEqual([
      ["Female", 20],
      ["other answers", null],
    ]);
    expect(counted(of(3, "Female"))).toEqual([["other answers", null]]);
  });

  test("for any answers, no shown count is small, and what is left out is never one answer by itself", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, (ns) => {
        const rows = counted(...ns.map((n, i) => of(n, i === 0 ? undefined : `answer ${i}`)));
        const shown = rows.flatMap(([, n]) => (typeof n === "number" ? [n] : []));
        expect(shown.filter((n) => n < 5)).toEqual([]);
        const total = ns.reduce((a, b) => a + b, 0);
        const left = total - shown.reduce((a, b) => a + b, 0);
        if (shown.length > 0 && left > 0) expect(left).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  test("are counted when the round has closed, so that no single application shows", () => {
    expect(codes(mayCount(round, day("2025-09-05")))).toEqual(["still-open"]);
    expect(codes(mayCount(round, day("2025-09-06")))).toEqual([]);
  });
});

describe("moderating", () => {
  const given = (panelId: number, score: number) => ({ applicationId: 1, criterionId: 1, panelId, score });
  const all = [given(1, 4), given(2, 1)];
  const at = (scores: typeof all, conflicts: { panelId: number; applicationId: number }[] = []) => {
    const base = scoring([criterion(1)], scores);
    const moderator = { id: 9, name: "Tomasz Wilk", ref: "S-002", role: "moderator" as const };
    const scored = { ...base, panel: [...base.panel, moderator], conflicts };
    const application = {
      id: 1,
      code: "A-001",
      status: "received",
      seen: seen(tally(1, scored), { shortlisting: false, interview: false }),
    };
    return {
      round,
      scoring: scored,
      applications: [application],
      on: day("2025-09-12"),
      today: day("2025-09-12"),
    };
  };
  const said: ModerationWords = {
    application: "A-001",
    criterion: "criterion-1",
    moderator: "Tomasz Wilk",
    score: 3,
    reason: "talked it over",
    out: false,
  };

  test("is for a moderator without a conflict of interest, when all scores of the stage are in, with what came of it", () => {
    expect(codes(planModeration(said, at(all)))).toEqual([]);
    expect(codes(planModeration(said, at(all.slice(0, 1))))).toEqual(["scores-missing"]);
    expect(codes(planModeration({ ...said, moderator: "Harriet Osei", reason: undefined }, at(all)))).toEqual(
      ["not-in-role", "reason-missing"],
    );
    expect(codes(planModeration(said, at(all, [{ panelId: 9, applicationId: 1 }])))).toEqual([
      "conflict-of-interest",
    ]);
    expect(codes(planModeration({ ...said, score: 5 }, at(all)))).toEqual(["off-the-scale"]);
  });

  test("may be a note alone; only what is there is taken out", () => {
    const noted = planModeration({ ...said, score: undefined }, at(all));
    expect(noted.ok && noted.value.set).toMatchObject({ agreed: null, note: "talked it over" });
    expect(
      codes(planModeration({ ...said, score: undefined, reason: undefined, out: true }, at(all))),
    ).toEqual(["not-moderated"]);
  });
});
