import type { Entrant } from "../domain/selection.ts";
import type { Section } from "./report.ts";

/** Scores that are missing of applications somebody has begun to score at that stage. */
export function missingSection(entrants: readonly Entrant[]): Section {
  const rows = entrants.flatMap((e) =>
    e.tally.criteria
      .filter((c) => c.waitingFor.length > 0 && e.tally[c.criterion.stage] !== null)
      .map((c) => ({
        code: e.code,
        criterion: c.criterion.key,
        stage: c.criterion.stage,
        waiting_for: c.waitingFor.map((p) => p.name),
      })),
  );
  return {
    key: "missing",
    heading: "Missing scores",
    columns: [
      { key: "code", heading: "Code" },
      { key: "criterion", heading: "Criterion" },
      { key: "stage", heading: "Stage" },
      { key: "waiting_for", heading: "Waiting for" },
    ],
    rows,
    empty: "None: whoever should score has scored, in every stage an application has reached.",
  };
}

/** Those who are not scored on every criterion, in one paragraph. */
export const unrankedSection = (codes: readonly string[]): Section => ({
  key: "not-ranked",
  heading: "Not scored on every criterion, so not ranked",
  paragraphs: [codes.length === 0 ? "None." : codes.join(", ")],
  columns: [],
  rows: [],
});
