import type { Course } from "../domain/course.ts";
import type { Day } from "../domain/day.ts";
import type { MeetingMode } from "../domain/meeting.ts";
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
        .select([
          "trainer",
          "places",
          "status",
          "make_up_of",
          "revision",
          "cancelled_on",
          "cancelled_because",
        ])
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
      revision: s.revision,
      cancelledOn: s.cancelled_on as Day | null,
      cancelledBecause: s.cancelled_because,
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
    store.insert("course", {
      ...{ key: plan.key, title: plan.title, status: plan.status, ...about },
      started_on: plan.startedOn,
    });
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

/** Writes a session as it is to be. */
export const saveSession = (store: Store, s: TrainingSession): void =>
  store.update("training_session", s.id, {
    held_on: s.heldOn,
    starts_at: s.startsAt,
    minutes: s.minutes,
    mode: s.mode as MeetingMode | null,
    place: s.place,
    trainer: s.trainer,
    places: s.places,
    status: s.status as "planned" | "held",
    revision: s.revision,
  });

/** Marks a session as held. */
export const markSessionHeld = (store: Store, id: number): void =>
  store.update("training_session", id, { status: "held" });

/** Marks a session as cancelled, with the reason. */
export const cancelSession = (store: Store, session: TrainingSession, because: string, on: Day): void =>
  store.update("training_session", session.id, {
    status: "cancelled",
    cancelled_on: on,
    cancelled_because: because,
    revision: session.revision + 1,
  });

/** Writes a course and its parts as they are to be; parts are neither added nor taken out. */
export function saveCourseEdit(store: Store, before: Course, after: Course): void {
  store.update("course", after.id, { title: after.title, about: after.about, status: after.status });
  after.parts.forEach((part, i) => {
    if (part !== before.parts[i])
      store.update("course_part", part.id, {
        title: part.title,
        asked_from: part.askedFrom,
        retired_on: part.retiredOn,
      });
  });
}
