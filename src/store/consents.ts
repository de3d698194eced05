import {
  type ConsentHeld,
  type NewConsent,
  type Purpose,
  purposesIn,
  stillToAsk,
  type Wording,
} from "../domain/consent.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import { forgetExperience } from "./runs.ts";
import { setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

const given = sql
  .selectFrom("consent as c")
  .innerJoin("consent_wording as w", "w.id", "c.wording_id")
  .select(["c.person_id", "w.purpose"])
  .orderBy("c.person_id")
  .orderBy("w.purpose");

/**
 * The purposes each person has consented to that are in force on a day, by person id: given on or before that day and not
 * withdrawn by it. Somebody without any is not in the map.
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

/** Every wording, by purpose and version. */
export const wordings = (store: Store): Wording[] =>
  store
    .all(
      sql
        .selectFrom("consent_wording")
        .select(["id", "purpose", "version", "effective_on"])
        .orderBy("purpose")
        .orderBy("version"),
    )
    .map((w) => ({
      id: w.id,
      purpose: w.purpose,
      version: w.version,
      effectiveOn: w.effective_on as Day,
    }));

/** Every consent, also those withdrawn, or those of one person; by person, purpose and day. */
export function consentsHeld(store: Store, personId?: number): ConsentHeld[] {
  const query = sql
    .selectFrom("consent as c")
    .innerJoin("consent_wording as w", "w.id", "c.wording_id")
    .select(["c.id", "c.person_id", "w.purpose", "c.wording_id", "w.version"])
    .select(["c.given_on", "c.how", "c.withdrawn_on"])
    .orderBy("c.person_id")
    .orderBy("w.purpose")
    .orderBy("c.given_on")
    .orderBy("c.id");
  return store.all(personId === undefined ? query : query.where("c.person_id", "=", personId)).map((c) => ({
    id: c.id,
    personId: c.person_id,
    purpose: c.purpose,
    wordingId: c.wording_id,
    version: c.version,
    givenOn: c.given_on as Day,
    how: c.how,
    withdrawnOn: c.withdrawn_on as Day | null,
  }));
}

/** Puts a consent on record; answers its id. */
export const giveConsent = (
  store: Store,
  consent: NewConsent,
  given: { readonly on: Day; readonly how: string; readonly by: string },
): number =>
  store.insert("consent", {
    person_id: consent.personId,
    wording_id: consent.wording.id,
    given_on: given.on,
    how: given.how,
    recorded_by: given.by,
  });

/** Dates the withdrawal of a consent; what runs of the match kept of somebody's experience goes with the consent to use it. */
export function withdrawConsent(
  store: Store,
  id: number,
  withdrawn: { readonly on: Day; readonly how: string | undefined },
): void {
  store.update("consent", id, { withdrawn_on: withdrawn.on, withdrawn_how: withdrawn.how ?? null });
  const consent = consentsHeld(store).find((c) => c.id === id);
  if (consent?.purpose === "matching") forgetExperience(store, consent.personId);
}

/**
 * What members of groups with a fixed number of places have not been asked to agree to yet, by person: of the purposes in the
 * setting consents-at-appointment. Whoever has been asked for everything is not in the map.
 */
export function consentsToAsk(store: Store, day: Day): Map<number, readonly Purpose[]> {
  const wanted = purposesIn(setting(store, "consents-at-appointment"));
  const held = grouped(consentsHeld(store), (c) => c.personId);
  const members = store.all(
    sql
      .selectFrom("membership as m")
      .innerJoin("involvement_group as g", "g.id", "m.group_id")
      .select("m.person_id")
      .distinct()
      .where("g.places", "is not", null)
      .where("m.joined_on", "<=", day)
      .where((q) => q.or([q("m.left_on", "is", null), q("m.left_on", ">", day)]))
      .orderBy("m.person_id"),
  );
  return new Map(
    members.flatMap(({ person_id: id }): [number, readonly Purpose[]][] => {
      const missing = stillToAsk(wanted, held.get(id) ?? []);
      return missing.length > 0 ? [[id, missing]] : [];
    }),
  );
}
