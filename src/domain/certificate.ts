import { type Course, type CoursePart, partsOn } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import { no, type Result, yes } from "./result.ts";
import { listed } from "./text.ts";
import { partAsAt, type TrainingRecord } from "./training.ts";

/** What a certificate says: the course, each part with the day it was completed, and what earlier experience counted for. */
export interface Certificate {
  readonly course: Course;
  readonly parts: readonly { readonly part: CoursePart; readonly on: Day }[];
  readonly waived: readonly CoursePart[];
  /** The day from which every part was completed or earlier experience counted for it. */
  readonly on: Day;
}

/** How the parts that a course asks for on a day stand for somebody: completed, counted as done before, or open. */
function standing(course: Course, record: TrainingRecord, asked: Day, today: Day) {
  const parts: { part: CoursePart; on: Day }[] = [];
  const waived: { part: CoursePart; on: Day }[] = [];
  const open: CoursePart[] = [];
  for (const part of partsOn(course, asked)) {
    const { done, waiver } = partAsAt(course, part, record, 0, today);
    if (done && done.on <= asked) parts.push({ part, on: done.on });
    else if (waiver && waiver.grantedOn <= asked) waived.push({ part, on: waiver.grantedOn });
    else open.push(part);
  }
  return { parts, waived, open };
}

const lastOf = (parts: readonly { readonly on: Day }[]): Day | undefined =>
  parts.reduce<Day | undefined>((last, p) => (last === undefined || p.on > last ? p.on : last), undefined);

/**
 * The certificate of a course that somebody completed: every part it asks for, or asked for on a day when they had completed all
 * of it. What was taken back since does not count, and what earlier experience counted for is named as that. Refused where a part
 * is open, and where nothing was completed.
 */
export function certificateOf(course: Course, record: TrainingRecord, today: Day): Result<Certificate> {
  const days = [
    today,
    ...[...record.completions.map((c) => c.on), ...record.waivers.map((w) => w.grantedOn)]
      .filter((d) => d <= today)
      .sort((a, b) => b.localeCompare(a, "en")),
  ];
  for (const day of days) {
    const { parts, waived, open } = standing(course, record, day, today);
    const on = lastOf([...parts, ...waived]);
    if (open.length === 0 && parts.length > 0 && on !== undefined)
      return yes({ course, parts, waived: waived.map((w) => w.part), on });
  }
  const { parts, open, waived } = standing(course, record, today, today);
  const who = ref("member", record.personId);
  if (parts.length + waived.length + open.length === 0)
    return no({
      code: "no-parts",
      message: `${course.title} has no parts on ${dayInWords(today)}.`,
      remedy: `Add one first: involve training add ${course.key} --part "Its title"`,
    });
  return no({
    code: "not-completed",
    message:
      open.length === 0
        ? `${who} completed no part of ${course.title}: earlier experience counts for all of it.`
        : `${who} has not completed ${course.title}: ${listed(open.map((p) => p.title))} ${open.length === 1 ? "is" : "are"} missing.`,
    remedy: `See: involve training show ${who}`,
  });
}
