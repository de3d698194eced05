import type { AccessNeed, AccessPlan } from "../domain/access.ts";
import type { Day } from "../domain/day.ts";
import type { Email, EmailPlan } from "../domain/emails.ts";
import type { OrcidOwner } from "../domain/orcid.ts";
import type { EditFacts, EditPlan, PersonDetails } from "../domain/person-edit.ts";
import { ref } from "../domain/ref.ts";
import { emailOwner } from "./people.ts";
import { type Store, sql } from "./store.ts";
import { keysOf, terms } from "./vocabulary.ts";

/** The details of a person by column; throws where there is nobody with this id. */
export function detailsOf(store: Store, personId: number): PersonDetails {
  const row = store.first(
    sql
      .selectFrom("person")
      .select(["known_as", "full_name", "pronouns", "phone", "orcid", "perspective", "region"])
      .select(["projects_max", "notes"])
      .where("id", "=", personId),
  );
  if (!row) throw new Error(`no person ${personId}`);
  return row;
}

/** The e-mail addresses of a person, the first to write to before the other. */
export const emailsOf = (store: Store, personId: number): Email[] =>
  store
    .all(
      sql
        .selectFrom("person_email")
        .select(["id", "email", "is_primary"])
        .where("person_id", "=", personId)
        .orderBy("is_primary", "desc")
        .orderBy("id"),
    )
    .map((e) => ({ id: e.id, email: e.email, primary: e.is_primary === 1 }));

/** The access needs of a person, also those that ended, by id. */
export const accessNeedsOf = (store: Store, personId: number): AccessNeed[] =>
  store
    .all(
      sql
        .selectFrom("person_access_need")
        .select(["id", "need", "term_id", "ended_on"])
        .where("person_id", "=", personId)
        .orderBy("id"),
    )
    .map((n) => ({ id: n.id, need: n.need, termId: n.term_id, endedOn: n.ended_on }));

/** Writes a plan of e-mail addresses. */
export function changeEmails(store: Store, personId: number, plan: EmailPlan, noted: Day): void {
  for (const email of plan.remove) store.remove("person_email", email.id);
  for (const email of plan.add)
    store.insert("person_email", { person_id: personId, email, is_primary: 0, noted_on: noted });
  const rows = emailsOf(store, personId);
  const first = rows.find((e) => e.email.toLowerCase() === plan.primary?.toLowerCase());
  if (!first || first.primary) return;
  for (const email of rows) if (email.primary) store.update("person_email", email.id, { is_primary: 0 });
  store.update("person_email", first.id, { is_primary: 1 });
}

function changeAccess(store: Store, personId: number, plan: AccessPlan, on: Day): void {
  for (const { need, termId } of plan.add)
    store.insert("person_access_need", { person_id: personId, need, term_id: termId, noted_on: on });
  for (const need of plan.again)
    store.update("person_access_need", need.id, { ended_on: null, noted_on: on });
  for (const need of plan.end) store.update("person_access_need", need.id, { ended_on: on });
}

/** Who else has an ORCID iD, as a ref. */
const orcidOwner =
  (store: Store, personId: number): OrcidOwner =>
  (orcid) => {
    const holders = sql.selectFrom("person").select("id").where("orcid", "=", orcid);
    const other = store.first(holders.where("id", "<>", personId).orderBy("id"));
    return other && ref("member", other.id);
  };

/** What the rules need to know of a person to edit them. */
export const editFacts = (store: Store, personId: number): EditFacts => ({
  id: personId,
  details: detailsOf(store, personId),
  emails: emailsOf(store, personId),
  needs: accessNeedsOf(store, personId),
  regions: keysOf(store, "region"),
  accessWords: terms(store, "access").filter((t) => t.retired_on === null),
  emailOwner: (email) => emailOwner(store, email),
  orcidOwner: orcidOwner(store, personId),
});

/** Writes an edit of a person: details, e-mail addresses and access needs. */
export function editPerson(store: Store, personId: number, plan: EditPlan, on: Day): void {
  store.update("person", personId, plan.details);
  changeEmails(store, personId, plan.emails, on);
  changeAccess(store, personId, plan.access, on);
}
