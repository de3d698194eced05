import type { CommentaryState, GuidanceVersion, Proposal } from "../domain/commentary.ts";
import type { Day } from "../domain/day.ts";
import { idOf } from "../domain/ref.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { type Store, sql } from "./store.ts";

/** A commentary without its authors: they are loaded apart, for the naming gate. */
export interface CommentaryRow {
  readonly id: number;
  readonly paperId: number;
  readonly title: string;
  readonly state: CommentaryState;
  readonly wordLimit: number | null;
  readonly placement: string | null;
  readonly guidanceId: number | null;
  readonly proposedOn: Day | null;
  readonly submittedOn: Day | null;
  readonly publishedOn: Day | null;
  readonly doi: string | null;
}

/** Every commentary, or one, by id. */
export function commentaryRows(store: Store, id?: number): CommentaryRow[] {
  const query = sql
    .selectFrom("commentary")
    .select(["id", "paper_id", "title", "state", "word_limit", "placement", "guidance_version_id"])
    .select(["proposed_on", "submitted_on", "published_on", "doi"])
    .orderBy("id");
  return store.all(id === undefined ? query : query.where("id", "=", id)).map((c) => ({
    id: c.id,
    paperId: c.paper_id,
    title: c.title,
    state: c.state as CommentaryState,
    wordLimit: c.word_limit,
    placement: c.placement,
    guidanceId: c.guidance_version_id,
    proposedOn: c.proposed_on as Day | null,
    submittedOn: c.submitted_on as Day | null,
    publishedOn: c.published_on as Day | null,
    doi: c.doi,
  }));
}

/** The one commentary meant by a ref (C-001). */
export function findCommentary(store: Store, text: string): Result<CommentaryRow> {
  const id = idOf("commentary", text);
  const found = id === null ? undefined : commentaryRows(store, id)[0];
  return found
    ? yes(found)
    : no({
        code: "unknown-commentary",
        message: `There is no commentary "${text}".`,
        remedy: "Give a ref such as C-001; see: involve commentary list",
      });
}

/** The commentary that has a DOI of its own, in any case; undefined where none has, or none is asked for. */
export const doiOwner = (store: Store, doi: string | undefined): number | undefined =>
  doi === undefined
    ? undefined
    : store.first(sql.selectFrom("commentary").select("id").where("doi", "=", doi))?.id;

/** Adds a commentary to a paper; answers its id. */
export const addCommentary = (store: Store, paperId: number, proposal: Proposal): number =>
  store.insert("commentary", {
    paper_id: paperId,
    title: proposal.title,
    word_limit: proposal.wordLimit ?? null,
    placement: proposal.placement ?? null,
    proposed_on: proposal.on,
  });

/** Moves a commentary on; the day is when it reached a state that keeps one. */
export const moveCommentary = (
  store: Store,
  id: number,
  to:
    | { readonly state: "drafting"; readonly guidanceId: number | null }
    | { readonly state: "submitted"; readonly on: Day }
    | { readonly state: "published"; readonly on: Day; readonly doi: string | undefined },
): void => {
  if (to.state === "drafting")
    store.update("commentary", id, { state: to.state, guidance_version_id: to.guidanceId });
  else if (to.state === "submitted") store.update("commentary", id, { state: to.state, submitted_on: to.on });
  else store.update("commentary", id, { state: to.state, published_on: to.on, doi: to.doi });
};

/** An author of a commentary; who that is only the naming gate says. */
export interface AuthorRow {
  readonly personId: number;
  readonly guidance: Pick<GuidanceVersion, "version" | "agreedOn"> | null;
  readonly reason: string | null;
}

/** The authors of a commentary who have not left it, in their order. */
export const authorsOf = (store: Store, commentaryId: number): AuthorRow[] =>
  store
    .all(
      sql
        .selectFrom("commentary_author as a")
        .leftJoin("guidance_version as g", "g.id", "a.guidance_version_id")
        .select(["a.person_id", "a.override_reason", "g.version", "g.agreed_on"])
        .where("a.commentary_id", "=", commentaryId)
        .where("a.left_on", "is", null)
        .orderBy("a.position")
        .orderBy("a.id"),
    )
    .map((a) => ({
      personId: a.person_id,
      reason: a.override_reason,
      guidance: a.version === null ? null : { version: a.version, agreedOn: a.agreed_on as Day | null },
    }));

/** Adds somebody at the end of a commentary's authors. */
export const addAuthor = (
  store: Store,
  commentaryId: number,
  personId: number,
  made: { readonly on: Day; readonly reason: string | null; readonly guidanceId: number | null },
): number =>
  store.insert("commentary_author", {
    commentary_id: commentaryId,
    person_id: personId,
    position: authorsOf(store, commentaryId).length + 1,
    invited_on: made.on,
    agreed_on: made.on,
    guidance_version_id: made.guidanceId,
    override_reason: made.reason,
  });

/** Whether somebody is or was on a project's team by a day. */
export const onTeamBy = (store: Store, projectId: number, personId: number, on: Day): boolean =>
  store.first(
    sql
      .selectFrom("team_membership")
      .select("id")
      .where("project_id", "=", projectId)
      .where("person_id", "=", personId)
      .where("from_on", "<=", on),
  ) !== undefined;

/** Every version of the guidance for authors, oldest first. */
export const authorGuidance = (store: Store): GuidanceVersion[] =>
  store
    .all(
      sql
        .selectFrom("guidance_version")
        .select(["id", "version", "agreed_on", "body"])
        .where("document", "=", "authors")
        .orderBy("version"),
    )
    .map((g) => ({ id: g.id, version: g.version, agreedOn: g.agreed_on as Day | null, body: g.body }));
