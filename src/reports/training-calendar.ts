import type { Course } from "../domain/course.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { type Enrolment, seatsOf } from "../domain/enrolment.ts";
import { ref } from "../domain/ref.ts";
import type { TrainingSession } from "../domain/session.ts";
import type { CalendarEntry, Column, Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "session", heading: "Session" },
  { key: "title", heading: "What" },
  { key: "held_on", heading: "Day", kind: "day" },
  { key: "starts_at", heading: "At" },
  { key: "minutes", heading: "Minutes", kind: "integer", detail: true },
  { key: "mode", heading: "Mode" },
  { key: "place", heading: "Place" },
  { key: "places_free", heading: "Places free", kind: "integer" },
  { key: "status", heading: "Status" },
];

/** `Interviewing: Role play`, or the course alone where all of it is taught. */
function titleOf(session: TrainingSession, course: Course | undefined): string {
  const part = course?.parts.find((p) => p.id === session.partId);
  return [course?.title ?? "Training", part?.title].filter(Boolean).join(": ");
}

const entryOf = (session: TrainingSession, title: string, domain: string): CalendarEntry => ({
  uid: `training-${ref("session", session.id)}@${domain}`,
  revision: session.revision,
  title,
  on: session.heldOn,
  at: session.startsAt,
  minutes: session.minutes,
  place: session.place ?? (session.mode === "remote" ? "Remote" : null),
  about: `Training session ${ref("session", session.id)}${session.mode === null ? "" : ` (${session.mode})`}`,
  cancelled: session.status === "cancelled",
});

/**
 * The sessions of some days as a list and as a calendar: when and where, how many places are free, and which were cancelled. It
 * names nobody, neither who comes nor who teaches, so that it can be given to everybody.
 */
export function calendarReport(
  sessions: readonly TrainingSession[],
  courses: readonly Course[],
  enrolments: readonly Enrolment[],
  made: { readonly unit: string; readonly domain: string; readonly asAt: Day },
): Report {
  const byId = new Map(courses.map((c) => [c.id, c]));
  const titled = sessions.map((session) => ({
    session,
    title: titleOf(session, byId.get(session.courseId)),
  }));
  return {
    title: `Training sessions as at ${dayInWords(made.asAt)}`,
    sections: [
      {
        key: "rows",
        columns,
        rows: titled.map(({ session: s, title }) => ({
          session: ref("session", s.id),
          title,
          held_on: s.heldOn,
          starts_at: s.startsAt,
          minutes: s.minutes,
          mode: s.mode,
          place: s.place,
          places_free: s.status === "planned" ? seatsOf(s, enrolments).free : null,
          status: s.status,
        })),
        empty: "None. Plan one with: involve training schedule interviewing --part role-play --on DATE",
      },
    ],
    calendar: {
      name: `${made.unit} training`,
      asAt: made.asAt,
      entries: titled.map(({ session, title }) => entryOf(session, title, made.domain)),
    },
  };
}
