import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { problemsOf } from "../../src/domain/result.ts";
import type { StaffMember } from "../../src/domain/staff.ts";
import { planStaffEdit, type StaffEdit, staffEditInWords } from "../../src/domain/staff-edit.ts";

const day = (text: string): Day => text as Day;
const role = (key: string, toOn: Day | null = null) => ({
  key,
  label: key,
  inManagementTeam: false,
  fromOn: day("2025-08-01"),
  toOn,
});
const maeve: StaffMember = {
  id: 5,
  name: "Dr Maeve Lynch",
  email: "m@unit.example",
  pronouns: null,
  orcid: null,
  institution: "King's",
  leftOn: null,
  roles: [role("researcher"), role("director", day("2026-01-01"))],
};
const plan = (edit: Partial<StaffEdit>, emailOwner?: StaffMember, orcidOwner?: string) =>
  planStaffEdit(
    maeve,
    {
      ...{ name: undefined, email: undefined, pronouns: undefined, orcid: undefined, institution: undefined },
      ...{ clear: [], ended: [], leaves: false, on: day("2026-11-23"), ...edit },
    },
    { today: day("2026-11-23"), emailOwner, orcidOwner: () => orcidOwner },
  );
const codes = (edit: Partial<StaffEdit>, emailOwner?: StaffMember): string[] =>
  problemsOf(plan(edit, emailOwner)).map((p) => p.code);

describe("the details of somebody on the staff change, and what they did stays", () => {
  test("only what is given and different is written; emptying an institution leaves the unit's", () => {
    expect(plan({ institution: "King's", pronouns: "she/her" })).toMatchObject({
      value: { details: { pronouns: "she/her" }, ended: [], leftOn: undefined },
    });
    expect(plan({ clear: ["institution"] })).toMatchObject({ value: { details: { institution: null } } });
  });

  test("an ORCID iD keeps its check character, also an X, and is kept without its address", () => {
    expect(plan({ orcid: "https://orcid.org/0000-0002-1694-233X" })).toMatchObject({
      value: { details: { orcid: "0000-0002-1694-233X" } },
    });
    expect(codes({ orcid: "0000-0002-1694-2330" })).toEqual(["orcid-check"]);
    expect(problemsOf(plan({ orcid: "0000-0002-1694-233X" }, undefined, "S-002"))).toMatchObject([
      { code: "orcid-taken", message: "0000-0002-1694-233X is the ORCID iD of S-002." },
    ]);
  });

  test("whoever leaves has no role from that day on, and roles that ended before stay ended when they did", () => {
    const leaving = plan({ leaves: true, on: day("2026-09-30") });
    expect(leaving).toMatchObject({ value: { leftOn: "2026-09-30", ended: [{ key: "researcher" }] } });
    expect(leaving.ok ? staffEditInWords(leaving.value) : []).toEqual([
      "researcher (ended)",
      "left on 2026-09-30",
    ]);
  });

  test("every reason at once: a role that is not held, a day to come, an address of somebody else's, both set and emptied", () => {
    const wrong = {
      ended: ["director"],
      on: day("2027-01-01"),
      email: "x@unit.example",
      institution: "UCL",
      clear: ["institution"] as const,
    };
    expect(codes(wrong, { ...maeve, id: 6 })).toEqual([
      "set-and-cleared",
      "email-taken",
      "role-not-held",
      "in-the-future",
    ]);
    expect(codes({ email: "M@unit.example" }, maeve)).toEqual([]);
    expect(codes({ ended: ["researcher"], on: day("2025-07-31") })).toEqual(["too-early"]);
  });
});
