import { type AccessNeed, type AccessPlan, planAccess } from "./access.ts";
import { type Email, type EmailPlan, planEmails } from "./emails.ts";
import { checkOwnOrcid, type OrcidOwner } from "./orcid.ts";
import { type Candidate, type Perspective, regionProblems } from "./person.ts";
import { privateTextProblems } from "./private-text.ts";
import { no, type Problem, problemsOf, type Result, unless, yes } from "./result.ts";
import type { Word } from "./vocabulary.ts";

/** The details that can be emptied. */
export const clearable = [
  "full-name",
  "pronouns",
  "phone",
  "orcid",
  "perspective",
  "region",
  "projects-max",
  "notes",
] as const;
type Clearable = (typeof clearable)[number];

/** New details of a person; undefined leaves a detail as it is. */
export interface PersonEdit {
  readonly knownAs: string | undefined;
  readonly fullName: string | undefined;
  readonly pronouns: string | undefined;
  readonly phone: string | undefined;
  readonly orcid: string | undefined;
  readonly perspective: Perspective | undefined;
  readonly region: string | undefined;
  /** The most projects at a time they want. */
  readonly projectsMax: number | undefined;
  readonly notes: string | undefined;
  readonly clear: readonly Clearable[];
}

/** The details of a person by column. */
export interface PersonDetails {
  readonly known_as: string;
  readonly full_name: string | null;
  readonly pronouns: string | null;
  readonly phone: string | null;
  readonly orcid: string | null;
  readonly perspective: string | null;
  readonly region: string | null;
  readonly projects_max: number | null;
  readonly notes: string | null;
}

/** Columns that change, with what they change to; null empties one. */
export type PersonChanges = Partial<PersonDetails>;

/**
 * What an edit changes of what is there. An ORCID iD must keep its check character and be nobody else's, a region must be a word here, and a
 * detail can't be set and emptied at once.
 */
export function planEdit(
  now: PersonDetails,
  edit: PersonEdit,
  regions: readonly string[],
  orcidOwner: OrcidOwner = () => undefined,
): Result<PersonChanges> {
  const orcid = edit.orcid === undefined ? undefined : checkOwnOrcid(edit.orcid, orcidOwner);
  const wanted: Record<string, string | number | null | undefined> = {
    known_as: edit.knownAs,
    full_name: edit.fullName,
    pronouns: edit.pronouns,
    phone: edit.phone,
    orcid: orcid?.ok ? orcid.value : edit.orcid,
    perspective: edit.perspective,
    region: edit.region,
    projects_max: edit.projectsMax,
    notes: edit.notes,
  };
  const problems: Problem[] = [...(orcid ? problemsOf(orcid) : []), ...regionProblems(edit.region, regions)];
  for (const name of edit.clear) {
    const column = name.replace("-", "_");
    if (wanted[column] !== undefined)
      problems.push({
        code: "set-and-cleared",
        message: `--${name} and --clear ${name} are both given.`,
        remedy: "Give one of them.",
      });
    wanted[column] = null;
  }
  const before = now as unknown as Record<string, unknown>;
  return unless(
    problems,
    () =>
      Object.fromEntries(
        Object.entries(wanted).filter(([column, value]) => value !== undefined && value !== before[column]),
      ) as PersonChanges,
  );
}

/** Every word of an edit: details, e-mail addresses and access needs. */
export interface WholeEdit extends PersonEdit {
  readonly email: readonly string[];
  readonly removeEmail: readonly string[];
  readonly primaryEmail: string | undefined;
  readonly access: readonly string[];
  readonly accessEnded: readonly string[];
}

/** What has to be known of a person to edit them. */
export interface EditFacts {
  readonly id: number;
  readonly details: PersonDetails;
  readonly emails: readonly Email[];
  readonly needs: readonly AccessNeed[];
  readonly regions: readonly string[];
  readonly accessWords: readonly Word[];
  readonly emailOwner: (email: string) => Candidate | undefined;
  readonly orcidOwner: OrcidOwner;
}

/** Everything an edit writes. */
export interface EditPlan {
  readonly details: PersonChanges;
  readonly emails: EmailPlan;
  readonly access: AccessPlan;
}

/** Plans an edit with every reason against it at once; free text that looks like a bank detail is refused. */
export function planWholeEdit(edit: WholeEdit, facts: EditFacts): Result<EditPlan> {
  const details = planEdit(facts.details, edit, facts.regions, facts.orcidOwner);
  const emails = planEmails(
    facts.id,
    facts.emails,
    { add: edit.email, remove: edit.removeEmail, primary: edit.primaryEmail },
    facts.emailOwner,
  );
  const access = planAccess(facts.needs, { add: edit.access, end: edit.accessEnded }, facts.accessWords);
  const free = privateTextProblems({
    "--notes": edit.notes,
    "--phone": edit.phone,
    "--access": edit.access.join("; "),
  });
  if (details.ok && emails.ok && access.ok && free.length === 0)
    return yes({ details: details.value, emails: emails.value, access: access.value });
  return no(...[details, emails, access].flatMap(problemsOf), ...free);
}

/** The names of what an edit changes, as a person reads them; empty where it changes nothing. */
export function changedInWords({ details, emails, access }: EditPlan): string[] {
  const needs = access.add.length + access.again.length + access.end.length;
  return [
    ...Object.entries(details).map(
      ([column, value]) => `${column.replace("_", " ")}${value === null ? " (cleared)" : ""}`,
    ),
    ...emails.add.map((e) => `e-mail ${e} (added)`),
    ...(emails.remove.length > 0 ? ["e-mail (taken out)"] : []),
    ...(emails.newPrimary ? ["main e-mail"] : []),
    ...(needs > 0 ? ["access needs"] : []),
  ];
}
