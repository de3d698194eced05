import type { PlannedScore } from "../domain/score-entry.ts";
import type { PanelMember } from "../domain/scoring.ts";
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

/** A conflict of interest that was put on record: for each role of that person on the panel. */
export const conflictReport = (code: string, roles: readonly PanelMember[], taken: number): Report =>
  list(
    "Conflict of interest",
    [
      { key: "code", heading: "Code" },
      { key: "scorer", heading: "Scorer" },
      { key: "role", heading: "Role" },
      { key: "scores_taken_out", heading: "Scores taken out", kind: "integer" },
    ],
    roles.map((r) => ({ code, scorer: r.ref, role: r.role, scores_taken_out: taken })),
    "Nobody.",
  );
