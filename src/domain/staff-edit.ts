import type { Day } from "./day.ts";
import { checkOwnOrcid, type OrcidOwner } from "./orcid.ts";
import { emailProblems } from "./person.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, problemsOf, type Result, unless } from "./result.ts";
import { type StaffMember, staffName } from "./staff.ts";

/** The details of a member of staff that can be emptied. */
export const clearableStaff = ["email", "pronouns", "orcid", "institution"] as const;

const details = ["name", ...clearableStaff] as const;
type Detail = (typeof details)[number];

/** New details of a member of staff; undefined leaves a detail as it is. */
export interface StaffEdit {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly pronouns: string | undefined;
  readonly orcid: string | undefined;
  readonly institution: string | undefined;
  readonly clear: readonly (typeof clearableStaff)[number][];
  /** Keys of the roles that end. */
  readonly ended: readonly string[];
  /** Whether they leave the unit, with every role they hold. */
  readonly leaves: boolean;
  /** The day roles end, or they leave. */
  readonly on: Day;
}

/** What has to be known to change a member of staff. */
export interface StaffEditFacts {
  readonly today: Day;
  readonly emailOwner: StaffMember | undefined;
  readonly orcidOwner: OrcidOwner;
}

/** What an edit writes: details that change, roles that end, the day they leave. */
export interface StaffEditPlan {
  readonly details: { readonly [K in Detail]?: string | null };
  readonly ended: readonly StaffMember["roles"][number][];
  readonly leftOn: Day | undefined;
}

function roleProblems(now: StaffMember, { ended, leaves, on }: StaffEdit, today: Day): Problem[] {
  const held = now.roles.filter((r) => r.toOn === null);
  const ending = leaves ? held : held.filter((r) => ended.includes(r.key));
  return [
    ...ended
      .filter((key) => !held.some((r) => r.key === key))
      .map((key) => ({
        code: "role-not-held",
        message: `${staffName(now)} does not hold the role ${key}.`,
        remedy: "See: involve staff list",
      })),
    ...ending
      .filter((r) => on < r.fromOn)
      .map((r) => ({
        code: "too-early",
        message: `${on} is before ${staffName(now)} became ${r.label} on ${r.fromOn}.`,
        remedy: "Correct the day.",
      })),
    ...((leaves || ended.length > 0) && on > today
      ? [
          {
            code: "in-the-future",
            message: `${on} is in the future.`,
            remedy: "Give today or an earlier day, and record what comes when it has come.",
          },
        ]
      : []),
    ...(leaves && now.leftOn !== null
      ? [
          {
            code: "left-already",
            message: `${staffName(now)} left on ${now.leftOn}.`,
            remedy: "Leave out --leaves.",
          },
        ]
      : []),
  ];
}

/**
 * What an edit changes of a member of staff. An ORCID iD keeps its check character, an address has one owner, a detail can't be
 * set and emptied at once, and only a role that is held can end. Papers keep the affiliation that was recorded with them.
 */
export function planStaffEdit(
  now: StaffMember,
  edit: StaffEdit,
  { today, emailOwner, orcidOwner }: StaffEditFacts,
): Result<StaffEditPlan> {
  const orcid = edit.orcid === undefined ? undefined : checkOwnOrcid(edit.orcid, orcidOwner);
  const given = { ...edit, orcid: orcid?.ok ? orcid.value : edit.orcid };
  const both = edit.clear.filter((detail) => edit[detail] !== undefined);
  const problems: Problem[] = [
    ...emailProblems(edit.email),
    ...(orcid ? problemsOf(orcid) : []),
    ...privateTextProblems({ "--institution": edit.institution }),
    ...both.map((detail) => ({
      code: "set-and-cleared",
      message: `--${detail} and --clear ${detail} are both given.`,
      remedy: "Give one of them.",
    })),
    ...(emailOwner && emailOwner.id !== now.id
      ? [
          {
            code: "email-taken",
            message: `${edit.email} belongs to ${staffName(emailOwner)}.`,
            remedy: "Check the address.",
          },
        ]
      : []),
    ...roleProblems(now, edit, today),
  ];
  const wanted = details.map(
    (d) => [d, (edit.clear as readonly string[]).includes(d) ? null : given[d]] as const,
  );
  const held = now.roles.filter((r) => r.toOn === null);
  return unless(problems, () => ({
    details: Object.fromEntries(wanted.filter(([d, value]) => value !== undefined && value !== now[d])),
    ended: edit.leaves ? held : held.filter((r) => edit.ended.includes(r.key)),
    leftOn: edit.leaves ? edit.on : undefined,
  }));
}

/** What an edit changed, as words for a sentence. */
export const staffEditInWords = (plan: StaffEditPlan): string[] => [
  ...Object.entries(plan.details).map(
    ([detail, value]) => `${{ orcid: "ORCID iD" }[detail] ?? detail}${value === null ? " (cleared)" : ""}`,
  ),
  ...plan.ended.map((r) => `${r.label} (ended)`),
  ...(plan.leftOn === undefined ? [] : [`left on ${plan.leftOn}`]),
];
