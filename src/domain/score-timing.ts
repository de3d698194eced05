import type { Problem } from "./result.ts";
import type { ScoreEntry, ScoreFacts } from "./score-entry.ts";

/** Whether it was decided of anybody that they go to interview. */
export const anyShortlisted = ({ applications }: ScoreFacts): boolean =>
  applications.some((a) => a.status !== "received" && a.status !== "withdrawn");

/**
 * Interview scores that come before the interviews or before the shortlist, as one problem each: it is the whole sheet that is too
 * early, not each row.
 */
export function tooEarly(entries: readonly ScoreEntry[], facts: ScoreFacts): Problem[] {
  const { scoring, round, on } = facts;
  const atInterview = scoring.criteria.filter((c) => c.stage === "interview").map((c) => c.key);
  const early = entries.filter((e) => atInterview.includes(e.criterion.trim().toLowerCase()));
  const [first] = early;
  if (!first) return [];
  const what =
    early.length === 1 ? `${first.criterion} is scored` : `${early.length} of these scores are given`;
  const before: Problem = {
    code: "before-interview",
    message: `${what} at interview, and interviews are from ${round.interviewOn}; this is ${on}.`,
    remedy:
      "Enter interview scores on the day of the interviews or later; --on DATE says when they were given.",
  };
  const unlisted: Problem = {
    code: "no-shortlist",
    message: `${what} at interview, and it is not on record who goes to interview.`,
    remedy: `Record it first: involve round shortlist ${round.key} --record${first.line === undefined ? "" : "; for the scores of shortlisting alone add --stage shortlisting"}`,
  };
  return [
    ...(round.interviewOn !== null && on < round.interviewOn ? [before] : []),
    ...(anyShortlisted(facts) ? [] : [unlisted]),
  ];
}
