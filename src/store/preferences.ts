import type { Day } from "../domain/day.ts";
import type { Chosen, FeeChoice, Preference } from "../domain/preference.ts";
import { type Store, sql } from "./store.ts";

/** What somebody chose about fees, oldest first. */
export const preferencesOf = (store: Store, personId: number): Preference[] =>
  store
    .all(
      sql
        .selectFrom("payment_preference")
        .select(["choice", "pence", "from_on"])
        .where("person_id", "=", personId)
        .orderBy("from_on"),
    )
    .map((p) => ({ choice: p.choice as FeeChoice, most: p.pence, fromOn: p.from_on as Day }));

/** Everybody who chose something about fees, or one person, with all they chose: by ref, the oldest choice first. */
export function everybodysPreferences(store: Store, personId?: number): Chosen[] {
  const people = sql
    .selectFrom("payment_preference as c")
    .innerJoin("person as p", "p.id", "c.person_id")
    .select(["p.id", "p.known_as"])
    .distinct()
    .orderBy("p.id");
  const own = personId === undefined ? people : people.where("p.id", "=", personId);
  return store
    .all(own)
    .map((p) => ({ person: { id: p.id, knownAs: p.known_as }, preferences: preferencesOf(store, p.id) }));
}

/** Records a choice from a day on; one that began on the same day is replaced. */
export function setPreference(store: Store, personId: number, chosen: Preference): void {
  const same = store.first(
    sql
      .selectFrom("payment_preference")
      .select("id")
      .where("person_id", "=", personId)
      .where("from_on", "=", chosen.fromOn),
  );
  const row = { choice: chosen.choice, pence: chosen.most };
  if (same) store.update("payment_preference", same.id, row);
  else store.insert("payment_preference", { ...row, person_id: personId, from_on: chosen.fromOn });
}
