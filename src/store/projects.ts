import type { Day } from "../domain/day.ts";
import type { Need, NeedCategory, NeedKind, NeedScope } from "../domain/need.ts";
import { type NewProject, type Project, theOneProject } from "../domain/project.ts";
import { idOf } from "../domain/ref.ts";
import type { Result } from "../domain/result.ts";
import { folded } from "../domain/text.ts";
import { type Store, sql } from "./store.ts";

const projects = sql
  .selectFrom("project as p")
  .leftJoin("staff as s", "s.id", "p.lead_staff_id")
  .select([
    "p.id",
    "p.title",
    "p.aims",
    "p.lead_staff_id",
    "s.name",
    "p.starts_on",
    "p.ends_on",
    "p.places",
    "p.hours_per_month",
    "p.pay_basis",
    "p.content_note",
    "p.status",
    "p.closed_on",
    "p.lewg_first",
  ])
  .orderBy("p.id");

/** Every project, or one, by id. */
export const projectRows = (store: Store, id?: number): Project[] =>
  store.all(id === undefined ? projects : projects.where("p.id", "=", id)).map((p) => ({
    id: p.id,
    title: p.title,
    aims: p.aims,
    leadId: p.lead_staff_id,
    leadName: p.name,
    startsOn: p.starts_on as Day | null,
    endsOn: p.ends_on as Day | null,
    places: p.places,
    hoursPerMonth: p.hours_per_month,
    payBasis: p.pay_basis,
    contentNote: p.content_note,
    status: p.status,
    closedOn: p.closed_on as Day | null,
    lewgFirst: p.lewg_first === 1,
  }));

/** The projects a ref or a whole title in any case may mean. */
export function projectCandidates(store: Store, text: string): Project[] {
  const id = idOf("project", text);
  if (id !== null) return projectRows(store, id);
  return projectRows(store).filter((p) => folded(p.title) === folded(text));
}

/** The one project meant by a ref or its title; nobody is asked to guess. */
export const findProject = (store: Store, text: string): Result<Project> =>
  theOneProject(text, projectCandidates(store, text));

/** Adds a project; answers its id. */
export const addProject = (
  store: Store,
  project: NewProject,
  leadId: number | null,
  lewgFirst: boolean,
  today: Day,
): number =>
  store.insert("project", {
    title: project.title,
    aims: project.aims ?? null,
    lead_staff_id: leadId,
    starts_on: project.startsOn ?? null,
    ends_on: project.endsOn ?? null,
    places: project.places,
    hours_per_month: project.hoursPerMonth ?? null,
    pay_basis: project.payBasis ?? null,
    content_note: project.contentNote ?? null,
    lewg_first: lewgFirst ? 1 : 0,
    created_on: today,
  });

/** Fills in or corrects what a project says; undefined leaves what is there. */
export const changeProject = (
  store: Store,
  id: number,
  project: NewProject,
  leadId: number | undefined,
): void =>
  store.update("project", id, {
    aims: project.aims,
    lead_staff_id: leadId,
    starts_on: project.startsOn,
    ends_on: project.endsOn,
    places: project.places,
    hours_per_month: project.hoursPerMonth,
    pay_basis: project.payBasis,
    content_note: project.contentNote,
  });

/** The keys of the payment bands, shortest first. */
export const bandKeys = (store: Store): string[] =>
  store.all(sql.selectFrom("band").select("key").orderBy("position")).map((b) => b.key);

/** A need as it is kept, with its row and the project it belongs to. */
export interface NeedRow extends Need {
  readonly id: number;
  readonly projectId: number;
}

/** The needs of a project, or of all of them, required ones first. */
export function needRows(store: Store, projectId?: number): NeedRow[] {
  const query = sql
    .selectFrom("project_need")
    .select([
      "id",
      "project_id",
      "kind",
      "category",
      "value",
      "level",
      "scope",
      "at_least",
      "at_most",
      "weight",
    ])
    .orderBy("project_id")
    .orderBy("kind", "desc")
    .orderBy("id");
  return store.all(projectId === undefined ? query : query.where("project_id", "=", projectId)).map((n) => ({
    id: n.id,
    projectId: n.project_id,
    kind: n.kind as NeedKind,
    category: n.category as NeedCategory,
    value: n.value,
    level: n.level,
    scope: n.scope as NeedScope,
    atLeast: n.at_least,
    atMost: n.at_most,
    weight: n.weight,
  }));
}

/** Adds a need to a project, or puts it in place of the row given; answers the row's id. */
export function keepNeed(store: Store, projectId: number, need: Need, inPlaceOf?: number): number {
  const row = {
    kind: need.kind,
    category: need.category,
    value: need.value,
    level: need.level,
    scope: need.scope,
    at_least: need.atLeast,
    at_most: need.atMost,
    weight: need.weight,
  };
  if (inPlaceOf === undefined) return store.insert("project_need", { project_id: projectId, ...row });
  store.update("project_need", inPlaceOf, row);
  return inPlaceOf;
}
