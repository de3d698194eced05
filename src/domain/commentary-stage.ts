import type { CommentaryState } from "./commentary.ts";
import type { Day } from "./day.ts";
import type { NamingForm } from "./naming.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** A commentary as far as its way to the journal goes. */
export interface Stage {
  readonly id: number;
  readonly state: CommentaryState;
  readonly proposedOn: Day | null;
  readonly submittedOn: Day | null;
}

/** An author and how they wish to be named in the commentary; undecided until they say. */
interface StageAuthor {
  readonly personId: number;
  readonly form: NamingForm;
  /** For somebody who chose a name: the day they took back their consent to be named, where they did. */
  readonly consentEndedOn?: Day | undefined;
}

/** What has to be known to move a commentary on. */
export interface StageFacts {
  readonly today: Day;
  readonly commentary: Stage;
  readonly authors: readonly StageAuthor[];
}

function authorProblems(on: Day, { commentary, authors }: StageFacts): Problem[] {
  const name = ref("commentary", commentary.id);
  if (authors.length === 0)
    return [
      {
        code: "no-authors",
        message: `${name} has no authors.`,
        remedy: `Add them with: involve commentary author ${name} M-003`,
      },
    ];
  const undecided = authors
    .filter((a) => a.form === "undecided")
    .map((a) => ({
      code: "naming-undecided",
      message: `${ref("member", a.personId)} has not decided how to be named in ${name}.`,
      remedy: `Ask, and record it with: involve commentary naming ${name} ${ref("member", a.personId)} --form full --how e-mail`,
    }));
  const ended = authors
    .filter((a) => a.consentEndedOn !== undefined && a.consentEndedOn < on)
    .map((a) => ({
      code: "naming-consent-ended",
      message: `${ref("member", a.personId)} took back their consent to be named, so no name of theirs can be printed in ${name}.`,
      remedy: `Ask again, and record it with: involve commentary naming ${name} ${ref("member", a.personId)} --form anonymous --how e-mail; or: involve member consent ${ref("member", a.personId)} --purpose naming`,
    }));
  return [...undecided, ...ended];
}

function dayProblems(on: Day, { today }: StageFacts, earliest: Day | null, what: string): Problem[] {
  if (on > today)
    return [
      { code: "in-the-future", message: `${on} is in the future.`, remedy: "Give today or an earlier day." },
    ];
  if (earliest !== null && on < earliest)
    return [
      {
        code: "too-early",
        message: `${on} is before it was ${what} on ${earliest}.`,
        remedy: "Correct the day.",
      },
    ];
  return [];
}

const wrongState = (facts: StageFacts, remedy: string): Problem => ({
  code: "wrong-state",
  message: `${ref("commentary", facts.commentary.id)} is ${facts.commentary.state}.`,
  remedy,
});

/** Whether a commentary may go to the journal: it has authors, and each has decided how to be named and agrees to it still. */
export function checkSubmit(on: Day, facts: StageFacts): Result<Day> {
  const { state, proposedOn } = facts.commentary;
  const problems = dayProblems(on, facts, proposedOn, "proposed");
  if (state !== "proposed" && state !== "drafting")
    problems.push(wrongState(facts, "Only one that is proposed or being drafted is submitted."));
  problems.push(...authorProblems(on, facts));
  return unless(problems, () => on);
}

/**
 * Whether a commentary may be recorded as published: it was submitted, nobody went back to undecided since, and its own DOI
 * (if it has one) belongs to no other commentary.
 */
export function checkPublish(
  { on, doi }: { readonly on: Day; readonly doi: string | undefined },
  facts: StageFacts & { readonly doiOwner: number | undefined },
): Result<Day> {
  const { id, state, submittedOn } = facts.commentary;
  const problems = dayProblems(on, facts, submittedOn, "submitted");
  if (state !== "submitted" && state !== "accepted")
    problems.push(
      wrongState(
        facts,
        state === "published"
          ? "Nothing is left to do."
          : `Submit it first: involve commentary submit ${ref("commentary", id)}`,
      ),
    );
  problems.push(...authorProblems(on, facts));
  if (doi !== undefined && facts.doiOwner !== undefined && facts.doiOwner !== id)
    problems.push({
      code: "doi-taken",
      message: `${ref("commentary", facts.doiOwner)} has the DOI ${doi}.`,
      remedy: "Correct it; a commentary inside its paper has none of its own.",
    });
  return unless(problems, () => on);
}

/** Whether somebody is an author of a commentary. */
export const checkIsAuthor = (
  commentaryId: number,
  personId: number,
  authors: readonly { readonly personId: number }[],
): Result<null> =>
  authors.some((a) => a.personId === personId)
    ? yes(null)
    : no({
        code: "not-an-author",
        message: `${ref("member", personId)} is not an author of ${ref("commentary", commentaryId)}.`,
        remedy: `Add them first: involve commentary author ${ref("commentary", commentaryId)} ${ref("member", personId)}`,
      });

/** Whether there is still something to draft; the answer is the state it is in from then on. */
export const checkDraft = (commentary: Pick<Stage, "id" | "state">): Result<CommentaryState> =>
  commentary.state === "published" || commentary.state === "withdrawn"
    ? no({
        code: "wrong-state",
        message: `${ref("commentary", commentary.id)} is ${commentary.state}; there is nothing left to draft.`,
        remedy: "To propose another one: involve commentary propose PA-001 --another",
      })
    : yes(commentary.state === "proposed" ? "drafting" : commentary.state);
