import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { Profile } from "../domain/selection.ts";
import { consentsInForce } from "./consents.ts";
import { type Store, sql } from "./store.ts";

/** Who counts as staying in a group: in it today, with a term that goes on past a day, and not said to leave. */
export interface Staying {
  readonly group: string;
  readonly today: Day;
  readonly past: Day;
  readonly leaving: readonly number[];
}

/**
 * What the members who stay bring. Their lived experience counts only where they agreed that it may be used to match them; the
 * others count with their perspective and region.
 */
export function stayersOf(store: Store, { group, today, past, leaving }: Staying): Profile[] {
  const members = sql
    .selectFrom("membership as m")
    .innerJoin("involvement_group as g", "g.id", "m.group_id")
    .select("m.person_id")
    .where("g.key", "=", group)
    .where("m.joined_on", "<=", today)
    .where((eb) => eb.or([eb("m.left_on", "is", null), eb("m.left_on", ">", past)]))
    .where((eb) => eb.or([eb("m.term_ends_on", "is", null), eb("m.term_ends_on", ">", past)]))
    .orderBy("m.person_id");
  const ids = new Set(
    store
      .all(members)
      .map((m) => m.person_id)
      .filter((id) => !leaving.includes(id)),
  );
  const words = sql
    .selectFrom("person_term as t")
    .innerJoin("vocabulary_term as v", "v.id", "t.term_id")
    .select(["t.person_id", "v.kind", "v.key"])
    .orderBy("t.person_id")
    .orderBy("t.id");
  const terms = grouped(store.all(words), (t) => t.person_id);
  const consents = consentsInForce(store, today);
  const people = sql.selectFrom("person").select(["id", "perspective", "region"]).orderBy("id");
  return store
    .all(people)
    .filter((p) => ids.has(p.id))
    .map(({ id, perspective, region }) => ({
      perspective,
      region,
      terms: (terms.get(id) ?? [])
        .filter((t) => t.kind !== "experience" || consents.get(id)?.has("matching"))
        .map(({ kind, key }) => ({ kind, key })),
    }));
}
