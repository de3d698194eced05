import type { Course, CoursePart } from "./course.ts";
import { addDays, type Day } from "./day.ts";

/**
 * A requirement set by others (Good Clinical Practice, research passport, DBS). Where it runs out, the months it lasts are
 * counted when somebody's is recorded.
 */
export interface ExternalRequirement {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly validMonths: number | null;
  readonly retiredOn?: Day | null;
}

/** A part completed; it counts until it is revoked. */
export interface Completion {
  readonly id?: number;
  /** The session it was completed at, where it was at one. */
  readonly sessionId?: number | null;
  readonly partId: number;
  readonly on: Day;
  readonly revokedOn: Day | null;
}

/** Equivalent earlier experience in place of one part, or (partId null) of a whole course. */
export interface Waiver {
  readonly id?: number;
  readonly courseId: number;
  readonly partId: number | null;
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedOn: Day;
  readonly expiresOn: Day | null;
  readonly revokedOn: Day | null;
}

/** A requirement of others that somebody holds from a day until its last day (null: it does not run out). */
export interface HeldRequirement {
  readonly id?: number;
  readonly requirementId: number;
  readonly issuedOn: Day;
  readonly expiresOn: Day | null;
  readonly revokedOn?: Day | null;
}

/** Everything clearances rest on for one person, whenever it happened. */
export interface TrainingRecord {
  readonly personId: number;
  readonly completions: readonly Completion[];
  readonly waivers: readonly Waiver[];
  readonly held: readonly HeldRequirement[];
}

/** The record of somebody who has completed nothing yet. */
export const emptyRecord = (personId: number): TrainingRecord => ({
  personId,
  completions: [],
  waivers: [],
  held: [],
});

/** Whether something that began, may end and may be revoked counts on a day; so many days after its end still count. */
export const inForce = (
  from: Day,
  end: Day | null,
  revokedOn: Day | null,
  grace: number,
  day: Day,
): boolean =>
  from <= day && (revokedOn === null || revokedOn > day) && (end === null || addDays(end, grace) >= day);

/** Whether something that is held is this requirement, and in force on a day. */
export const isHeld = (held: HeldRequirement, requirement: ExternalRequirement, day: Day): boolean =>
  held.requirementId === requirement.id &&
  inForce(held.issuedOn, held.expiresOn, held.revokedOn ?? null, 0, day);

/** What stands for a part on a day: its first completion, and the waiver in force that ends last; else the day one ran out. */
export function partAsAt(
  course: Course,
  part: CoursePart,
  record: TrainingRecord,
  grace: number,
  day: Day,
): {
  readonly done: Completion | undefined;
  readonly waiver: Waiver | undefined;
  readonly over: Day | null;
} {
  const [done] = record.completions
    .filter((c) => c.partId === part.id && inForce(c.on, null, c.revokedOn, 0, day))
    .sort((a, b) => a.on.localeCompare(b.on, "en"));
  const granted = record.waivers
    .filter((w) => w.courseId === course.id && (w.partId === null || w.partId === part.id))
    .filter((w) => inForce(w.grantedOn, null, w.revokedOn, 0, day))
    .sort((a, b) => (b.expiresOn ?? "9999").localeCompare(a.expiresOn ?? "9999", "en"));
  const waiver = granted.find((w) => inForce(w.grantedOn, w.expiresOn, w.revokedOn, grace, day));
  return { done, waiver, over: granted[0]?.expiresOn ?? null };
}
