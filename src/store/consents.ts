import type { Day } from "../domain/day.ts";
import { type Store, sql } from "./store.ts";

const given = sql
  .selectFrom("consent as c")
  .innerJoin("consent_wording as w", "w.id", "c.wording_id")
  .select(["c.person_id", "w.purpose"])
  .orderBy("c.person_id")
  .orderBy("w.purpose");

/**
 * The purposes each person has consented to that are in force on a day, by person id: given on or before that day and not
 * withdrawn by it. Somebody without any is not in the map. Source: domain notes 8.
 */
export function consentsInForce(store: Store, day: Day): Map<number, ReadonlySet<string>> {
  const rows = store.all(
    given
      .where("c.given_on", "<=", day)
      .where((eb) => eb.or([eb("c.withdrawn_on", "is", null), eb("c.withdrawn_on", ">", day)])),
  );
  const purposes = new Map<number, Set<string>>();
  for (const { person_id, purpose } of rows) {
    const known = purposes.get(person_id);
    if (known) known.add(purpose);
    else purposes.set(person_id, new Set([purpose]));
  }
  return purposes;
}
