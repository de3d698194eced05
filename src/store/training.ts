import type { CompletionEntry } from "../domain/completion.ts";
import type { Day } from "../domain/day.ts";
import type { CoursePlan } from "../domain/new-course.ts";
import type { NewSession, TrainingSession } from "../domain/session.ts";
import { type Store, sql } from "./store.ts";

/** Every training session by day. */
export const trainingSessions = (store: Store): TrainingSession[] =>
  store
    .all(
      sql
        .selectFrom("training_session")
        .select(["id", "course_id", "part_id", "held_on", "starts_at", "minutes", "mode", "place"])
        .select(["trainer", "places", "status", "make_up_of"])
        .orderBy("held_on")
        .orderBy("starts_at")
        .orderBy("id"),
    )
    .map((s) => ({
      id: s.id,
      courseId: s.course_id,
      partId: s.part_id,
      heldOn: s.held_on as Day,
      startsAt: s.starts_at,
      minutes: s.minutes,
      mode: s.mode,
      place: s.place,
      trainer: s.trainer,
      places: s.places,
      status: s.status,
      makeUpOf: s.make_up_of,
    }));

/** Adds a session, held already where its day is past; answers its id. */
export const addSession = (store: Store, session: NewSession, today: Day): number =>
  store.insert("training_session", {
    course_id: session.course.id,
    part_id: session.part?.id ?? null,
    held_on: session.on,
    starts_at: session.at ?? null,
    minutes: session.minutes ?? null,
    mode: session.mode ?? null,
    place: session.place ?? null,
    trainer: session.trainer ?? null,
    places: session.places ?? null,
    status: session.on < today ? "held" : "planned",
    make_up_of: session.makeUpOf?.id ?? null,
  });

/** Adds a course, or changes what is said about one that is there, and adds its new parts; answers the course's id. */
export function saveCourse(store: Store, plan: CoursePlan): number {
  const about = plan.about === undefined ? {} : { about: plan.about };
  const id =
    plan.known?.id ??
    store.insert("course", { key: plan.key, title: plan.title, status: plan.status, ...about });
  if (plan.known && (plan.status !== plan.known.status || plan.about !== undefined))
    store.update("course", id, { status: plan.status, ...about });
  for (const part of plan.parts)
    store.insert("course_part", {
      course_id: id,
      key: part.key,
      title: part.title,
      position: part.position,
      asked_from: part.askedFrom,
    });
  return id;
}

const insertMany = `insert into completion (person_id, part_id, completed_on, session_id, how, recorded_by)
select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(?)`;

const heldNow = `update training_session set status = 'held' where status = 'planned'
and id in (select value from json_each(?))`;

/**
 * Appends completions, those of one call in one statement; the sessions are read once. One of a day on which the part was taught is
 * tied to that session, which then was held.
 */
export function completionSaver(store: Store, by: string): (entries: readonly CompletionEntry[]) => void {
  const byDay = new Map<string, TrainingSession>();
  for (const s of trainingSessions(store).filter((t) => t.status !== "cancelled"))
    byDay.set(`${s.courseId} ${s.partId ?? "all"} ${s.heldOn}`, s);
  return (entries) => {
    if (entries.length === 0) return;
    const rows = entries.map(({ person, course, part, on }) => {
      const session = byDay.get(`${course.id} ${part.id} ${on}`) ?? byDay.get(`${course.id} all ${on}`);
      const how = session ? (session.makeUpOf === null ? "session" : "make-up") : "recorded";
      return [person.id, part.id, on, session?.id ?? null, how, by] as const;
    });
    store.rawRun(insertMany, JSON.stringify(rows));
    const held = [...new Set(rows.flatMap((r) => (r[3] === null ? [] : [r[3]])))];
    if (held.length > 0) store.rawRun(heldNow, JSON.stringify(held));
  };
}
