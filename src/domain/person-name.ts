import type { Day } from "./day.ts";
import { folded } from "./text.ts";

declare const readBy: unique symbol;

/**
 * What a personal column holds: only the management team reads it. The mark is for the compiler alone: it may stand in every
 * text of the team, and is a type error where text is for somebody else (`OutwardText`).
 */
export type TeamName = string & { readonly [readBy]?: "team" };

/** A name that the naming gate gave out for readers outside the team, or the placeholder in its stead. */
export type OutwardName = string & { readonly [readBy]: "outward" };

/** Text for readers outside the team: words of the program and of outputs, and names from the gate; never a `TeamName`. */
export type OutwardText = string & { readonly [readBy]?: "outward" };

/** What a sealed name says where it is printed by mistake. */
const instead = "name withheld";

class Sealed {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return instead;
  }
  toJSON(): string {
    return instead;
  }
  static open(sealed: Sealed): TeamName {
    return sealed.#text;
  }
}

/** A name as the gate is handed it: not a text, so that nobody prints it by another way; by mistake it says "name withheld". */
type SealedName = Sealed;

/** What is under the seal: for `domain/naming.ts` and nothing else (`test/house.test.ts` holds it). */
export const openName = (name: SealedName): TeamName => Sealed.open(name);

/** The names of a person with lived experience, as the store has them: sealed until the gate gives one out. */
export interface NamedPerson {
  readonly id: number;
  readonly knownAs: SealedName;
  readonly fullName: SealedName | null;
  readonly orcid: SealedName | null;
  /** The day they took back their consent to be named, where they have not given it again; left out where it stands. */
  readonly consentEndedOn?: Day;
}

/** A person for the gate: their names as they are in the store, and from now on under seal. */
export const namedPerson = (person: {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly fullName: TeamName | null;
  readonly orcid?: TeamName | null;
  readonly consentEndedOn?: Day | undefined;
}): NamedPerson => ({
  id: person.id,
  knownAs: new Sealed(person.knownAs),
  fullName: person.fullName === null ? null : new Sealed(person.fullName),
  orcid: person.orcid ? new Sealed(person.orcid) : null,
  ...(person.consentEndedOn === undefined ? {} : { consentEndedOn: person.consentEndedOn }),
});

/** The full name where there is one: for the gate. */
export const fullest = ({ fullName, knownAs }: NamedPerson): TeamName => openName(fullName ?? knownAs);

/** What the team calls somebody, in texts of its own that no output governs. */
export const teamName = (person: NamedPerson): TeamName => openName(person.knownAs);

/**
 * The full name, for papers that are about the person: whom the payer's finance office is to pay, since money has to reach the
 * right person, and the letter they hand over themselves. It never stands beside an output in which somebody may be anonymous
 * (see `domain/finance.ts`).
 */
export const payeeName = (person: NamedPerson): OutwardName => fullest(person) as string as OutwardName;

/** The words of a text or a name, parted at hyphens and apostrophes too. */
const wordsOf = (text: string): string[] => text.normalize("NFC").split(/[^\p{L}\p{M}\p{N}]+/u);

/** A word as two of them are compared: in any case, with or without its accents. */
const plainly = (word: string): string => folded(word.normalize("NFKD").replace(/\p{M}/gu, ""));

/** Every word of the names of these people of more letters than so many. */
const nameWords = (people: readonly NamedPerson[], more: number): Set<string> =>
  new Set(
    people
      .flatMap((p) => [openName(p.knownAs), fullest(p)])
      .flatMap(wordsOf)
      .map(plainly)
      .filter((word) => word.length > more),
  );

/** Whether a text holds a name of one of these people, or a part of one, as a word of its own: for a short reason. */
export function namedIn(text: string, people: readonly NamedPerson[]): boolean {
  const names = nameWords(people, 2);
  return wordsOf(text).some((word) => names.has(plainly(word)));
}

/** A word of a script that has capitals, and that begins with none. */
const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word);

/**
 * Which of several longer texts hold a name of one of these people, or a part of one. Names are written with a capital, so that
 * "price" is no name of Siân Price-Morgan; "Price" may be one.
 */
export function namedInAny<T extends { readonly text: string }>(
  texts: readonly T[],
  people: readonly NamedPerson[],
): T[] {
  const names = nameWords(people, 1);
  return texts.filter(({ text }) => wordsOf(text).some((word) => !isSmall(word) && names.has(plainly(word))));
}
