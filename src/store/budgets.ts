import { type ActivityKind, activityName } from "../domain/activity.ts";
import type { ActivityProjects, Budget, YearKind } from "../domain/budget.ts";
import type { Day } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import { type Store, sql } from "./store.ts";

/** The projects that commentaries, by their papers, and events belong to. */
export function activityProjects(store: Store): ActivityProjects {
  const commentaries = store.all(
    sql
      .selectFrom("commentary as c")
      .innerJoin("paper as p", "p.id", "c.paper_id")
      .select(["c.id", "p.project_id"])
      .where("p.project_id", "is not", null)
      .orderBy("c.id"),
  );
  const events = store.all(
    sql
      .selectFrom("engagement_event")
      .select(["id", "project_id"])
      .where("project_id", "is not", null)
      .orderBy("id"),
  );
  const named = (kind: "commentary" | "event", rows: typeof events) =>
    rows.map((r) => [activityName({ kind, key: ref(kind, r.id) }), Number(r.project_id)] as const);
  return new Map([...named("commentary", commentaries), ...named("event", events)]);
}

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
