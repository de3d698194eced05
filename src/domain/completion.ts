import { type Attendee, distinct } from "./attendance.ts";
import { type Course, type CoursePart, dayProblems, partsOn } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf, type Result, together, unless, yes } from "./result.ts";
import type { TrainingSession } from "./session.ts";
import { partAsAt, type TrainingRecord } from "./training.ts";
import { thePart } from "./training-words.ts";

/** One person, one part, one day: a completion as it is to be. */
export interface CompletionEntry {
  readonly person: Attendee;
  readonly course: Course;
  readonly part: CoursePart;
  readonly on: Day;
  /** The session it was completed at, where that was said; else it is found by the day. */
  readonly sessionId?: number;
}

/** Whether somebody was in any group on a day. */
export const isThere = (person: Attendee, day: Day): boolean =>
  person.times.some((t) => t.joinedOn <= day && (t.leftOn === null || t.leftOn > day));

/** A problem for a day that has not come yet, else none. */
export const futureProblems = (on: Day, today: Day): Problem[] =>
  on <= today
    ? []
    : [
        {
          code: "in-the-future",
          column: "completed_on",
          message: `${on} is still to come.`,
          remedy: "Record a completion on its day or later; to plan a session: involve training schedule",
        },
      ];

/** A problem for somebody who was in no group on a day, with when they were in one. */
export function memberProblems(person: Attendee, on: Day): Problem[] {
  if (isThere(person, on)) return [];
  const times = person.times.map(
    (t) =>
      `${t.group} from ${dayInWords(t.joinedOn)}${t.leftOn === null ? "" : ` until ${dayInWords(t.leftOn)}`}`,
  );
  return [
    {
      code: "not-a-member-that-day",
      column: "ref",
      message: `${ref("member", person.id)} ${person.knownAs} was in no group on ${dayInWords(on)}${times.length > 0 ? ` (${times.join("; ")})` : ""}.`,
      remedy: "Check the ref and the day.",
    },
  ];
}

/** A problem of a request typed by hand: it has no column. */
const byHand = ({ column: _, ...problem }: Problem): Problem => problem;

/** What is asked for by hand: one part, or every part of the course, for some people on a day. */
export interface CompletionRequest {
  readonly people: Result<readonly Attendee[]>;
  readonly course: Result<Course>;
  readonly part: string | undefined;
  readonly on: Day;
}

/** The parts that are asked for: the one named, or every part the course asks for on the day. */
function askedParts(course: Course, part: string | undefined, on: Day): Result<CoursePart[]> {
  if (part !== undefined) return together([thePart(part, course)]);
  const parts = partsOn(course, on);
  return parts.length > 0 ? yes(parts) : together([thePart("", course)]);
}

/** The completions that are asked for, or every reason why they cannot be recorded. */
export function checkCompletions(request: CompletionRequest, today: Day): Result<CompletionEntry[]> {
  const { course, people, on } = request;
  const parts = course.ok ? askedParts(course.value, request.part, on) : yes([]);
  const who = people.ok ? distinct(people.value) : [];
  const problems = [
    ...problemsOf(people),
    ...problemsOf(course),
    ...problemsOf(parts),
    ...futureProblems(on, today).map(byHand),
    ...(course.ok ? (parts.ok ? parts.value : []) : []).flatMap((p) =>
      course.ok ? dayProblems(course.value, p, on) : [],
    ),
    ...who.flatMap((p) => memberProblems(p, on)).map(byHand),
  ];
  return unless(problems, () =>
    who.flatMap((person) =>
      course.ok && parts.ok ? parts.value.map((part) => ({ person, course: course.value, part, on })) : [],
    ),
  );
}

/** The completions of those who completed what a session taught: its part, or every part the course asks for on its day. */
export function taughtTo(
  session: TrainingSession,
  course: Course,
  people: readonly Attendee[],
): Result<CompletionEntry[]> {
  const part = course.parts.find((p) => p.id === session.partId);
  const parts = askedParts(course, part?.key, session.heldOn);
  if (!parts.ok) return parts;
  const problems = parts.value.flatMap((p) => dayProblems(course, p, session.heldOn));
  const made = { course, on: session.heldOn, sessionId: session.id };
  return unless(problems, () =>
    distinct(people).flatMap((person) => parts.value.map((p) => ({ ...made, person, part: p }))),
  );
}

/**
 * The entries without parts that a waiver stands for on the day and that are not on record: whoever says "the whole course" does not
 * say that these were completed too. Where a part was named it was meant.
 */
export function besideWaived<E extends CompletionEntry>(
  entries: readonly E[],
  records: ReadonlyMap<number, TrainingRecord>,
  named: string | undefined,
): { readonly asked: readonly E[]; readonly waived: readonly E[] } {
  const waives = ({ person, course, part, on }: E): boolean => {
    const record = records.get(person.id);
    if (!record || named !== undefined) return false;
    const { done, waiver } = partAsAt(course, part, record, 0, on);
    return !done && waiver !== undefined;
  };
  return { asked: entries.filter((e) => !waives(e)), waived: entries.filter(waives) };
}

/** What would be written, and what is on record already with the day it was completed. */
export interface CompletionPlan<E extends CompletionEntry> {
  readonly added: readonly E[];
  readonly known: readonly { readonly entry: E; readonly on: Day }[];
}

/** What tells one completion from another: whose it is, and of which part. */
export const completionKey = (personId: number, partId: number): string => `${personId} ${partId}`;

/** The first day on which each part was completed by each person, by `completionKey`; what was revoked does not count. */
export function completedOn(records: ReadonlyMap<number, TrainingRecord>): Map<string, Day> {
  const done = new Map<string, Day>();
  for (const record of records.values())
    for (const c of record.completions)
      if (c.revokedOn === null) {
        const key = completionKey(record.personId, c.partId);
        const earlier = done.get(key);
        if (earlier === undefined || c.on < earlier) done.set(key, c.on);
      }
  return done;
}

/** Sorts entries into new ones and those on record: a completion is appended once and never edited. */
export function planCompletions<E extends CompletionEntry>(
  entries: readonly E[],
  records: ReadonlyMap<number, TrainingRecord>,
): CompletionPlan<E> {
  const done = completedOn(records);
  const added: E[] = [];
  const known: { entry: E; on: Day }[] = [];
  for (const entry of entries) {
    const on = done.get(completionKey(entry.person.id, entry.part.id));
    if (on === undefined) added.push(entry);
    else known.push({ entry, on });
  }
  return { added, known };
}
