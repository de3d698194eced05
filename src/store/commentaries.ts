import type { CommentaryState, Proposal } from "../domain/commentary.ts";
import type { CommentaryEdit } from "../domain/commentary-edit.ts";
import type { Policy } from "../domain/commentary-policy.ts";
import type { Day } from "../domain/day.ts";
import type { NamingForm } from "../domain/naming.ts";
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
  /** What the journal says about naming, and when somebody asked. */
  readonly policy: string | null;
  readonly policyOn: Day | null;
  /** The forms of naming the journal takes; null where it takes any. */
  readonly takes: readonly NamingForm[] | null;
  readonly proposedOn: Day | null;
  readonly submittedOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly publishedOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly feedbackOn: Day | null;
  readonly doi: string | null;
}

/** Every commentary, or one, by id. */
export function commentaryRows(store: Store, id?: number): CommentaryRow[] {
  const query = sql
    .selectFrom("commentary")
    .select(["id", "paper_id", "title", "state", "word_limit", "placement", "guidance_version_id"])
    .select(["journal_policy", "policy_checked_on", "journal_forms", "proposed_on", "submitted_on"])
    .select(["accepted_on", "published_on", "withdrawn_on", "feedback_given_on", "doi"])
    .orderBy("id");
  return store.all(id === undefined ? query : query.where("id", "=", id)).map((c) => ({
    id: c.id,
    paperId: c.paper_id,
    title: c.title,
    state: c.state as CommentaryState,
    wordLimit: c.word_limit,
    placement: c.placement,
    guidanceId: c.guidance_version_id,
    policy: c.journal_policy,
    policyOn: c.policy_checked_on as Day | null,
    takes: c.journal_forms === null ? null : (JSON.parse(c.journal_forms) as NamingForm[]),
    proposedOn: c.proposed_on as Day | null,
    submittedOn: c.submitted_on as Day | null,
    acceptedOn: c.accepted_on as Day | null,
    publishedOn: c.published_on as Day | null,
    withdrawnOn: c.withdrawn_on as Day | null,
    feedbackOn: c.feedback_given_on as Day | null,
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

/** A state that a commentary moves on to, with the day it got there where that is kept. */
type Move =
  | { readonly state: "drafting"; readonly guidanceId: number | null }
  | { readonly state: "submitted" | "accepted" | "withdrawn"; readonly on: Day }
  | { readonly state: "published"; readonly on: Day; readonly doi: string | undefined };

const columnsOf = (to: Move) => {
  if (to.state === "drafting") return { guidance_version_id: to.guidanceId };
  if (to.state === "published") return { published_on: to.on, doi: to.doi };
  if (to.state === "submitted") return { submitted_on: to.on };
  return to.state === "accepted" ? { accepted_on: to.on } : { withdrawn_on: to.on };
};

/** Moves a commentary on; the day is when it reached a state that keeps one. */
export const moveCommentary = (store: Store, id: number, to: Move): void =>
  store.update("commentary", id, { state: to.state, ...columnsOf(to) });

/** Writes what an edit changes of a commentary. */
export function editCommentary(store: Store, id: number, changes: Partial<CommentaryEdit>): void {
  if (Object.keys(changes).length > 0) store.update("commentary", id, changes);
}

/** Records what the journal says about naming, and its word limit where it gave one. */
export const recordPolicy = (store: Store, id: number, policy: Policy): void =>
  store.update("commentary", id, {
    journal_policy: policy.says,
    journal_forms: policy.takes === null ? null : JSON.stringify(policy.takes),
    policy_checked_on: policy.on,
    word_limit: policy.wordLimit,
  });

/** Records the day the authors were told what came of their commentary. */
export const recordFeedback = (store: Store, id: number, on: Day): void =>
  store.update("commentary", id, { feedback_given_on: on });
