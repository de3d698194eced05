import type { Day } from "../domain/day.ts";
import { type Offer, offerState, type Reply } from "../domain/offer.ts";
import type { TeamName } from "../domain/person-name.ts";
import type { Project } from "../domain/project.ts";
import { offerRows } from "./offers.ts";
import { type Store, sql } from "./store.ts";

/** Somebody's time on a project team. */
export interface TeamRow {
  readonly id: number;
  readonly projectId: number;
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly role: string;
  readonly fromOn: Day;
  readonly toOn: Day | null;
  /** Why they joined without an offer; null where they did not, or none was kept. */
  readonly reason: string | null;
  readonly releaseReason: string | null;
  /** The day they accepted, or were put on the team without an offer; null where that is not on record. */
  readonly acceptedOn: Day | null;
  /** The offer that brought them; null where there was none. */
  readonly offerId: number | null;
}

/** Everybody who is or was on a team, or on that of one project, in the order they joined. */
export function teamRows(store: Store, projectId?: number): TeamRow[] {
  const query = sql
    .selectFrom("team_membership as t")
    .innerJoin("person as p", "p.id", "t.person_id")
    .leftJoin("project_offer as o", "o.id", "t.offer_id")
    .select([
      "t.id",
      "t.project_id",
      "t.person_id",
      "p.known_as",
      "t.role",
      "t.from_on",
      "t.to_on",
      "t.reason",
      "t.release_reason",
      "o.replied_on",
      "t.offer_id",
      "t.assigned_on",
    ])
    .orderBy("t.from_on")
    .orderBy("t.id");
  return store
    .all(projectId === undefined ? query : query.where("t.project_id", "=", projectId))
    .map((t) => ({
      id: t.id,
      projectId: t.project_id,
      personId: t.person_id,
      knownAs: t.known_as,
      role: t.role,
      fromOn: t.from_on as Day,
      toOn: t.to_on as Day | null,
      offerId: t.offer_id,
      reason: t.reason,
      releaseReason: t.release_reason,
      acceptedOn: (t.replied_on ?? t.assigned_on) as Day | null,
    }));
}

/** Whether somebody holds a place on a day: from the day they accepted, even where the project starts later. */
export const onTeamOn = (row: TeamRow, day: Day): boolean =>
  (row.fromOn <= day || (row.acceptedOn !== null && row.acceptedOn <= day)) &&
  (row.toOn === null || row.toOn > day);

/** Records the reply to an offer, or that it was taken back; accepting makes a team membership from that day or the project's start if that is later. */
export function recordReply(
  store: Store,
  project: Project,
  offer: Offer,
  reply: Reply | "withdrawn",
  on: Day,
): void {
  store.update(
    "project_offer",
    offer.id,
    reply === "withdrawn" ? { withdrawn_on: on } : { reply, replied_on: on },
  );
  if (reply !== "accepted") return;
  store.insert("team_membership", {
    project_id: project.id,
    person_id: offer.personId,
    offer_id: offer.id,
    from_on: project.startsOn !== null && project.startsOn > on ? project.startsOn : on,
  });
}

/** Whether somebody holds a place on a project on a day, or has an offer of it that waits; null for neither. */
export function holdingOf(
  store: Store,
  projectId: number,
  personId: number,
  day: Day,
): "team" | "offer" | null {
  if (teamRows(store, projectId).some((t) => t.personId === personId && onTeamOn(t, day))) return "team";
  const waits = offerRows(store, projectId).some(
    (o) => o.personId === personId && offerState(o) === "waiting",
  );
  return waits ? "offer" : null;
}

/** Puts somebody on a team without an offer; answers the row's id. */
export const addToTeam = (
  store: Store,
  projectId: number,
  personId: number,
  joined: {
    readonly on: Day;
    readonly from: Day;
    readonly role: string | undefined;
    readonly reason: string;
  },
): number =>
  store.insert("team_membership", {
    project_id: projectId,
    person_id: personId,
    role: joined.role ?? "member",
    from_on: joined.from,
    assigned_on: joined.on,
    reason: joined.reason,
  });
