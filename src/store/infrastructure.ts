import { evaluateClearance } from "../domain/clearance.ts";
import { addDays, addMonths, type Day } from "../domain/day.ts";
import type { Period } from "../domain/period.ts";
import { standingOn } from "../domain/person.ts";
import type { GroupFacts, StructureFacts } from "../domain/structure.ts";
import { clearanceRules, trainingRecords } from "./clearances.ts";
import { evaluationRounds } from "./evaluations.ts";
import { eventRows } from "./events.ts";
import { commentaryStandings, meetingStandings, paperStandings } from "./outputs.ts";
import { memberships } from "./people.ts";
import { staffRows } from "./staff.ts";
import { type Store, sql } from "./store.ts";

/** The unit whose store this is. */
export function unitOf(store: Store): { name: string; shortName: string } {
  const row = store.first(sql.selectFrom("unit").select(["name", "short_name"]).where("id", "=", 1));
  return { name: row?.name ?? "The unit", shortName: row?.short_name ?? "unit" };
}

/** A group and who is in it on a day, by perspective; people whose membership is paused are in it. */
function groupFacts(store: Store, key: string, today: Day): GroupFacts {
  const group = store.first(
    sql.selectFrom("involvement_group").select(["label", "about", "places"]).where("key", "=", key),
  );
  const perspectives = new Map(
    store
      .all(sql.selectFrom("person").select(["id", "perspective"]).orderBy("id"))
      .map((p) => [p.id, p.perspective]),
  );
  const here = memberships(store)
    .filter((m) => m.group === key && ["active", "paused"].includes(standingOn(m, today)))
    .map((m) => perspectives.get(m.personId) ?? null);
  const count = (of: string | null): number => here.filter((p) => p === of).length;
  return {
    label: group?.label ?? key,
    about: group?.about ?? "",
    places: group?.places ?? null,
    serviceUsers: count("service-user"),
    carers: count("carer"),
    both: count("both"),
    notSaid: count(null),
  };
}

/** Staff in office on a day with the roles that `wanted` picks: `Harriet Osei, Involvement Lead`. */
const inOffice = (
  store: Store,
  today: Day,
  wanted: (role: { readonly key: string; readonly inManagementTeam: boolean }) => boolean,
): string[] =>
  staffRows(store)
    .filter((s) => s.leftOn === null || s.leftOn > today)
    .flatMap((s) => {
      const roles = s.roles.filter(
        (r) => wanted(r) && r.fromOn <= today && (r.toOn === null || r.toOn >= today),
      );
      return roles.length === 0 ? [] : [`${s.name}, ${roles.map((r) => r.label).join(" and ")}`];
    });

function teams(store: Store, today: Day): { teams: number; peopleOnTeams: number } {
  const rows = store.all(
    sql
      .selectFrom("team_membership as t")
      .innerJoin("project as p", "p.id", "t.project_id")
      .select(["t.project_id", "t.person_id"])
      .where("p.status", "!=", "closed")
      .where((q) => q.or([q("p.ends_on", "is", null), q("p.ends_on", ">=", today)]))
      .where("t.from_on", "<=", today)
      .where((q) => q.or([q("t.to_on", "is", null), q("t.to_on", ">", today)]))
      .orderBy("t.id"),
  );
  return {
    teams: new Set(rows.map((r) => r.project_id)).size,
    peopleOnTeams: new Set(rows.map((r) => r.person_id)).size,
  };
}

function outputs(store: Store) {
  const papers = paperStandings(store);
  const coAuthored = store.all(
    sql
      .selectFrom("authorship")
      .select("paper_id")
      .distinct()
      .where("person_id", "is not", null)
      .where("concluded", "=", "author")
      .orderBy("paper_id"),
  );
  const contributed = store.all(
    sql
      .selectFrom("contribution")
      .select("paper_id")
      .distinct()
      .where("person_id", "is not", null)
      .orderBy("paper_id"),
  );
  return {
    papers: papers.length,
    commented: papers.filter((p) => p.commented).length,
    published: commentaryStandings(store).filter((c) => c.state === "published").length,
    contributed: contributed.length,
    coAuthored: coAuthored.length,
  };
}

function training(store: Store, today: Day) {
  const records = [...trainingRecords(store).values()];
  const offered = store.all(
    sql.selectFrom("course").select("id").where("status", "=", "offered").orderBy("id"),
  );
  return {
    courses: offered.length,
    cleared: clearanceRules(store).map((c) => ({
      key: c.key,
      label: c.label,
      n: records.filter((r) => evaluateClearance(c, r, today).cleared).length,
    })),
  };
}

/** Everything the picture of the involvement structure is drawn from, as at a day. */
export function structureFacts(store: Store, today: Day): StructureFacts {
  const lastYear: Period = { name: "the last 12 months", from: addDays(addMonths(today, -12), 1), to: today };
  const events = eventRows(store, { period: lastYear });
  const measured = events.flatMap((e) => (e.reach === null ? [] : [e.reach]));
  const evaluations = evaluationRounds(store).filter((r) => r.opensOn === null || r.opensOn <= today);
  const last = evaluations.at(-1);
  return {
    shortName: unitOf(store).shortName,
    management: inOffice(store, today, (r) => r.inManagementTeam),
    directors: inOffice(store, today, (r) => ["director", "deputy-director"].includes(r.key)),
    lewg: groupFacts(store, "lewg", today),
    lean: groupFacts(store, "lean", today),
    meetings: meetingStandings(store, lastYear.from, today, "lewg").length,
    ...teams(store, today),
    ...outputs(store),
    ...training(store, today),
    events: events.length,
    reach: measured.reduce((sum, n) => sum + n, 0),
    measured: measured.length,
    evaluations: evaluations.length,
    lastEvaluation: last ? { title: last.title, responses: last.responses.length } : null,
  };
}
