import type { Course, CoursePart, CourseStatus } from "../domain/course.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import { type Store, sql } from "./store.ts";

const asPart = (p: {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly position: number;
  readonly asked_from: string | null;
  readonly retired_on: string | null;
}): CoursePart => ({
  id: p.id,
  key: p.key,
  title: p.title,
  position: p.position,
  askedFrom: p.asked_from as Day | null,
  retiredOn: p.retired_on as Day | null,
});

/** Every course with its parts in order; offered ones first, then planned, then retired, as they were added. */
export function courses(store: Store): Course[] {
  const rows = store.all(
    sql
      .selectFrom("course_part")
      .select(["id", "course_id", "key", "title", "position", "asked_from", "retired_on"])
      .orderBy("course_id")
      .orderBy("position"),
  );
  const parts = grouped(rows, (p) => p.course_id);
  return store
    .all(
      sql
        .selectFrom("course")
        .select(["id", "key", "title", "status", "about", "started_on"])
        .orderBy("status")
        .orderBy("id"),
    )
    .map(({ started_on, ...c }) => ({
      ...c,
      status: c.status as CourseStatus,
      startedOn: started_on as Day | null,
      parts: (parts.get(c.id) ?? []).map(asPart),
    }));
}
