import type { ActivityKind } from "../domain/activity.ts";
import type { Budget, YearKind } from "../domain/budget.ts";
import type { Day } from "../domain/day.ts";
import { type Store, sql } from "./store.ts";

/** Every budget, by its first day and title. */
export const budgets = (store: Store): Budget[] =>
  store
    .all(
      sql
        .selectFrom("budget as b")
        .leftJoin("payer as p", "p.id", "b.payer_id")
        .select(["b.id", "b.title", "p.key", "b.project_id", "b.activity_kind", "b.year_kind"])
        .select(["b.from_on", "b.to_on", "b.pence"])
        .orderBy("b.from_on")
        .orderBy("b.title"),
    )
    .map((b) => ({
      id: b.id,
      title: b.title,
      payer: b.key,
      projectId: b.project_id,
      kind: b.activity_kind as ActivityKind | null,
      year: b.year_kind as YearKind,
      from: b.from_on as Day,
      to: b.to_on as Day,
      pence: b.pence,
    }));

/** Sets a budget: a new one, or the one of that id anew. Answers its id. */
export function setBudget(
  store: Store,
  budget: Omit<Budget, "id" | "payer"> & { readonly payerId: number | null },
  id: number | undefined,
  on: Day,
): number {
  const row = {
    title: budget.title,
    payer_id: budget.payerId,
    project_id: budget.projectId,
    activity_kind: budget.kind,
    year_kind: budget.year,
    from_on: budget.from,
    to_on: budget.to,
    pence: budget.pence,
    set_on: on,
  };
  if (id === undefined) return store.insert("budget", row);
  store.update("budget", id, row);
  return id;
}
