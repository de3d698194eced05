import { purposes } from "../domain/consent.ts";
import { type Day, parseDay } from "../domain/day.ts";
import { emailProblems, perspectives } from "../domain/person.ts";
import { type Result, unless } from "../domain/result.ts";
import { anyText, listOf, maybe, oneOf } from "./columns.ts";

const email = (text: string): Result<string> => {
  const problems = emailProblems(text);
  return unless(problems, () => text);
};

/** The words of the unit that cells may hold. */
export interface PeopleWords {
  readonly region: readonly string[];
  readonly experience: readonly string[];
  readonly skill: readonly string[];
  readonly interest: readonly string[];
}

const day = (text: string): Result<Day> => parseDay(text);

/** The columns of a file of people, each with its synonyms; lists inside a cell are separated by semicolons. */
export const peopleColumns = (words: PeopleWords) => ({
  ref: maybe(["ref", "member", "id"], anyText),
  knownAs: maybe(["known_as", "known", "preferred_name", "name"], anyText),
  fullName: maybe(["full_name", "legal_name"], anyText),
  pronouns: maybe(["pronouns"], anyText),
  email: maybe(["email", "e_mail", "email_address", "e_mail_address"], email),
  phone: maybe(["phone", "telephone", "mobile"], anyText),
  perspective: maybe(["perspective"], oneOf(perspectives)),
  region: maybe(["region"], oneOf(words.region)),
  experiences: maybe(["experiences", "experience", "lived_experience"], listOf(words.experience)),
  skills: maybe(["skills", "skill"], listOf(words.skill)),
  interests: maybe(["interests", "interest"], listOf(words.interest)),
  notes: maybe(["notes", "note"], anyText),
  joinedOn: maybe(["joined_on", "joined"], day),
  consents: maybe(["consents", "consent"], listOf(purposes)),
  consentsOn: maybe(["consents_on", "consented_on"], day),
});
