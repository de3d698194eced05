import type { Identity } from "./same-person.ts";
import { folded } from "./text.ts";

/** People by what tells them apart, in the order they were added, so that a long file is planned in one pass over it. */
export class PeopleIndex<T extends Identity> {
  readonly #byId = new Map<number, T>();
  readonly #byEmail = new Map<string, T[]>();
  readonly #byName = new Map<string, T[]>();

  constructor(people: Iterable<T> = []) {
    for (const person of people) this.add(person);
  }

  /** Adds somebody who is to be found from now on. */
  add(person: T): void {
    if (person.id !== null) this.#byId.set(person.id, person);
    const names = new Set([person.knownAs, person.fullName ?? ""].map(folded).filter(Boolean));
    for (const email of person.emails) keep(this.#byEmail, folded(email), person);
    for (const name of names) keep(this.#byName, name, person);
  }

  /** The person with a number. */
  withId(id: number): T | undefined {
    return this.#byId.get(id);
  }

  /** Everybody with an e-mail address, in any letter case. */
  withEmail(email: string): readonly T[] {
    return this.#byEmail.get(folded(email)) ?? [];
  }

  /** Everybody with a known-as or full name, in any letter case. */
  withName(name: string): readonly T[] {
    return this.#byName.get(folded(name)) ?? [];
  }
}

function keep<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
