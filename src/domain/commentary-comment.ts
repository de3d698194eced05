import { dayProblems, outOfOrder, type Way } from "./commentary-way.ts";
import type { Day } from "./day.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** Whether a researcher's comments may be recorded: there is a text that they are about. They are advice to the authors. */
export function checkReview(
  request: { readonly on: Day; readonly comments: readonly string[] },
  way: Way,
): Result<readonly string[]> {
  const { commentary, text } = way;
  const name = ref("commentary", commentary.id);
  const problems: Problem[] = [
    ...outOfOrder("review", commentary),
    ...dayProblems(request.on, way.today, text?.madeOn ?? null, "brought in"),
    ...request.comments.flatMap((comment) => privateTextProblems({ "--comment": comment })),
  ];
  if (text === null)
    problems.push({
      code: "no-text",
      message: `${name} has no text to comment on.`,
      remedy: `Bring it in with: involve commentary read ${name} draft.docx`,
    });
  return unless(problems, () => request.comments);
}

/** A comment as far as its answer goes. */
export interface AnsweredComment {
  readonly id: number;
  readonly number: number;
  readonly response: "accepted" | "declined" | null;
  readonly madeOn: Day;
}

/** Whether the authors' answer to a comment may be recorded: there is such a comment, and it was not answered otherwise. */
export function checkRespond(
  request: { readonly number: number; readonly reason: string; readonly on: Day },
  comments: readonly AnsweredComment[],
  way: Way,
): Result<AnsweredComment | undefined> {
  const name = ref("commentary", way.commentary.id);
  const comment = comments.find((c) => c.number === request.number);
  const problems: Problem[] = [
    ...outOfOrder("respond", way.commentary),
    ...dayProblems(request.on, way.today, comment?.madeOn ?? null, "made"),
    ...privateTextProblems({ "--reason": request.reason }),
  ];
  if (!comment)
    problems.push({
      code: "unknown-comment",
      message: `There is no comment ${request.number} on ${name}.`,
      remedy:
        comments.length === 0
          ? `Record one with: involve commentary review ${name} S-001 --comment "what they say"`
          : `There are comments 1 to ${comments.length}; see: involve commentary show ${name}`,
    });
  return unless(problems, () => comment);
}
