import type { Day } from "../domain/day.ts";
import { type Need, sameNeed } from "../domain/need.ts";
import type { NeedFacts } from "../domain/need-check.ts";
import { type Project, projectStanding } from "../domain/project.ts";
import type { ProjectWrite } from "../domain/project-plan.ts";
import { ref } from "../domain/ref.ts";
import { clearanceRules } from "./clearances.ts";
import { addProject, changeProject, keepNeed, type NeedRow, needRows, projectRows } from "./projects.ts";
import type { Store } from "./store.ts";
import { keysOf } from "./vocabulary.ts";

/** What has to be known to put a need to a project. */
export const needFacts = (
  store: Store,
  project: Project,
  today: Day,
): Omit<NeedFacts, "existing"> & { readonly existing: readonly NeedRow[] } => ({
  project: ref("project", project.id),
  ...{ places: project.places, standing: projectStanding(project, today) },
  existing: needRows(store, project.id),
  keys: {
    experience: keysOf(store, "experience"),
    skill: keysOf(store, "skill"),
    interest: keysOf(store, "interest"),
    region: keysOf(store, "region"),
    availability: keysOf(store, "availability"),
    perspective: [],
    clearance: clearanceRules(store)
      .filter((c) => c.retiredOn === null)
      .map((c) => c.key),
  },
});

/** The same for every project, by its id. */
export const needFactsOfAll = (store: Store, today: Day): Map<number, ReturnType<typeof needFacts>> =>
  new Map(projectRows(store).map((p) => [p.id, needFacts(store, p, today)]));

const columnOf = {
  aims: "aims",
  lead: "lead_staff_id",
  startsOn: "starts_on",
  endsOn: "ends_on",
  hoursPerMonth: "hours_per_month",
  payBasis: "pay_basis",
  contentNote: "content_note",
} as const;

/** Writes a row of a sheet of projects; answers the project's id. */
export function saveProject(store: Store, { project, existing, cleared }: ProjectWrite, today: Day): number {
  if (!existing) return addProject(store, project, project.leadId ?? null, true, today);
  changeProject(store, existing.id, project, project.leadId);
  store.update("project", existing.id, Object.fromEntries(cleared.map((field) => [columnOf[field], null])));
  return existing.id;
}

/** Writes needs of a project, each in place of the one about the same thing; answers them as they are kept. */
export function keepNeeds(store: Store, projectId: number, needs: readonly Need[]): NeedRow[] {
  const existing = needRows(store, projectId);
  const ids = needs.map((need) =>
    keepNeed(store, projectId, need, existing.find((n) => sameNeed(n, need))?.id),
  );
  return needRows(store, projectId).filter((n) => ids.includes(n.id));
}

/** Takes needs out of their project; answers those it keeps. */
export function removeNeeds(store: Store, needs: readonly NeedRow[]): NeedRow[] {
  for (const need of needs) store.remove("project_need", need.id);
  return needs[0] ? needRows(store, needs[0].projectId) : [];
}
