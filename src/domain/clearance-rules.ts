import type { Course } from "./course.ts";
import type { Day } from "./day.ts";
import type { ExternalRequirement } from "./training.ts";

/** One way to meet a set: a course completed or waived, or an external requirement held. */
export type Ask = {
  /** The rule it is, once it is in the store. */
  readonly id?: number;
  /** The number of the set it belongs to, once it is in the store. */
  readonly set?: number;
  readonly graceDays: number;
  /** Asked for from this day; null or left out: from the beginning. */
  readonly askedFrom?: Day | null;
  /** The first day on which it is no longer asked for. */
  readonly retiredOn?: Day | null;
} & (
  | { readonly course: Course; readonly requirement?: undefined }
  | { readonly requirement: ExternalRequirement; readonly course?: undefined }
);

/** What a clearance asks for: every set, and of each set any one row. */
export interface ClearanceRules {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  /** What a person who is cleared may do. */
  readonly work: string;
  readonly retiredOn: Day | null;
  readonly sets: readonly (readonly Ask[])[];
  /** What runs out within so many days is pointed out (setting `clearance-warning-days`). */
  readonly warningDays: number;
}

/** Whether a rule counts on a day: asked for by then, and not retired by then. */
export const askedOn = (ask: Ask, day: Day): boolean =>
  (ask.askedFrom ?? day) <= day && (ask.retiredOn ?? "9999") > day;

/** What a clearance asks for on a day, set by set; a set of which nothing is asked for that day is none. */
export const setsOn = (clearance: ClearanceRules, day: Day): Ask[][] =>
  clearance.sets.map((set) => set.filter((ask) => askedOn(ask, day))).filter((set) => set.length > 0);

/** Whether a course leads to a kind of work on a day: it is asked for, and beside it nothing but what others set. */
export function leadsTo(course: Course, clearance: ClearanceRules, day: Day): boolean {
  const sets = setsOn(clearance, day);
  const taught = sets.filter((set) => set.some((ask) => ask.course?.id === course.id));
  const others = sets.filter((set) => !taught.includes(set));
  return (
    (clearance.retiredOn ?? "9999") > day &&
    taught.length > 0 &&
    others.every((set) => set.every((ask) => ask.requirement))
  );
}
