import type { CommentaryState } from "./commentary.ts";
import { doiTaken } from "./commentary-edit.ts";
import { anotherJournal } from "./commentary-journal.ts";
import {
  approvalProblems,
  beforeApproval,
  beforeDrafting,
  invitationProblems,
  supportProblems,
} from "./commentary-missing.ts";
import {
  type AuthorOnTheWay,
  authorInWords,
  authorWord,
  dayProblems,
  once,
  outOfOrder,
  type Way,
} from "./commentary-way.ts";
import type { Day } from "./day.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import { listed } from "./text.ts";

/** What is printed of somebody who chose this, in words. */
const chose = ({ form }: AuthorOnTheWay): string =>
  ({ anonymous: "to be anonymous", group: "the group's name" })[form as string] ?? form;

/** What stands in the way of printing an author as they wish. */
function namingProblem(on: Day, author: AuthorOnTheWay, { commentary }: Way): Problem[] {
  const name = ref("commentary", commentary.id);
  const who = authorInWords(author);
  const ask = `Ask, and record it with: involve commentary naming ${name} ${authorWord(author)}`;
  if (author.form === "undecided")
    return [
      {
        code: "naming-undecided",
        message: `${who} has not decided how to be named in ${name}.`,
        remedy: `${ask} --form full --how e-mail`,
      },
    ];
  const problems: Problem[] = [];
  if (author.consentEndedOn !== undefined && author.consentEndedOn <= on)
    problems.push({
      code: "naming-consent-ended",
      message: `${who} took back their consent to be named, so no name of theirs can be printed in ${name}.`,
      remedy: `Ask again, and record it with: involve commentary naming ${name} ${authorWord(author)} --form anonymous --how e-mail; or: involve member consent ${authorWord(author)} --purpose naming`,
    });
  if (commentary.takes !== null && !commentary.takes.includes(author.form))
    problems.push({
      code: "naming-not-taken",
      message: `${author.form === "anonymous" ? "An author" : who} chose ${chose(author)}, and the journal takes ${listed(commentary.takes)}.`,
      remedy: `Talk to the author and the editor; what they then choose: involve commentary naming ${name} ${authorWord(author)} --form ${commentary.takes[0] ?? "full"} --how e-mail; or what the journal then takes: involve commentary policy ${name} --says "what they answered"`,
    });
  return problems;
}

/** What stands in the way of printing the authors as they wish: every one of them decided, agrees to it still, and the journal takes it. */
const namingProblems = (on: Day, way: Way): Problem[] =>
  once(way.authors.flatMap((a) => namingProblem(on, a, way)));

/** Whether a document to draft in may be written, and the state the commentary is in from then on: somebody said yes, and the journal's policy is known. */
export function checkDraft(way: Way): Result<CommentaryState> {
  const { commentary } = way;
  return unless([...outOfOrder("draft", commentary), ...beforeDrafting(way)], () =>
    commentary.state === "proposed" ? "drafting" : commentary.state,
  );
}

/**
 * Whether a commentary may go to the journal: everybody who was invited answered and the authors were offered support, the
 * journal's policy is known, every comment was answered, all authors approved the same text, and each has decided how to be
 * named, agrees to it still, and the journal takes it.
 */
export function checkSubmit(on: Day, way: Way, again = false): Result<Day> {
  const { proposedOn, submittedOn } = way.commentary;
  return unless(
    [
      ...outOfOrder("submit", way.commentary),
      ...(submittedOn === null
        ? dayProblems(on, way.today, proposedOn, "proposed")
        : dayProblems(on, way.today, submittedOn, "submitted")),
      ...anotherJournal(way, again),
      ...beforeDrafting(way),
      ...invitationProblems(way),
      ...supportProblems(way),
      ...beforeApproval(way),
      ...approvalProblems(way),
      ...namingProblems(on, way),
    ],
    () => on,
  );
}

/** Whether a commentary may be recorded as accepted by the journal: it was submitted, and its text is the one all authors approved. */
export function checkAccept(on: Day, way: Way): Result<Day> {
  return unless(
    [
      ...outOfOrder("accept", way.commentary),
      ...dayProblems(on, way.today, way.commentary.submittedOn, "submitted"),
      ...beforeApproval(way),
      ...approvalProblems(way),
    ],
    () => on,
  );
}

/**
 * Whether a commentary may be recorded as published: it was accepted, all authors approved the text as it is, nobody went back
 * to undecided since, and its own DOI (if it has one) belongs to no other commentary.
 */
export function checkPublish(
  { on, doi }: { readonly on: Day; readonly doi: string | undefined },
  way: Way & { readonly doiOwner: number | undefined },
): Result<Day> {
  const { id, acceptedOn, submittedOn } = way.commentary;
  return unless(
    [
      ...outOfOrder("publish", way.commentary),
      ...dayProblems(on, way.today, acceptedOn ?? submittedOn, acceptedOn ? "accepted" : "submitted"),
      ...beforeApproval(way),
      ...approvalProblems(way),
      ...namingProblems(on, way),
      ...doiTaken(id, doi, way.doiOwner),
    ],
    () => on,
  );
}

/** Whether a commentary may be withdrawn: it is not in print. Why is nobody's business, and is not asked. */
export const checkWithdraw = (on: Day, way: Way): Result<Day> =>
  unless(
    [
      ...(way.commentary.state === "published"
        ? [
            {
              code: "in-print",
              message: `${ref("commentary", way.commentary.id)} is published, and cannot be taken back here.`,
              remedy: "Ask the journal for a correction or a retraction.",
            },
          ]
        : outOfOrder("withdraw", way.commentary)),
      ...(way.commentary.submittedOn === null
        ? dayProblems(on, way.today, way.commentary.proposedOn, "proposed")
        : dayProblems(on, way.today, way.commentary.submittedOn, "submitted")),
    ],
    () => on,
  );

/** Whether it may be recorded that the authors were told what came of their commentary: it was published, and that is not on record yet. */
export const checkFeedback = (on: Day, way: Way): Result<Day> =>
  unless(
    [
      ...outOfOrder("feedback", way.commentary),
      ...dayProblems(on, way.today, way.commentary.publishedOn, "published"),
      ...(way.commentary.feedbackOn === null
        ? []
        : [
            {
              code: "already-done",
              message: `The authors of ${ref("commentary", way.commentary.id)} were told on ${way.commentary.feedbackOn}.`,
              remedy: "Nothing is left to do.",
            },
          ]),
    ],
    () => on,
  );

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
