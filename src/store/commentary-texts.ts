import { createHash } from "node:crypto";
import type { AnsweredComment } from "../domain/commentary-comment.ts";
import type { Day } from "../domain/day.ts";
import { type Store, sql } from "./store.ts";

/** A version of a commentary's text. */
export interface TextRow {
  readonly id: number;
  readonly version: number;
  readonly body: string;
  /** By which the authors approve one and the same text. */
  readonly sha256: string;
  readonly words: number;
  readonly madeOn: Day;
}

/** Every version of a commentary's text, oldest first. */
export const textsOf = (store: Store, commentaryId: number): TextRow[] =>
  store
    .all(
      sql
        .selectFrom("commentary_text")
        .select(["id", "version", "body", "sha256", "words", "made_on"])
        .where("commentary_id", "=", commentaryId)
        .orderBy("version"),
    )
    .map(({ made_on, ...t }) => ({ ...t, madeOn: made_on as Day }));

/** Adds a text as the next version and clears what was approved before; the very text that is the newest is no new version. */
export function addText(
  store: Store,
  commentaryId: number,
  made: { readonly body: string; readonly words: number; readonly on: Day },
): { readonly text: TextRow; readonly isNew: boolean; readonly cleared: boolean } {
  const sha256 = createHash("sha256").update(made.body).digest("hex");
  const before = textsOf(store, commentaryId).at(-1);
  if (before?.sha256 === sha256) return { text: before, isNew: false, cleared: false };
  const cleared = before !== undefined && clearApprovals(store, before.id, made.on) > 0;
  const row = { version: (before?.version ?? 0) + 1, body: made.body, sha256, words: made.words };
  const id = store.insert("commentary_text", { ...row, commentary_id: commentaryId, made_on: made.on });
  return { text: { ...row, id, madeOn: made.on }, isNew: true, cleared };
}

/** The authors whose approval of a text stands. */
export const approversOf = (store: Store, textId: number): number[] =>
  store
    .all(
      sql
        .selectFrom("commentary_approval")
        .select("person_id")
        .where("text_id", "=", textId)
        .where("cleared_on", "is", null)
        .orderBy("id"),
    )
    .map((a) => a.person_id);

/** Records an author's approval of a text. */
export const approve = (store: Store, textId: number, personId: number, on: Day): number =>
  store.insert("commentary_approval", { text_id: textId, person_id: personId, approved_on: on });

/** Clears the approvals of a text, or one author's; answers how many there were. */
export function clearApprovals(store: Store, textId: number, on: Day, personId?: number): number {
  const standing = store.all(
    sql
      .selectFrom("commentary_approval")
      .select(["id", "person_id", "approved_on"])
      .where("text_id", "=", textId)
      .where("cleared_on", "is", null)
      .orderBy("id"),
  );
  const meant = standing.filter((a) => personId === undefined || a.person_id === personId);
  for (const { id, approved_on } of meant)
    store.update("commentary_approval", id, { cleared_on: on < approved_on ? approved_on : on });
  return meant.length;
}

/** Clears one author's approvals of every text of a commentary: they have left it. */
export const clearEverywhere = (store: Store, commentaryId: number, personId: number, on: Day): void => {
  for (const { id } of textsOf(store, commentaryId)) clearApprovals(store, id, on, personId);
};

/** A researcher's comment on a text, and what the authors answered. */
export interface CommentRow extends AnsweredComment {
  readonly version: number;
  readonly by: string;
  readonly comment: string;
  readonly reason: string | null;
}

/** The researchers' comments on a commentary, in their order. */
export const commentsOn = (store: Store, commentaryId: number): CommentRow[] =>
  store
    .all(
      sql
        .selectFrom("commentary_comment as c")
        .innerJoin("commentary_text as t", "t.id", "c.text_id")
        .innerJoin("staff as s", "s.id", "c.staff_id")
        .select([
          "c.id",
          "c.number",
          "t.version",
          "s.name",
          "c.comment",
          "c.response",
          "c.reason",
          "c.made_on",
        ])
        .where("c.commentary_id", "=", commentaryId)
        .orderBy("c.number"),
    )
    .map(({ made_on, name, response, ...c }) => ({
      ...c,
      by: name,
      response: response as CommentRow["response"],
      madeOn: made_on as Day,
    }));

/** Adds a researcher's comment on a text; answers its number within the commentary. */
export function addComment(
  store: Store,
  commentaryId: number,
  made: { readonly textId: number; readonly staffId: number; readonly comment: string; readonly on: Day },
): number {
  const number = commentsOn(store, commentaryId).length + 1;
  store.insert("commentary_comment", {
    commentary_id: commentaryId,
    number,
    text_id: made.textId,
    staff_id: made.staffId,
    comment: made.comment,
    made_on: made.on,
  });
  return number;
}

/** Records what the authors answered to a comment. */
export const answerComment = (
  store: Store,
  id: number,
  answer: { readonly response: "accepted" | "declined"; readonly reason: string; readonly on: Day },
): void =>
  store.update("commentary_comment", id, {
    response: answer.response,
    reason: answer.reason,
    answered_on: answer.on,
  });
