import type { ClearanceRules } from "./clearance.ts";
import type { Course, CoursePart } from "./course.ts";
import { suggestion } from "./nearest.ts";
import { no, type Result, yes } from "./result.ts";
import type { ExternalRequirement } from "./training.ts";

/** The course that a key means; an unknown one is refused with the nearest. */
export function theCourse(text: string, courses: readonly Course[]): Result<Course> {
  const found = courses.find((c) => c.key === text.trim().toLowerCase());
  return found
    ? yes(found)
    : no({
        code: "unknown-course",
        message: `There is no course "${text}".`,
        remedy: suggestion(
          text,
          courses.map((c) => c.key),
        ),
      });
}

/** The part of a course that a key means; an unknown one is refused with the nearest. */
export function thePart(text: string, course: Course): Result<CoursePart> {
  const found = course.parts.find((p) => p.key === text.trim().toLowerCase());
  return found
    ? yes(found)
    : no({
        code: text === "" ? "no-parts" : "unknown-part",
        message: text === "" ? `${course.title} has no parts yet.` : `${course.title} has no part "${text}".`,
        remedy:
          course.parts.length === 0
            ? `Add one first: involve training add ${course.key} --part "Its title"`
            : suggestion(
                text,
                course.parts.map((p) => p.key),
              ),
      });
}

/** The requirement of others that a key means; an unknown one is refused with the nearest. */
export function theRequirement(
  text: string,
  all: readonly ExternalRequirement[],
): Result<ExternalRequirement> {
  const found = all.find((r) => r.key === text.trim().toLowerCase());
  return found
    ? yes(found)
    : no({
        code: "unknown-requirement",
        message: `There is no external requirement "${text}".`,
        remedy: `${suggestion(
          text,
          all.map((r) => r.key),
        )} To add one: involve training external add KEY --label "Its name"`,
      });
}

/** The clearance that a key means; an unknown one is refused with the nearest. */
export function theClearance(text: string, all: readonly ClearanceRules[]): Result<ClearanceRules> {
  const found = all.find((c) => c.key === text.trim().toLowerCase());
  return found
    ? yes(found)
    : no({
        code: "unknown-clearance",
        message: `There is no clearance "${text}".`,
        remedy: suggestion(
          text,
          all.map((c) => c.key),
        ),
      });
}
