import { type Course, dayProblems } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { cancelledProblems, type Seats } from "./enrolment.ts";
import { ref } from "./ref.ts";
import { problem, type Result, unless } from "./result.ts";
import { sameSession, type TrainingSession } from "./session.ts";

/** What of a session can be said to be nothing. */
export const clearableOfSession = ["at", "minutes", "mode", "place", "trainer", "places"] as const;
type Clearable = (typeof clearableOfSession)[number];

/** What of a session changes; what is undefined stays, what is to be cleared becomes nothing. */
export interface SessionEdit {
  readonly on: Day | undefined;
  readonly at: string | undefined;
  readonly minutes: number | undefined;
  readonly mode: string | undefined;
  readonly place: string | undefined;
  readonly trainer: string | undefined;
  readonly places: number | undefined;
  readonly clear: readonly Clearable[];
}

/** What a session is changed against: its course, the other sessions, who has a place, what was completed at it. */
export interface SessionFacts {
  readonly session: TrainingSession;
  readonly course: Course;
  readonly known: readonly TrainingSession[];
  readonly seats: Seats;
  /** How many completions rest on it. */
  readonly completed: number;
}

const settled = <T>(edit: SessionEdit, key: Clearable, given: T | undefined, before: T | null): T | null =>
  edit.clear.includes(key) ? null : (given ?? before);

/** What whoever has a session in a calendar sees of it. */
const seen = (s: TrainingSession): string =>
  JSON.stringify([s.heldOn, s.startsAt, s.minutes, s.mode, s.place]);

function edited(session: TrainingSession, edit: SessionEdit, today: Day): TrainingSession {
  const heldOn = edit.on ?? session.heldOn;
  const after: TrainingSession = {
    ...session,
    heldOn,
    startsAt: settled(edit, "at", edit.at, session.startsAt),
    minutes: settled(edit, "minutes", edit.minutes, session.minutes),
    mode: settled(edit, "mode", edit.mode, session.mode),
    place: settled(edit, "place", edit.place, session.place),
    trainer: settled(edit, "trainer", edit.trainer, session.trainer),
    places: settled(edit, "places", edit.places, session.places),
    status: heldOn === session.heldOn ? session.status : heldOn < today ? "held" : "planned",
  };
  return seen(after) === seen(session) ? after : { ...after, revision: session.revision + 1 };
}

/**
 * A session with another day, time, place, trainer or number of places. One that was cancelled stays as it is; the day of one at
 * which parts were completed does too; and there are never fewer places than people who have one. Every reason at once.
 */
export function planSessionEdit(edit: SessionEdit, facts: SessionFacts, today: Day): Result<TrainingSession> {
  const { session, course, known, seats } = facts;
  const name = ref("session", session.id);
  const after = edited(session, edit, today);
  const moved = after.heldOn !== session.heldOn;
  const problems = [...cancelledProblems(session)];
  const same = sameSession(
    after,
    known.filter((s) => s.id !== session.id),
  );
  if (moved)
    problems.push(
      ...dayProblems(
        course,
        course.parts.find((p) => p.id === after.partId),
        after.heldOn,
      ),
    );
  if (same)
    problems.push(
      problem(
        "session-there",
        `${ref("session", same.id)} is that session already, on ${dayInWords(after.heldOn)}.`,
        "Give this one another time: --at",
      ),
    );
  if (moved && facts.completed > 0)
    problems.push(
      problem(
        "completed-there",
        `What was completed at ${name} rests on ${dayInWords(session.heldOn)}.`,
        `If it was not held that day: involve training cancel ${name} --reason "why", and plan it anew`,
      ),
    );
  if (after.places !== null && after.places < seats.taken)
    problems.push(
      problem(
        "too-few-places",
        `${seats.taken} people have a place at ${name}; ${after.places} would be too few.`,
        `Who gives up their place: involve training cancel ${name} M-001`,
      ),
    );
  for (const key of edit.clear)
    if (edit[key] !== undefined)
      problems.push(
        problem("set-and-cleared", `--${key} is set and cleared at once.`, "Leave one of them out."),
      );
  return unless(problems, () => after);
}
