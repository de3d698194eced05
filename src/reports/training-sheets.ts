import type { Course } from "../domain/course.ts";
import { ref } from "../domain/ref.ts";
import type { TrainingSession } from "../domain/session.ts";
import type { TrainingRecord } from "../domain/training.ts";
import { sessionCells } from "./courses.ts";
import { list, type Report, type Row } from "./report.ts";
import type { Trainee } from "./training.ts";

/** The kinds of sheet that training is kept in outside the store. */
export const sheetKinds = ["completions", "sessions", "courses"] as const;

/** The completions that stand, as the sheet that comes in again: by day, then by person and part. */
export function completionsSheet(
  people: readonly Trainee[],
  courses: readonly Course[],
  records: ReadonlyMap<number, TrainingRecord>,
): Report {
  const parts = new Map(courses.flatMap((c) => c.parts.map((part) => [part.id, { course: c, part }])));
  const rows = people.flatMap((p) =>
    (records.get(p.id)?.completions ?? []).flatMap((c) => {
      const found = parts.get(c.partId);
      return found && c.revokedOn === null ? [{ p, on: c.on, ...found }] : [];
    }),
  );
  rows.sort((a, b) => a.on.localeCompare(b.on, "en") || a.p.id - b.p.id || a.part.id - b.part.id);
  return list(
    "Completed parts",
    [
      { key: "course", heading: "Course" },
      { key: "part", heading: "Part" },
      { key: "ref", heading: "Ref" },
      { key: "completed_on", heading: "Completed", kind: "day" },
    ],
    rows.map((r) => ({
      ...{ course: r.course.key, part: r.part.key, ref: ref("member", r.p.id), completed_on: r.on },
    })),
    "Nothing is completed yet.",
  );
}

/** The sessions that were not cancelled, as the sheet that comes in again. */
export function sessionsSheet(sessions: readonly TrainingSession[], courses: readonly Course[]): Report {
  const byId = new Map(courses.map((c) => [c.id, c]));
  return list(
    "Sessions",
    [
      { key: "session", heading: "Session" },
      { key: "course", heading: "Course" },
      { key: "part", heading: "Part" },
      { key: "held_on", heading: "Day", kind: "day" },
      { key: "starts_at", heading: "At" },
      { key: "minutes", heading: "Minutes", kind: "integer" },
      { key: "mode", heading: "Mode" },
      { key: "place", heading: "Place" },
      { key: "trainer", heading: "Trainer" },
      { key: "places", heading: "Places", kind: "integer" },
      { key: "make_up_of", heading: "Make-up of" },
    ],
    sessions.filter((s) => s.status !== "cancelled").map((s) => sessionCells(s, byId.get(s.courseId))),
    "No sessions.",
  );
}

/** The courses and their parts, as the sheet that comes in again. */
export const coursesSheet = (courses: readonly Course[]): Report =>
  list(
    "Courses",
    [
      { key: "course", heading: "Course" },
      { key: "title", heading: "Title" },
      { key: "status", heading: "Status" },
      { key: "about", heading: "About" },
      { key: "part", heading: "Part" },
      { key: "part_title", heading: "Part in full" },
      { key: "asked_from", heading: "Asked for from", kind: "day" },
      { key: "retired_on", heading: "Retired", kind: "day" },
    ],
    courses.flatMap((c): Row[] => {
      const its = { course: c.key, title: c.title, status: c.status, about: c.about };
      const none = { part: null, part_title: null, asked_from: null, retired_on: null };
      if (c.parts.length === 0) return [{ ...its, ...none }];
      return c.parts.map((p) => ({
        ...{ ...its, part: p.key, part_title: p.title, asked_from: p.askedFrom, retired_on: p.retiredOn },
      }));
    }),
    "No courses.",
  );
