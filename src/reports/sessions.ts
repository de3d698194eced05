import type { Attendee } from "../domain/attendance.ts";
import { isThere } from "../domain/completion.ts";
import type { Course } from "../domain/course.ts";
import { type Enrolment, type EnrolmentState, seatsOf } from "../domain/enrolment.ts";
import { ref } from "../domain/ref.ts";
import type { TrainingSession } from "../domain/session.ts";
import { count, listed } from "../domain/text.ts";
import { partOf, sessionColumns, sessionInWords, sessionRows } from "./courses.ts";
import { type Column, list, type Report } from "./report.ts";
import type { Trainee } from "./training.ts";

/** `M-003 Bex and M-005 Kit`: people as a sentence names them. */
export const named = (people: readonly Trainee[]): string =>
  listed(people.map((p) => `${ref("member", p.id)} ${p.knownAs}`));

/** `2 places free`, `full, 3 wait`: how full a session is; nothing where it has no limit and nobody waits. */
export function seatsInWords(session: TrainingSession, enrolments: readonly Enrolment[]): string {
  const { free, waiting } = seatsOf(session, enrolments);
  const wait = waiting === 0 ? "" : count(waiting, "waits", "wait");
  const open = free === null ? "" : free === 0 ? "full" : count(free, "place free", "places free");
  return [open, wait].filter(Boolean).join(", ");
}

const placeColumns: readonly Column[] = [
  { key: "session", heading: "Session" },
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "state", heading: "State" },
  { key: "turn", heading: "Turn", kind: "integer", detail: true },
  { key: "asked_on", heading: "Asked on", kind: "day", detail: true },
];

const order: readonly EnrolmentState[] = ["attended", "enrolled", "waiting", "absent", "cancelled"];

/** Who has a place at a session, waits for one or came; those with a place first, then in turn. */
const placeRows = (
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  people: ReadonlyMap<number, Trainee>,
) =>
  [...enrolments]
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.turn - b.turn)
    .map((e) => ({
      session: ref("session", session.id),
      ref: ref("member", e.personId),
      known_as: people.get(e.personId)?.knownAs ?? null,
      state: e.state,
      turn: e.turn,
      asked_on: e.enrolledOn,
    }));

/** The places at a session, as a list. */
export const placesReport = (
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  people: ReadonlyMap<number, Trainee>,
): Report =>
  list(
    `${sessionInWords(session)}: places`,
    placeColumns,
    placeRows(session, enrolments, people),
    "Nobody yet.",
  );

/** That somebody who has a place or waits is in no group on the day of a session that is planned, and how to free the place. */
const leftSentences = (
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  people: ReadonlyMap<number, Attendee>,
): string[] =>
  enrolments
    .filter((e) => session.status === "planned" && (e.state === "enrolled" || e.state === "waiting"))
    .flatMap((e) => people.get(e.personId) ?? [])
    .filter((p) => !isThere(p, session.heldOn))
    .map(
      (p) =>
        `${named([p])} is in no group on that day. To free the place: involve training cancel ${ref("session", session.id)} ${ref("member", p.id)}`,
    );

/** One session: when and where it is, how full, and who has a place, waits or came. */
export const oneSessionReport = (
  session: TrainingSession,
  course: Course,
  enrolments: readonly Enrolment[],
  people: ReadonlyMap<number, Attendee>,
): Report => ({
  title: `${sessionInWords(session)}: ${course.title}, ${partOf(session, course)}`,
  sections: [
    {
      key: "session",
      single: true,
      columns: sessionColumns
        .map((c) => ({ ...c, detail: false }))
        .concat({ key: "cancelled_because", heading: "Cancelled because", detail: false }),
      rows: sessionRows([session], [course], enrolments).map((r) => ({
        ...r,
        cancelled_because: session.cancelledBecause,
      })),
    },
    {
      key: "places",
      heading: "Places",
      columns: placeColumns,
      rows: placeRows(session, enrolments, people),
      empty: `Nobody yet. Give somebody a place with: involve training enrol ${ref("session", session.id)} M-001`,
    },
  ],
  notes: leftSentences(session, enrolments, people),
});
