import type { Day } from "../domain/day.ts";
import type { NewRound } from "../domain/evaluation.ts";
import { ref } from "../domain/ref.ts";
import { results } from "../domain/responses.ts";
import { count, listed } from "../domain/text.ts";
import type { RoundRow } from "../store/evaluations.ts";
import { type Column, list, type Report } from "./report.ts";

const roundColumns: readonly Column[] = [
  { key: "round", heading: "Round" },
  { key: "title", heading: "Title" },
  { key: "framework", heading: "Framework" },
  { key: "meeting", heading: "Meeting", detail: true },
  { key: "opens_on", heading: "Opens", kind: "day" },
  { key: "closes_on", heading: "Closes", kind: "day" },
  { key: "reviewers", heading: "Reviewers" },
  { key: "responses", heading: "Responses", kind: "integer" },
  { key: "results", heading: "Results" },
];

/** Evaluation rounds, oldest first, with how many have answered and whether results are shown yet. */
export const roundsReport = (rounds: readonly RoundRow[], threshold: number, today: Day): Report =>
  list(
    "Evaluation rounds",
    roundColumns,
    rounds.map((r) => {
      const found = results(r, r.responses, threshold, today);
      return {
        round: r.key,
        title: r.title,
        framework: r.framework,
        meeting: r.meeting,
        opens_on: r.opensOn,
        closes_on: r.closesOn,
        reviewers: r.reviewers.map((id) => ref("member", id)),
        responses: found.responses,
        results: found.heldBack ?? `shown: involve evaluation list ${r.key}`,
      };
    }),
    'No evaluation round yet. Open one with: involve evaluation open 2026 --title "How 2026 went"',
  );

/** The results of one round: how many answered, the mean of each question, and what people wrote. */
export function resultsReport(round: RoundRow, threshold: number, today: Day): Report {
  const found = results(round, round.responses, threshold, today);
  const held = found.heldBack ?? "";
  return {
    title: `${round.title}: ${count(found.responses, "response")}`,
    sections: [
      {
        key: "questions",
        heading: "Questions",
        columns: [
          { key: "round", heading: "Round", detail: true },
          { key: "question", heading: "Question" },
          { key: "wording", heading: "Wording" },
          { key: "answered", heading: "Answered", kind: "integer" },
          { key: "mean", heading: "Mean", kind: "decimal" },
          { key: "out_of", heading: "Out of", kind: "integer" },
          { key: "note", heading: "Note" },
        ],
        rows: found.questions.map((q) => ({
          round: round.key,
          question: q.key,
          wording: q.wording,
          answered: q.meanTenths === null ? null : q.answered,
          mean: q.meanTenths === null ? null : q.meanTenths / 10,
          out_of: q.scaleMax,
          note: q.meanTenths === null ? `fewer than ${threshold} answers: not shown` : null,
        })),
        empty: `${held[0]?.toUpperCase() ?? ""}${held.slice(1)}.`,
      },
      {
        key: "comments",
        heading: "Comments",
        columns: [
          { key: "round", heading: "Round", detail: true },
          { key: "question", heading: "Question", detail: true },
          { key: "comment", heading: "Comment" },
        ],
        rows: found.comments.map((c) => ({ round: round.key, question: c.key, comment: c.text })),
        empty:
          found.heldBack === null
            ? "Nobody wrote a comment."
            : `${held[0]?.toUpperCase() ?? ""}${held.slice(1)}.`,
      },
    ],
    notes: [
      "Comments stand in the order of the alphabet. Who answered, when and in which order is not kept anywhere.",
    ],
  };
}

/** What to say when a round was opened: what it asks, who reviews it, when its results are shown. */
export const openedInWords = (round: NewRound, threshold: number): string[] => [
  `Opened evaluation round ${round.key}, ${round.title}. It asks: ${listed(round.questions.map((q) => q.key))}.`,
  round.reviewers.length > 0
    ? `It is reviewed by ${listed(round.reviewers.map((r) => ref("member", r.id)))}.`
    : "No reviewer is named. LEWG involvement is reviewed by LEWG members: to name some, take this back with involve undo and open it with --reviewer.",
  `Results are shown from ${threshold} responses on${round.closesOn === undefined ? "; with --closes they would also wait until everybody has had their say" : `, once ${round.closesOn} is over`}.`,
];
