import type { CourseWrite } from "../domain/course-sheet.ts";
import type { Day } from "../domain/day.ts";
import type { SessionSheetFacts, SessionWrite } from "../domain/session-sheet.ts";
import { trainingRecords } from "./clearances.ts";
import { courses } from "./courses.ts";
import { enrolments } from "./enrolments.ts";
import type { Store } from "./store.ts";
import { addSession, saveSession, trainingSessions } from "./training.ts";

/** What a file of sessions is held against. */
export function sessionSheetFacts(store: Store): SessionSheetFacts {
  const completed = new Map<number, number>();
  for (const record of trainingRecords(store).values())
    for (const { sessionId, revokedOn } of record.completions)
      if (sessionId && revokedOn === null) completed.set(sessionId, (completed.get(sessionId) ?? 0) + 1);
  return { sessions: trainingSessions(store), enrolments: enrolments(store), completed };
}

/** Writes a row of a file of sessions; answers the session's id. */
export function saveSessionRow(store: Store, write: SessionWrite, today: Day): number {
  if (write.made) return addSession(store, write.made, today);
  saveSession(store, write.after);
  return write.after.id;
}

/** Writes a row of a file of courses: its course and its part, each added or as it is to be. It has no ref to answer. */
export function saveCourseRow(store: Store, { course, part }: CourseWrite): null {
  const known = courses(store).find((c) => c.key === course.key);
  const { key, ...row } = course;
  const id = known?.id ?? store.insert("course", course);
  if (known && (known.title !== row.title || known.status !== row.status || known.about !== row.about))
    store.update("course", id, row);
  if (!part) return null;
  const there = known?.parts.find((p) => p.key === part.key);
  const cells = { title: part.title, asked_from: part.askedFrom, retired_on: part.retiredOn };
  if (there) {
    store.update("course_part", there.id, cells);
    return null;
  }
  const last = Math.max(0, ...(known?.parts.map((p) => p.position) ?? []));
  store.insert("course_part", { course_id: id, key: part.key, position: last + 1, ...cells });
  return null;
}
