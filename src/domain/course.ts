import type { Day } from "./day.ts";

/** A part of a course; it is asked for from a day (null: from the beginning) until the day it is retired. */
export interface CoursePart {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly position: number;
  readonly askedFrom: Day | null;
  readonly retiredOn: Day | null;
}

/** Whether a course is taught, is planned, or is taught no more. */
export const courseStatuses = ["offered", "planned", "retired"] as const;
export type CourseStatus = (typeof courseStatuses)[number];

/** A course and its parts, in order. */
export interface Course {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly status: CourseStatus;
  readonly about: string | null;
  readonly parts: readonly CoursePart[];
}

/** The parts a course asks for on a day: those asked for by then and not retired by then. */
export const partsOn = (course: Course, day: Day): CoursePart[] =>
  course.parts.filter(
    (p) => (p.askedFrom === null || p.askedFrom <= day) && (p.retiredOn === null || p.retiredOn > day),
  );
