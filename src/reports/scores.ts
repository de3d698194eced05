import type { Round } from "../domain/round.ts";
import type { PlannedScore } from "../domain/score-entry.ts";
import { codesInWords, type MissingScores, type SeenScore } from "../domain/score-view.ts";
import { count } from "../domain/text.ts";
import { list, type Report } from "./report.ts";

/** The scores that were entered: what became of each. */
export const scoresReport = (planned: readonly PlannedScore[]): Report =>
  list(
    "Scores",
    [
      { key: "code", heading: "Code" },
      { key: "criterion", heading: "Criterion" },
      { key: "scorer", heading: "Scorer" },
      { key: "score", heading: "Score", kind: "integer" },
      { key: "outcome", heading: "Outcome" },
    ],
    planned.map((s) => ({
      code: s.code,
      criterion: s.criterion.key,
      scorer: s.panel.ref,
      score: s.score,
      outcome: s.outcome,
    })),
    "No scores were in the file.",
  );

/** Every scorer's scores, each apart; one that is kept back says so and has no number. */
export function scoreListReport(round: Round, scores: readonly SeenScore[]): Report {
  const kept = scores.filter((s) => s.score === null).length;
  return list(
    `Scores of ${round.title}`,
    [
      { key: "code", heading: "Code" },
      { key: "stage", heading: "Stage" },
      { key: "criterion", heading: "Criterion" },
      { key: "scorer", heading: "Scorer" },
      { key: "name", heading: "Name" },
      { key: "score", heading: "Score", kind: "integer" },
      { key: "kept_back", heading: "Kept back", kind: "yes-no" },
    ],
    scores.map((s) => ({
      code: s.code,
      stage: s.criterion.stage,
      criterion: s.criterion.key,
      scorer: s.scorer.ref,
      name: s.scorer.name,
      score: s.score,
      kept_back: s.score === null,
    })),
    "No scores yet.",
    kept === 0
      ? []
      : [
          `${count(kept, "score is", "scores are")} kept back until all of the stage are in: involve round missing ${round.key}`,
        ],
  );
}

/** The scores that are still to come, by stage and scorer. */
export const missingReport = (round: Round, missing: readonly MissingScores[]): Report =>
  list(
    `Missing scores of ${round.title}`,
    [
      { key: "stage", heading: "Stage" },
      { key: "scorer", heading: "Scorer" },
      { key: "name", heading: "Name" },
      { key: "scores", heading: "Scores", kind: "integer" },
      { key: "applications", heading: "Applications", kind: "integer" },
      { key: "which", heading: "Which" },
      { key: "codes", heading: "Codes", data: true },
    ],
    missing.map((m) => ({
      stage: m.stage,
      scorer: m.scorer.ref,
      name: m.scorer.name,
      scores: m.scores,
      applications: m.codes.length,
      which: codesInWords(m.codes),
      codes: m.codes,
    })),
    "None: whoever should score by now has scored.",
  );
