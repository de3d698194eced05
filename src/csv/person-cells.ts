import { emailProblems, type Perspective, perspectives } from "../domain/person.ts";
import { type Result, unless, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { anyText, type KnownWords, listOf, maybe, oneOf, wordOf } from "./columns.ts";

/** An e-mail address, also as it is copied from a mail program: `Kit Moss <kit@post.example>;`. */
const emailText = (text: string): Result<string> => {
  const inside = /<([^<>\s]+@[^<>\s]+)>[;,]?$/.exec(text)?.[1] ?? text;
  const address = inside.replace(/^mailto:/i, "").replace(/[;,]$/, "");
  return unless(emailProblems(address), () => address);
};

/** The column of an e-mail address, by the names it has in sheets and forms. */
export const emailCell = maybe(
  [
    ...(["email", "e_mail", "email_address", "e_mail_address", "mail", "contact_email"] as const),
    ...(["email_id", "personal_email", "preferred_email"] as const),
  ],
  emailText,
);

/** The column of a telephone number; it is text, so its first zero stays. */
export const phoneCell = maybe(
  [
    ...(["phone", "telephone", "mobile", "phone_number", "telephone_number", "mobile_number"] as const),
    ...([
      "mobile_phone",
      "mobile_telephone",
      "mobile_phone_number",
      "contact_number",
      "contact_telephone",
    ] as const),
    ...(["contact_phone", "tel", "tel_no", "phone_no", "telephone_no", "mobile_no"] as const),
  ],
  anyText,
);

/** A perspective; somebody who ticked both boxes of a form is both. */
function perspectiveText(text: string): Result<Perspective> {
  const ticked = text
    .split(/[;,\r\n]+/)
    .map(keyOf)
    .filter(Boolean);
  const both = ticked.length === 2 && ticked.includes("service-user") && ticked.includes("carer");
  return both ? yes("both") : oneOf(perspectives)(text);
}

/** The column of a perspective. */
export const perspectiveCell = maybe(["perspective", "perspectives"], perspectiveText);

/** The columns of words of the unit's own: where somebody lives, and what they bring. */
export const wordCells = (known: KnownWords) => ({
  region: maybe(["region", "area", "which_region_do_you_live_in", "where_do_you_live"], wordOf(known.region)),
  experience: maybe(
    ["experiences", "experience", "lived_experience", "lived_experiences"],
    listOf(known.experience),
  ),
  skill: maybe(["skills", "skill"], listOf(known.skill)),
  interest: maybe(["interests", "interest", "research_interests"], listOf(known.interest)),
});

/** The columns of a full name, in one or in two parts. */
export const nameCells = {
  fullName: maybe(
    ["full_name", "legal_name", "name_in_full", "real_name", "first_and_last_name", "name_and_surname"],
    anyText,
    { spare: ["name"] },
  ),
  firstName: maybe(
    ["first_name", "forename", "forenames", "given_name", "given_names", "firstname"],
    anyText,
  ),
  lastName: maybe(["last_name", "surname", "family_name", "lastname", "second_name"], anyText),
};

/** The full name of a row: as it is given, else its two parts joined. */
export function fullNameOf(value: {
  readonly fullName: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
}): string | undefined {
  const joined = [value.firstName, value.lastName].filter((part) => part !== undefined).join(" ");
  return value.fullName ?? (joined || undefined);
}

/** The columns that can say who is meant, the surest first. */
export const personNames = [
  ...([
    "ref",
    "member",
    "member_ref",
    "member_id",
    "email",
    "e_mail",
    "email_address",
    "e_mail_address",
  ] as const),
  ...(["name", "full_name", "known_as", "preferred_name", "person"] as const),
] as const;
