import type { StageFacts } from "../domain/commentary-stage.ts";
import type { Day } from "../domain/day.ts";
import { consentEnded, formFor, type NamingFacts } from "../domain/naming.ts";
import { type AuthorRow, authorsOf, type CommentaryRow } from "./commentaries.ts";
import { namingFacts } from "./naming.ts";
import { type PaperRow, paperRows } from "./papers.ts";
import { numberSetting } from "./settings.ts";
import type { Store } from "./store.ts";

/** A commentary with what is shown beside it. */
export interface CommentaryFacts {
  readonly commentary: CommentaryRow;
  readonly paper: PaperRow;
  readonly authors: readonly AuthorRow[];
  readonly naming: NamingFacts;
  /** Words, where the journal gives no limit. */
  readonly wordLimit: number;
}

/** Words of a commentary whose journal gives no limit. */
export const usualWordLimit = (store: Store): number => numberSetting(store, "commentary-word-limit");

/** A commentary with its paper, its authors, and what the naming gate needs to name them. */
export function commentaryFacts(store: Store, commentary: CommentaryRow): CommentaryFacts {
  const [paper] = paperRows(store, commentary.paperId);
  if (!paper) throw new Error(`no paper ${commentary.paperId}`);
  const authors = authorsOf(store, commentary.id);
  const naming = namingFacts(
    store,
    authors.map((a) => a.personId),
  );
  return { commentary, paper, authors, naming, wordLimit: usualWordLimit(store) };
}

/** What has to be known to send a commentary to the journal or into print. */
export function stageFacts(store: Store, commentary: CommentaryRow, today: Day): StageFacts {
  const { authors, naming } = commentaryFacts(store, commentary);
  const output = { kind: "commentary", id: commentary.id } as const;
  return {
    today,
    commentary,
    authors: authors.map(({ personId }) => ({
      personId,
      form: formFor(personId, naming.choices.get(personId) ?? [], output),
      consentEndedOn: consentEnded(naming, personId, output)
        ? naming.people.get(personId)?.consentEndedOn
        : undefined,
    })),
  };
}
