import type { Day } from "../domain/day.ts";
import type { Leaving, Member, PauseEnd, WayToLeave } from "../domain/membership.ts";
import type { Membership } from "../domain/person.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { groupId, memberships } from "./people.ts";
import { type Store, sql } from "./store.ts";

/** Somebody with their memberships, for the rules about joining, resting and leaving. */
export const asMember = (
  store: Store,
  person: { readonly id: number; readonly knownAs: TeamName },
): Member => ({
  id: person.id,
  knownAs: person.knownAs,
  memberships: memberships(store, person.id),
});

/** The day somebody withdrew from involvement, where they are in no group any more; null for everybody else. */
export function withdrewOn(store: Store, personId: number): Day | null {
  const all = store.all(
    sql
      .selectFrom("membership")
      .select(["left_on", "left_as"])
      .where("person_id", "=", personId)
      .orderBy("left_on", "desc"),
  );
  const [last] = all;
  return last && all.every((m) => m.left_on !== null) && last.left_as === "withdrawn"
    ? (last.left_on as Day)
    : null;
}

/** Opens a membership of a group from a day; answers its id. */
export const joinGroup = (store: Store, personId: number, group: string, joinedOn: Day): number =>
  store.insert("membership", {
    person_id: personId,
    group_id: groupId(store, group),
    joined_on: joinedOn,
  });

/** Puts a pause on each of these memberships. */
export function pauseMemberships(
  store: Store,
  targets: readonly Membership[],
  from: Day,
  until: Day | undefined,
): void {
  for (const m of targets)
    store.insert("membership_pause", { membership_id: m.id, from_on: from, until_on: until ?? null });
}

/** Ends pauses on their last day, and takes out those that never held. */
export function endPauses(store: Store, pauses: readonly PauseEnd[]): void {
  for (const pause of pauses)
    if (pause.until === null) store.remove("membership_pause", pause.id);
    else store.update("membership_pause", pause.id, { until_on: pause.until });
}

/** Sets the last day of a term; null for none. */
export const setTermEnd = (store: Store, membership: Membership, endsOn: Day | null): void =>
  store.update("membership", membership.id, { term_ends_on: endsOn });

/** Ends a membership and its pauses. */
export function leaveGroup(store: Store, leaving: Leaving, on: Day, as: WayToLeave): void {
  endPauses(store, leaving.pauses);
  store.update("membership", leaving.membership.id, { left_on: on, left_as: as });
}

/**
 * The project refs where somebody has an offer without an answer, and where they are on the team on a day; and the training sessions
 * after it at which they have a place or wait for one.
 */
export function commitments(
  store: Store,
  personId: number,
  day: Day,
): { readonly offers: string[]; readonly teams: string[]; readonly sessions: string[] } {
  const offers = store.all(
    sql
      .selectFrom("project_offer")
      .select("project_id")
      .where("person_id", "=", personId)
      .where("reply", "is", null)
      .where("withdrawn_on", "is", null)
      .orderBy("project_id"),
  );
  const teams = store.all(
    sql
      .selectFrom("team_membership")
      .select("project_id")
      .where("person_id", "=", personId)
      .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">", day)]))
      .orderBy("project_id"),
  );
  const refs = (rows: readonly { project_id: number }[]): string[] =>
    rows.map((r) => ref("project", r.project_id));
  const sessions = store.all(
    sql
      .selectFrom("session_enrolment as e")
      .innerJoin("training_session as s", "s.id", "e.session_id")
      .select("s.id")
      .where("e.person_id", "=", personId)
      .where("e.state", "in", ["enrolled", "waiting"])
      .where("s.status", "=", "planned")
      .where("s.held_on", ">=", day)
      .orderBy("s.held_on")
      .orderBy("s.id"),
  );
  return {
    offers: refs(offers),
    teams: refs(teams),
    sessions: sessions.map((s) => ref("session", s.id)),
  };
}
