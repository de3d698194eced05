import { type Equality, equalityQuestions } from "./applicant.ts";
import type { Day } from "./day.ts";
import { no, type Result, yes } from "./result.ts";
import { type Round, roundStanding } from "./round.ts";
import { type Shown, suppressed } from "./suppression.ts";
import { folded } from "./text.ts";

/** How many gave an answer to a question; null where that is too few to be shown. */
export interface AnswerCount {
  readonly question: string;
  readonly answer: string;
  readonly count: Shown;
}

const notAsked = "not asked, or not answered";

/**
 * Equality answers are counted when no more applications come in: a count before and after one application would tell what its
 * applicant answered.
 */
export function mayCount(round: Round, today: Day): Result<Round> {
  const standing = roundStanding(round, today);
  return standing === "open" || standing === "not yet open"
    ? no({
        code: "still-open",
        message: `${round.key} takes applications until ${round.closesOn}; counting before would tell what the last applicant answered.`,
        remedy: "Ask again after that day.",
      })
    : yes(round);
}

/** Answers that tell nothing about anybody; they are always listed. */
const preferNot = "prefer not to say";

/**
 * The answers to each equality question, counted by themselves and never together with anything else: small counts are not shown,
 * nor others from which they could be worked out, given that how many applied is known; and answers that so few gave are not
 * even named, since that somebody gave them would tell. "Prefer not to say" is an answer; not asked is none. Source: usual
 * disclosure control in UK health data (threshold: setting small-number-threshold).
 */
export function equalityCounts(answers: readonly Equality[], threshold: number): AnswerCount[] {
  return equalityQuestions.flatMap((question) => {
    const given = answers.map((a) => a[question]?.trim() ?? "");
    const spelt = new Map<string, string>();
    for (const text of given) if (text !== "" && !spelt.has(folded(text))) spelt.set(folded(text), text);
    const options = [...spelt.keys()].sort((a, b) => (a < b ? -1 : 1));
    const counts = [...options, ""].map((o) => given.filter((text) => folded(text) === o).length);
    const shown = suppressed(counts, threshold);
    const rows = [...options, ""].flatMap((o, i) =>
      (counts[i] ?? 0) === 0
        ? []
        : [
            {
              question,
              answer: spelt.get(o) ?? notAsked,
              count: shown.total === null ? null : (shown.parts[i] ?? null),
              plain: o === "" || o === preferNot,
            },
          ],
    );
    const named = rows.filter((r) => r.count !== null || r.plain);
    const others = named.length < rows.length ? [{ question, answer: "other answers", count: null }] : [];
    return [...named.filter((r) => !r.plain), ...others, ...named.filter((r) => r.plain)].map(
      ({ answer, count }) => ({ question, answer, count }),
    );
  });
}
