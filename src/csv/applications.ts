import type { ApplicationRow } from "../domain/applicant.ts";
import { parseDay } from "../domain/day.ts";
import { emailProblems, perspectives } from "../domain/person.ts";
import { type Result, unless, yes } from "../domain/result.ts";
import { anyText, type CellSpec, listOf, maybe, oneOf, type RowOf } from "./columns.ts";

const emailText = (text: string): Result<string> => unless(emailProblems(text), () => text);

/** The column a sheet of applications cannot do without, though some of its cells may be blank. */
const nameColumn: CellSpec<string | undefined> = {
  names: ["known_as", "preferred_name", "known_as_name", "name"],
  needed: true,
  read: (text) => yes(text === "" ? undefined : text),
};

/** The words of the unit's vocabularies that are in use. */
export interface KnownWords {
  readonly experience: readonly string[];
  readonly skill: readonly string[];
  readonly interest: readonly string[];
  readonly region: readonly string[];
}

/** The columns of a sheet of applications: who somebody is, what they bring, their statement, the equality questions. */
export const applicationColumns = (known: KnownWords) => ({
  knownAs: nameColumn,
  fullName: maybe(["full_name"], anyText),
  pronouns: maybe(["pronouns"], anyText),
  email: maybe(["email", "e_mail", "email_address", "e_mail_address"], emailText),
  phone: maybe(["phone", "telephone", "phone_number", "telephone_number", "mobile"], anyText),
  perspective: maybe(["perspective"], oneOf(perspectives)),
  region: maybe(["region"], oneOf(known.region)),
  experience: maybe(["experiences", "experience", "lived_experience"], listOf(known.experience)),
  skill: maybe(["skills", "skill"], listOf(known.skill)),
  interest: maybe(["interests", "interest"], listOf(known.interest)),
  statement: maybe(["statement", "supporting_statement"], anyText),
  receivedOn: maybe(["received_on", "received", "date_received"], parseDay),
  ethnicGroup: maybe(["ethnic_group", "ethnicity"], anyText),
  ageBand: maybe(["age_band", "age"], anyText),
  disability: maybe(["disability"], anyText),
  sex: maybe(["sex"], anyText),
  genderIdentity: maybe(["gender_identity"], anyText),
  sexualOrientation: maybe(["sexual_orientation"], anyText),
  religion: maybe(["religion", "religion_or_belief"], anyText),
});

/** A row of a sheet of applications with the equality answers apart. */
export function asApplication(row: {
  readonly line: number;
  readonly value: RowOf<ReturnType<typeof applicationColumns>>;
}): ApplicationRow {
  const { ethnicGroup, ageBand, disability, sex, genderIdentity, sexualOrientation, religion, ...rest } =
    row.value;
  const equality = { ethnicGroup, ageBand, disability, sex, genderIdentity, sexualOrientation, religion };
  return { line: row.line, value: { ...rest, equality } };
}
