import { type Candidate, similar, theOne } from "../domain/person.ts";
import { idOf } from "../domain/ref.ts";
import type { Result } from "../domain/result.ts";
import { folded } from "../domain/text.ts";
import { peopleRows } from "./people.ts";
import type { Store } from "./store.ts";

/**
 * Finds people as `findPerson` does, by ref, e-mail address, or known-as or full name in any case, for the many rows of a
 * file: the store is read once. Nobody, and more than one, are refused with the remedy.
 */
export function personIndex(store: Store): (text: string) => Result<Candidate> {
  const byId = new Map<number, Candidate>();
  const byName = new Map<string, Candidate[]>();
  for (const p of peopleRows(store)) {
    const person: Candidate = {
      id: p.id,
      knownAs: p.known_as,
      fullName: p.full_name,
      groups: [...new Set(p.memberships.map((m) => m.group))],
    };
    byId.set(p.id, person);
    for (const name of new Set([p.known_as, p.full_name ?? "", ...p.emails].map(folded)))
      byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  return (text) => {
    const id = idOf("member", text);
    if (id === null) {
      const named = byName.get(folded(text)) ?? [];
      return theOne(text, named, named.length > 0 ? [] : similar(text, [...byId.values()]));
    }
    const person = byId.get(id);
    return theOne(text, person ? [person] : []);
  };
}
