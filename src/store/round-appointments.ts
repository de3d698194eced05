import type { Appointed, Appointment, AppointmentFacts, Term } from "../domain/appointment.ts";
import { purposesIn, stillToAsk } from "../domain/consent.ts";
import type { Day } from "../domain/day.ts";
import { type Group, standingOn } from "../domain/person.ts";
import type { Round } from "../domain/round.ts";
import { rank } from "../domain/selection.ts";
import { consentsHeld } from "./consents.ts";
import { addPerson, candidates, emailOwner, groupId, memberships } from "./people.ts";
import { type ApplicationRecord, applicationsOf } from "./round-applications.ts";
import { decisionsOf, entrantsOf } from "./round-decisions.ts";
import { scoringOf } from "./round-scores.ts";
import { numberSetting, setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** What appointing goes by: the chosen in rank order (those without a rank last), each with the person they are already. */
export function appointmentFacts(
  store: Store,
  round: Round,
  days: Pick<AppointmentFacts, "on" | "today" | "induction" | "termEnds">,
): AppointmentFacts {
  const decisions = decisionsOf(store, round.id);
  const order = rank(entrantsOf(store, round, scoringOf(store, round))).map((e) => e.id);
  const place = (id: number): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const chosen = new Set(decisions.filter((d) => d.decision === "select").map((d) => d.applicationId));
  return {
    round,
    ...days,
    decidedOn: decisions.at(-1)?.decidedOn ?? null,
    chosen: applicationsOf(store, round.id)
      .filter((a) => chosen.has(a.id))
      .sort((a, b) => place(a.id) - place(b.id))
      .map((a) => ({
        applicationId: a.id,
        code: a.code,
        personId: (a.fields.email ? emailOwner(store, a.fields.email)?.id : undefined) ?? a.personId,
      })),
    termMonths: termMonths(store, round.group),
    reserveMonths: numberSetting(store, "reserve-list-months"),
    retentionMonths: numberSetting(store, "unsuccessful-applicant-retention-months"),
  };
}

/** How many months a term in a group lasts; null where terms have no end. */
export const termMonths = (store: Store, group: string): number | null =>
  store.first(sql.selectFrom("involvement_group").select("term_months").where("key", "=", group))
    ?.term_months ?? null;

/** How many people are in a group on a day, and how many places it has (null where it has no fixed number). */
export function groupSize(store: Store, key: string, on: Day): { people: number; places: number | null } {
  const inGroup = memberships(store).filter(
    (m) => m.group === key && ["active", "paused"].includes(standingOn(m, on)),
  );
  const group = store.first(sql.selectFrom("involvement_group").select("places").where("key", "=", key));
  return { people: new Set(inGroup.map((m) => m.personId)).size, places: group?.places ?? null };
}

/** Fills what is blank about somebody who is known here from their application; nothing is overwritten. */
function fillBlanks(store: Store, personId: number, { fields }: ApplicationRecord): void {
  const person = store.first(
    sql
      .selectFrom("person")
      .select(["full_name", "pronouns", "phone", "perspective", "region"])
      .where("id", "=", personId),
  );
  if (!person) return;
  store.update("person", personId, {
    full_name: person.full_name ? undefined : fields.fullName,
    pronouns: person.pronouns ? undefined : fields.pronouns,
    phone: person.phone ? undefined : fields.phone,
    perspective: person.perspective ? undefined : fields.perspective,
    region: person.region ? undefined : fields.region,
  });
}

/** Opens a membership for a term, or gives the one that is open the days of it; answers whether it was open. */
function join(store: Store, personId: number, group: string, term: Term): boolean {
  const days = { term_ends_on: term.endsOn, inducted_on: term.inductedOn };
  const known = store.first(
    sql
      .selectFrom("membership")
      .select("id")
      .where("person_id", "=", personId)
      .where("group_id", "=", groupId(store, group))
      .where("left_on", "is", null),
  );
  if (known) store.update("membership", known.id, days);
  else
    store.insert("membership", {
      person_id: personId,
      group_id: groupId(store, group),
      joined_on: term.on,
      ...days,
    });
  return known !== undefined;
}

function carryTerms(store: Store, applicationId: number, personId: number, on: Day): void {
  const wanted = store.all(
    sql
      .selectFrom("application_term")
      .select(["term_id", "level"])
      .where("application_id", "=", applicationId)
      .orderBy("id"),
  );
  const known = store.all(
    sql.selectFrom("person_term").select("term_id").where("person_id", "=", personId).orderBy("id"),
  );
  for (const { term_id, level } of wanted)
    if (!known.some((k) => k.term_id === term_id))
      store.insert("person_term", { person_id: personId, term_id, level, noted_on: on });
}

/** Makes somebody who was chosen a member for a term, as a new person or the one with their e-mail. */
export function appointOne(
  store: Store,
  round: Round,
  application: ApplicationRecord,
  known: number | null,
  term: Term,
): Appointed {
  const { fields } = application;
  const { on } = term;
  const name = fields.fullName ?? fields.knownAs ?? application.code;
  const namesakes = known === null ? candidates(store, name).map((c) => c.id) : [];
  const personId =
    known ??
    addPerson(
      store,
      { ...fields, knownAs: fields.knownAs ?? application.code, group: round.group as Group, joinedOn: on },
      on,
    );
  if (known !== null) fillBlanks(store, known, application);
  const wasOpen = join(store, personId, round.group, term);
  carryTerms(store, application.id, personId, on);
  store.update("application", application.id, { status: "appointed", person_id: personId });
  const toAsk = stillToAsk(
    purposesIn(setting(store, "consents-at-appointment")),
    consentsHeld(store, personId),
  );
  const wasInGroup = known !== null && wasOpen;
  return { code: application.code, personId, wasKnown: known !== null, wasInGroup, namesakes, toAsk };
}

/**
 * Appoints the chosen in their order, gives every reserve the day their place on the list ends, and the round the day on which
 * the data of those who were not chosen is due to be blanked.
 */
export function saveAppointment(store: Store, round: Round, plan: Appointment): Appointed[] {
  const applications = new Map(applicationsOf(store, round.id).map((a) => [a.id, a]));
  const appointed = plan.chosen.flatMap((c) => {
    const application = applications.get(c.applicationId);
    return application ? [appointOne(store, round, application, c.personId, plan.term)] : [];
  });
  for (const d of decisionsOf(store, round.id))
    if (d.decision === "reserve") store.update("round_decision", d.id, { reserve_until: plan.reserveUntil });
  store.update("recruitment_round", round.id, { status: "appointed", retention_on: plan.retentionOn });
  return appointed;
}
