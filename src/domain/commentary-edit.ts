import type { placements } from "./commentary.ts";
import { outOfOrder, type Way } from "./commentary-way.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** New facts of a commentary; undefined leaves a fact as it is. */
export interface CommentaryEdit {
  readonly title: string | undefined;
  readonly placement: (typeof placements)[number] | undefined;
  readonly doi: string | undefined;
}

/** The facts as they are, and the commentary that has the DOI which is asked for. */
interface CommentaryEditFacts extends Way {
  readonly now: {
    readonly title: string;
    readonly placement: string | null;
    readonly doi: string | null;
  };
  readonly doiOwner: number | undefined;
}

/** That a DOI belongs to another commentary, as a problem. */
export const doiTaken = (id: number, doi: string | undefined, owner: number | undefined): Problem[] =>
  doi !== undefined && owner !== undefined && owner !== id
    ? [
        {
          code: "doi-taken",
          message: `${ref("commentary", owner)} has the DOI ${doi}.`,
          remedy: "Correct it; a commentary inside its paper has none of its own.",
        },
      ]
    : [];

const inPrint = ({ commentary: { id, state } }: Way, edit: CommentaryEdit): Problem[] =>
  state === "published" && (edit.title !== undefined || edit.placement !== undefined)
    ? [
        {
          code: "in-print",
          message: `${ref("commentary", id)} is published, so its title and where it appears stay as they are.`,
          remedy: "Ask the journal for a correction. Its DOI can still be recorded.",
        },
      ]
    : [];

const tooEarlyForDoi = ({ commentary: { id, state } }: Way, { doi }: CommentaryEdit): Problem[] =>
  doi !== undefined && (state === "proposed" || state === "drafting")
    ? [
        {
          code: "no-doi-yet",
          message: `${ref("commentary", id)} is ${state}, and has no DOI before a journal has it.`,
          remedy: "Record it when the journal gave it one.",
        },
      ]
    : [];

/**
 * What an edit changes of a commentary. Title and place can change until it is in print, its DOI from when the journal has it.
 * A new title is part of what the authors approve, so they are asked again.
 */
export function planCommentaryEdit(
  edit: CommentaryEdit,
  facts: CommentaryEditFacts,
): Result<{ readonly changes: Partial<CommentaryEdit>; readonly askAgain: boolean }> {
  const { now, commentary } = facts;
  const problems = [
    ...(commentary.state === "withdrawn" ? outOfOrder("edit", commentary) : []),
    ...inPrint(facts, edit),
    ...tooEarlyForDoi(facts, edit),
    ...doiTaken(commentary.id, edit.doi, facts.doiOwner),
  ];
  return unless(problems, () => {
    const changed = Object.entries(edit).filter(
      ([key, value]) => value !== undefined && value !== now[key as keyof typeof now],
    );
    return { changes: Object.fromEntries(changed), askAgain: changed.some(([key]) => key === "title") };
  });
}
