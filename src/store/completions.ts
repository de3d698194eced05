import type { CompletionEntry } from "../domain/completion.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { RevocationPlan } from "../domain/revocation.ts";
import type { TrainingSession } from "../domain/session.ts";
import type { WaiverPlan } from "../domain/waiver.ts";
import { enrolments } from "./enrolments.ts";
import type { Store } from "./store.ts";
import { trainingSessions } from "./training.ts";

const insertMany = `insert into completion (person_id, part_id, completed_on, session_id, how, recorded_by)
select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(?)`;

const heldNow = `update training_session set status = 'held' where status = 'planned'
and id in (select value from json_each(?))`;

/**
 * Appends completions, those of one call in one statement; the sessions are read once. One of a day on which the part was taught is
 * tied to that session, which then was held; where there were several that day, to the one at which the person had a place.
 */
export function completionSaver(store: Store, by: string): (entries: readonly CompletionEntry[]) => void {
  const sessions = trainingSessions(store).filter((t) => t.status !== "cancelled");
  const byDay = grouped(sessions, (s) => `${s.courseId} ${s.partId ?? "all"} ${s.heldOn}`);
  const byId = new Map(sessions.map((s) => [s.id, s]));
  const places = new Set(
    enrolments(store)
      .filter((e) => e.state === "enrolled" || e.state === "attended")
      .map((e) => `${e.sessionId} ${e.personId}`),
  );
  const among = (all: readonly TrainingSession[] | undefined, personId: number) =>
    all?.find((s) => places.has(`${s.id} ${personId}`)) ?? all?.at(-1);
  return (entries) => {
    if (entries.length === 0) return;
    const rows = entries.map(({ person, course, part, on, sessionId }) => {
      const session =
        byId.get(sessionId ?? 0) ??
        among(byDay.get(`${course.id} ${part.id} ${on}`), person.id) ??
        among(byDay.get(`${course.id} all ${on}`), person.id);
      const how = session ? (session.makeUpOf === null ? "session" : "make-up") : "recorded";
      return [person.id, part.id, on, session?.id ?? null, how, by] as const;
    });
    store.rawRun(insertMany, JSON.stringify(rows));
    const held = [...new Set(rows.flatMap((r) => (r[3] === null ? [] : [r[3]])))];
    if (held.length > 0) store.rawRun(heldNow, JSON.stringify(held));
  };
}

/** Takes completions, waivers and requirements of others back; each keeps its row, with the reason and who took it back. */
export function revoke(store: Store, plan: RevocationPlan, by: string): void {
  for (const { completion, on } of plan.completions)
    store.insert("completion_revocation", {
      completion_id: completion.id ?? 0,
      revoked_on: on,
      reason: plan.reason,
      recorded_by: by,
    });
  const taken = (on: Day) => ({ revoked_on: on, revoked_because: plan.reason, revoked_by: by });
  for (const { waiver, on } of plan.waivers) store.update("waiver", waiver.id ?? 0, taken(on));
  for (const { held, on } of plan.held) store.update("person_external", held.id ?? 0, taken(on));
}

/** Grants a waiver. */
export const addWaiver = (store: Store, plan: WaiverPlan, by: string): number =>
  store.insert("waiver", {
    person_id: plan.person.id,
    course_id: plan.course.id,
    part_id: plan.part?.id ?? null,
    reason: plan.reason,
    evidence: plan.evidence,
    granted_by: plan.grantedBy,
    granted_on: plan.from,
    expires_on: plan.until,
    recorded_by: by,
  });
