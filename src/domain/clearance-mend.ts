import { evaluateClearance } from "./clearance.ts";
import type { ClearanceRules } from "./clearance-rules.ts";
import { type Course, type CoursePart, partsOn } from "./course.ts";
import type { Day } from "./day.ts";
import type { TrainingSession } from "./session.ts";
import { partAsAt, type TrainingRecord } from "./training.ts";

/** A planned session that would clear somebody all by itself; part null is the whole course. */
export interface ClearingSession {
  readonly session: TrainingSession;
  readonly course: Course;
  readonly part: CoursePart | null;
}

/** A record as it would be if these parts were completed on a day. */
const withParts = (record: TrainingRecord, parts: readonly CoursePart[], on: Day): TrainingRecord => ({
  ...record,
  completions: [...record.completions, ...parts.map((p) => ({ partId: p.id, on, revokedOn: null }))],
});

/** The courses that a clearance may ask for, each once. */
const coursesOf = (clearance: ClearanceRules): Course[] => [
  ...new Map(
    clearance.sets.flatMap((set) => set.flatMap((ask) => (ask.course ? [[ask.course.id, ask.course]] : []))),
  ).values(),
];

/** Whether somebody is not cleared on a day, and would be if they completed these parts by then. */
const wouldClear = (
  clearance: ClearanceRules,
  record: TrainingRecord,
  parts: readonly CoursePart[],
  on: Day,
  day: Day,
): boolean =>
  !evaluateClearance(clearance, record, day).cleared &&
  evaluateClearance(clearance, withParts(record, parts, on), day).cleared;

/**
 * The planned sessions from a day on of which one alone would clear somebody as at another day, the earliest first: they complete
 * what it teaches, and lack nothing else on that day, or on the day of the session where that is later. None for somebody who
 * is cleared by then.
 */
export const sessionsThatClear = (
  clearance: ClearanceRules,
  record: TrainingRecord,
  sessions: readonly TrainingSession[],
  from: Day,
  asAt: Day = from,
): ClearingSession[] => {
  const courses = new Map(coursesOf(clearance).map((c) => [c.id, c]));
  return sessions
    .filter((s) => s.status === "planned" && s.heldOn >= from)
    .flatMap((session): ClearingSession[] => {
      const course = courses.get(session.courseId);
      if (!course) return [];
      const part = course.parts.find((p) => p.id === session.partId) ?? null;
      const taught = part ? [part] : partsOn(course, session.heldOn);
      const on = session.heldOn;
      return wouldClear(clearance, record, taught, on, asAt > on ? asAt : on)
        ? [{ session, course, part }]
        : [];
    })
    .sort((a, b) => a.session.heldOn.localeCompare(b.session.heldOn, "en") || a.session.id - b.session.id);
};

/** What mended a missing part after a day and by another: completed or waived, and when; null where nothing did. */
export function mendedSince(
  { course, part }: { readonly course: Course; readonly part: CoursePart },
  record: TrainingRecord,
  day: Day,
  today: Day,
): { readonly how: "completed" | "waived"; readonly on: Day } | null {
  if (today <= day) return null;
  const { done, waiver } = partAsAt(course, part, record, 0, today);
  if (done) return { how: "completed", on: done.on };
  return waiver ? { how: "waived", on: waiver.grantedOn } : null;
}

/** The parts of which one alone would clear somebody on a day, whether or not a session of it is planned. */
export const partsThatClear = (
  clearance: ClearanceRules,
  record: TrainingRecord,
  day: Day,
): { readonly course: Course; readonly part: CoursePart }[] =>
  coursesOf(clearance).flatMap((course) =>
    partsOn(course, day)
      .filter((part) => wouldClear(clearance, record, [part], day, day))
      .map((part) => ({ course, part })),
  );
