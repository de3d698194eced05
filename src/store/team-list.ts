import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { TeamListFacts } from "../domain/team-list.ts";
import { consentsInForce } from "./consents.ts";
import { namingFacts } from "./naming.ts";
import { type Store, sql } from "./store.ts";
import { onTeamOn, teamRows } from "./teams.ts";

/**
 * What a project team may be told of who is on it on a day; names are under seal. Of experience only what may be told today, whichever
 * day the list is about.
 */
export function teamListFacts(store: Store, projectId: number, day: Day, today: Day): TeamListFacts {
  const team = teamRows(store, projectId).filter((t) => onTeamOn(t, day));
  const ids = [...new Set(team.map((t) => t.personId))];
  const consents = consentsInForce(store, today);
  const words = store.all(
    sql
      .selectFrom("person_term as h")
      .innerJoin("vocabulary_term as v", "v.id", "h.term_id")
      .select(["h.person_id", "v.label"])
      .where("v.kind", "=", "experience")
      .where("h.person_id", "in", ids)
      .orderBy("v.label"),
  );
  const experience = grouped(words, (w) => w.person_id);
  return {
    projectId,
    team: team.map(({ personId, role, fromOn }) => ({ personId, role, fromOn })),
    naming: namingFacts(store, ids),
    mayBeTold: new Set(ids.filter((id) => consents.get(id)?.has("profile-sharing"))),
    experience: new Map([...experience].map(([id, rows]) => [id, rows.map((r) => r.label)])),
  };
}
