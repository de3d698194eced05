import type { Course, CourseStatus } from "../domain/course.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { type Enrolment, seatsOf } from "../domain/enrolment.ts";
import { grouped } from "../domain/grouped.ts";
import { ref } from "../domain/ref.ts";
import type { TrainingSession } from "../domain/session.ts";
import { type Column, list, type Report, type Row, type Section } from "./report.ts";

const courseColumns: readonly Column[] = [
  { key: "course", heading: "Course" },
  { key: "title", heading: "Title", detail: true },
  { key: "status", heading: "Status", detail: true },
  { key: "part", heading: "Part" },
  { key: "part_title", heading: "Part in full" },
  { key: "asked_from", heading: "Asked for from", kind: "day", detail: true },
  { key: "retired_on", heading: "Retired", kind: "day", detail: true },
];

/** Each part of each course; a course without parts has a row of its own. */
const courseRows = (courses: readonly Course[]): Row[] =>
  courses.flatMap((c): Row[] => {
    const course = { course: c.key, title: c.title, status: c.status };
    const none = { part: null, part_title: "(no parts yet)", asked_from: null, retired_on: null };
    if (c.parts.length === 0) return [{ ...course, ...none }];
    return c.parts.map((p) => ({
      ...course,
      part: p.key,
      part_title: p.title,
      asked_from: p.askedFrom,
      retired_on: p.retiredOn,
    }));
  });

/** What is said of a session in a list. */
export const sessionColumns: readonly Column[] = [
  { key: "session", heading: "Session" },
  { key: "course", heading: "Course" },
  { key: "part", heading: "Part" },
  { key: "held_on", heading: "Day", kind: "day" },
  { key: "starts_at", heading: "At" },
  { key: "minutes", heading: "Minutes", kind: "integer", detail: true },
  { key: "mode", heading: "Mode", detail: true },
  { key: "place", heading: "Place", detail: true },
  { key: "trainer", heading: "Trainer" },
  { key: "places", heading: "Places", kind: "integer", detail: true },
  { key: "enrolled", heading: "Enrolled", kind: "integer" },
  { key: "waiting", heading: "Waiting", kind: "integer" },
  { key: "status", heading: "Status", detail: true },
  { key: "make_up_of", heading: "Make-up of", detail: true },
];

/** `role-play`, or `whole course` where a session teaches all of it. */
export const partOf = (session: TrainingSession, course: Course | undefined): string =>
  course?.parts.find((p) => p.id === session.partId)?.key ?? "whole course";

/** What a session is, by the columns of its sheet; its part is null where it teaches the whole course. */
export const sessionCells = (s: TrainingSession, course: Course | undefined) =>
  ({
    session: ref("session", s.id),
    course: course?.key ?? null,
    part: course?.parts.find((p) => p.id === s.partId)?.key ?? null,
    held_on: s.heldOn,
    starts_at: s.startsAt,
    minutes: s.minutes,
    mode: s.mode,
    place: s.place,
    trainer: s.trainer,
    places: s.places,
    make_up_of: s.makeUpOf === null ? null : ref("session", s.makeUpOf),
  }) satisfies Row;

/** Sessions as rows, with how full each is. */
export function sessionRows(
  sessions: readonly TrainingSession[],
  courses: readonly Course[],
  enrolments: readonly Enrolment[],
): Row[] {
  const of = grouped(enrolments, (e) => e.sessionId);
  const byId = new Map(courses.map((c) => [c.id, c]));
  return sessions.map((s) => ({
    ...sessionCells(s, byId.get(s.courseId)),
    part: partOf(s, byId.get(s.courseId)),
    enrolled: seatsOf(s, of.get(s.id) ?? []).taken,
    waiting: seatsOf(s, of.get(s.id) ?? []).waiting,
    status: s.status,
  }));
}

/** Courses as a list of their parts. */
export const coursesReport = (courses: readonly Course[]): Report =>
  list("Courses", courseColumns, courseRows(courses), "No courses.");

/** One session, as data. */
export const sessionReport = (
  session: TrainingSession,
  courses: readonly Course[],
  enrolments: readonly Enrolment[] = [],
): Report => list("Session", sessionColumns, sessionRows([session], courses, enrolments), "No session.");

/** Courses with their parts, and the sessions planned from today on (or all of them). */
export function trainingReport(
  courses: readonly Course[],
  sessions: readonly TrainingSession[],
  enrolments: readonly Enrolment[],
  today: Day,
  all: boolean,
): Report {
  const shown = sessions.filter((s) => all || (s.status === "planned" && s.heldOn >= today));
  const section = (status: CourseStatus, heading: string, empty: string): Section => ({
    key: `${status}-courses`,
    heading,
    columns: courseColumns,
    rows: courseRows(courses.filter((c) => c.status === status)),
    empty,
  });
  const offered = `None. Add one with: involve training add peer-review --title "Peer review" --part "Introduction"`;
  return {
    title: "Training",
    sections: [
      section("offered", "Courses", offered),
      section("planned", "Planned courses", "None."),
      ...(all ? [section("retired", "Retired courses", "None.")] : []),
      {
        key: "sessions",
        heading: all ? "Sessions" : "Planned sessions",
        columns: all
          ? sessionColumns.map((c) => (c.key === "status" ? { ...c, detail: false } : c))
          : sessionColumns,
        rows: sessionRows(shown, courses, enrolments),
        empty: `None from ${dayInWords(today)} on. Plan one with: involve training schedule interviewing --part role-play --on DATE`,
      },
    ],
  };
}

/** A session in words: `T-003 on Tue 12 May 2026 at 10:00`. */
export const sessionInWords = (s: TrainingSession): string =>
  `${ref("session", s.id)} on ${dayInWords(s.heldOn)}${s.startsAt === null ? "" : ` at ${s.startsAt}`}`;
