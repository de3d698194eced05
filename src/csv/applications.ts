import type { ApplicationRow } from "../domain/applicant.ts";
import { anyText, type KnownWords, maybe, maybeDay, maybeProse, type RowOf, unlessThere } from "./columns.ts";
import { emailCell, fullNameOf, nameCells, perspectiveCell, phoneCell, wordCells } from "./person-cells.ts";

/** The columns of a sheet of applications: who somebody is, what they bring, their statement, the equality questions. */
export const applicationColumns = (known: KnownWords) => ({
  code: maybe(["code", "ref", "application_code", "application_ref"], anyText),
  knownAs: unlessThere(
    ["fullName", "firstName", "code"],
    ["known_as", "preferred_name", "known_as_name", "known_by", "likes_to_be_called", "name"],
    anyText,
  ),
  ...nameCells,
  pronouns: maybe(["pronouns", "preferred_pronouns"], anyText),
  email: emailCell,
  phone: phoneCell,
  perspective: perspectiveCell,
  ...wordCells(known),
  statement: maybeProse("statement", "supporting_statement", "personal_statement", "why_i_am_applying"),
  receivedOn: maybeDay(
    ...(["received_on", "received", "date_received", "date_of_application", "application_date"] as const),
    ...(["applied_on", "date_applied", "submitted_on", "date_submitted"] as const),
  ),
  ethnicGroup: maybe(["ethnic_group", "ethnicity", "ethnic_background", "ethnic_origin"], anyText),
  ageBand: maybe(["age_band", "age", "age_group", "age_range"], anyText),
  disability: maybe(["disability", "disabled", "do_you_have_a_disability"], anyText),
  sex: maybe(["sex"], anyText),
  genderIdentity: maybe(["gender_identity", "gender"], anyText),
  sexualOrientation: maybe(["sexual_orientation", "sexuality"], anyText),
  religion: maybe(["religion", "religion_or_belief", "religion_and_belief", "faith"], anyText),
});

/** A row of a sheet of applications with its name in one piece and the equality answers apart. */
export function asApplication(row: {
  readonly line: number;
  readonly value: RowOf<ReturnType<typeof applicationColumns>>;
  readonly blank: readonly string[];
}): ApplicationRow {
  const { code, firstName, lastName, fullName: inOne, ...value } = row.value;
  const { ethnicGroup, ageBand, disability, sex, genderIdentity, sexualOrientation, religion, ...rest } =
    value;
  const equality = { ethnicGroup, ageBand, disability, sex, genderIdentity, sexualOrientation, religion };
  const fullName = fullNameOf({ fullName: inOne, firstName, lastName });
  return { line: row.line, code, value: { ...rest, fullName, equality }, blank: row.blank };
}
