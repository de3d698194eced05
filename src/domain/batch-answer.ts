import { type Batch, type BatchLine, canAnswer, type FinanceReply } from "./batch.ts";
import type { Day } from "./day.ts";
import { futureProblems } from "./line-change.ts";
import { unknownLines } from "./payment-words.ts";
import { privateTextProblems } from "./private-text.ts";
import { idOf, ref } from "./ref.ts";
import { type Problem, problem, type Result, unless } from "./result.ts";

/** Lines of a batch that finance has not answered. */
export const unanswered = (batch: Batch): readonly BatchLine[] =>
  batch.lines.filter((l) => l.told !== null && l.reply === null);

const alreadySent = (batch: Batch): Problem[] =>
  batch.state === "draft"
    ? []
    : [
        problem(
          "already-sent",
          `Batch ${batch.key} was sent on ${batch.sentOn}; it cannot be sent or changed again.`,
          `To write its files again, the same as they were: involve payment batch export ${batch.key}`,
        ),
      ];

/** Whether a draft can be marked sent on a day: it is a draft, has lines, and the day is neither before it was made nor to come. */
export function checkSent(batch: Batch, on: Day, today: Day): Result<Batch> {
  const problems = [
    ...alreadySent(batch),
    ...(batch.lines.length === 0
      ? [
          problem(
            "empty-batch",
            `Batch ${batch.key} has no line left.`,
            `Take it away: involve payment batch drop ${batch.key}`,
          ),
        ]
      : []),
    ...(on < batch.madeOn
      ? [problem("before-it-was-made", `Batch ${batch.key} was made on ${batch.madeOn}.`, "Check the day.")]
      : []),
    ...futureProblems(on, today, "it was sent"),
  ];
  return unless(problems, () => batch);
}

/** A problem for each text that is no ref of a payment line, whether there is such a line or not. */
const unreadable = (texts: readonly string[]): Problem[] =>
  unknownLines(
    texts,
    texts.flatMap((text) => idOf("payment", text) ?? []).map((id) => ({ id })),
  );

/** The lines that a word of each names, and a problem for each that is not in the batch. */
function inBatch(batch: Batch, ids: readonly number[]): { lines: BatchLine[]; problems: Problem[] } {
  const lines = batch.lines.filter((l) => ids.includes(l.line.id));
  const problems = ids
    .filter((id) => !lines.some((l) => l.line.id === id))
    .map((id) =>
      problem(
        "not-in-batch",
        `${ref("payment", id)} is not in batch ${batch.key}.`,
        `See: involve payment batch show ${batch.key}`,
      ),
    );
  return { lines, problems };
}

/** Which lines leave a draft: those named, or all of them, and the batch with them. */
export function planDrop(batch: Batch, ids: readonly number[]): Result<readonly BatchLine[]> {
  const { lines, problems } = inBatch(batch, ids);
  return unless([...alreadySent(batch), ...problems], () => (ids.length === 0 ? batch.lines : lines));
}

/** Lines of a batch that were paid, of one person or of everybody; none is refused with what is known instead. */
export function paidLines(batch: Batch, personId: number | undefined): Result<readonly BatchLine[]> {
  const own = batch.lines.filter((l) => personId === undefined || l.line.personId === personId);
  const paid = own.filter((l) => l.reply === "paid");
  const problems =
    paid.length > 0
      ? []
      : [
          problem(
            "nothing-paid",
            own.length === 0
              ? `${ref("member", personId ?? 0)} has no line in batch ${batch.key}.`
              : `Nothing${personId === undefined ? "" : ` of ${ref("member", personId)}`} was paid by batch ${batch.key} so far.`,
            `See: involve payment batch show ${batch.key}`,
          ),
        ];
  return unless(problems, () => paid);
}

/** An answer of finance to lines of one batch. */
export interface BatchAnswer {
  readonly reply: FinanceReply;
  readonly on: Day;
  readonly reason: string | null;
}

function answerProblems(
  batch: Batch,
  lines: readonly BatchLine[],
  { reply, on }: BatchAnswer,
  today: Day,
): Problem[] {
  const notSent =
    batch.state === "draft"
      ? [
          problem(
            "not-sent",
            `Batch ${batch.key} was not sent yet.`,
            `When it was: involve payment batch sent ${batch.key} --on DATE`,
          ),
        ]
      : [];
  const before =
    batch.sentOn !== null && on < batch.sentOn
      ? [problem("before-it-was-sent", `Batch ${batch.key} was sent on ${batch.sentOn}.`, "Check the day.")]
      : [];
  return [
    ...notSent,
    ...before,
    ...futureProblems(on, today, "finance answered"),
    ...lines
      .filter((l) => !canAnswer(l, reply))
      .map((l) =>
        problem(
          "already-answered",
          `${ref("payment", l.line.id)} in batch ${batch.key} was ${l.reply} on ${l.repliedOn}.`,
          l.reply === "queried" && l.line.state !== "queried"
            ? "It was changed since, and is answered in the batch it goes into next."
            : "Leave it out.",
        ),
      ),
  ];
}

/**
 * Plans finance's answer to lines of a batch: those named by their refs, or every one that waits. A line is answered once, or once more after a
 * question, so that none is paid twice; the answer lies between the day it was sent and today.
 */
export function planAnswer(
  batch: Batch,
  named: readonly string[],
  answer: BatchAnswer,
  today: Day,
): Result<readonly BatchLine[]> {
  const ids = named.flatMap((text) => idOf("payment", text) ?? []);
  const { lines, problems } = inBatch(batch, ids);
  const meant = named.length === 0 ? unanswered(batch) : lines;
  const nothing =
    batch.state === "closed" && named.length === 0
      ? [
          problem(
            "nothing-waits",
            `Every line of batch ${batch.key} was answered, the last on ${batch.closedOn}.`,
            `See: involve payment batch show ${batch.key}`,
          ),
        ]
      : [];
  const texts = [...unreadable(named), ...privateTextProblems({ "--reason": answer.reason })];
  return unless(
    [...texts, ...problems, ...nothing, ...answerProblems(batch, meant, answer, today)],
    () => meant,
  );
}
