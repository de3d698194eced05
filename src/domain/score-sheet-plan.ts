import { type ImportPlan, type RowPlan, untoldChange } from "./import-plan.ts";
import type { RowOutcome } from "./imports.ts";
import type { Stage } from "./round.ts";
import { type PlannedScore, type ScoreFacts, sortScores } from "./score-entry.ts";
import { ofStage } from "./score-request.ts";

/** A row of a sheet of scores: one scorer's scores of one application. */
export interface ScoreLine {
  readonly line: number;
  readonly code: string;
  readonly scorer: string;
  readonly scores: readonly { readonly criterion: string; readonly score: number }[];
}

/** What is to be written for one row: the scores it gives. */
export type ScoreWrite = readonly PlannedScore[];

const outcomeOf = (planned: ScoreWrite): RowOutcome => {
  if (planned.some((p) => p.outcome === "updated")) return "updated";
  return planned.some((p) => p.outcome === "new") ? "new" : "unchanged";
};

/** The plan of a row as it is shown: which scores change and never what they were, since scorers do not see each other's. */
function planOf({ line, code, scorer }: ScoreLine, planned: ScoreWrite): RowPlan<ScoreWrite> {
  const outcome = outcomeOf(planned);
  const [only, ...others] = planned;
  const one = only && others.length === 0;
  const what = `${only?.code ?? code}${one ? ` ${only.criterion.key}` : ""}, ${only?.panel.name ?? scorer}`;
  const changed = planned.filter((p) => p.outcome === "updated").map((p) => p.criterion.key);
  return {
    ...{ line, outcome, ref: null, about: what, notes: [], write: planned },
    matchedBy: outcome === "new" ? null : "code, criterion and scorer",
    changes: changed.map((criterion) => untoldChange(one ? "score" : criterion)),
  };
}

/**
 * What a sheet of scores would do to a round, row by row: a row of one score, or of every score that somebody gave an application.
 * With a stage, scores of the other one are left out, and rows that have no others. Every problem at once.
 */
export function planScoreSheet(
  lines: readonly ScoreLine[],
  stage: Stage | undefined,
  facts: ScoreFacts,
): ImportPlan<ScoreWrite> & { readonly said: readonly string[] } {
  const all = lines.flatMap(({ scores, ...rest }) => scores.map((s) => ({ ...rest, ...s })));
  const { entries, said } = ofStage(all, stage, facts.scoring.criteria);
  const { planned, problems } = sortScores(entries, facts);
  const byLine = new Map<number, PlannedScore[]>();
  for (const { line, ...p } of planned) byLine.set(line ?? 0, [...(byLine.get(line ?? 0) ?? []), p]);
  const asked = new Set(entries.map((e) => e.line));
  const rows = lines
    .filter((l) => l.scores.length === 0 || asked.has(l.line))
    .map((l) => planOf(l, byLine.get(l.line) ?? []));
  return { rows, problems, said };
}
