import type { Day } from "../domain/day.ts";
import { gapsInWords } from "../domain/panel-check.ts";
import type { Round } from "../domain/round.ts";
import type { PlannedScore, ScoreFacts } from "../domain/score-entry.ts";
import type { Criterion, Moderation, Score, Scoring } from "../domain/scoring.ts";
import { applicationsOf } from "./round-applications.ts";
import { conflictsOf } from "./round-conflicts.ts";
import { panelGapsOf, panelOf } from "./round-panel.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** The criteria of a round in their order. */
export function criteriaOf(store: Store, roundId: number): Criterion[] {
  const query = sql
    .selectFrom("round_criterion")
    .select(["id", "key", "label", "kind", "weight", "scale_max", "stage"])
    .where("round_id", "=", roundId)
    .orderBy("position")
    .orderBy("id");
  return store.all(query).map((c) => ({
    id: c.id,
    key: c.key,
    label: c.label,
    kind: c.kind as Criterion["kind"],
    weight: c.weight,
    scaleMax: c.scale_max,
    stage: c.stage as Criterion["stage"],
  }));
}

function scoresOf(store: Store, roundId: number): Score[] {
  const query = sql
    .selectFrom("round_score as s")
    .innerJoin("round_criterion as c", "c.id", "s.criterion_id")
    .select(["s.id", "s.application_id", "s.criterion_id", "s.panel_id", "s.score"])
    .where("c.round_id", "=", roundId)
    .orderBy("s.id");
  return store.all(query).map((s) => ({
    id: s.id,
    applicationId: s.application_id,
    criterionId: s.criterion_id,
    panelId: s.panel_id,
    score: s.score,
  }));
}

function moderationsOf(store: Store, roundId: number): Moderation[] {
  const query = sql
    .selectFrom("round_moderation as m")
    .innerJoin("round_criterion as c", "c.id", "m.criterion_id")
    .select(["m.id", "m.application_id", "m.criterion_id", "m.panel_id", "m.agreed", "m.note"])
    .where("c.round_id", "=", roundId)
    .orderBy("m.id");
  return store.all(query).map((m) => ({
    id: m.id,
    applicationId: m.application_id,
    criterionId: m.criterion_id,
    panelId: m.panel_id,
    agreed: m.agreed,
    note: m.note,
  }));
}

/** All that scoring goes by in a round. */
export const scoringOf = (store: Store, round: Round): Scoring => ({
  criteria: criteriaOf(store, round.id),
  panel: panelOf(store, round.id),
  scores: scoresOf(store, round.id),
  conflicts: conflictsOf(store, round.id),
  moderations: moderationsOf(store, round.id),
  spreadFlag: numberSetting(store, "score-spread-flag"),
});

/** What scores given on a day are checked against. */
export const scoreFacts = (store: Store, round: Round, on: Day, today: Day): ScoreFacts => ({
  round,
  applications: applicationsOf(store, round.id),
  scoring: scoringOf(store, round),
  on,
  today,
});

/** Writes what scores change; an application with a score from interview has been interviewed. */
export function saveScores(store: Store, planned: readonly PlannedScore[], on: Day, note?: string): void {
  const changes = planned.filter((s) => s.outcome !== "unchanged");
  for (const s of changes) {
    if (s.before) store.update("round_score", s.before.id, { score: s.score, scored_on: on, note });
    else
      store.insert("round_score", {
        application_id: s.applicationId,
        criterion_id: s.criterion.id,
        panel_id: s.panel.id,
        score: s.score,
        scored_on: on,
        note: note ?? null,
      });
  }
  const interviewed = new Set(
    changes.filter((s) => s.criterion.stage === "interview").map((s) => s.applicationId),
  );
  for (const id of interviewed) {
    const before = store.first(sql.selectFrom("application").select("status").where("id", "=", id));
    if (before?.status === "received" || before?.status === "shortlisted")
      store.update("application", id, { status: "interviewed" });
  }
}

/** What the panel of a round lacks, as sentences to be read beside what it decided. */
export const panelSaid = (store: Store, round: Round, today: Day): string[] =>
  gapsInWords(panelGapsOf(store, round, criteriaOf(store, round.id), today));
