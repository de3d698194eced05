import type { Day } from "../domain/day.ts";
import type { RowOutcome } from "../domain/imports.ts";
import {
  differs,
  type KnownMeeting,
  type MeetingMode,
  type MeetingPlan,
  type MeetingSeries,
  type PlannedMeeting,
} from "../domain/meeting.ts";
import type { MeetingWrite } from "../domain/meeting-sheet.ts";
import type { TimeOfDay } from "../domain/time.ts";
import { type Store, sql } from "./store.ts";

/** Every series of meetings, by key. */
export const meetingSeries = (store: Store): MeetingSeries[] =>
  store
    .all(
      sql
        .selectFrom("meeting_series as s")
        .innerJoin("involvement_group as g", "g.id", "s.group_id")
        .select(["s.id", "s.key", "s.title", "s.group_id", "g.key as group_key", "s.kind"])
        .select(["s.cadence_months", "s.minutes", "s.band", "s.mode"])
        .orderBy("s.key"),
    )
    .map((s) => ({
      id: s.id,
      key: s.key,
      title: s.title,
      groupId: s.group_id,
      group: s.group_key,
      kind: s.kind,
      cadenceMonths: s.cadence_months,
      minutes: s.minutes,
      band: s.band,
      mode: s.mode as MeetingMode,
    }));

/** Every meeting by day, with how many people have attendance recorded. */
export function knownMeetings(store: Store): KnownMeeting[] {
  const series = new Map(meetingSeries(store).map((s) => [s.id, s]));
  const rows = store.all(
    sql
      .selectFrom("meeting as m")
      .leftJoin("attendance as a", "a.meeting_id", "m.id")
      .select(["m.id", "m.key", "m.series_id", "m.held_on", "m.starts_at", "m.mode", "m.place", "m.title"])
      .select(["m.minutes", "m.status"])
      .select((e) => e.fn.count<number>("a.id").as("recorded"))
      .groupBy("m.id")
      .orderBy("m.held_on")
      .orderBy("m.key"),
  );
  return rows.map((m) => ({
    id: m.id,
    key: m.key,
    series: series.get(m.series_id) as MeetingSeries,
    heldOn: m.held_on as Day,
    startsAt: m.starts_at as TimeOfDay | null,
    mode: m.mode as MeetingMode | null,
    place: m.place,
    title: m.title,
    minutes: m.minutes,
    status: m.status,
    recorded: m.recorded,
  }));
}

/** The meetings by key. */
export const meetingsByKey = (store: Store): Map<string, KnownMeeting> =>
  new Map(knownMeetings(store).map((m) => [m.key, m]));

/** Records planned meetings: each new, changed where the plan says something else, or left as it is. */
export function saveMeetings(
  store: Store,
  plans: readonly MeetingPlan[],
  known: readonly KnownMeeting[],
): PlannedMeeting[] {
  const byKey = new Map(known.map((m) => [m.key, m]));
  return plans.map((plan) => {
    const before = byKey.get(plan.key);
    return { plan, outcome: saveMeeting(store, { plan, known: before, cleared: [] }), known: before };
  });
}

const columnOf = { startsAt: "starts_at", place: "place", title: "title" } as const;

/** Records one planned meeting; what was not said stays, what is cleared is emptied. */
export function saveMeeting(store: Store, { plan, known, cleared }: MeetingWrite): RowOutcome {
  if (known && cleared.length === 0 && !differs(plan, known)) return "unchanged";
  if (known) {
    store.update("meeting", known.id, {
      held_on: plan.heldOn,
      starts_at: plan.startsAt ?? undefined,
      mode: plan.mode ?? undefined,
      place: plan.place ?? undefined,
      title: plan.title ?? undefined,
      minutes: plan.minutes ?? undefined,
      ...Object.fromEntries(cleared.map((detail) => [columnOf[detail], null])),
    });
    return "updated";
  }
  store.insert("meeting", {
    series_id: plan.series.id,
    key: plan.key,
    held_on: plan.heldOn,
    starts_at: plan.startsAt,
    mode: plan.mode ?? plan.series.mode,
    place: plan.place,
    title: plan.title,
    minutes: plan.minutes ?? plan.series.minutes,
    band: plan.series.band,
  });
  return "new";
}

/** The bank holidays by day. */
export const bankHolidays = (store: Store): Map<string, string> =>
  new Map(
    store
      .all(sql.selectFrom("bank_holiday").select(["on_day", "label"]).orderBy("on_day"))
      .map((h) => [h.on_day, h.label]),
  );

/** How many people came to each meeting, by meeting key; not recorded = in the group that day and without a row. */
export interface MeetingCounts {
  readonly present: number;
  readonly part: number;
  readonly apologies: number;
  readonly absent: number;
  readonly notRecorded: number;
}

/** The counts of every meeting by its key. */
export const meetingCounts = (store: Store): Map<string, MeetingCounts> =>
  new Map(
    store
      .all(
        sql
          .selectFrom("meeting_attendance")
          .select(["meeting", "present", "part", "apologies", "absent", "not_recorded"])
          .orderBy("held_on")
          .orderBy("meeting"),
      )
      .map((c) => [
        String(c.meeting),
        {
          present: Number(c.present),
          part: Number(c.part),
          apologies: Number(c.apologies),
          absent: Number(c.absent),
          notRecorded: Number(c.not_recorded),
        },
      ]),
  );
