import { describe, expect, test } from "@jest/globals";
import { planAccess } from "../../src/domain/access.ts";
import { planEmails } from "../../src/domain/emails.ts";
import { planEdit } from "../../src/domain/person-edit.ts";
import { problemsOf } from "../../src/domain/result.ts";

const now = {
  known_as: "Peggy",
  full_name: "Margaret Ellis",
  pronouns: null,
  phone: "07700 900123",
  orcid: null,
  perspective: "carer",
  region: "london",
  projects_max: null,
  notes: null,
};
const nothing = {
  knownAs: undefined,
  fullName: undefined,
  pronouns: undefined,
  phone: undefined,
  orcid: undefined,
  perspective: undefined,
  region: undefined,
  projectsMax: undefined,
  notes: undefined,
  clear: [],
};
const codes = (result: Parameters<typeof problemsOf>[0]): string[] => problemsOf(result).map((p) => p.code);

describe("details", () => {
  test("that are left out stay as they are, and one said again is no change", () => {
    expect(planEdit(now, nothing, ["london"])).toEqual({ ok: true, value: {} });
    expect(planEdit(now, { ...nothing, phone: "07700 900123", projectsMax: 0 }, ["london"])).toEqual({
      ok: true,
      value: { projects_max: 0 },
    });
  });

  test("an ORCID iD is nobody else's", () => {
    const orcid = "0000-0002-1825-0097";
    const answer = planEdit(now, { ...nothing, orcid }, [], () => "M-013");
    expect(problemsOf(answer)[0]?.message).toBe("0000-0002-1825-0097 is the ORCID iD of M-013.");
    expect(planEdit(now, { ...nothing, orcid }, []).ok).toBe(true);
  });

  test("are emptied only by name, and not set at the same time", () => {
    expect(planEdit(now, { ...nothing, clear: ["phone", "full-name"] }, [])).toEqual({
      ok: true,
      value: { phone: null, full_name: null },
    });
    expect(codes(planEdit(now, { ...nothing, phone: "1", clear: ["phone"] }, []))).toEqual([
      "set-and-cleared",
    ]);
  });
});

describe("e-mail addresses", () => {
  const has = [{ id: 1, email: "peggy@post.example", primary: true }];
  const ask = { add: [], remove: [], primary: undefined };
  const nobody = () => undefined;

  test("are two at most, and one is the first to write to", () => {
    const second = planEmails(11, has, { ...ask, primary: "m@work.example" }, nobody);
    expect(second.ok && second.value).toEqual({
      add: ["m@work.example"],
      remove: [],
      primary: "m@work.example",
      newPrimary: true,
    });
    expect(codes(planEmails(11, has, { ...ask, add: ["a@b.cd", "c@d.ef"] }, nobody))).toEqual([
      "too-many-emails",
    ]);
  });

  test("are the same in any letter case, and belong to one person", () => {
    const again = planEmails(11, has, { ...ask, add: ["PEGGY@post.example"] }, nobody);
    expect(again.ok && again.value.add).toEqual([]);
    const kit = { id: 2, knownAs: "Kit", fullName: null, groups: [] };
    expect(codes(planEmails(11, has, { ...ask, add: ["kit@post.example"] }, () => kit))).toEqual([
      "email-taken",
    ]);
  });

  test("leave another one first when the first is taken out", () => {
    const two = [...has, { id: 2, email: "m@work.example", primary: false }];
    const plan = planEmails(11, two, { ...ask, remove: ["peggy@post.example"] }, nobody);
    expect(plan.ok && [plan.value.remove.map((e) => e.id), plan.value.primary]).toEqual([
      [1],
      "m@work.example",
    ]);
  });
});

describe("access needs", () => {
  const words = [{ id: 5, kind: "access", key: "step-free", label: "Step-free access", retired_on: null }];
  const ended = [{ id: 9, need: "Step-free access", termId: 5, endedOn: "2026-01-01" }];

  test("are kept in the unit's word for them, else in the person's own words", () => {
    const plan = planAccess([], { add: ["step-free", "Step-free access", "a quiet room"], end: [] }, words);
    expect(plan.ok && plan.value.add).toEqual([
      { need: "Step-free access", termId: 5 },
      { need: "a quiet room", termId: null },
    ]);
  });

  test("that had ended can be there again, and a slip of the keys is not a new need", () => {
    const again = planAccess(ended, { add: ["step-free"], end: [] }, words);
    expect(again.ok && again.value.again.map((n) => n.id)).toEqual([9]);
    expect(codes(planAccess([], { add: ["step-fre"], end: [] }, words))).toEqual(["unknown-word"]);
  });
});
