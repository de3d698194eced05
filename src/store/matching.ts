import { askedGroups, askedThrough } from "../domain/asked.ts";
import type { Day } from "../domain/day.ts";
import type { MatchPerson } from "../domain/gate.ts";
import type { Included, MatchFacts } from "../domain/match.ts";
import type { Project } from "../domain/project.ts";
import { ref } from "../domain/ref.ts";
import { ceilingHeadroom } from "./ceiling-headroom.ts";
import { everythingKnown, hoursOn, involvementOf, type Known, lacksOn, profileOf } from "./match-people.ts";
import { needRows } from "./projects.ts";
import { type Store, sql } from "./store.ts";

/** What is asked beside the projects themselves. */
export interface MatchAsk {
  readonly widen?: "lean" | "external" | undefined;
  /** Whether accepted places that have not begun are looked at again. */
  readonly reconsider?: boolean;
  readonly atMost?: number | undefined;
  readonly included?: readonly Included[];
}

const conflictsOf = (store: Store, project: number, day: Day): Set<number> =>
  new Set(
    store
      .all(
        sql
          .selectFrom("project_conflict")
          .select("person_id")
          .where("project_id", "=", project)
          .where("declared_on", "<=", day)
          .orderBy("person_id"),
      )
      .map((c) => c.person_id),
  );

function factsFor(
  store: Store,
  project: Project,
  known: Known,
  ask: MatchAsk,
  again: ReadonlySet<number>,
): MatchFacts {
  const { day } = known;
  const needs = needRows(store, project.id).map(({ id: _id, projectId: _project, ...need }) => need);
  const clearances = needs.filter((n) => n.category === "clearance").map((n) => n.value);
  const lacks = lacksOn(store, clearances, day);
  const conflicts = conflictsOf(store, project.id, day);
  const ceilings = ceilingHeadroom(store, project.id, day);
  const works = project.startsOn !== null && project.startsOn > day ? project.startsOn : day;
  return {
    projectId: project.id,
    project: ref("project", project.id),
    day,
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    places: project.places,
    hoursPerMonth: project.hoursPerMonth,
    needs,
    policy: known.policy,
    asked: askedGroups(ask.widen, project.lewgFirst),
    inOrder: project.lewgFirst,
    atMost: ask.atMost ?? null,
    included: ask.included ?? [],
    people: known.people.flatMap((p): MatchPerson[] => {
      const through = askedThrough(known.groups.get(p.id) ?? [], day);
      if (!through) return [];
      const involvement = involvementOf(p.id, project, known, again);
      return [
        {
          id: p.id,
          ...through,
          ...profileOf(p, known),
          ...involvement,
          lacks: lacks.get(p.id) ?? {},
          conflict: conflicts.has(p.id),
          hoursPerMonth: hoursOn(known, p.id, works),
          // Whoever accepted a place did so under their ceiling, and it is counted there already.
          ceiling: involvement.held ? "none" : (ceilings.get(p.id) ?? "none"),
        },
      ];
    }),
  };
}

/**
 * Everything matching knows about some projects and everybody in the store, as at a day, in order of the projects' refs. It
 * decides nothing: whether experience may be used is a fact that goes with it.
 */
export function factsOf(
  store: Store,
  projects: readonly Project[],
  day: Day,
  ask: MatchAsk = {},
): MatchFacts[] {
  const known = everythingKnown(store, day);
  const inOrder = [...projects].sort((a, b) => a.id - b.id);
  const again = new Set(ask.reconsider ? projects.map((p) => p.id) : []);
  return inOrder.map((p) => factsFor(store, p, known, ask, again));
}

/** The same for one project. */
export function matchFacts(
  store: Store,
  project: Project,
  day: Day,
  widen: "lean" | "external" | undefined,
): MatchFacts {
  const [facts] = factsOf(store, [project], day, { widen });
  if (!facts) throw new Error("no facts");
  return facts;
}
