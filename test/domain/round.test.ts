import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ApplicationFields, sameApplicant, telling } from "../../src/domain/applicant.ts";
import { mayReadNames } from "../../src/domain/applicant-names.ts";
import { type ApplicationFacts, planApplications } from "../../src/domain/application.ts";
import { planAppointment } from "../../src/domain/appointment.ts";
import { purposesIn, stillToAsk } from "../../src/domain/consent.ts";
import type { Day } from "../../src/domain/day.ts";
import { changeInWords, type ImportPlan } from "../../src/domain/import-plan.ts";
import type { Result } from "../../src/domain/result.ts";
import { checkNewRound, openingDay, roundStanding, titleOf } from "../../src/domain/round.ts";
import { day, round } from "./rounds.ts";

const codes = (result: Result<unknown> | ImportPlan<unknown>): string[] =>
  "problems" in result ? result.problems.map((p) => p.code) : [];

const fields = (changes: Partial<ApplicationFields> = {}): ApplicationFields => ({
  knownAs: "Amina Khan",
  fullName: undefined,
  pronouns: undefined,
  email: undefined,
  phone: undefined,
  perspective: undefined,
  region: undefined,
  statement: undefined,
  receivedOn: day("2025-08-20"),
  experience: undefined,
  skill: undefined,
  interest: undefined,
  equality: {},
  ...changes,
});
const row = (line: number, changes: Partial<ApplicationFields> = {}) => ({ line, value: fields(changes) });
const facts = (
  known: readonly ApplicationFields[] = [],
  changes: Partial<ApplicationFacts> = {},
): ApplicationFacts => ({
  round,
  today: day("2025-09-08"),
  late: false,
  known: known.map((f, i) => ({ id: i + 1, code: `A-${String(i + 1).padStart(3, "0")}`, fields: f })),
  ...changes,
});

describe("a round", () => {
  test("it is closed from the day after its closing day, and stays what people made of it", () => {
    expect(roundStanding(round, day("2025-08-03"))).toBe("not yet open");
    expect(roundStanding(round, day("2025-09-05"))).toBe("open");
    expect(roundStanding(round, day("2025-09-06"))).toBe("closed");
    expect(roundStanding({ ...round, status: "decided" }, day("2025-09-06"))).toBe("decided");
  });

  test("its days are in order and its key is new", () => {
    const request = {
      key: "autumn-2025",
      title: undefined,
      group: "lewg",
      places: 14,
      opensOn: day("2025-09-06"),
      closesOn: day("2025-09-05"),
      interviewOn: day("2025-09-05"),
      shortlistBy: undefined,
      interviewUntil: undefined,
      decisionBy: undefined,
      lettersBy: undefined,
    };
    expect(codes(checkNewRound(request, { keys: ["autumn-2025"] }))).toEqual([
      "round-exists",
      "closes-before-opening",
      "interviews-before-closing",
    ]);
    expect(titleOf("autumn-2025")).toBe("Autumn 2025");
  });
});

describe("applications", () => {
  test("an applicant is found by e-mail in any case, whatever the name", () => {
    expect(
      sameApplicant(
        fields({ email: "A@post.example" }),
        fields({ email: "a@POST.example", knownAs: "Mina" }),
      ),
    ).toBe(true);
  });

  test("two people of one name with different e-mails are two people", () => {
    expect(sameApplicant(fields({ email: "a@post.example" }), fields({ email: "b@post.example" }))).toBe(
      false,
    );
  });

  test("without an e-mail, name and telephone tell who it is, however the number is written", () => {
    expect(sameApplicant(fields({ phone: "+44 7700 900001" }), fields({ phone: "07700900001" }))).toBe(true);
    expect(sameApplicant(fields({ phone: "07700 900001" }), fields({ phone: "07700 900002" }))).toBe(false);
    expect(sameApplicant(fields({ email: "a@post.example" }), fields())).toBe(false);
  });

  test("the same sheet twice changes nothing, for any sheet", () => {
    const cell = fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined });
    const sheet = fc.uniqueArray(fc.record({ email: fc.emailAddress(), phone: cell, statement: cell }), {
      selector: (r) => r.email.toLowerCase(),
      maxLength: 12,
    });
    fc.assert(
      fc.property(sheet, (given) => {
        const rows = given.map((g, i) => row(i + 2, { ...g, equality: { religion: g.phone } }));
        const first = planApplications(rows, facts());
        expect(codes(first)).toEqual([]);
        const again = planApplications(rows, facts(first.rows.map((p) => p.write.fields)));
        expect(again.rows.map((p) => p.outcome)).toEqual(given.map(() => "unchanged"));
        expect(again.rows.map((p) => p.ref)).toEqual(first.rows.map((p) => p.write.code));
      }),
    );
  });

  test("codes go on from the last of the round, in the order of the sheet", () => {
    const plan = planApplications(
      [
        row(2, { email: "new@post.example" }),
        row(3, { email: "old@post.example" }),
        row(4, { email: "next@post.example" }),
      ],
      facts([fields({ email: "old@post.example" })]),
    );
    expect(plan.rows.map((p) => p.write.code)).toEqual(["A-002", "A-001", "A-003"]);
  });

  test("a blank never overwrites, and what changes is named", () => {
    const known = fields({
      email: "a@post.example",
      phone: "1",
      skill: ["writing"],
      equality: { sex: "Female" },
    });
    const change = (changes: Partial<ApplicationFields>) => {
      const plan = planApplications([row(2, { email: "a@post.example", ...changes })], facts([known]));
      return plan.rows.flatMap((p) => p.changes.map(changeInWords));
    };
    expect(change({})).toEqual([]);
    expect(change({ phone: "2", skill: ["teaching"], equality: { religion: "None" } })).toEqual([
      "phone: 1 → 2",
      "skill: writing → teaching",
      "equality answers changed",
    ]);
    expect(change({ receivedOn: day("2025-08-21") })).toEqual(["received_on: 2025-08-20 → 2025-08-21"]);
  });

  test("a blank cell empties what an application can do without, where blanks clear", () => {
    const known = fields({
      email: "a@post.example",
      phone: "1",
      skill: ["writing"],
      equality: { sex: "Female" },
    });
    const value = fields({ knownAs: undefined, email: "a@post.example", receivedOn: undefined });
    const blank = ["knownAs", "receivedOn", "phone", "pronouns", "skill", "sex"];
    const [plan] = planApplications([{ line: 2, value, blank }], facts([known]), "clear").rows;
    expect(plan?.changes.map(changeInWords)).toEqual([
      "phone: 1 → (blank)",
      "skill: writing → (blank)",
      "equality answers changed",
    ]);
  });

  test("the code says which application is meant, and new that it is none of them", () => {
    const known = [fields({ email: "a@post.example" }), fields({ email: "b@post.example" })];
    const plan = (code: string, changes: Partial<ApplicationFields> = {}) =>
      planApplications([{ ...row(2, changes), code }], facts(known));
    expect(plan("a-2", { phone: "1" }).rows.map((p) => [p.ref, p.matchedBy, p.outcome])).toEqual([
      ["A-002", "code", "updated"],
    ]);
    expect(plan("new").rows.map((p) => [p.ref, p.outcome])).toEqual([[null, "new"]]);
    expect(codes(plan("A-009"))).toEqual(["unknown-application"]);
    expect(codes(plan("A-002", { email: "A@post.example" }))).toEqual(["email-of-another"]);
    expect(codes(plan("new", { email: "A@post.example" }))).toEqual(["email-of-another"]);
  });

  test("one person with two different rows is refused; one row that stands twice counts once", () => {
    const first = row(2, { email: "a@post.example" });
    expect(
      codes(planApplications([first, row(3, { email: "A@post.example", phone: "1" })], facts())),
    ).toEqual(["same-applicant-twice"]);
    const plan = planApplications([first, { ...first, line: 3 }], facts());
    expect(plan.rows.map((p) => [p.outcome, p.notes])).toEqual([
      ["new", []],
      ["unchanged", ["The same as line 2; it counts once."]],
    ]);
  });

  test("somebody who could be two applications is not guessed at", () => {
    const known = [fields({ phone: "1" }), fields({ phone: "2" }), fields()];
    expect(codes(planApplications([row(2)], facts([fields(), fields()])))).toEqual(["ambiguous-applicant"]);
    expect(codes(planApplications([row(2, { phone: "2" })], facts(known)))).toEqual([]);
  });

  test("a late application needs --late when it is new, and not when it is there already", () => {
    const late = { email: "a@post.example", receivedOn: day("2025-09-06") };
    expect(codes(planApplications([row(2, late)], facts()))).toEqual(["received-late"]);
    expect(codes(planApplications([row(2, late)], facts([], { late: true })))).toEqual([]);
    expect(codes(planApplications([row(2, late)], facts([fields(late)])))).toEqual([]);
  });

  test("a statement that tells the applicant's name or number is pointed out, another is not", () => {
    const told = (statement: string, changes: Partial<ApplicationFields> = {}): string[] =>
      telling([{ code: "A-001", fields: fields({ statement, ...changes }) }]);
    expect(told("My name is amina.")).toEqual(["A-001"]);
    expect(told("I examinate papers.")).toEqual([]);
    expect(told("Ring me on 07700 900001", { phone: "07700900001" })).toEqual(["A-001"]);
  });
});

describe("after the decision", () => {
  const ready = {
    round: { ...round, status: "decided" as const },
    today: day("2025-10-20"),
    on: day("2025-10-20"),
    decidedOn: day("2025-08-31"),
    chosen: [],
    induction: undefined as Day | undefined,
    termEnds: undefined as Day | undefined,
    termMonths: 36,
    reserveMonths: 12,
    retentionMonths: 6,
  };

  test("reserves wait from the appointment, and data is kept from the decision, by the unit's settings", () => {
    const plan = planAppointment(ready);
    expect(plan.ok && [plan.value.reserveUntil, plan.value.retentionOn]).toEqual([
      "2026-10-20",
      "2026-02-28",
    ]);
  });

  test("nobody is appointed without a decision, twice, before the close or in the future", () => {
    expect(codes(planAppointment({ ...ready, round }))).toEqual(["not-decided"]);
    expect(codes(planAppointment({ ...ready, round: { ...round, status: "appointed" } }))).toEqual([
      "appointed-already",
    ]);
    expect(codes(planAppointment({ ...ready, on: day("2025-09-05") }))).toEqual(["before-closing"]);
    expect(codes(planAppointment({ ...ready, on: day("2025-10-21") }))).toEqual(["appointed-later"]);
  });

  test("a term lasts as long as the group's terms do, or to the day given; it never ends before it begins", () => {
    const term = (changes: Partial<typeof ready>) => {
      const plan = planAppointment({ ...ready, ...changes });
      return plan.ok ? plan.value.term.endsOn : codes(plan);
    };
    expect(term({})).toBe("2028-10-20");
    expect(term({ termEnds: day("2027-12-31") })).toBe("2027-12-31");
    expect(planAppointment({ ...ready, termMonths: null })).toMatchObject({
      value: { term: { endsOn: null } },
    });
    expect(term({ termEnds: day("2025-10-20") })).toEqual(["term-ends-too-early"]);
  });

  test("an induction may still be to come, and is not before the round has closed", () => {
    const planned = planAppointment({ ...ready, induction: day("2025-11-12") });
    expect(planned).toMatchObject({ ok: true, value: { term: { inductedOn: "2025-11-12" } } });
    expect(codes(planAppointment({ ...ready, induction: day("2025-09-05") }))).toEqual([
      "induction-too-early",
    ]);
  });

  test("whoever took a consent back was asked; whoever never answered is still to be asked", () => {
    const wanted = purposesIn("contact, matching; naming and nonsense");
    expect(wanted).toEqual(["contact", "matching", "naming"]);
    expect(stillToAsk(wanted, [{ purpose: "contact" }, { purpose: "photo" }])).toEqual([
      "matching",
      "naming",
    ]);
  });

  test("applicants' names are for whoever has a role in the Involvement Management team that day", () => {
    const role = {
      key: "involvement-lead",
      label: "",
      inManagementTeam: true,
      fromOn: day("2025-01-01"),
      toOn: day("2025-06-30"),
    };
    const staff = {
      id: 1,
      name: "x",
      email: null,
      pronouns: null,
      orcid: null,
      institution: null,
      leftOn: null,
      roles: [role],
    };
    expect(codes(mayReadNames("x", [staff], day("2025-06-30")))).toEqual([]);
    expect(codes(mayReadNames("x", [staff], day("2025-07-01")))).toEqual(["names-withheld"]);
    expect(codes(mayReadNames("x", [], day("2025-06-30")))).toEqual(["names-withheld"]);
  });
});

test("a round opens today where nobody says; one that has closed by today has no opening day", () => {
  expect(openingDay("2026-11-23" as Day, "2026-11-23" as Day)).toBe("2026-11-23");
  expect(openingDay("2026-11-22" as Day, "2026-11-23" as Day)).toBeNull();
});
