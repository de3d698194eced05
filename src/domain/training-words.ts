import type { ClearanceRules } from "./clearance.ts";
import type { Course, CoursePart } from "./course.ts";
import { ofKey } from "./nearest.ts";
import { type Problem, problem, type Result } from "./result.ts";
import { keyOf } from "./text.ts";
import type { ExternalRequirement } from "./training.ts";

/** What is wrong with a key that something new is to have; `example` shows one where none can be made of it. */
export const keyProblems = (text: string, what: string, example: string): Problem[] => {
  const key = text.trim().toLowerCase();
  return key !== "" && keyOf(key) === key
    ? []
    : [
        problem(
          "not-a-key",
          `"${text}" cannot be the key of a ${what}.`,
          `Small letters, digits and hyphens, for example ${keyOf(text) || example}.`,
        ),
      ];
};

/** The course that a key means; an unknown one is refused with the nearest. */
export const theCourse = (text: string, courses: readonly Course[]): Result<Course> =>
  ofKey(text, courses, (nearest) => problem("unknown-course", `There is no course "${text}".`, nearest));

/** The part of a course that a key means; an unknown one is refused with the nearest. */
export const thePart = (text: string, course: Course): Result<CoursePart> =>
  ofKey(text, course.parts, (nearest) =>
    problem(
      text === "" ? "no-parts" : "unknown-part",
      text === "" ? `${course.title} has no parts yet.` : `${course.title} has no part "${text}".`,
      course.parts.length === 0
        ? `Add one first: involve training add ${course.key} --part "Its title"`
        : nearest,
    ),
  );

/** The requirement of others that a key means; an unknown one is refused with the nearest. */
export const theRequirement = (
  text: string,
  all: readonly ExternalRequirement[],
): Result<ExternalRequirement> =>
  ofKey(text, all, (nearest) =>
    problem(
      "unknown-requirement",
      `There is no external requirement "${text}".`,
      `${nearest} To add one: involve training external add KEY --label "Its name"`,
    ),
  );

/** The clearance that a key means; an unknown one is refused with the nearest. */
export const theClearance = (text: string, all: readonly ClearanceRules[]): Result<ClearanceRules> =>
  ofKey(text, all, (nearest) => problem("unknown-clearance", `There is no clearance "${text}".`, nearest));
