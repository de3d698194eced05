import type { Day } from "./day.ts";
import type { Outcome } from "./outcome-letter.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** Whether words for an applicant can be kept: there is a decision on them, and their data was not blanked. Answers the decision. */
export function feedbackFor(
  outcome: Outcome,
  text: string | undefined,
  round: string,
): Result<NonNullable<Outcome["decision"]>> {
  const problems: Problem[] = privateTextProblems({ "The feedback": text });
  if (outcome.blanked)
    problems.push({
      code: "blanked",
      message: `What ${outcome.code} told us was blanked, and no letter goes to them.`,
      remedy: `See: involve round show ${round}`,
    });
  else if (outcome.decision === null)
    problems.push({
      code: "not-decided",
      message: `Nothing is decided about ${outcome.code} yet.`,
      remedy: "Write what they are told once the decision is on record.",
    });
  return unless(problems, () => outcome.decision as NonNullable<Outcome["decision"]>);
}

/** What was kept, in a sentence, and whether the letter has gone out already. */
export const feedbackInWords = (code: string, text: string | undefined, sentOn: Day | null): string[] => [
  text === undefined
    ? `Took out what ${code} is told in the panel's own words.`
    : `${code} is told so in their letter.`,
  ...(sentOn === null ? [] : [`Please note: their letter went out on ${sentOn}.`]),
];
