import { type Attendee, distinct } from "./attendance.ts";
import { type Day, dayInWords } from "./day.ts";
import {
  cancelledProblems,
  changedEnrolments,
  type Enrolment,
  type EnrolmentChange,
  lastTurn,
  movedUp,
  notThereProblems,
  overProblems,
  type SessionPlaces,
} from "./enrolment.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { TrainingSession } from "./session.ts";

/** Who gives up a place or no longer waits, and who moves up for it. */
export interface GivingUp {
  readonly given: readonly EnrolmentChange[];
  readonly moved: ReturnType<typeof movedUp>;
}

/** The places that some people give up, and who moves up: they have one or wait for one, and the session is still to come. */
export function planGivingUp(
  { session, enrolments, people }: SessionPlaces,
  who: readonly Attendee[],
  today: Day,
): Result<GivingUp> {
  const own = new Map(enrolments.map((e) => [e.personId, e]));
  const none = distinct(who).filter((p) => (own.get(p.id)?.state ?? "cancelled") === "cancelled");
  const problems = [
    ...cancelledProblems(session),
    ...(session.status === "cancelled" ? [] : overProblems(session, today)),
    ...none.map((p) => ({
      code: "not-enrolled",
      message: `${ref("member", p.id)} ${p.knownAs} has no place at ${ref("session", session.id)} and does not wait for one.`,
      remedy: `See who has: involve training show ${ref("session", session.id)}`,
    })),
  ];
  const given = distinct(who).flatMap((person): EnrolmentChange[] => {
    const known = own.get(person.id);
    return known ? [{ person, known, state: "cancelled", turn: known.turn }] : [];
  });
  return unless(problems, () => ({
    given,
    moved: movedUp(session, changedEnrolments(session, enrolments, given), people),
  }));
}

/** The words for what came of a session for somebody. */
export const cameStates = ["attended", "absent", "not-recorded"] as const;
export type CameState = (typeof cameStates)[number];

/** Who came to a session, who did not, or that it is not recorded after all. Who had no place may have come too. */
export function planCame(
  session: TrainingSession,
  people: readonly Attendee[],
  state: CameState,
  enrolments: readonly Enrolment[],
  today: Day,
): Result<EnrolmentChange[]> {
  const own = new Map(enrolments.map((e) => [e.personId, e]));
  const who = distinct(people);
  const future = session.status !== "cancelled" && session.heldOn > today;
  const problems: Problem[] = [
    ...cancelledProblems(session),
    ...(future
      ? [
          {
            code: "in-the-future",
            message: `${ref("session", session.id)} is on ${dayInWords(session.heldOn)}, which is still to come.`,
            remedy: `Record who came on its day or later; to give somebody a place: involve training enrol ${ref("session", session.id)} M-001`,
          },
        ]
      : []),
    ...notThereProblems(who, session.heldOn),
  ];
  return unless(problems, () =>
    who.flatMap((person, i): EnrolmentChange[] => {
      const known = own.get(person.id) ?? null;
      if (known === null && state === "not-recorded") return [];
      const before = known?.enrolledOn === null ? "cancelled" : "enrolled";
      const turn = known?.turn ?? lastTurn(enrolments) + i + 1;
      return [{ person, known, turn, state: state === "not-recorded" ? before : state }];
    }),
  );
}
