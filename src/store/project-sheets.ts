import type { NeedFacts } from "../domain/need-check.ts";
import type { Project } from "../domain/project.ts";
import type { NeedOfProject, PlannedNeed, PlannedProject, ProjectRow } from "../domain/project-plan.ts";
import { ref } from "../domain/ref.ts";
import { type Problem, problemsOf, type Result, yes } from "../domain/result.ts";
import { clearanceRules } from "./clearances.ts";
import { addProject, changeProject, findProject, keepNeed, type NeedRow, needRows } from "./projects.ts";
import { findStaff } from "./staff.ts";
import type { Store } from "./store.ts";
import { keysOf } from "./vocabulary.ts";

interface Lined<T> {
  readonly line: number;
  readonly value: T;
}

/** Rows with something in them looked up, and a problem with its line for everything that was not found. */
export interface LookedUp<T> {
  readonly rows: readonly Lined<T>[];
  readonly problems: readonly Problem[];
}

function lookUp<R, F, T>(
  rows: readonly Lined<R>[],
  column: string,
  find: (row: R) => Result<F>,
  join: (row: R, found: F) => T,
): LookedUp<T> {
  const all = rows.map(({ line, value }) => ({ line, value, found: find(value) }));
  return {
    rows: all.flatMap(({ line, value, found }) =>
      found.ok ? [{ line, value: join(value, found.value) }] : [],
    ),
    problems: all.flatMap(({ line, found }) => problemsOf(found).map((p) => ({ ...p, line, column }))),
  };
}

/** Rows of a sheet of projects with the id of the lead, who has to be on the staff. */
export const withLeads = (
  store: Store,
  rows: readonly Lined<Omit<ProjectRow, "leadId"> & { readonly lead: string | undefined }>[],
): LookedUp<ProjectRow> =>
  lookUp(
    rows,
    "lead",
    (row) => (row.lead === undefined ? yes(undefined) : findStaff(store, row.lead)),
    ({ lead: _lead, ...row }, found) => ({ ...row, leadId: found?.id }),
  );

/** Rows of a sheet of needs with the project each is for, by ref or title. */
export const withProjects = (
  store: Store,
  rows: readonly Lined<NeedOfProject["need"] & { readonly project: string }>[],
): LookedUp<NeedOfProject> =>
  lookUp(
    rows,
    "project",
    (row) => findProject(store, row.project),
    ({ project: _project, ...need }, found) => ({ projectId: found.id, need }),
  );

/** What has to be known to put a need to a project. */
export const needFacts = (
  store: Store,
  project: Pick<Project, "id" | "places">,
): Omit<NeedFacts, "existing"> & { readonly existing: readonly NeedRow[] } => ({
  project: ref("project", project.id),
  places: project.places,
  existing: needRows(store, project.id),
  keys: {
    experience: keysOf(store, "experience"),
    skill: keysOf(store, "skill"),
    interest: keysOf(store, "interest"),
    region: keysOf(store, "region"),
    perspective: [],
    clearance: clearanceRules(store)
      .filter((c) => c.retiredOn === null)
      .map((c) => c.key),
  },
});

/** Writes a plan of projects; answers their ids in the order of the sheet. */
export const keepProjects = (
  store: Store,
  plan: readonly PlannedProject[],
  today: Parameters<typeof addProject>[4],
): number[] =>
  plan.map(({ action, project, existing }) => {
    if (!existing) return addProject(store, project, project.leadId ?? null, true, today);
    if (action === "updated") changeProject(store, existing.id, project, project.leadId);
    return existing.id;
  });

/** Writes a plan of needs; answers the ids of the rows that were added or changed. */
export const keepNeeds = (store: Store, plan: readonly PlannedNeed[]): number[] =>
  plan
    .filter((p) => p.action !== "unchanged")
    .map((p) => keepNeed(store, p.projectId, p.need, p.inPlaceOf ?? undefined));
