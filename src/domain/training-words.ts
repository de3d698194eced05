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

/** The key that is meant: as it is typed, with spaces for hyphens, or by the title that one of them alone has. */
function keyMeant<T extends { readonly key: string }>(
  text: string,
  all: readonly T[],
  titleOf: (one: T) => string,
): string {
  const typed = keyOf(text);
  if (typed === "" || all.some((a) => a.key === text.trim().toLowerCase())) return text;
  const [one, another] = all.filter((a) => a.key === typed || keyOf(titleOf(a)) === typed);
  return one && !another ? one.key : text;
}

/** The course that a key or its title means; an unknown one is refused with the nearest. */
export const theCourse = (text: string, courses: readonly Course[]): Result<Course> =>
  ofKey(
    keyMeant(text, courses, (c) => c.title),
    courses,
    (nearest) => problem("unknown-course", `There is no course "${text}".`, nearest),
  );

/** The part of a course that a key or its title means; an unknown one is refused with the nearest. */
export const thePart = (text: string, course: Course): Result<CoursePart> =>
  ofKey(
    keyMeant(text, course.parts, (p) => p.title),
    course.parts,
    (nearest) =>
      problem(
        text === "" ? "no-parts" : "unknown-part",
        text === "" ? `${course.title} has no parts yet.` : `${course.title} has no part "${text}".`,
        course.parts.length === 0
          ? `Add one first: involve training add ${course.key} --part "Its title"`
          : nearest,
      ),
  );

/** The requirement of others that a key or its label means; an unknown one is refused with the nearest. */
export const theRequirement = (
  text: string,
  all: readonly ExternalRequirement[],
): Result<ExternalRequirement> =>
  ofKey(
    keyMeant(text, all, (r) => r.label),
    all,
    (nearest) =>
      problem(
        "unknown-requirement",
        `There is no external requirement "${text}".`,
        `${nearest} To add one: involve training external add KEY --label "Its name"`,
      ),
  );

/** The clearance that a key or its label means; an unknown one is refused with the nearest. */
export const theClearance = (text: string, all: readonly ClearanceRules[]): Result<ClearanceRules> =>
  ofKey(
    keyMeant(text, all, (c) => c.label),
    all,
    (nearest) => problem("unknown-clearance", `There is no clearance "${text}".`, nearest),
  );
