import { type ApplicationFields, changesTo, type KnownApplication } from "./applicant.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { Round } from "./round.ts";
import { folded, listed } from "./text.ts";

/** The details of an application that can be emptied. */
export const clearableDetails = [
  "full-name",
  "pronouns",
  "email",
  "phone",
  "perspective",
  "region",
  "statement",
] as const;
type Clearable = (typeof clearableDetails)[number];

/** An application in the store, as far as a change of it is checked. */
export interface EditableApplication extends KnownApplication {
  readonly status: string;
  readonly blanked: boolean;
}

/** What an edit changes: fields that are told, columns that are emptied, and the names of both. */
export interface ApplicationEdit {
  readonly id: number;
  readonly code: string;
  readonly fields: ApplicationFields;
  readonly clear: readonly string[];
  readonly changed: readonly string[];
}

const camel = (name: Clearable): keyof ApplicationFields =>
  name.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase()) as keyof ApplicationFields;

/**
 * What an edit of an application changes. What is not told stays; words of a kind replace those there are of it. Nobody gets the
 * e-mail address of another applicant, and what is told of somebody appointed is kept with the person. Every problem at once.
 */
export function planApplicationEdit(
  application: EditableApplication,
  told: ApplicationFields,
  clear: readonly Clearable[],
  facts: { readonly round: Round; readonly known: readonly KnownApplication[] },
): Result<ApplicationEdit> {
  const problems: Problem[] = [];
  const { code } = application;
  if (application.blanked)
    problems.push({
      code: "blanked",
      message: `What ${code} told us has been blanked.`,
      remedy: "Somebody who applies again has a new application.",
    });
  if (application.status === "appointed")
    problems.push({
      code: "appointed",
      message: `${code} has been appointed, and is a member now.`,
      remedy: "Change their details with: involve member edit",
    });
  if (facts.round.status === "cancelled")
    problems.push({
      code: "round-over",
      message: `${facts.round.key} was cancelled.`,
      remedy: `To open it again: involve round edit ${facts.round.key} --reopen`,
    });
  for (const name of clear.filter((c) => told[camel(c)] !== undefined))
    problems.push({
      code: "set-and-cleared",
      message: `--${name} and --clear ${name} are both given.`,
      remedy: "Give one of them.",
    });
  const twin = facts.known.find(
    (k) => k.id !== application.id && told.email && folded(k.fields.email ?? "") === folded(told.email),
  );
  if (twin)
    problems.push({
      code: "email-of-another",
      message: `${told.email} is the address of ${twin.code}.`,
      remedy: `If it is one person who applied twice: involve round withdraw ${facts.round.key} CODE`,
    });
  const emptied = clear.filter((c) => application.fields[camel(c)] !== undefined);
  return unless(problems, () => ({
    id: application.id,
    code,
    fields: told,
    clear: emptied.map((c) => c.replaceAll("-", "_")),
    changed: [
      ...changesTo(application.fields, told),
      ...emptied.map((c) => `${c.replaceAll("-", "_")} (cleared)`),
    ],
  }));
}

/** What an edit changed, in a sentence: the names of the details, never what they say. */
export const applicationEditInWords = (edit: ApplicationEdit, scored: boolean): string[] => [
  edit.changed.length === 0
    ? `Nothing changed for ${edit.code}.`
    : `Changed ${edit.code}: ${listed(edit.changed)}.`,
  ...(scored && edit.changed.some((c) => ["statement", "experience", "skill", "interest"].includes(c))
    ? [`Please note: ${edit.code} has been scored already, on what it said before.`]
    : []),
];
