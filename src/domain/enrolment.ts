import { type Attendee, distinct } from "./attendance.ts";
import { isThere, memberProblems } from "./completion.ts";
import { type Day, dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { TrainingSession } from "./session.ts";

/** How somebody stands to a session: has a place, waits for one, gave it up, came, or did not come. */
export type EnrolmentState = "enrolled" | "waiting" | "cancelled" | "attended" | "absent";

/** Somebody's place at a session. */
export interface Enrolment {
  readonly id: number;
  readonly sessionId: number;
  readonly personId: number;
  readonly state: EnrolmentState;
  readonly enrolledOn: Day | null;
  /** The order in which people asked; a freed place goes to the lowest that waits. */
  readonly turn: number;
}

/** A place as it is to be; null where nobody of the session has this person yet. */
export interface EnrolmentChange {
  readonly person: Attendee;
  readonly known: Enrolment | null;
  readonly state: EnrolmentState;
  readonly turn: number;
}

/** A session with who has a place or waits, and everybody who may. */
export interface SessionPlaces {
  readonly session: TrainingSession;
  readonly enrolments: readonly Enrolment[];
  readonly people: ReadonlyMap<number, Attendee>;
}

/** How full a session is; free is null where it has no limit. */
export interface Seats {
  readonly taken: number;
  readonly waiting: number;
  readonly free: number | null;
}

const holds = (state: EnrolmentState): boolean => state !== "waiting" && state !== "cancelled";

/** How full a session is. */
export function seatsOf(session: TrainingSession, enrolments: readonly Enrolment[]): Seats {
  const its = enrolments.filter((e) => e.sessionId === session.id);
  const taken = its.filter((e) => holds(e.state)).length;
  const waiting = its.filter((e) => e.state === "waiting").length;
  return { taken, waiting, free: session.places === null ? null : Math.max(0, session.places - taken) };
}

/** That a session was cancelled, where it was. */
export const cancelledProblems = (session: TrainingSession): Problem[] =>
  session.status !== "cancelled"
    ? []
    : [
        {
          code: "session-cancelled",
          message: `${ref("session", session.id)} was cancelled${session.cancelledOn === null ? "" : ` on ${dayInWords(session.cancelledOn)}`}: ${session.cancelledBecause ?? "no reason is on record"}.`,
          remedy: "Choose another session, or plan one: involve training schedule",
        },
      ];

/** That a session is over, where it is. */
export const overProblems = (session: TrainingSession, today: Day): Problem[] =>
  session.status === "held" || session.heldOn < today
    ? [
        {
          code: "session-held",
          message: `${ref("session", session.id)} was on ${dayInWords(session.heldOn)}.`,
          remedy: `To record who came: involve training attend ${ref("session", session.id)} M-001`,
        },
      ]
    : [];

/** Who of some people was in no group on a day. */
export const notThereProblems = (people: readonly Attendee[], day: Day): Problem[] =>
  people.flatMap((p) => memberProblems(p, day)).map(({ column: _, ...problem }) => problem);

/** The highest turn of a session so far; 0 where nobody asked yet. */
export const lastTurn = (enrolments: readonly Enrolment[]): number =>
  enrolments.reduce((last, e) => Math.max(last, e.turn), 0);

/** Who is given a place or waits for one, and who had one or waited already. */
export interface EnrolmentPlan {
  readonly changes: readonly EnrolmentChange[];
  readonly known: readonly { readonly person: Attendee; readonly enrolment: Enrolment }[];
}

/**
 * Who gets a place at a session, in the order named: while there are places, and nobody waits, they are enrolled; then they wait.
 * A session that was held or cancelled takes nobody, and nobody is enrolled who is in no group on its day. Every reason at once.
 */
export function planEnrolments(
  session: TrainingSession,
  people: readonly Attendee[],
  enrolments: readonly Enrolment[],
  today: Day,
): Result<EnrolmentPlan> {
  const who = distinct(people);
  const own = new Map(enrolments.map((e) => [e.personId, e]));
  const problems = [
    ...cancelledProblems(session),
    ...(session.status === "cancelled" ? [] : overProblems(session, today)),
    ...notThereProblems(who, session.heldOn),
  ];
  const { free, waiting } = seatsOf(session, enrolments);
  return unless(problems, () => {
    const fresh = who.filter((p) => (own.get(p.id)?.state ?? "cancelled") === "cancelled");
    const open = waiting > 0 ? 0 : (free ?? fresh.length);
    return {
      changes: fresh.map((person, i) => ({
        person,
        known: own.get(person.id) ?? null,
        state: i < open ? "enrolled" : "waiting",
        turn: lastTurn(enrolments) + i + 1,
      })),
      known: who.flatMap((person) => {
        const enrolment = own.get(person.id);
        return enrolment && enrolment.state !== "cancelled" ? [{ person, enrolment }] : [];
      }),
    };
  });
}

/** Who moves up into the places that are free, in turn; whoever is in no group on the day is passed over. */
export function movedUp(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  people: ReadonlyMap<number, Attendee>,
): { readonly up: readonly EnrolmentChange[]; readonly passedOver: readonly Attendee[] } {
  const { free } = seatsOf(session, enrolments);
  const waiting = enrolments
    .filter((e) => e.state === "waiting")
    .sort((a, b) => a.turn - b.turn)
    .flatMap((known) => {
      const person = people.get(known.personId);
      return person ? [{ person, known, there: isThere(person, session.heldOn) }] : [];
    });
  const up = waiting.filter((w) => w.there).slice(0, free ?? waiting.length);
  const last = up.at(-1)?.known.turn ?? 0;
  return {
    up: up.map(({ person, known }) => ({ person, known, state: "enrolled", turn: known.turn })),
    passedOver: waiting.filter((w) => !w.there && w.known.turn < last).map((w) => w.person),
  };
}

/** A session, and who moved up at it. */
export interface MovedUp {
  readonly session: TrainingSession;
  readonly moved: ReturnType<typeof movedUp>;
}

/** The enrolments of a session as they are after some changes; new ones have no number yet. */
export function changedEnrolments(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  changes: readonly EnrolmentChange[],
): Enrolment[] {
  const own = new Map(enrolments.map((e) => [e.personId, e]));
  for (const { person, known, state, turn } of changes)
    own.set(person.id, {
      ...{ id: known?.id ?? 0, sessionId: session.id, personId: person.id, state, turn },
      enrolledOn: known?.enrolledOn ?? null,
    });
  return [...own.values()];
}
