import type { AuthorMove, AuthorStanding } from "../domain/commentary-author.ts";
import type { Day } from "../domain/day.ts";
import type { GuidanceVersion } from "../domain/guidance.ts";
import { type Store, sql } from "./store.ts";

/** An author of a commentary, or somebody invited to be one; who that is only the naming gate says. */
export interface AuthorRow {
  readonly personId: number;
  readonly guidance: Pick<GuidanceVersion, "version" | "agreedOn"> | null;
  readonly reason: string | null;
  readonly invitedOn: Day | null;
  readonly agreedOn: Day | null;
  readonly supportOfferedOn: Day | null;
  readonly supportAnswer: "yes" | "no" | null;
}

/** Everybody who was asked and has neither said no nor left, in their order. */
function asked(store: Store, commentaryId: number): AuthorRow[] {
  return store
    .all(
      sql
        .selectFrom("commentary_author as a")
        .leftJoin("guidance_version as g", "g.id", "a.guidance_version_id")
        .select(["a.person_id", "a.override_reason", "a.invited_on", "a.agreed_on", "a.peer_support_answer"])
        .select(["a.peer_support_offered_on", "g.version", "g.agreed_on as guidance_agreed_on"])
        .where("a.commentary_id", "=", commentaryId)
        .where("a.left_on", "is", null)
        .where("a.declined_on", "is", null)
        .orderBy("a.position")
        .orderBy("a.id"),
    )
    .map((a) => ({
      personId: a.person_id,
      reason: a.override_reason,
      guidance:
        a.version === null ? null : { version: a.version, agreedOn: a.guidance_agreed_on as Day | null },
      invitedOn: a.invited_on as Day | null,
      agreedOn: a.agreed_on as Day | null,
      supportOfferedOn: a.peer_support_offered_on as Day | null,
      supportAnswer: a.peer_support_answer as "yes" | "no" | null,
    }));
}

/** The authors of a commentary: those who said yes and have not left it, in their order. */
export const authorsOf = (store: Store, commentaryId: number): AuthorRow[] =>
  asked(store, commentaryId).filter((a) => a.agreedOn !== null);

/** Those who were invited to write a commentary and have not answered. */
export const invitedTo = (store: Store, commentaryId: number): AuthorRow[] =>
  asked(store, commentaryId).filter((a) => a.agreedOn === null);

/** Where somebody stands with a commentary. */
export function standingIn(store: Store, commentaryId: number, personId: number): AuthorStanding {
  const row = asked(store, commentaryId).find((a) => a.personId === personId);
  return row === undefined ? null : row.agreedOn === null ? "invited" : "author";
}

const rowOf = (store: Store, commentaryId: number, personId: number): number | undefined =>
  store.first(
    sql
      .selectFrom("commentary_author")
      .select("id")
      .where("commentary_id", "=", commentaryId)
      .where("person_id", "=", personId),
  )?.id;

/** Puts somebody at the end of those who are asked to write; who said no or left is asked anew. */
export function askAuthor(
  store: Store,
  commentaryId: number,
  personId: number,
  made: {
    readonly invitedOn: Day;
    readonly agreedOn: Day | null;
    readonly reason: string | null;
    readonly guidanceId: number | null;
  },
): void {
  const row = {
    position: asked(store, commentaryId).length + 1,
    invited_on: made.invitedOn,
    agreed_on: made.agreedOn,
    declined_on: null,
    left_on: null,
    guidance_version_id: made.guidanceId,
    override_reason: made.reason,
  };
  const known = rowOf(store, commentaryId, personId);
  if (known !== undefined) store.update("commentary_author", known, row);
  else store.insert("commentary_author", { ...row, commentary_id: commentaryId, person_id: personId });
}

/** What changes about somebody who was asked to write. */
interface AuthorChange {
  readonly agreedOn?: Day;
  readonly declinedOn?: Day;
  readonly leftOn?: Day;
  readonly guidanceId?: number;
  readonly supportOfferedOn?: Day;
  readonly supportAnswer?: "yes" | "no";
}

/** Records an answer, support that was offered, a newer guidance, or that somebody left. */
function changeAuthor(store: Store, commentaryId: number, personId: number, change: AuthorChange): void {
  const known = rowOf(store, commentaryId, personId);
  if (known === undefined) throw new Error("nobody to change");
  store.update("commentary_author", known, {
    ...(change.agreedOn ? { agreed_on: change.agreedOn } : {}),
    ...(change.declinedOn ? { declined_on: change.declinedOn } : {}),
    ...(change.leftOn ? { left_on: change.leftOn } : {}),
    ...(change.guidanceId ? { guidance_version_id: change.guidanceId } : {}),
    ...(change.supportOfferedOn ? { peer_support_offered_on: change.supportOfferedOn } : {}),
    ...(change.supportAnswer ? { peer_support_answer: change.supportAnswer } : {}),
  });
}

/** Whether somebody is or was on a project's team by a day. */
export const onTeamBy = (store: Store, projectId: number, personId: number, on: Day): boolean =>
  teamBy(store, projectId, on).includes(personId);

/** Everybody who is or was on a project's team by a day. */
export const teamBy = (store: Store, projectId: number, on: Day): number[] =>
  store
    .all(
      sql
        .selectFrom("team_membership")
        .select("person_id")
        .distinct()
        .where("project_id", "=", projectId)
        .where("from_on", "<=", on)
        .where((w) => w.or([w("to_on", "is", null), w("to_on", ">", w.ref("from_on"))]))
        .orderBy("person_id"),
    )
    .map((t) => t.person_id);

/** Records what became of somebody's place among the authors, and what was offered or given to them beside. */
export function recordAuthor(
  store: Store,
  commentaryId: number,
  personId: number,
  made: {
    readonly move: AuthorMove;
    readonly reason: string | null;
    readonly on: Day;
    readonly peerSupport: "offered" | "yes" | "no" | undefined;
    readonly guidanceId: number | null;
  },
): void {
  const { move, on, peerSupport, guidanceId } = made;
  if (move === "added") askAuthor(store, commentaryId, personId, { ...made, invitedOn: on, agreedOn: on });
  const offered = asked(store, commentaryId).find((a) => a.personId === personId)?.supportOfferedOn;
  changeAuthor(store, commentaryId, personId, {
    ...(move === "said yes" ? { agreedOn: on } : {}),
    ...(move === "declined" ? { declinedOn: on } : {}),
    ...(move === "left" ? { leftOn: on } : {}),
    ...(guidanceId === null ? {} : { guidanceId }),
    ...(peerSupport === undefined || offered ? {} : { supportOfferedOn: on }),
    ...(peerSupport === "yes" || peerSupport === "no" ? { supportAnswer: peerSupport } : {}),
  });
}
