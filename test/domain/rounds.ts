import type { Day } from "../../src/domain/day.ts";
import type { Round } from "../../src/domain/round.ts";
import type { Criterion, PanelMember, Score, Scoring } from "../../src/domain/scoring.ts";
import { type Tally, tallies } from "../../src/domain/scoring.ts";
import type { Entrant } from "../../src/domain/selection.ts";

export const day = (text: string): Day => text as Day;

export const round: Round = {
  id: 1,
  key: "autumn-2025",
  title: "Autumn 2025",
  group: "lewg",
  places: 2,
  opensOn: day("2025-08-04"),
  closesOn: day("2025-09-05"),
  shortlistBy: null,
  interviewOn: day("2025-09-22"),
  interviewUntil: null,
  decisionBy: null,
  lettersBy: null,
  status: "open",
  retentionOn: null,
};

export const criterion = (id: number, changes: Partial<Criterion> = {}): Criterion => ({
  id,
  key: `criterion-${id}`,
  label: `Criterion ${id}`,
  kind: "essential",
  weight: 1,
  scaleMax: 4,
  stage: "shortlisting",
  ...changes,
});

const panel: readonly PanelMember[] = [
  { id: 1, name: "Harriet Osei", ref: "S-001", role: "shortlister" },
  { id: 2, name: "Rosa Delgado", ref: "M-001", role: "shortlister" },
  { id: 3, name: "Rosa Delgado", ref: "M-001", role: "interviewer" },
];

export const scoring = (criteria: readonly Criterion[], scores: readonly Omit<Score, "id">[]): Scoring => ({
  criteria,
  panel,
  scores: scores.map((s, i) => ({ id: i + 1, ...s })),
  conflicts: [],
  moderations: [],
  spreadFlag: 2,
});

/** How one application stands. */
export function tally(applicationId: number, at: Scoring): Tally {
  const [only] = tallies([applicationId], at);
  if (!only) throw new Error("no tally");
  return only;
}

/** An entrant with these scores on one essential and one desirable criterion. */
export function entrant(id: number, essential: readonly number[], desirable: readonly number[]): Entrant {
  const criteria = [criterion(1), criterion(2, { kind: "desirable" })];
  const scores = [
    ...essential.map((score, i) => ({ applicationId: id, criterionId: 1, panelId: i + 1, score })),
    ...desirable.map((score, i) => ({ applicationId: id, criterionId: 2, panelId: i + 1, score })),
  ];
  return {
    id,
    code: `A-${String(id).padStart(3, "0")}`,
    perspective: "carer",
    region: null,
    terms: [],
    tally: tally(id, scoring(criteria, scores)),
  };
}
