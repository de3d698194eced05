import type { Day } from "./day.ts";
import type { Answers, Question } from "./evaluation.ts";
import { type Result, unless } from "./result.ts";

const textOf = (answers: Answers): string => JSON.stringify(answers);

const counted = (responses: readonly Answers[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const r of responses) counts.set(textOf(r), (counts.get(textOf(r)) ?? 0) + 1);
  return counts;
};

/** The responses of a file that are in the round already, and those that are not; equal ones are matched one to one. */
export interface Overlap {
  readonly there: readonly Answers[];
  readonly fresh: readonly Answers[];
}

/**
 * Tells which responses of a file are in a round already. Nothing is kept of a file by which it could be known again (its
 * name, its day, its fingerprint would tell who answered when), so it is known by what the responses say.
 */
export function overlap(file: readonly Answers[], stored: readonly Answers[]): Overlap {
  const left = counted(stored);
  const there: Answers[] = [];
  const fresh: Answers[] = [];
  for (const response of file) {
    const n = left.get(textOf(response)) ?? 0;
    if (n > 0) left.set(textOf(response), n - 1);
    (n > 0 ? there : fresh).push(response);
  }
  return { there, fresh };
}

/**
 * Whether an overlap looks like a file brought in before: everything in it is there already, or words somebody wrote are.
 * The same numbers alone, in a file with other responses, are two people who agree.
 */
export const looksRepeated = ({ there, fresh }: Overlap, questions: readonly Question[]): boolean =>
  there.length > 0 &&
  (fresh.length === 0 || there.some((r) => questions.some((q) => q.scaleMax === null && q.key in r)));

/** What is shown of a round, and why the rest is not. */
export interface Results {
  readonly responses: number;
  /** Why nothing is shown, or null. */
  readonly heldBack: string | null;
  readonly questions: readonly QuestionResult[];
  /** What people wrote, by question; each list in an order that tells nothing. */
  readonly comments: readonly { readonly key: string; readonly text: string }[];
}

/** The answers to one question; the mean is in tenths of a point, null where too few answered. */
interface QuestionResult extends Question {
  readonly answered: number;
  readonly meanTenths: number | null;
}

/** A sum divided by a count as whole tenths, halves upwards; no floating point in between. */
export const meanInTenths = (sum: number, n: number): number => Math.floor((20 * sum + n) / (2 * n));

/**
 * The results of a round: counts, means and comments, shown from a number of responses on (setting small-number-threshold;
 * source: usual disclosure control, nothing below 5) and, where the round has a closing day, only after it, so that nobody's answers
 * can be worked out from two looks. A question fewer people answered has no mean.
 */
export function results(
  round: { readonly questions: readonly Question[]; readonly closesOn: Day | null },
  responses: readonly Answers[],
  threshold: number,
  today: Day,
): Results {
  const few = responses.length < threshold;
  const waiting = round.closesOn !== null && today <= round.closesOn;
  if (few || waiting)
    return {
      responses: responses.length,
      heldBack: waiting
        ? `open until ${round.closesOn}: shown after that day`
        : `fewer than ${threshold} responses: not shown`,
      questions: [],
      comments: [],
    };
  const questions = round.questions.flatMap((q): QuestionResult[] => {
    if (q.scaleMax === null) return [];
    const answers = responses.flatMap((r) => (typeof r[q.key] === "number" ? [r[q.key] as number] : []));
    const sum = answers.reduce((a, b) => a + b, 0);
    const meanTenths = answers.length < threshold ? null : meanInTenths(sum, answers.length);
    return [{ ...q, answered: answers.length, meanTenths }];
  });
  const comments = round.questions
    .filter((q) => q.scaleMax === null)
    .flatMap((q) =>
      responses.flatMap((r) =>
        typeof r[q.key] === "string" ? [{ key: q.key, text: r[q.key] as string }] : [],
      ),
    )
    .sort((a, b) => a.key.localeCompare(b.key, "en") || a.text.localeCompare(b.text, "en"));
  return { responses: responses.length, heldBack: null, questions, comments };
}

/** The words of `evaluation respond`: a file and how it is read, or the answers of one person. */
export interface ResponseWords {
  readonly fromFile: string | undefined;
  readonly sheet: string | undefined;
  readonly map: readonly string[];
  readonly answer: readonly string[];
  readonly comment: string | undefined;
}

/** The answers that were typed, as `question=answer`; they do not go with a file, and how a file is read not without one. */
export function typedAnswers(words: ResponseWords): Result<readonly string[]> {
  const typed = [...words.answer, ...(words.comment === undefined ? [] : [`comment=${words.comment}`])];
  const noFile = words.fromFile === undefined;
  return unless(
    [
      ...(noFile || typed.length === 0
        ? []
        : [
            {
              code: "file-and-answers",
              message: "There are a file of responses and answers of one person.",
              remedy: "Bring in the file with --from-file, or one response with --answer and --comment.",
            },
          ]),
      ...(noFile && (words.map.length > 0 || words.sheet !== undefined)
        ? [
            {
              code: "without-a-file",
              message: "--map and --sheet say how a file is read, and none is named.",
              remedy: "Name it with --from-file, or leave them out.",
            },
          ]
        : []),
    ],
    () => typed,
  );
}
