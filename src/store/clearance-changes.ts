import type { RulePlan } from "../domain/clearance-plan.ts";
import type { Day } from "../domain/day.ts";
import type { NewClearance } from "../domain/new-clearance.ts";
import { type Store, sql } from "./store.ts";

/** Ends the rules that end, and adds the one that is new. */
export function saveRule(store: Store, { clearance, added, ended }: RulePlan): void {
  for (const { ask, on } of ended)
    if (ask.id !== undefined) store.update("clearance_rule", ask.id, { retired_on: on });
  if (!added) return;
  store.insert("clearance_rule", {
    clearance_id: clearance.id,
    set_no: added.set,
    course_id: added.ask.course?.id ?? null,
    requirement_id: added.ask.requirement?.id ?? null,
    grace_days: added.ask.graceDays,
    asked_from: added.ask.askedFrom ?? null,
  });
}

/** Adds a clearance with what it asks for. */
export function addClearance(store: Store, plan: NewClearance): void {
  const id = store.insert("clearance", { key: plan.key, label: plan.label, work: plan.work });
  plan.sets.forEach((set, i) => {
    for (const asked of set)
      store.insert("clearance_rule", {
        clearance_id: id,
        set_no: i + 1,
        course_id: asked.course?.id ?? null,
        requirement_id: asked.requirement?.id ?? null,
      });
  });
}

/** Changes what a clearance is called, what it opens, or the day it is retired. */
export const editClearance = (
  store: Store,
  id: number,
  changes: { readonly label?: string; readonly work?: string; readonly retired_on?: Day | null },
): void => store.update("clearance", id, changes);

/** The projects that are not closed and need a clearance. */
export const projectsNeeding = (store: Store, key: string): number[] =>
  store
    .all(
      sql
        .selectFrom("project_need as n")
        .innerJoin("project as p", "p.id", "n.project_id")
        .select("p.id")
        .distinct()
        .where("n.category", "=", "clearance")
        .where("n.value", "=", key)
        .where("p.status", "!=", "closed")
        .orderBy("p.id"),
    )
    .map((p) => p.id);

/** Where each rule of a clearance comes from, by the rule's id. */
export const ruleSources = (store: Store, clearanceId: number): Map<number, string> =>
  new Map(
    store
      .all(
        sql
          .selectFrom("clearance_rule")
          .select(["id", "source"])
          .where("clearance_id", "=", clearanceId)
          .orderBy("id"),
      )
      .map((r) => [r.id, r.source]),
  );
