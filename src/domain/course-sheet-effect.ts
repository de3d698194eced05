import type { RuleEffect } from "./clearance-change.ts";
import type { Course } from "./course.ts";
import { ruleChanges } from "./course-edit.ts";
import type { CourseWrite } from "./course-sheet.ts";
import type { Day } from "./day.ts";

/** A course as rows of a file leave it: parts that are there changed, others added with numbers that are nobody's. */
function courseAfter(course: Course, writes: readonly CourseWrite[]): Course {
  const own = writes.filter((w) => w.course.key === course.key);
  const saidOfPart = (key: string) => own.flatMap((w) => (w.part?.key === key ? [w.part] : [])).at(-1);
  const fresh = own
    .flatMap((w) => w.part ?? [])
    .filter(({ key }) => !course.parts.some((p) => p.key === key))
    .map((part, i) => ({ ...part, id: -1 - i, position: course.parts.length + 1 + i }));
  return {
    ...course,
    ...own.at(-1)?.course,
    parts: [...course.parts.map((p) => ({ ...p, ...saidOfPart(p.key) })), ...fresh],
  };
}

/** A reader of what rows of a file change about who is cleared: course by course, on each day on which it makes a difference. */
export const sheetEffect =
  (courses: readonly Course[], facts: Parameters<typeof ruleChanges>[2], today: Day) =>
  (
    taken: readonly { readonly write: CourseWrite }[],
  ): { readonly key: string; readonly day: Day; readonly effect: RuleEffect }[] => {
    const writes = taken.map((t) => t.write);
    return courses
      .filter((c) => writes.some((w) => w.course.key === c.key))
      .flatMap((c) =>
        ruleChanges(c, courseAfter(c, writes), facts, today).map((e) => ({ key: c.key, ...e })),
      );
  };
