import { addDays, type Day } from "../domain/day.ts";
import { nameOf } from "../domain/naming.ts";
import { bandByLength } from "../domain/rate.ts";
import { ref } from "../domain/ref.ts";
import type { Gathering, ProjectTime } from "../domain/scheduled.ts";
import { namingFacts } from "./naming.ts";
import { bands } from "./rates.ts";
import { type Store, sql } from "./store.ts";

function meetingsOf(store: Store, personId: number): Gathering[] {
  const all = bands(store);
  return store
    .all(
      sql
        .selectFrom("meeting as m")
        .innerJoin("meeting_series as s", "s.id", "m.series_id")
        .innerJoin("involvement_group as g", "g.id", "s.group_id")
        .leftJoin("attendance as a", (join) =>
          join.onRef("a.meeting_id", "=", "m.id").on("a.person_id", "=", personId),
        )
        .select(["m.key", "m.held_on", "m.band", "s.band as series_band", "m.minutes", "g.key as group_key"])
        .select("a.state")
        .where("m.status", "<>", "cancelled")
        .orderBy("m.held_on")
        .orderBy("m.key"),
    )
    .map((m) => ({
      activity: `meeting:${m.key}`,
      withheld: false,
      on: m.held_on as Day,
      group: m.group_key,
      band: bandByLength(m.minutes, m.band ?? m.series_band, all),
      minutes: m.minutes,
      came: m.state === null ? null : m.state === "present" || m.state === "part",
    }));
}

const sessionsOf = (store: Store, personId: number): Gathering[] =>
  store
    .all(
      sql
        .selectFrom("session_enrolment as e")
        .innerJoin("training_session as t", "t.id", "e.session_id")
        .innerJoin("course as c", "c.id", "t.course_id")
        .select(["c.key", "t.held_on", "t.minutes", "e.state"])
        .where("e.person_id", "=", personId)
        .where("t.status", "<>", "cancelled")
        .where("e.state", "in", ["enrolled", "attended"])
        .orderBy("t.held_on")
        .orderBy("t.id"),
    )
    .map((t) => ({
      activity: `training:${t.key}`,
      withheld: false,
      on: t.held_on as Day,
      group: null,
      band: null,
      minutes: t.minutes,
      came: t.state === "attended" ? true : null,
    }));

/** The events somebody is to take part in, or took part in; which it is stays untold where they are anonymous in it. */
function eventsOf(store: Store, personId: number): Gathering[] {
  const rows = store.all(
    sql
      .selectFrom("event_contributor as c")
      .innerJoin("engagement_event as e", "e.id", "c.event_id")
      .select(["e.id", "e.held_on", "e.band"])
      .distinct()
      .where("c.person_id", "=", personId)
      .orderBy("e.id"),
  );
  const facts = namingFacts(store, [personId]);
  return rows.map((e) => ({
    activity: `event:${ref("event", e.id)}`,
    withheld: !nameOf(facts, personId, { kind: "event", id: e.id }, "team").shown,
    on: e.held_on as Day,
    group: null,
    band: e.band,
    minutes: null,
    came: true,
  }));
}

/** The meetings, events and training sessions that somebody may be asked to, with what is on record of whether they came. */
export const gatheringsOf = (store: Store, personId: number): Gathering[] => [
  ...meetingsOf(store, personId),
  ...sessionsOf(store, personId),
  ...eventsOf(store, personId),
];

const projects = sql
  .selectFrom("project as p")
  .leftJoin("band as b", "b.key", "p.pay_basis")
  .select(["p.id", "p.starts_on", "p.ends_on", "p.hours_per_month", "p.days_per_month", "b.key as band"])
  .orderBy("p.id");

interface PlaceRow {
  readonly id: number;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly hours_per_month: number | null;
  readonly days_per_month: number | null;
  readonly band: string | null;
  readonly from_on: string;
  readonly to_on: string | null;
}

/** A place on a project as time: from its own first day or the project's, whichever is later, to the day before a release. */
const asTime = (p: PlaceRow, offered: boolean): ProjectTime => ({
  activity: `project:${ref("project", p.id)}`,
  from: (p.starts_on !== null && p.starts_on > p.from_on ? p.starts_on : p.from_on) as Day,
  to: p.to_on === null ? (p.ends_on as Day | null) : addDays(p.to_on as Day, -1),
  hoursPerMonth: p.hours_per_month,
  daysPerMonth: p.days_per_month,
  band: p.band,
  offered,
});

/** A project as somebody who is given a place on a day would work for it; undefined for one that is not there. */
export function projectTime(store: Store, projectId: number, day: Day): ProjectTime | undefined {
  const project = store.first(projects.where("p.id", "=", projectId));
  return project && asTime({ ...project, from_on: day, to_on: null }, true);
}

/** The projects on whose team somebody is or will be, and those they are offered a place on; closed ones are left out. */
export function projectTimesOf(store: Store, personId: number, today: Day): ProjectTime[] {
  const going = projects.where("p.closed_on", "is", null);
  const teams = store.all(
    going
      .innerJoin("team_membership as t", "t.project_id", "p.id")
      .select(["t.from_on", "t.to_on"])
      .where("t.person_id", "=", personId),
  );
  const offers = store.all(
    going
      .innerJoin("project_offer as o", "o.project_id", "p.id")
      .select("o.offered_on as from_on")
      .where("o.person_id", "=", personId)
      .where("o.reply", "is", null)
      .where("o.withdrawn_on", "is", null),
  );
  return [
    ...teams.map((t) => asTime(t, false)),
    ...offers.map((o) => asTime({ ...o, to_on: null }, true)),
  ].filter((p) => p.to === null || (p.to >= today && p.to >= p.from));
}
