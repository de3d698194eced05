import type { AuthorOnTheWay, Way } from "../domain/commentary-way.ts";
import type { Day } from "../domain/day.ts";
import {
  consentEnded,
  formFor,
  type NamedOutput,
  type NamingFacts,
  nameOf,
  withheldLast,
} from "../domain/naming.ts";
import { ref } from "../domain/ref.ts";
import type { CommentaryRow } from "./commentaries.ts";
import { type AuthorRow, authorsOf, invitedTo } from "./commentary-authors.ts";
import { approversOf, type CommentRow, commentsOn, type TextRow, textsOf } from "./commentary-texts.ts";
import { namingFacts } from "./naming.ts";
import { type PaperRow, paperRows } from "./papers.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** A commentary with what is shown beside it. */
export interface CommentaryFacts {
  readonly commentary: CommentaryRow;
  readonly paper: PaperRow;
  /** In their order, whoever is withheld last. */
  readonly authors: readonly AuthorRow[];
  readonly invited: readonly AuthorRow[];
  readonly texts: readonly TextRow[];
  readonly comments: readonly CommentRow[];
  readonly naming: NamingFacts;
  /** Words, where the journal gives no limit. */
  readonly wordLimit: number;
  /** What its next steps depend on. */
  readonly way: Way;
}

/** Words of a commentary whose journal gives no limit. */
const usualWordLimit = (store: Store): number => numberSetting(store, "commentary-word-limit");

/** What became of each author's fee for a commentary: done where none of their lines waits for anything. */
function fees(store: Store, commentaryId: number): Map<number, "open" | "done"> {
  const lines = store.all(
    sql
      .selectFrom("payment_line")
      .select(["person_id", "state"])
      .where("activity_kind", "=", "commentary")
      .where("activity_key", "=", ref("commentary", commentaryId))
      .where("stream", "<>", "expense")
      .where("reverses_id", "is", null)
      .where("state", "not in", ["rejected", "reversed"])
      .orderBy("id"),
  );
  const found = new Map<number, "open" | "done">();
  for (const { person_id, state } of lines) {
    const done = ["paid", "declined", "donated"].includes(state);
    found.set(person_id, done && found.get(person_id) !== "open" ? "done" : "open");
  }
  return found;
}

const outputOf = ({ id }: CommentaryRow): NamedOutput => ({ kind: "commentary", id });

type Parts = Omit<CommentaryFacts, "way" | "paper">;

/** The authors as far as the next steps depend on them. */
function authorsOnTheWay(store: Store, { commentary, authors, naming, texts }: Parts): AuthorOnTheWay[] {
  const output = outputOf(commentary);
  const newest = texts.at(-1);
  const approvers = newest ? approversOf(store, newest.id) : [];
  const paid = fees(store, commentary.id);
  return authors.map(({ personId, supportOfferedOn }) => ({
    personId,
    form: formFor(personId, naming.choices.get(personId) ?? [], output),
    consentEndedOn: consentEnded(naming, personId, output)
      ? naming.people.get(personId)?.consentEndedOn
      : undefined,
    supportOfferedOn,
    approved: approvers.includes(personId),
    fee: paid.get(personId) ?? null,
  }));
}

function wayOf(store: Store, today: Day, parts: Parts): Way {
  const { commentary, invited, texts, comments, wordLimit, naming } = parts;
  return {
    today,
    commentary,
    authors: authorsOnTheWay(store, parts),
    invited: invited.map(({ personId }) => ({
      personId,
      form: formFor(personId, naming.choices.get(personId) ?? [], outputOf(commentary)),
    })),
    text: texts.at(-1) ?? null,
    wordLimit: commentary.wordLimit ?? wordLimit,
    comments: comments.map((c) => ({ number: c.number, answered: c.response !== null })),
  };
}

/** A commentary with its paper, its authors, its texts, what the naming gate needs to name them, and how far it is. */
export function commentaryFacts(store: Store, commentary: CommentaryRow, today: Day): CommentaryFacts {
  const [paper] = paperRows(store, commentary.paperId);
  if (!paper) throw new Error(`no paper ${commentary.paperId}`);
  const asked = { authors: authorsOf(store, commentary.id), invited: invitedTo(store, commentary.id) };
  const naming = namingFacts(
    store,
    [...asked.authors, ...asked.invited].map((a) => a.personId),
  );
  const inOrder = (people: readonly AuthorRow[]): AuthorRow[] =>
    withheldLast(people, ({ personId }) => nameOf(naming, personId, outputOf(commentary), "public"));
  const parts = {
    commentary,
    authors: inOrder(asked.authors),
    invited: inOrder(asked.invited),
    texts: textsOf(store, commentary.id),
    comments: commentsOn(store, commentary.id),
    naming,
    wordLimit: usualWordLimit(store),
  };
  return { ...parts, paper, way: wayOf(store, today, parts) };
}

/** A commentary as it is now, with all that is shown beside it. */
export const wayNow = (store: Store, commentary: CommentaryRow, today: Day): Way =>
  commentaryFacts(store, commentary, today).way;
