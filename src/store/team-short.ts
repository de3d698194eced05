import type { ClearanceChange } from "../domain/clearance-change.ts";
import type { Day } from "../domain/day.ts";
import { projectStanding } from "../domain/project.ts";
import { ref } from "../domain/ref.ts";
import type { TeamsAsked } from "../domain/team-short.ts";
import { projectsNeeding } from "./clearance-changes.ts";
import { factsOf } from "./matching.ts";
import { peopleRows } from "./people.ts";
import { projectRows } from "./projects.ts";
import type { Store } from "./store.ts";

/** Some projects that are not over on a day, with everybody as they stand with them. */
export function teamsAsked(store: Store, ids: readonly number[], day: Day): TeamsAsked {
  const projects = projectRows(store).filter(
    (p) => ids.includes(p.id) && !["ended", "closed"].includes(projectStanding(p, day)),
  );
  const names = peopleRows(store).map((p) => [p.id, `${ref("member", p.id)} ${p.known_as}`] as const);
  return { facts: factsOf(store, projects, day), names: new Map(names) };
}

/** The projects that need what some people are not cleared for any more. */
export const teamsNeeding = (store: Store, lost: readonly ClearanceChange[], day: Day): TeamsAsked =>
  teamsAsked(
    store,
    lost.flatMap(({ clearance }) => projectsNeeding(store, clearance.key)),
    day,
  );
