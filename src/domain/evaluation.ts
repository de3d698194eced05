import type { Day } from "./day.ts";
import { suggestion } from "./nearest.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, together, unless, yes } from "./result.ts";
import { keyOf } from "./text.ts";

/** The Cube is about one meeting; the yearly one looks back on involvement as a whole. */
export const frameworks = ["cube", "yearly"] as const;
export type Framework = (typeof frameworks)[number];

/** A question of a round: from 0 to `scaleMax`, or (null) in the person's own words. */
export interface Question {
  readonly key: string;
  readonly wording: string;
  readonly scaleMax: number | null;
}

const outOfTen = (key: string, wording: string): Question => ({ key, wording, scaleMax: 10 });
const inOwnWords = (key: string, wording: string): Question => ({ key, wording, scaleMax: null });

/**
 * The questions a round starts with when it brings none of its own. Cube: voice, contribute, agenda, change, each 0 to 10,
 * and a comment. Source: the Cube framework for meetings; wordings and the yearly questions are drafts for the group.
 */
export const startingQuestions: Readonly<Record<Framework, readonly Question[]>> = {
  cube: [
    outOfTen("voice", "How strongly was my voice heard?"),
    outOfTen("contribute", "How many ways were there for me to contribute?"),
    outOfTen("agenda", "Whose concerns led: the organisation's (0) or ours (10)?"),
    outOfTen("change", "How willing was the organisation to change?"),
    inOwnWords("comment", "Anything you would like to add?"),
  ],
  yearly: [
    outOfTen("heard", "Over the year, how well was I listened to?"),
    outOfTen("contribute", "How many ways were there for me to contribute?"),
    outOfTen("support", "How well was I supported, with training, access and pay?"),
    outOfTen("informed", "How well was I told what came of my contributions?"),
    outOfTen("change", "How much did involvement change the research?"),
    inOwnWords("comment", "What should stay, and what should be different?"),
  ],
};

/** What `evaluation open` is asked to do. */
export interface NewRound {
  readonly key: string;
  readonly title: string;
  readonly framework: Framework;
  readonly questions: readonly Question[];
  readonly opensOn: Day;
  /** Answers are taken up to this day, and results are shown after it. */
  readonly closesOn: Day | undefined;
  readonly reviewers: readonly { readonly id: number; readonly inGroup: boolean }[];
}

const questionProblems = (questions: readonly Question[]): Problem[] => {
  const twice = questions.filter((q, i) => questions.findIndex((o) => o.key === q.key) !== i);
  const badKeys = questions.filter((q) => keyOf(q.key) !== q.key);
  return [
    ...twice.map((q) => ({
      code: "question-twice",
      message: `The question "${q.key}" is there twice.`,
      remedy: "Give each question a key of its own.",
    })),
    ...badKeys.map((q) => ({
      code: "not-a-key",
      message: `"${q.key}" is not a key for a question.`,
      remedy: `Use lower-case letters, digits and hyphens, for example "${keyOf(q.key) || "voice"}".`,
    })),
  ];
};

/**
 * Whether a round may be opened: its key is free, its questions are told apart, it closes after it opens, and its reviewers
 * are members of the working group. Source: MHPRU involvement page, evaluated and reviewed by LEWG members.
 */
export function checkNewRound(round: NewRound, facts: { readonly taken: boolean }): Result<NewRound> {
  const problems: Problem[] = questionProblems(round.questions);
  if (keyOf(round.key) !== round.key)
    problems.push({
      code: "not-a-key",
      message: `"${round.key}" is not a key for a round.`,
      remedy: `Use lower-case letters, digits and hyphens, for example "${keyOf(round.key) || "2026"}".`,
    });
  if (facts.taken)
    problems.push({
      code: "round-exists",
      message: `There is an evaluation round "${round.key}" already.`,
      remedy: "Choose another key; see: involve evaluation list",
    });
  if (round.closesOn !== undefined && round.closesOn < round.opensOn)
    problems.push({
      code: "closes-before-it-opens",
      message: `It would close on ${round.closesOn}, before it opens on ${round.opensOn}.`,
      remedy: "Correct --opens or --closes.",
    });
  for (const r of round.reviewers.filter((one) => !one.inGroup))
    problems.push({
      code: "reviewer-not-in-lewg",
      message: `${ref("member", r.id)} is not in the LEWG on ${round.opensOn}.`,
      remedy: "Reviewers are LEWG members; see: involve member list --group lewg",
    });
  return unless(problems, () => round);
}

/** One response: the answers by question, in the order of the questions. It has no person, day or number. */
export type Answers = Readonly<Record<string, number | string>>;

/** Reads one answer: a whole number on the question's scale, or words. Blank is no answer. */
export function readAnswer(question: Question, text: string): Result<number | string | undefined> {
  if (text.trim() === "") return yes(undefined);
  if (question.scaleMax === null) return yes(text.trim());
  const n = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return n <= question.scaleMax
    ? yes(n)
    : no({
        code: "not-on-the-scale",
        message: `${question.key}: "${text}" is not a whole number from 0 to ${question.scaleMax}.`,
        remedy: "Correct it, or leave it out where the person left it out.",
      });
}

/** Answers in the order of the questions, without those left blank: the same answers are always the same text. */
export const inOrder = (
  questions: readonly Question[],
  given: Readonly<Record<string, number | string | undefined>>,
): Answers =>
  Object.fromEntries(
    questions.flatMap(({ key }) => (given[key] === undefined ? [] : [[key, given[key] as number | string]])),
  );

/** Reads one response typed as `key=answer`: every unknown, doubled or unreadable answer is a reason; so is none at all. */
export function readResponse(questions: readonly Question[], typed: readonly string[]): Result<Answers> {
  const keys = questions.map((q) => q.key);
  const pairs = typed.map((t) => {
    const at = t.indexOf("=");
    return at < 1 ? { key: t.trim(), text: null } : { key: t.slice(0, at).trim(), text: t.slice(at + 1) };
  });
  const read = together(
    pairs.map(({ key, text }, i): Result<readonly [string, number | string | undefined]> => {
      const question = questions.find((q) => q.key === key);
      if (text === null)
        return no({
          code: "not-an-answer",
          message: `"${key}" is not an answer.`,
          remedy: `Write it as question=answer, for example ${keys[0] ?? "voice"}=8.`,
        });
      if (!question)
        return no({
          code: "unknown-question",
          message: `This round does not ask "${key}".`,
          remedy: suggestion(key, keys),
        });
      if (pairs.findIndex((p) => p.key === key) !== i)
        return no({
          code: "answer-twice",
          message: `${key} is answered twice.`,
          remedy: "One response is one person's; leave one of the two out.",
        });
      const answer = readAnswer(question, text);
      return answer.ok ? yes([key, answer.value] as const) : answer;
    }),
  );
  if (!read.ok) return read;
  const answers = inOrder(questions, Object.fromEntries(read.value));
  return Object.keys(answers).length > 0
    ? yes(answers)
    : no({
        code: "no-answers",
        message: "There is no answer in this response.",
        remedy: `Add for example --answer ${keys[0] ?? "voice"}=8; the round asks: ${keys.join(", ")}.`,
      });
}

/** Whether a round takes answers on a day: from the day it opens to the day it closes. */
export function checkOpen(
  round: { readonly key: string; readonly opensOn: Day | null; readonly closesOn: Day | null },
  today: Day,
): Problem[] {
  if (round.opensOn !== null && today < round.opensOn)
    return [
      {
        code: "round-not-open-yet",
        message: `${round.key} opens on ${round.opensOn}.`,
        remedy: "Bring the answers in on that day or later.",
      },
    ];
  if (round.closesOn !== null && today > round.closesOn)
    return [
      {
        code: "round-closed",
        message: `${round.key} closed on ${round.closesOn}.`,
        remedy: "An answer that came in time can be brought in with --today and the day it came.",
      },
    ];
  return [];
}
