import type { Day } from "../domain/day.ts";
import type { TeamName } from "../domain/person-name.ts";
import { stretchesOf } from "./availability.ts";
import { consentsHeld, consentsToAsk } from "./consents.ts";
import { asMember, commitments } from "./memberships.ts";
import { accessNeedsOf, detailsOf, emailsOf } from "./person-details.ts";
import { wordsOf } from "./person-words.ts";
import type { Store } from "./store.ts";

/** Everything the involvement team keeps about one person, with their teams and open offers on a day. */
export function personFacts(
  store: Store,
  person: { readonly id: number; readonly knownAs: TeamName },
  day: Day,
) {
  const { id } = person;
  return {
    member: asMember(store, { id, knownAs: detailsOf(store, id).known_as }),
    details: detailsOf(store, id),
    emails: emailsOf(store, id).map((e) => e.email),
    consents: consentsHeld(store, id),
    words: wordsOf(store, id),
    hours: stretchesOf(store, id),
    needs: accessNeedsOf(store, id),
    toAsk: consentsToAsk(store, day).get(id) ?? [],
    ...commitments(store, id, day),
  };
}
