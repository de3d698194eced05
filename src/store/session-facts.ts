import type { Attendee } from "../domain/attendance.ts";
import type { Course } from "../domain/course.ts";
import { type Enrolment, type MovedUp, movedUp } from "../domain/enrolment.ts";
import { ref } from "../domain/ref.ts";
import { type Result, yes } from "../domain/result.ts";
import { type TrainingSession, theSession } from "../domain/session.ts";
import type { CancelFacts } from "../domain/session-cancel.ts";
import { theCourse } from "../domain/training-words.ts";
import { attendees } from "./attendance.ts";
import { trainingRecords } from "./clearances.ts";
import { courses } from "./courses.ts";
import { enrolments, saveEnrolments } from "./enrolments.ts";
import type { Store } from "./store.ts";
import { trainingSessions } from "./training.ts";

/** A session with its course, who has a place, and everybody who may have one by person id. */
export interface SessionRecord {
  readonly session: TrainingSession;
  readonly course: Course;
  readonly enrolments: readonly Enrolment[];
  readonly people: ReadonlyMap<number, Attendee>;
}

/** The session that a ref means, with all that is known of it. */
export function sessionRecord(store: Store, text: string): Result<SessionRecord> {
  const session = theSession(text, trainingSessions(store));
  if (!session.ok) return session;
  const all = courses(store);
  const key = all.find((c) => c.id === session.value.courseId)?.key ?? "";
  const course = theCourse(key, all);
  if (!course.ok) return course;
  return yes({
    session: session.value,
    course: course.value,
    enrolments: enrolments(store, session.value.id),
    people: new Map(attendees(store).map((p) => [p.id, p])),
  });
}

/** The session that a ref means, with every course and everybody's record: what cancelling it is held against. */
export function cancelFacts(store: Store, text: string): Result<CancelFacts> {
  const record = sessionRecord(store, text);
  return record.ok
    ? yes({ ...record.value, courses: courses(store), records: trainingRecords(store) })
    : record;
}

/** Gives places that are free at a session that is planned to those who wait; null where there is no such session. */
export function moveUp(store: Store, sessionId: number | undefined): MovedUp | null {
  const record = sessionRecord(store, ref("session", sessionId ?? 0));
  if (!record.ok || record.value.session.status !== "planned") return null;
  const { session, enrolments: its, people } = record.value;
  const moved = movedUp(session, its, people);
  saveEnrolments(store, session.id, moved.up, null);
  return { session, moved };
}

/** Reads the key of a course, as the store has them now. */
export function courseReader(store: Store): (text: string) => Result<Course> {
  const known = courses(store);
  return (text) => theCourse(text, known);
}

/** Reads the ref of a session, as the store has them now. */
export function sessionReader(store: Store): (text: string) => Result<TrainingSession> {
  const known = trainingSessions(store);
  return (text) => theSession(text, known);
}
