import type { Day } from "../domain/day.ts";
import type { NeedFacts } from "../domain/need-check.ts";
import type { Project } from "../domain/project.ts";
import type { PlannedNeed, PlannedProject } from "../domain/project-plan.ts";
import { ref } from "../domain/ref.ts";
import { clearanceRules } from "./clearances.ts";
import { addProject, changeProject, keepNeed, type NeedRow, needRows } from "./projects.ts";
import type { Store } from "./store.ts";
import { keysOf } from "./vocabulary.ts";

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

/** Writes a plan of projects; answers each with its id, in the order of the sheet. */
export const keepProjects = (
  store: Store,
  plan: readonly PlannedProject[],
  today: Day,
): (PlannedProject & { readonly id: number })[] =>
  plan.map((planned) => {
    const { outcome, project, existing } = planned;
    if (!existing) {
      const id = addProject(store, project, project.leadId ?? null, true, today);
      return { ...planned, id };
    }
    if (outcome === "updated") changeProject(store, existing.id, project, project.leadId);
    return { ...planned, id: existing.id };
  });

/** Writes a plan of needs; answers the ids of the rows that were added or changed. */
export const keepNeeds = (store: Store, plan: readonly PlannedNeed[]): number[] =>
  plan
    .filter((p) => p.outcome !== "unchanged")
    .map((p) => keepNeed(store, p.projectId, p.need, p.inPlaceOf ?? undefined));
