import type { Day } from "../domain/day.ts";
import { within } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import type { StaffMember } from "../domain/staff.ts";
import { type Column, list, type Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "name", heading: "Name" },
  { key: "roles", heading: "Roles" },
  { key: "management_team", heading: "Management team", kind: "yes-no" },
  { key: "pronouns", heading: "Pronouns", detail: true },
  { key: "email", heading: "E-mail", detail: true },
  { key: "institution", heading: "Institution", detail: true },
  { key: "orcid", heading: "ORCID iD", detail: true },
  { key: "role_from", heading: "Since", kind: "day" },
  { key: "left_on", heading: "Left", kind: "day", detail: true },
];

/** Staff with the roles they hold on a day; those who left only where asked for. */
export function staffReport(staff: readonly StaffMember[], all: boolean, today: Day): Report {
  const rows = staff
    .filter((s) => all || s.leftOn === null || s.leftOn > today)
    .map((s) => {
      const held = s.roles.filter((r) => within(today, r.fromOn, r.toOn));
      return {
        ref: ref("staff", s.id),
        name: s.name,
        roles: held.map((r) => r.label),
        management_team: held.some((r) => r.inManagementTeam),
        pronouns: s.pronouns,
        email: s.email,
        institution: s.institution,
        orcid: s.orcid,
        role_from: held[0]?.fromOn ?? null,
        left_on: s.leftOn,
      };
    });
  return list(
    "Staff",
    columns,
    rows,
    'Nobody yet. Add somebody with: involve staff add "Your Name" --role co-ordinator',
  );
}
