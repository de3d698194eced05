import type { Course, CourseStatus } from "./course.ts";
import type { Day } from "./day.ts";
import { no, type Result, unless } from "./result.ts";
import { keyOf } from "./text.ts";
import { keyProblems } from "./training-words.ts";

/** What `training add` is asked to do. */
export interface CourseRequest {
  readonly course: string;
  readonly title: string | undefined;
  readonly status: CourseStatus | undefined;
  readonly about: string | undefined;
  /** `Its title`, or `key=Its title`. */
  readonly part: readonly string[];
  readonly from: Day | undefined;
}

/** A part to be added; askedFrom null is from the beginning. */
interface NewPart {
  readonly key: string;
  readonly title: string;
  readonly position: number;
  readonly askedFrom: Day | null;
}

/** A course to be added or added to. */
export interface CoursePlan {
  readonly known: Course | undefined;
  readonly key: string;
  readonly title: string;
  readonly status: CourseStatus;
  readonly about: string | undefined;
  /** Of a new course: the day it began, where that was said. */
  readonly startedOn: Day | null;
  readonly parts: readonly NewPart[];
}

const split = (text: string): { key: string; title: string } => {
  const match = /^([a-z0-9-]+)=(.+)$/.exec(text);
  return match ? { key: match[1] ?? "", title: (match[2] ?? "").trim() } : { key: keyOf(text), title: text };
};

/**
 * A new course with its parts (with a day, it began then), or new parts of one that is there. A part added to a course that is there is asked for from
 * today, or the day given, so that earlier clearances stay as they were.
 */
export function planCourse(
  request: CourseRequest,
  known: Course | undefined,
  today: Day,
): Result<CoursePlan> {
  const key = known?.key ?? request.course.trim().toLowerCase();
  const problems = known ? [] : keyProblems(request.course, "course", "peer-review");
  if (problems.length > 0) return no(...problems);
  if (!known && request.title === undefined)
    problems.push({
      code: "no-title",
      message: `There is no course ${key} yet, and a new one needs a title.`,
      remedy: `For example: involve training add ${key} --title "Its title" --part "Its first part"`,
    });
  if (known && request.title !== undefined && request.title !== known.title)
    problems.push({
      code: "course-there",
      message: `${key} is there already: ${known.title}.`,
      remedy: "Leave --title out to add a part to it, or give the new course another key.",
    });
  const taken = new Set(known?.parts.map((p) => p.key));
  const last = Math.max(0, ...(known?.parts.map((p) => p.position) ?? []));
  const parts = request.part.map((text, i): NewPart => {
    const part = split(text);
    if (part.key === "" || taken.has(part.key))
      problems.push({
        code: part.key === "" ? "not-a-key" : "part-there",
        message:
          part.key === "" ? `"${text}" gives no key for a part.` : `${key} has a part ${part.key} already.`,
        remedy: 'Give the part a key of its own, for example --part "role-play-2=Second role play".',
      });
    taken.add(part.key);
    return { ...part, position: last + i + 1, askedFrom: known ? (request.from ?? today) : null };
  });
  return unless(problems, () => ({
    known,
    key,
    title: known?.title ?? request.title ?? key,
    status: request.status ?? known?.status ?? "offered",
    about: request.about,
    startedOn: known ? null : (request.from ?? null),
    parts,
  }));
}

/** A course as it will be with its new parts; they have no number yet. */
export const withNewParts = (known: Course, plan: CoursePlan): Course => ({
  ...known,
  status: plan.status,
  parts: [...known.parts, ...plan.parts.map((p, i) => ({ ...p, id: -1 - i, retiredOn: null }))],
});
