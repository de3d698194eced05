import type { Attendee, KnownAttendance, TimeInGroup } from "../domain/attendance.ts";
import type { AttendancePlan } from "../domain/attendance-plan.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { TeamName } from "../domain/person-name.ts";
import { type Result, yes } from "../domain/result.ts";
import { memberships } from "./people.ts";
import { personIndex } from "./person-index.ts";
import { type Store, sql } from "./store.ts";

/** When each person was in which group, by person id. */
const timesInGroups = (store: Store): Map<number, (TimeInGroup & { readonly personId: number })[]> =>
  grouped(
    memberships(store).map(({ personId, group, joinedOn, leftOn }) => ({
      personId,
      group,
      joinedOn,
      leftOn,
    })),
    (m) => m.personId,
  );

/** What is on record for some meetings: the attendance of a person at a meeting, or undefined where nothing is. */
export function knownAttendance(
  store: Store,
  meetingIds: readonly number[],
): (meetingId: number, personId: number) => KnownAttendance | undefined {
  const known = new Map<string, KnownAttendance>();
  for (const id of new Set(meetingIds))
    for (const a of store.all(
      sql
        .selectFrom("attendance")
        .select(["id", "person_id", "state", "mode"])
        .where("meeting_id", "=", id)
        .orderBy("person_id"),
    ))
      known.set(`${id} ${a.person_id}`, a);
  return (meetingId, personId) => known.get(`${meetingId} ${personId}`);
}

const insertMany = `insert into attendance (meeting_id, person_id, state, mode)
select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(?)`;

const updateMany = `update attendance set state = v.value ->> 1, mode = v.value ->> 2
from json_each(?) as v where attendance.id = v.value ->> 0`;

const heldNow = `update meeting set status = 'held' where status = 'planned' and held_on <= ?
and id in (select value from json_each(?))`;

/** Records attendance, all rows in one statement, and marks the meetings that were planned, and whose day has come, as held. */
export function saveAttendance(store: Store, plan: AttendancePlan, today: Day): void {
  const added = plan.added.map((e) => [e.meeting.id, e.person.id, e.state, e.mode]);
  const updated = plan.updated.map((e) => [e.known.id, e.state, e.newMode]);
  const meetings = [...new Set([...plan.added, ...plan.updated].map((e) => e.meeting.id))];
  if (added.length > 0) store.rawRun(insertMany, JSON.stringify(added));
  if (updated.length > 0) store.rawRun(updateMany, JSON.stringify(updated));
  markHeld(store, meetings, today);
}

/** Marks meetings that were planned, and whose day has come, as held. */
export function markHeld(store: Store, meetingIds: readonly number[], today: Day): void {
  if (meetingIds.length > 0) store.rawRun(heldNow, today, JSON.stringify(meetingIds));
}

/** Takes out what was recorded of some people at a meeting, so that they are not recorded again; answers how many rows went. */
export const clearAttendance = (store: Store, meetingId: number, people: readonly Attendee[]): number =>
  store.rawRun(
    "delete from attendance where meeting_id = ? and person_id in (select value from json_each(?))",
    meetingId,
    JSON.stringify(people.map((p) => p.id)),
  );

/** One line of a register. */
export interface AttendanceRow {
  readonly meeting: string;
  readonly heldOn: Day;
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly state: string;
  readonly mode: string | null;
}

/** The attendance on record, by day of meeting and then by person; of one meeting, or of all. */
export function attendanceRows(store: Store, meetingKey?: string): AttendanceRow[] {
  let query = sql
    .selectFrom("attendance as a")
    .innerJoin("meeting as m", "m.id", "a.meeting_id")
    .innerJoin("person as p", "p.id", "a.person_id")
    .select(["m.key", "m.held_on", "a.person_id", "p.known_as", "a.state", "a.mode"])
    .orderBy("m.held_on")
    .orderBy("m.key")
    .orderBy("a.person_id");
  if (meetingKey !== undefined) query = query.where("m.key", "=", meetingKey);
  return store.all(query).map((a) => ({
    meeting: a.key,
    heldOn: a.held_on as Day,
    personId: a.person_id,
    knownAs: a.known_as,
    state: a.state,
    mode: a.mode,
  }));
}

/** Everybody by id, with their times in groups. */
export function attendees(store: Store): Attendee[] {
  const times = timesInGroups(store);
  return store
    .all(sql.selectFrom("person").select(["id", "known_as"]).orderBy("id"))
    .map((p) => ({ id: p.id, knownAs: p.known_as, times: times.get(p.id) ?? [] }));
}

/** Finds people by ref, name or e-mail address, with their times in groups; the store is read once. */
export function attendeeIndex(store: Store): (text: string) => Result<Attendee> {
  const find = personIndex(store);
  const times = timesInGroups(store);
  return (text) => {
    const found = find(text);
    if (!found.ok) return found;
    const { id, knownAs } = found.value;
    return yes({ id, knownAs, times: times.get(id) ?? [] });
  };
}
