import type { Day } from "../domain/day.ts";
import type { Project } from "../domain/project.ts";
import type { ProjectRoom } from "../domain/project-plan.ts";
import { type OfferRow, offerRows } from "./offers.ts";
import { type NeedRow, needRows, projectRows } from "./projects.ts";
import type { Store } from "./store.ts";
import { onTeamOn, type TeamRow, teamRows } from "./teams.ts";

/** A project with its needs, every offer, and those who hold a place on a day. */
export interface WholeProject {
  readonly project: Project;
  readonly needs: readonly NeedRow[];
  readonly offers: readonly OfferRow[];
  readonly team: readonly TeamRow[];
}

/** Every project, or one, with everything that hangs on it, as at a day. */
export function wholeProjects(store: Store, day: Day, id?: number): WholeProject[] {
  const needs = needRows(store, id);
  const offers = offerRows(store, id);
  const team = teamRows(store, id).filter((t) => onTeamOn(t, day));
  return projectRows(store, id).map((project) => ({
    project,
    needs: needs.filter((n) => n.projectId === project.id),
    offers: offers.filter((o) => o.projectId === project.id),
    team: team.filter((t) => t.projectId === project.id),
  }));
}

/** Every project with its needs and how many are on its team on a day: what a change of its places is held against. */
export const projectRooms = (store: Store, day: Day): ProjectRoom[] =>
  wholeProjects(store, day).map(({ project, needs, team }) => ({ project, needs, onTeam: team.length }));
