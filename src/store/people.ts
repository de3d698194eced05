import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { Candidate, Membership, NewPerson } from "../domain/person.ts";
import { similar, theOne } from "../domain/person.ts";
import type { TeamName } from "../domain/person-name.ts";
import { idOf } from "../domain/ref.ts";
import type { Result } from "../domain/result.ts";
import { folded } from "../domain/text.ts";
import { type Store, sql } from "./store.ts";

/** A person as the management team sees them. */
export interface PersonRow {
  readonly id: number;
  readonly known_as: TeamName;
  readonly full_name: TeamName | null;
  readonly pronouns: TeamName | null;
  readonly phone: TeamName | null;
  readonly orcid: TeamName | null;
  readonly perspective: string | null;
  readonly region: string | null;
  readonly notes: TeamName | null;
  readonly emails: readonly string[];
  readonly memberships: readonly Membership[];
}

/** Every membership, or those of one person, oldest first, with their pauses. */
export function memberships(store: Store, personId?: number): (Membership & { readonly personId: number })[] {
  const query = sql
    .selectFrom("membership as m")
    .innerJoin("involvement_group as g", "g.id", "m.group_id")
    .select(["m.id", "m.person_id", "g.key", "m.joined_on", "m.left_on", "m.left_as"])
    .select(["m.term_ends_on", "m.inducted_on"])
    .orderBy("m.joined_on")
    .orderBy("m.id");
  const pauses = store.all(
    sql
      .selectFrom("membership_pause")
      .select(["id", "membership_id", "from_on", "until_on"])
      .orderBy("from_on")
      .orderBy("id"),
  );
  return store.all(personId === undefined ? query : query.where("m.person_id", "=", personId)).map((m) => ({
    id: m.id,
    personId: m.person_id,
    group: m.key,
    joinedOn: m.joined_on as Day,
    leftOn: m.left_on as Day | null,
    leftAs: m.left_as,
    termEndsOn: m.term_ends_on as Day | null,
    inductedOn: m.inducted_on as Day | null,
    pauses: pauses
      .filter((p) => p.membership_id === m.id)
      .map((p) => ({ id: p.id, from: p.from_on as Day, until: p.until_on as Day | null })),
  }));
}

const people = sql
  .selectFrom("person")
  .select(["id", "known_as", "full_name", "pronouns", "phone", "orcid", "perspective", "region", "notes"])
  .where("erased_on", "is", null)
  .orderBy("id");

/** How many people are on record. */
export const peopleCount = (store: Store): number =>
  store.first(sql.selectFrom("person").select((row) => row.fn.countAll<number>().as("n")))?.n ?? 0;

/** Everybody, or one person, with e-mail addresses (the main one first) and memberships. */
export function peopleRows(store: Store, personId?: number): PersonRow[] {
  const rows = store.all(personId === undefined ? people : people.where("id", "=", personId));
  const emails = grouped(
    store.all(
      sql
        .selectFrom("person_email")
        .select(["person_id", "email"])
        .orderBy("is_primary", "desc")
        .orderBy("id"),
    ),
    (e) => e.person_id,
  );
  const groups = grouped(memberships(store, personId), (m) => m.personId);
  return rows.map((p) => ({
    ...p,
    emails: (emails.get(p.id) ?? []).map((e) => e.email),
    memberships: groups.get(p.id) ?? [],
  }));
}

const asCandidate = (p: PersonRow): Candidate => ({
  id: p.id,
  knownAs: p.known_as,
  fullName: p.full_name,
  groups: [...new Set(p.memberships.map((m) => m.group))],
});

/** Who could be meant by a ref, an e-mail address, or a known-as or full name in any case. */
export function candidates(store: Store, text: string): Candidate[] {
  const id = idOf("member", text);
  if (id !== null) return peopleRows(store, id).map(asCandidate);
  const wanted = folded(text);
  return peopleRows(store)
    .filter((p) => [p.known_as, p.full_name ?? "", ...p.emails].some((name) => folded(name) === wanted))
    .map(asCandidate);
}

/** What people are known as, by id: for the management team. */
export const knownAsOf = (store: Store): Map<number, TeamName> =>
  new Map(peopleRows(store).map((p) => [p.id, p.known_as]));

/** The one person meant by a ref or name; nobody, or more than one, is refused with the remedy. */
export function findPerson(store: Store, text: string): Result<Candidate> {
  const found = candidates(store, text);
  const isName = found.length === 0 && idOf("member", text) === null;
  return theOne(text, found, isName ? similar(text, peopleRows(store).map(asCandidate)) : []);
}

/** Who an e-mail address belongs to, in any case. */
export function emailOwner(store: Store, email: string): Candidate | undefined {
  const row = store.first(sql.selectFrom("person_email").select("person_id").where("email", "=", email));
  return row ? peopleRows(store, row.person_id).map(asCandidate)[0] : undefined;
}

/** The id of a group by its key. */
export const groupId = (store: Store, key: string): number => {
  const row = store.first(sql.selectFrom("involvement_group").select("id").where("key", "=", key));
  if (!row) throw new Error(`no group ${key}`);
  return row.id;
};

/** Adds a person with their e-mail address and their membership; answers the person's id. */
export function addPerson(store: Store, person: NewPerson, today: Day): number {
  const id = store.insert("person", {
    known_as: person.knownAs,
    full_name: person.fullName ?? null,
    pronouns: person.pronouns ?? null,
    phone: person.phone ?? null,
    perspective: person.perspective ?? null,
    region: person.region ?? null,
    created_on: today,
  });
  if (person.email)
    store.insert("person_email", { person_id: id, email: person.email, is_primary: 1, noted_on: today });
  store.insert("membership", {
    person_id: id,
    group_id: groupId(store, person.group),
    joined_on: person.joinedOn,
  });
  return id;
}
