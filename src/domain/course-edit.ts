import { type RuleEffect, ruleEffect } from "./clearance-change.ts";
import type { ClearanceRules } from "./clearance-rules.ts";
import type { Course, CoursePart, CourseStatus } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { type Problem, problem, type Result, unless } from "./result.ts";
import type { TrainingRecord } from "./training.ts";

/** What of a course, or of one of its parts, changes; what is undefined stays. */
export interface CourseEdit {
  readonly title: string | undefined;
  readonly about: string | undefined;
  readonly status: CourseStatus | undefined;
  /** Of a part: the day from which it is asked for. */
  readonly from: Day | undefined;
  /** Of a part: the first day on which it is no longer asked for. */
  readonly retireOn: Day | undefined;
  readonly reopen: boolean;
}

/** The words that belong to a part and those that belong to a course, where the other is meant. */
function misplaced(edit: CourseEdit, part: CoursePart | undefined): Problem[] {
  const ofCourse = [edit.status === undefined ? "" : "--status", edit.about === undefined ? "" : "--about"];
  const ofPart = [
    edit.from === undefined ? "" : "--from",
    edit.retireOn === undefined ? "" : "--retire-on",
    edit.reopen ? "--reopen" : "",
  ];
  return (part ? ofCourse : ofPart)
    .filter(Boolean)
    .map((word) =>
      problem(
        "words-do-not-fit",
        `${word} is said of a ${part ? "course" : "part"}.`,
        part ? "Leave the part out." : "Name the part behind the course.",
      ),
    );
}

/** A course with another title, status or text, or with a part of it changed. Every reason against it at once. */
export function planCourseEdit(
  edit: CourseEdit,
  course: Course,
  part: CoursePart | undefined,
): Result<Course> {
  const problems = misplaced(edit, part);
  if (!part)
    return unless(problems, () => ({
      ...course,
      title: edit.title ?? course.title,
      about: edit.about ?? course.about,
      status: edit.status ?? course.status,
    }));
  if (edit.reopen && edit.retireOn !== undefined)
    problems.push(
      problem(
        "retire-or-reopen",
        "Retire the part or use it again, not both.",
        "Leave --retire-on or --reopen out.",
      ),
    );
  const after: CoursePart = {
    ...part,
    title: edit.title ?? part.title,
    askedFrom: edit.from ?? part.askedFrom,
    retiredOn: edit.reopen ? null : (edit.retireOn ?? part.retiredOn),
  };
  if (after.askedFrom && after.retiredOn && after.retiredOn < after.askedFrom)
    problems.push(
      problem(
        "ends-before-it-begins",
        `${part.title} would be retired on ${dayInWords(after.retiredOn)}, before it is asked for on ${dayInWords(after.askedFrom)}.`,
        "Check --from and --retire-on.",
      ),
    );
  return unless(problems, () => ({
    ...course,
    parts: course.parts.map((p) => (p.id === part.id ? after : p)),
  }));
}

/** The clearances as they are with a course changed. */
export const withCourse = (rules: readonly ClearanceRules[], course: Course): ClearanceRules[] =>
  rules.map((r) => ({
    ...r,
    sets: r.sets.map((set) =>
      set.map((ask) => (ask.course && ask.course.id === course.id ? { ...ask, course } : ask)),
    ),
  }));

/** The days on which a change of a course may make a difference: those on which its parts begin or cease to be asked for. */
const daysOfChange = (before: Course, after: Course, today: Day): Day[] => {
  const days = after.parts.flatMap((p, i) => {
    const was = before.parts[i];
    return [
      ...(p.askedFrom === was?.askedFrom ? [] : [was?.askedFrom, p.askedFrom]),
      ...(p.retiredOn === was?.retiredOn ? [] : [was?.retiredOn, p.retiredOn]),
    ];
  });
  return [...new Set([today, ...days.flatMap((d) => (d ? [d] : []))])].sort((a, b) =>
    a.localeCompare(b, "en"),
  );
};

/** What a change of a course is held against: the clearances, the records, and who is in a group on a day. */
interface Facts {
  readonly rules: readonly ClearanceRules[];
  readonly records: ReadonlyMap<number, TrainingRecord>;
  there(day: Day): readonly number[];
}

/** Who gains and who loses a clearance by a change of a course, on each day on which it makes a difference. */
export const ruleChanges = (
  before: Course,
  after: Course,
  { rules, records, there }: Facts,
  today: Day,
): { readonly day: Day; readonly effect: RuleEffect }[] =>
  daysOfChange(before, after, today)
    .map((day) => ({
      day,
      effect: ruleEffect(rules, withCourse(rules, after), records, there(day), day),
    }))
    .filter(({ effect }) => effect.gained.length + effect.lost.length > 0);
