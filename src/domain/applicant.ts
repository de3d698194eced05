import type { Day } from "./day.ts";
import { type CellChange, cellChange, untoldChange } from "./import-plan.ts";
import type { Perspective } from "./person.ts";
import { idOf, ref } from "./ref.ts";
import { folded } from "./text.ts";

/** `a-17` as it is written here, A-017; anything else as it is. */
export function codeOf(text: string): string {
  const number = idOf("application", text);
  return number === null ? text.trim() : ref("application", number);
}

/** The equality questions of an application form; kept apart from everything else. Source: the 2021 census (V). */
export const equalityQuestions = [
  "ethnicGroup",
  "ageBand",
  "disability",
  "sex",
  "genderIdentity",
  "sexualOrientation",
  "religion",
] as const;

/** Answers to the equality questions; a missing one was not asked, and "prefer not to say" is an answer. */
export type Equality = { readonly [Q in (typeof equalityQuestions)[number]]?: string | undefined };

const details = [
  "knownAs",
  "fullName",
  "pronouns",
  "email",
  "phone",
  "perspective",
  "region",
  "statement",
  "receivedOn",
] as const;
const termKinds = ["experience", "skill", "interest"] as const;

/** What an applicant told us; what is undefined was not told, or is not in this file. */
export interface ApplicationFields {
  readonly knownAs: string | undefined;
  readonly fullName: string | undefined;
  readonly pronouns: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly perspective: Perspective | undefined;
  readonly region: string | undefined;
  readonly statement: string | undefined;
  readonly receivedOn: Day | undefined;
  readonly experience: readonly string[] | undefined;
  readonly skill: readonly string[] | undefined;
  readonly interest: readonly string[] | undefined;
  readonly equality: Equality;
}

/** A row of a sheet of applications, with its line. */
export interface ApplicationRow {
  readonly line: number;
  /** The application it is said to be about; `new` is one that is not here. */
  readonly code?: string | undefined;
  readonly value: ApplicationFields;
  /** The fields whose cell is blank. */
  readonly blank?: readonly string[];
}

/** An application in the store. */
export interface KnownApplication {
  readonly id: number;
  readonly code: string;
  readonly fields: ApplicationFields;
  /** Whether what it said is gone; nobody is looked for among these. */
  readonly blanked?: boolean;
}

const digits = (phone: string | undefined): string => (phone ?? "").replace(/\D/g, "").replace(/^44/, "0");

const sameName = (a: ApplicationFields, b: ApplicationFields): boolean =>
  folded(a.knownAs ?? a.fullName ?? "") === folded(b.knownAs ?? b.fullName ?? "") &&
  folded(a.fullName ?? a.knownAs ?? "") === folded(b.fullName ?? b.knownAs ?? "");

/**
 * Whether two applications are one person's: the same e-mail in any case; where one of them has none, the same name, and
 * the same telephone number unless neither e-mail nor number is there to tell them apart.
 */
export function sameApplicant(a: ApplicationFields, b: ApplicationFields): boolean {
  if (a.email !== undefined && b.email !== undefined) return folded(a.email) === folded(b.email);
  if (!sameName(a, b)) return false;
  if (a.phone !== undefined && b.phone !== undefined) return digits(a.phone) === digits(b.phone);
  return a.email === undefined && b.email === undefined;
}

/** By what an application was found to be about an applicant. */
export function foundApplicantBy(row: ApplicationFields, known: ApplicationFields): string {
  if (row.email !== undefined && known.email !== undefined) return "e-mail";
  return row.phone !== undefined && known.phone !== undefined ? "name and telephone" : "name";
}

/** Applications that can be looked up by whose they are. */
export interface ApplicantIndex<T> {
  add(item: T, fields: ApplicationFields): void;
  /** Everything of that applicant: what has their e-mail, else their name and telephone, else their name alone. */
  find(fields: ApplicationFields): readonly T[];
  /** What has an e-mail address, in any letter case. */
  withEmail(email: string | undefined): T | undefined;
}

/** An empty index of applications by applicant; one look-up does not read them all. */
export function applicantIndex<T>(): ApplicantIndex<T> {
  const byEmail = new Map<string, T>();
  const byName = new Map<string, { readonly item: T; readonly fields: ApplicationFields }[]>();
  const nameOf = (f: ApplicationFields): string => folded(f.knownAs ?? f.fullName ?? "");
  const withEmail = (email: string | undefined): T | undefined =>
    email === undefined ? undefined : byEmail.get(folded(email));
  return {
    withEmail,
    add(item, fields) {
      if (fields.email !== undefined) byEmail.set(folded(fields.email), item);
      byName.set(nameOf(fields), [...(byName.get(nameOf(fields)) ?? []), { item, fields }]);
    },
    find(fields) {
      const direct = withEmail(fields.email);
      if (direct !== undefined) return [direct];
      const same = (byName.get(nameOf(fields)) ?? []).filter((other) => sameApplicant(other.fields, fields));
      const byPhone = same.filter((other) => fields.phone !== undefined && other.fields.phone !== undefined);
      return (byPhone.length > 0 ? byPhone : same).map((other) => other.item);
    },
  };
}

const sameSet = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  (a ?? []).length === (b ?? []).length && (a ?? []).every((word) => b?.includes(word));

/** What a blank cell may empty: everything but what an application cannot do without. */
export const emptiable: readonly string[] = [
  ...details.filter((d) => d !== "knownAs" && d !== "receivedOn"),
  ...termKinds,
  ...equalityQuestions,
];

/** The name of a field in files and reports. */
const column = (key: string): string => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/**
 * What a row changes of an application, cell by cell; a blank never overwrites, but for the fields that are `cleared`. Of equality
 * answers it is only told that they change.
 */
export function changesOf(
  old: ApplicationFields,
  row: ApplicationFields,
  cleared: readonly string[] = [],
): CellChange[] {
  const same = (key: (typeof details)[number]): boolean =>
    key === "email" ? folded(row.email ?? "") === folded(old.email ?? "") : row[key] === old[key];
  const empties = (key: string, there: unknown): boolean => cleared.includes(key) && there !== undefined;
  const words = (list: readonly string[] | undefined): string => (list ?? []).join("; ");
  const answers = equalityQuestions.some((q) =>
    row.equality[q] === undefined ? empties(q, old.equality[q]) : row.equality[q] !== old.equality[q],
  );
  return [
    ...details
      .filter((k) => (row[k] === undefined ? empties(k, old[k]) : !same(k)))
      .map((k) => cellChange(column(k), old[k], row[k])),
    ...termKinds
      .filter((k) => (row[k] === undefined ? empties(k, old[k]) : !sameSet(row[k], old[k])))
      .map((k) => cellChange(k, words(old[k]), words(row[k]))),
    ...(answers ? [untoldChange("equality answers")] : []),
  ];
}

/** Which columns a row changes; a blank never overwrites. */
export const changesTo = (old: ApplicationFields, row: ApplicationFields): string[] =>
  changesOf(old, row).map((c) => c.column);

/** Codes of the applications whose statement mentions the applicant's own name, e-mail or telephone: a blind sheet would tell. */
export function telling(applications: readonly { code: string; fields: ApplicationFields }[]): string[] {
  return applications
    .filter(({ fields }) => {
      const text = folded(fields.statement ?? "");
      const words = new Set(text.split(/[^\p{L}\p{N}'’-]+/u));
      const names = `${fields.knownAs ?? ""} ${fields.fullName ?? ""}`.split(/\s+/).map(folded);
      return (
        names.some((n) => n.length > 2 && words.has(n)) ||
        (fields.email !== undefined && text.includes(folded(fields.email))) ||
        (digits(fields.phone).length > 6 && digits(text).includes(digits(fields.phone)))
      );
    })
    .map((a) => a.code);
}
