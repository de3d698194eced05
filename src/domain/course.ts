import { type Day, dayInWords } from "./day.ts";
import type { Problem } from "./result.ts";

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
  /** Nothing of it can be older than this day; null or left out: not known. */
  readonly startedOn?: Day | null;
  readonly parts: readonly CoursePart[];
}

/** The parts a course asks for on a day: those asked for by then and not retired by then. */
export const partsOn = (course: Course, day: Day): CoursePart[] =>
  course.parts.filter(
    (p) => (p.askedFrom === null || p.askedFrom <= day) && (p.retiredOn === null || p.retiredOn > day),
  );

/**
 * What stands in the way of a course, or a part of it, being taught or completed on a day: the course had not begun, or the part
 * was retired. A part may be taught before it is asked for.
 */
export function dayProblems(course: Course, part: CoursePart | undefined, on: Day): Problem[] {
  const problems: Problem[] = [];
  if (course.startedOn && on < course.startedOn)
    problems.push({
      code: "before-course",
      message: `${course.title} began on ${dayInWords(course.startedOn)}, after ${dayInWords(on)}.`,
      remedy: "Check the day, and the course.",
    });
  if (part?.retiredOn && part.retiredOn <= on)
    problems.push({
      code: "retired-part",
      message: `${course.title}: ${part.title} is retired since ${dayInWords(part.retiredOn)}.`,
      remedy: "See: involve training list",
    });
  return problems;
}
