import type { Day } from "./day.ts";
import { nearest } from "./nearest.ts";
import { checkOwnOrcid, type OrcidOwner } from "./orcid.ts";
import { emailProblems } from "./person.ts";
import { ref } from "./ref.ts";
import { no, type Problem, problemsOf, type Result, unless, yes } from "./result.ts";
import { keyOf } from "./text.ts";

/** A role somebody on the staff holds or held. */
interface RoleHeld {
  readonly key: string;
  readonly label: string;
  /** Whether the role belongs to the Involvement Management team. */
  readonly inManagementTeam: boolean;
  readonly fromOn: Day;
  readonly toOn: Day | null;
}

/** A member of staff: the management team, directors, researchers, finance. */
export interface StaffMember {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly pronouns: string | null;
  readonly orcid: string | null;
  /** As it is printed beside their name in papers; null for the unit. */
  readonly institution: string | null;
  readonly leftOn: Day | null;
  readonly roles: readonly RoleHeld[];
}

/** `S-001 Harriet Osei`: a member of staff in a sentence. */
export const staffName = (s: Pick<StaffMember, "id" | "name">): string => `${ref("staff", s.id)} ${s.name}`;

/** The one member of staff meant by a ref or a name; nobody, and more than one, are refused with the remedy. */
export function theOneOnStaff(text: string, candidates: readonly StaffMember[]): Result<StaffMember> {
  const [only, ...others] = candidates;
  if (!only)
    return no({
      code: "unknown-staff",
      message: `Nobody on the staff is "${text}".`,
      remedy:
        'Give a ref such as S-001 or a name; see: involve staff list. To add somebody: involve staff add "Name"',
    });
  if (others.length === 0) return yes(only);
  return no({
    code: "ambiguous-staff",
    message: `"${text}" could be: ${candidates.map(staffName).join("; ")}.`,
    remedy: "Give the ref of the one you mean.",
  });
}

/** A role the unit has. */
export interface Role {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

/**
 * The role meant by a key, a label, or the first or last words of one role only: "co-ordinator" will do while there is one
 * kind of co-ordinator.
 */
export function roleMeant(text: string, roles: readonly Role[]): Result<Role> {
  const run = (words: string): string => keyOf(words).replaceAll("-", "");
  const wanted = run(text);
  const exact = roles.find((r) => [run(r.key), run(r.label)].includes(wanted));
  if (exact) return yes(exact);
  const near = roles.filter(
    (r) => wanted.length > 2 && (run(r.key).startsWith(wanted) || run(r.key).endsWith(wanted)),
  );
  if (near[0] && near.length === 1) return yes(near[0]);
  const guess = nearest(
    keyOf(text),
    roles.flatMap((r) => [r.key, keyOf(r.label.split(" ").at(-1) ?? "")]),
  );
  return no({
    code: near.length > 1 ? "ambiguous-role" : "unknown-role",
    message: `"${text}" ${near.length > 1 ? "could be more than one role" : "is not a role here"}.`,
    remedy:
      near.length === 0 && guess
        ? `Did you mean "${guess}"?`
        : `One of: ${(near.length > 1 ? near : roles).map((r) => r.key).join(", ")}.`,
  });
}

/** What `staff add` is asked to do. */
export interface NewStaff {
  readonly name: string;
  readonly email: string | undefined;
  readonly pronouns: string | undefined;
  readonly orcid: string | undefined;
  /** As it is printed beside their name; the unit where it is left out. */
  readonly institution?: string | undefined;
}

/** What has to be known to add a member of staff. */
export interface NewStaffFacts {
  readonly sameName: readonly StaffMember[];
  readonly againWithSameName: boolean;
  readonly emailOwner: StaffMember | undefined;
  readonly orcidOwner: OrcidOwner;
}

/** Whether a member of staff may be added: a second one of the same name is meant to be one, and an address or an ORCID iD has one owner. */
export function checkNewStaff(staff: NewStaff, facts: NewStaffFacts): Result<NewStaff> {
  const orcid = staff.orcid === undefined ? undefined : checkOwnOrcid(staff.orcid, facts.orcidOwner);
  const problems: Problem[] = [...emailProblems(staff.email), ...(orcid ? problemsOf(orcid) : [])];
  const [same] = facts.sameName;
  if (same && !facts.againWithSameName)
    problems.push({
      code: "same-name",
      message: `${staffName(same)} is on the staff already.`,
      remedy: `If this is another person, add --same-name; for another role: involve staff add ${ref("staff", same.id)} --role ROLE`,
    });
  if (facts.emailOwner)
    problems.push({
      code: "email-taken",
      message: `${staff.email} belongs to ${staffName(facts.emailOwner)}.`,
      remedy: "Check the address.",
    });
  return unless(problems, () => ({ ...staff, orcid: orcid?.ok ? orcid.value : undefined }));
}
