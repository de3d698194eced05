import type { Day } from "../domain/day.ts";
import type { Enrolment, EnrolmentChange, EnrolmentState } from "../domain/enrolment.ts";
import { type Store, sql } from "./store.ts";

/** Who has or had a place at a session or waits for one, in the order they asked; of one session, or of all. */
export function enrolments(store: Store, sessionId?: number): Enrolment[] {
  const query = sql
    .selectFrom("session_enrolment")
    .select(["id", "session_id", "person_id", "state", "enrolled_on", "turn"])
    .orderBy("session_id")
    .orderBy("turn")
    .orderBy("id");
  return store.all(sessionId === undefined ? query : query.where("session_id", "=", sessionId)).map((e) => ({
    id: e.id,
    sessionId: e.session_id,
    personId: e.person_id,
    state: e.state as EnrolmentState,
    enrolledOn: e.enrolled_on as Day | null,
    turn: e.turn,
  }));
}

/** Writes places as they are to be. `on` is the day people asked; null where they came without. */
export function saveEnrolments(
  store: Store,
  sessionId: number,
  changes: readonly EnrolmentChange[],
  on: Day | null,
): void {
  for (const { person, known, state, turn } of changes)
    if (known) {
      const again = known.state === "cancelled" && on !== null ? { enrolled_on: on } : {};
      store.update("session_enrolment", known.id, { state, turn, ...again });
    } else
      store.insert("session_enrolment", {
        session_id: sessionId,
        person_id: person.id,
        state,
        enrolled_on: on,
        turn,
      });
}
