import type { ApplicationFields, Equality, KnownApplication } from "../domain/applicant.ts";
import type { PlannedApplication } from "../domain/application.ts";
import type { ApplicationEdit } from "../domain/application-edit.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { Perspective } from "../domain/person.ts";
import { equalityAnswers, setEquality } from "./application-equality.ts";
import { type Store, sql } from "./store.ts";

/** An application in the store, with its status and the person it belongs to where there is one. */
export interface ApplicationRecord extends KnownApplication {
  readonly status: string;
  readonly personId: number | null;
  readonly blanked: boolean;
}

/** The experience, skills and interests of the applications of a round, by application id. */
export function applicationTerms(store: Store, roundId: number): { id: number; kind: string; key: string }[] {
  return store.all(
    sql
      .selectFrom("application_term as t")
      .innerJoin("application as a", "a.id", "t.application_id")
      .innerJoin("vocabulary_term as v", "v.id", "t.term_id")
      .select(["t.application_id as id", "v.kind", "v.key"])
      .where("a.round_id", "=", roundId)
      .orderBy("t.application_id")
      .orderBy("t.id"),
  );
}

/**
 * The applications of a round by code. Equality answers are only filled in where they are asked for, which is when a sheet is
 * compared with what is there.
 */
export function applicationsOf(store: Store, roundId: number, withEquality = false): ApplicationRecord[] {
  const query = sql
    .selectFrom("application")
    .select(["id", "code", "known_as", "full_name", "email", "phone", "pronouns", "perspective", "region"])
    .select(["statement", "received_on", "status", "person_id", "blanked_on"])
    .where("round_id", "=", roundId)
    .orderBy("id");
  const terms = grouped(applicationTerms(store, roundId), (t) => `${t.id} ${t.kind}`);
  const equality = withEquality ? equalityAnswers(store, roundId) : new Map<number, Equality>();
  const keys = (id: number, kind: string) => terms.get(`${id} ${kind}`)?.map((t) => t.key);
  return store.all(query).map((a) => ({
    id: a.id,
    code: a.code,
    status: a.status,
    personId: a.person_id,
    blanked: a.blanked_on !== null,
    fields: {
      knownAs: a.known_as ?? undefined,
      fullName: a.full_name ?? undefined,
      pronouns: a.pronouns ?? undefined,
      email: a.email ?? undefined,
      phone: a.phone ?? undefined,
      perspective: (a.perspective as Perspective | null) ?? undefined,
      region: a.region ?? undefined,
      statement: a.statement ?? undefined,
      receivedOn: a.received_on as Day,
      experience: keys(a.id, "experience"),
      skill: keys(a.id, "skill"),
      interest: keys(a.id, "interest"),
      equality: equality.get(a.id) ?? {},
    },
  }));
}

/** The columns of the details of an application; null empties one, undefined leaves it. */
const detailColumns = (f: ApplicationFields): Record<string, string | undefined> => ({
  known_as: f.knownAs,
  full_name: f.fullName,
  pronouns: f.pronouns,
  email: f.email,
  phone: f.phone,
  perspective: f.perspective,
  region: f.region,
  statement: f.statement,
  received_on: f.receivedOn,
});

function setTerms(store: Store, id: number, kind: string, keys: readonly string[] | undefined): void {
  if (keys === undefined) return;
  const known = store.all(
    sql
      .selectFrom("application_term as t")
      .innerJoin("vocabulary_term as v", "v.id", "t.term_id")
      .select(["t.id", "v.key"])
      .where("t.application_id", "=", id)
      .where("v.kind", "=", kind)
      .orderBy("t.id"),
  );
  for (const old of known) if (!keys.includes(old.key)) store.remove("application_term", old.id);
  for (const key of keys.filter((k) => !known.some((old) => old.key === k))) {
    const term = store.first(
      sql.selectFrom("vocabulary_term").select("id").where("kind", "=", kind).where("key", "=", key),
    );
    if (term) store.insert("application_term", { application_id: id, term_id: term.id });
  }
}

function addApplication(
  store: Store,
  roundId: number,
  { code, fields }: PlannedApplication,
  defaults: { readonly today: Day; readonly personId: number | null },
): number {
  return store.insert("application", {
    round_id: roundId,
    code,
    known_as: fields.knownAs ?? fields.fullName ?? null,
    full_name: fields.fullName ?? null,
    pronouns: fields.pronouns ?? null,
    email: fields.email ?? null,
    phone: fields.phone ?? null,
    perspective: fields.perspective ?? null,
    region: fields.region ?? null,
    statement: fields.statement ?? null,
    received_on: fields.receivedOn ?? defaults.today,
    person_id: defaults.personId,
  });
}

/** What a row changes of the details of an application: what is said to change, and nothing else. */
function changedDetails({ fields, changed, cleared }: PlannedApplication) {
  const told = Object.entries(detailColumns(fields)).filter(([column]) => changed.includes(column));
  const emptied = cleared.map((field) => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`));
  const gone = emptied.filter((column) => column in detailColumns(fields) && changed.includes(column));
  return Object.fromEntries([...told, ...gone.map((column) => [column, null])]);
}

/** Writes what a row of applications changes; a blank empties only what is cleared. Somebody known by e-mail is linked. */
export function saveApplication(
  store: Store,
  roundId: number,
  planned: PlannedApplication,
  defaults: { readonly today: Day; readonly personId: number | null },
): void {
  const { id: known, fields, cleared } = planned;
  if (known !== null) store.update("application", known, changedDetails(planned));
  const id = known ?? addApplication(store, roundId, planned, defaults);
  for (const kind of ["experience", "skill", "interest"] as const)
    setTerms(store, id, kind, fields[kind] ?? (cleared.includes(kind) ? [] : undefined));
  setEquality(store, id, fields.equality, cleared);
}

/** Writes what an edit of an application changes: what was told, and what is emptied. */
export function editApplication(store: Store, roundId: number, edit: ApplicationEdit, today: Day): void {
  const { id, code, fields, changed } = edit;
  saveApplication(
    store,
    roundId,
    { line: 0, code, id, outcome: "updated", fields, changed, cleared: [] },
    { today, personId: null },
  );
  const emptied = Object.fromEntries(edit.clear.map((column) => [column, null]));
  store.update("application", id, emptied);
}
