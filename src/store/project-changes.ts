import type { Day } from "../domain/day.ts";
import type { Project } from "../domain/project.ts";
import type { ConflictAction, ProjectConflict } from "../domain/project-conflict.ts";
import type { ProjectEditFacts } from "../domain/project-edit.ts";
import { bandKeys, projectCandidates } from "./projects.ts";
import { type Store, sql } from "./store.ts";
import { wholeProjects } from "./whole-projects.ts";

/** What an edit of a project is checked against. */
export function projectEditFacts(
  store: Store,
  project: Project,
  title: string | undefined,
  today: Day,
): ProjectEditFacts {
  const [whole] = wholeProjects(store, today, project.id);
  const others = title === undefined ? [] : projectCandidates(store, title);
  return {
    ...{ project, onTeam: whole?.team.length ?? 0 },
    needs: whole?.needs ?? [],
    bands: bandKeys(store),
    sameTitle: others.find((p) => p.id !== project.id),
  };
}

/** Writes a project as it was edited. */
export const saveEdited = (store: Store, project: Project): void =>
  store.update("project", project.id, {
    title: project.title,
    aims: project.aims,
    lead_staff_id: project.leadId,
    starts_on: project.startsOn,
    ends_on: project.endsOn,
    places: project.places,
    hours_per_month: project.hoursPerMonth,
    pay_basis: project.payBasis,
    content_note: project.contentNote,
    status: project.status,
    lewg_first: project.lewgFirst ? 1 : 0,
    closed_on: project.closedOn,
  });

/** The conflicts of interest of a project, by person. */
export const projectConflicts = (store: Store, projectId: number): ProjectConflict[] =>
  store
    .all(
      sql
        .selectFrom("project_conflict as c")
        .innerJoin("person as p", "p.id", "c.person_id")
        .select(["c.id", "c.person_id", "p.known_as", "c.note", "c.declared_on"])
        .where("c.project_id", "=", projectId)
        .orderBy("c.person_id"),
    )
    .map((c) => ({
      id: c.id,
      personId: c.person_id,
      knownAs: c.known_as,
      note: c.note,
      declaredOn: c.declared_on as Day,
    }));

/** Puts a conflict of interest on record, changes its note, or takes it back. */
export function saveConflict(
  store: Store,
  action: ConflictAction,
  existing: ProjectConflict | undefined,
  row: {
    readonly projectId: number;
    readonly personId: number;
    readonly note: string | undefined;
    readonly on: Day;
  },
): void {
  if (action === "add")
    store.insert("project_conflict", {
      project_id: row.projectId,
      person_id: row.personId,
      note: row.note ?? null,
      declared_on: row.on,
    });
  if (action === "change" && existing) store.update("project_conflict", existing.id, { note: row.note });
  if (action === "remove" && existing) store.remove("project_conflict", existing.id);
}

/** Closes a project from a day on. */
export const closeProject = (store: Store, id: number, on: Day): void =>
  store.update("project", id, { status: "closed", closed_on: on });

/** Takes an offer back from a day on. */
export const withdrawOffer = (store: Store, id: number, on: Day): void =>
  store.update("project_offer", id, { withdrawn_on: on });

/** Ends somebody's time on a team: they hold no place from that day on. */
export const releaseFrom = (store: Store, teamRowId: number, on: Day, reason?: string): void =>
  store.update("team_membership", teamRowId, { to_on: on, release_reason: reason });
