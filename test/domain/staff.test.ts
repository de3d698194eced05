import { describe, expect, test } from "@jest/globals";
import { problemsOf } from "../../src/domain/result.ts";
import { roleMeant, theOneOnStaff } from "../../src/domain/staff.ts";

const roles = [
  ["service-user-and-carer-involvement-co-ordinator", "Service User and Carer Involvement Co-ordinator"],
  ["involvement-lead", "Involvement Lead"],
  ["director", "Director"],
  ["deputy-director", "Deputy Director"],
  ["researcher", "Researcher"],
].map(([key, label], i) => ({ id: i + 1, key: key ?? "", label: label ?? "" }));
const meant = (text: string, of = roles): string | string[] => {
  const role = roleMeant(text, of);
  return role.ok ? role.value.key : problemsOf(role).map((p) => p.code);
};

describe("a role", () => {
  test("is meant by its key, its label, or words that only one role begins or ends with", () => {
    for (const text of ["co-ordinator", "coordinator", "Co-ordinator", roles[0]?.label ?? ""])
      expect(meant(text)).toBe(roles[0]?.key);
    expect(meant("lead")).toBe("involvement-lead");
    expect(meant("deputy")).toBe("deputy-director");
  });

  test("whose whole name is typed is meant, though another ends with it", () => {
    expect(meant("director")).toBe("director");
  });

  test("that more than one role could be is refused, and so is one the unit does not have", () => {
    const two = [...roles, { id: 9, key: "trial-co-ordinator", label: "Trial Co-ordinator" }];
    expect(meant("co-ordinator", two)).toEqual(["ambiguous-role"]);
    expect(meant("gardener")).toEqual(["unknown-role"]);
  });
});

describe("staff", () => {
  test("of one name are told apart by their refs", () => {
    const person = (id: number) => ({
      id,
      name: "Jo Day",
      email: null,
      pronouns: null,
      orcid: null,
      institution: null,
      leftOn: null,
      roles: [],
    });
    const both = theOneOnStaff("Jo Day", [person(1), person(2)]);
    expect(problemsOf(both)[0]?.message).toBe('"Jo Day" could be: S-001 Jo Day; S-002 Jo Day.');
  });
});
