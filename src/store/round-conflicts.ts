import type { ConflictPlan } from "../domain/conflict.ts";
import type { Day } from "../domain/day.ts";
import type { Conflict } from "../domain/scoring.ts";
import { type Store, sql } from "./store.ts";

/** The conflicts of interest declared in a round, with and without an application, oldest first. */
export function conflictsOf(
  store: Store,
  roundId: number,
): (Conflict & { readonly id: number; readonly reason: string | null })[] {
  const query = sql
    .selectFrom("round_conflict as c")
    .innerJoin("round_panel as p", "p.id", "c.panel_id")
    .select(["c.id", "c.panel_id", "c.application_id", "c.reason"])
    .where("p.round_id", "=", roundId)
    .orderBy("c.id");
  return store.all(query).map((c) => ({
    id: c.id,
    panelId: c.panel_id,
    applicationId: c.application_id,
    reason: c.reason,
  }));
}

function takeScoresOut(store: Store, panelId: number, applicationId: number): number {
  const given = store.all(
    sql
      .selectFrom("round_score")
      .select("id")
      .where("panel_id", "=", panelId)
      .where("application_id", "=", applicationId)
      .orderBy("id"),
  );
  for (const score of given) store.remove("round_score", score.id);
  return given.length;
}

/**
 * Puts on record what somebody declared, for every role they have on a panel, and takes out the scores they had given an
 * application they do not score any more; answers how many those were.
 */
export function saveConflicts(store: Store, plan: ConflictPlan, on: Day): number {
  let taken = 0;
  for (const { id } of plan.roles) {
    for (const applicationId of plan.add) {
      store.insert("round_conflict", {
        panel_id: id,
        application_id: applicationId,
        reason: plan.reason,
        declared_on: on,
      });
      if (applicationId !== null) taken += takeScoresOut(store, id, applicationId);
    }
    store.update("round_panel", id, { none_declared_on: plan.none ? on : null });
  }
  for (const id of plan.end) store.remove("round_conflict", id);
  return taken;
}
