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

/** Whether a text holds a name of one of these people, or a part of one, as a word of its own. */
export function namedIn(text: string, people: readonly NamedPerson[]): boolean {
  const words = new Set(folded(text).split(/[^\p{L}\p{N}'’-]+/u));
  const parts = people
    .flatMap((p) => [openName(p.knownAs), fullest(p)])
    .flatMap((n) => folded(n).split(/\s+/));
  return parts.some((part) => part.length > 2 && words.has(part));
}
