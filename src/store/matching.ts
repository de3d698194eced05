import { askedGroups, askedThrough } from "../domain/asked.ts";
import { evaluateClearance } from "../domain/clearance.ts";
import { addMonths, type Day, within } from "../domain/day.ts";
import type { MatchPerson } from "../domain/gate.ts";
import { grouped } from "../domain/grouped.ts";
import type { MatchFacts } from "../domain/match.ts";
import { type Offer, offerState } from "../domain/offer.ts";
import { type Project, projectStanding } from "../domain/project.ts";
import { ref } from "../domain/ref.ts";
import { stretchesOf } from "./availability.ts";
import { ceilingHeadroom } from "./ceiling-headroom.ts";
import { clearanceRules, trainingRecords } from "./clearances.ts";
import { consentsInForce } from "./consents.ts";
import { offerRows } from "./offers.ts";
import { memberships } from "./people.ts";
import { matchPolicy } from "./policies.ts";
import { needRows, projectRows } from "./projects.ts";
import { type Store, sql } from "./store.ts";
import { onTeamOn, teamRows } from "./teams.ts";

const terms = sql
  .selectFrom("person_term as t")
  .innerJoin("vocabulary_term as v", "v.id", "t.term_id")
  .select(["t.person_id", "t.level", "v.kind", "v.key"])
  .orderBy("t.person_id")
  .orderBy("v.kind")
  .orderBy("v.key");

const people = sql
  .selectFrom("person")
  .select(["id", "perspective", "region", "projects_max"])
  .where("erased_on", "is", null)
  .orderBy("id");

/** Whole months from a day to a later one. */
function wholeMonths(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months++;
  return months;
}

/** For each clearance asked for: by person, what is still missing on a day; an empty list is cleared. */
function lacksOn(
  store: Store,
  keys: readonly string[],
  day: Day,
): ReadonlyMap<number, Record<string, string[]>> {
  const rules = clearanceRules(store).filter((r) => keys.includes(r.key));
  const lacks = new Map<number, Record<string, string[]>>();
  for (const [id, record] of rules.length > 0 ? trainingRecords(store) : [])
    lacks.set(
      id,
      Object.fromEntries(
        rules.map((r) => {
          const answer = evaluateClearance(r, record, day);
          return [r.key, answer.cleared ? [] : [...answer.missing]];
        }),
      ),
    );
  return lacks;
}

/** How the last offer of the project made by a day stood on that day. */
function lastOffer(offers: readonly Offer[], day: Day): MatchPerson["offer"] {
  const last = offers.findLast((o) => o.offeredOn <= day);
  if (!last) return "none";
  const replied = last.repliedOn === null || last.repliedOn <= day;
  const withdrawn = last.withdrawnOn === null || last.withdrawnOn <= day;
  return replied && withdrawn ? offerState(last) : "waiting";
}

/**
 * Everything matching knows about a project and everybody in the store, as at a day. It decides nothing: whether experience
 * may be used is a fact that goes with it.
 */
export function matchFacts(
  store: Store,
  project: Project,
  day: Day,
  widen: "lean" | "external" | undefined,
): MatchFacts {
  const needs = needRows(store, project.id).map(({ id: _id, projectId: _project, ...need }) => need);
  const policy = matchPolicy(store, day);
  const consents = consentsInForce(store, day);
  const ceilings = ceilingHeadroom(store, project.id, day);
  const groups = grouped(memberships(store), (m) => m.personId);
  const termsOf = grouped(store.all(terms), (t) => t.person_id);
  const hours = grouped(stretchesOf(store), (s) => s.personId);
  const offers = grouped(offerRows(store), (o) => o.personId);
  const over = new Set(
    projectRows(store)
      .filter((p) => ["ended", "closed"].includes(projectStanding(p, day)))
      .map((p) => p.id),
  );
  const teams = grouped(
    teamRows(store).filter((t) => onTeamOn(t, day)),
    (t) => t.personId,
  );
  const lacks = lacksOn(
    store,
    needs.filter((n) => n.category === "clearance").map((n) => n.value),
    day,
  );
  const conflicts = new Set(
    store
      .all(
        sql
          .selectFrom("project_conflict")
          .select("person_id")
          .where("project_id", "=", project.id)
          .where("declared_on", "<=", day)
          .orderBy("person_id"),
      )
      .map((c) => c.person_id),
  );
  const works = project.startsOn !== null && project.startsOn > day ? project.startsOn : day;
  const since = addMonths(day, -policy.recentMonths);
  return {
    projectId: project.id,
    project: ref("project", project.id),
    day,
    places: project.places,
    hoursPerMonth: project.hoursPerMonth,
    needs,
    policy,
    asked: askedGroups(widen, project.lewgFirst),
    inOrder: project.lewgFirst,
    people: store.all(people).flatMap((p): MatchPerson[] => {
      const through = askedThrough(groups.get(p.id) ?? [], day);
      if (!through) return [];
      const words = termsOf.get(p.id) ?? [];
      const keys = (kind: string): string[] => words.filter((w) => w.kind === kind).map((w) => w.key);
      const made = (offers.get(p.id) ?? []).filter((o) => o.offeredOn <= day);
      const last = made.at(-1)?.offeredOn;
      const team = teams.get(p.id) ?? [];
      return [
        {
          id: p.id,
          ...through,
          perspective: p.perspective,
          region: p.region,
          skills: Object.fromEntries(words.filter((w) => w.kind === "skill").map((w) => [w.key, w.level])),
          interests: keys("interest"),
          availability: keys("availability"),
          experience: keys("experience"),
          mayUseExperience: consents.get(p.id)?.has("matching") ?? false,
          lacks: lacks.get(p.id) ?? {},
          conflict: conflicts.has(p.id),
          hoursPerMonth:
            hours.get(p.id)?.findLast((h) => within(works, h.fromOn, h.untilOn))?.hoursPerMonth ?? null,
          projectsMax: p.projects_max,
          activeProjects: team.filter((t) => !over.has(t.projectId)).length,
          recentOffers: made.filter((o) => o.offeredOn > since).length,
          monthsSinceOffer: last ? wholeMonths(last, day) : null,
          ceiling: ceilings.get(p.id) ?? "none",
          offer: lastOffer(
            made.filter((o) => o.projectId === project.id),
            day,
          ),
          onTeam: team.some((t) => t.projectId === project.id),
        },
      ];
    }),
  };
}
