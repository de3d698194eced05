import type { Course, CoursePart, CourseStatus } from "../domain/course.ts";
import type { Day } from "../domain/day.ts";
import { type Store, sql } from "./store.ts";

/** Every course with its parts in order; offered ones first, then planned, then retired, as they were added. */
export function courses(store: Store): Course[] {
  const parts = new Map<number, CoursePart[]>();
  const rows = store.all(
    sql
      .selectFrom("course_part")
      .select(["id", "course_id", "key", "title", "position", "asked_from", "retired_on"])
      .orderBy("course_id")
      .orderBy("position"),
  );
  for (const p of rows) {
    const part = {
      id: p.id,
      key: p.key,
      title: p.title,
      position: p.position,
      askedFrom: p.asked_from as Day | null,
      retiredOn: p.retired_on as Day | null,
    };
    parts.set(p.course_id, [...(parts.get(p.course_id) ?? []), part]);
  }
  return store
    .all(
      sql
        .selectFrom("course")
        .select(["id", "key", "title", "status", "about"])
        .orderBy("status")
        .orderBy("id"),
    )
    .map((c) => ({ ...c, status: c.status as CourseStatus, parts: parts.get(c.id) ?? [] }));
}
