import { type ApplicationFields, type Equality, equalityQuestions } from "./applicant.ts";
import type { Day } from "./day.ts";
import { suggestion } from "./nearest.ts";
import { emailProblems, regionProblems } from "./person.ts";
import { privateTextProblems } from "./private-text.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import { keyOf } from "./text.ts";

type Question = (typeof equalityQuestions)[number];

/** `ethnicGroup` as it is typed: `ethnic-group`. */
const typed = (question: string): string => question.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** An answer to an equality question as it is typed. */
export interface EqualityAnswer {
  readonly question: Question;
  readonly answer: string;
}

/** Reads an answer to an equality question: `disability=yes`, `religion=prefer not to say`. */
export function parseEquality(text: string): Result<EqualityAnswer> {
  const [, left, right] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const question = equalityQuestions.find((q) => typed(q) === keyOf(left ?? text));
  const names = equalityQuestions.map(typed);
  if (left !== undefined && question && right?.trim()) return yes({ question, answer: right.trim() });
  return no(
    question
      ? {
          code: "answer-missing",
          message: `"${text}" has no answer.`,
          remedy: `Write it like ${typed(question)}=ANSWER; somebody who would rather not say answers "prefer not to say".`,
        }
      : {
          code: "unknown-question",
          message: `"${left ?? text}" is not one of the equality questions.`,
          remedy: suggestion(keyOf(left ?? text), names),
        },
  );
}

/** What is told of one application by words; undefined was not told. */
export interface ApplicationWords
  extends Omit<ApplicationFields, "receivedOn" | "experience" | "skill" | "interest" | "equality"> {
  readonly experience: readonly string[];
  readonly skill: readonly string[];
  readonly interest: readonly string[];
  readonly equality: readonly EqualityAnswer[];
}

/** The keys of the unit's words that are in use, by kind. */
export type WordKeys = Readonly<Record<"experience" | "skill" | "interest" | "region", readonly string[]>>;

function termProblems(
  kind: "experience" | "skill" | "interest",
  words: readonly string[],
  known: WordKeys,
): Problem[] {
  return words
    .filter((w) => !known[kind].includes(keyOf(w)))
    .map((w) => ({
      code: "unknown-term",
      message: `--${kind}: "${w}" is not a word here.`,
      remedy: suggestion(keyOf(w), known[kind]),
    }));
}

/** What words tell of an application, as its fields; every word that will not do at once. */
export function fieldsTold(
  words: ApplicationWords,
  receivedOn: Day | undefined,
  known: WordKeys,
): Result<ApplicationFields> {
  const { experience, skill, interest, equality, ...rest } = words;
  const keys = (list: readonly string[]): readonly string[] | undefined =>
    list.length === 0 ? undefined : [...new Set(list.map(keyOf))];
  const twice = equalityQuestions.filter((q) => equality.filter((e) => e.question === q).length > 1);
  const problems: Problem[] = [
    ...emailProblems(words.email),
    ...regionProblems(words.region, known.region),
    ...termProblems("experience", experience, known),
    ...termProblems("skill", skill, known),
    ...termProblems("interest", interest, known),
    ...twice.map((q) => ({
      code: "answered-twice",
      message: `--equality: ${typed(q)} is answered twice.`,
      remedy: "Keep one answer.",
    })),
    ...privateTextProblems({ "The statement": words.statement, "--phone": words.phone }),
  ];
  const answers: Equality = Object.fromEntries(equality.map((e) => [e.question, e.answer]));
  return unless(problems, () => ({
    ...rest,
    receivedOn,
    experience: keys(experience),
    skill: keys(skill),
    interest: keys(interest),
    equality: answers,
  }));
}
