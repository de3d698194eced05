import { type Attendee, distinct } from "./attendance.ts";
import { type Course, type CoursePart, partsOn } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf, type Result, together, unless, yes } from "./result.ts";
import type { TrainingRecord } from "./training.ts";
import { thePart } from "./training-words.ts";

/** One person, one part, one day: a completion as it is to be. */
export interface CompletionEntry {
  readonly person: Attendee;
  readonly course: Course;
  readonly part: CoursePart;
  readonly on: Day;
}

/** Whether somebody was in any group on a day. */
export const isThere = (person: Attendee, day: Day): boolean =>
  person.times.some((t) => t.joinedOn <= day && (t.leftOn === null || t.leftOn > day));

/** A problem for a day that has not come yet, else none. */
const futureProblems = (on: Day, today: Day): Problem[] =>
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
function memberProblems(person: Attendee, on: Day): Problem[] {
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
    ...who.flatMap((p) => memberProblems(p, on)).map(byHand),
  ];
  return unless(problems, () =>
    who.flatMap((person) =>
      course.ok && parts.ok ? parts.value.map((part) => ({ person, course: course.value, part, on })) : [],
    ),
  );
}

/** What would be written, and what is on record already with the day it was completed. */
export interface CompletionPlan<E extends CompletionEntry> {
  readonly added: readonly E[];
  readonly known: readonly { readonly entry: E; readonly on: Day }[];
}

/** Sorts entries into new ones and those on record: a completion is appended once and never edited. */
export function planCompletions<E extends CompletionEntry>(
  entries: readonly E[],
  records: ReadonlyMap<number, TrainingRecord>,
): CompletionPlan<E> {
  const done = new Map<string, Day>();
  for (const record of records.values())
    for (const c of record.completions)
      if (c.revokedOn === null) {
        const key = `${record.personId} ${c.partId}`;
        const earlier = done.get(key);
        if (earlier === undefined || c.on < earlier) done.set(key, c.on);
      }
  const added: E[] = [];
  const known: { entry: E; on: Day }[] = [];
  for (const entry of entries) {
    const on = done.get(`${entry.person.id} ${entry.part.id}`);
    if (on === undefined) added.push(entry);
    else known.push({ entry, on });
  }
  return { added, known };
}

/** One row of a file of completions; its part is still a word. */
export interface CompletionRow {
  readonly line: number;
  readonly course: Course;
  readonly part: string;
  readonly person: Attendee;
  readonly on: Day;
}

/** The completions of a file, or every reason why some cannot be recorded, each with its line and column. */
export function checkRows(
  rows: readonly CompletionRow[],
  today: Day,
): Result<(CompletionEntry & { readonly line: number })[]> {
  const entries: (CompletionEntry & { readonly line: number })[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const part = thePart(row.part, row.course);
    if (part.ok) entries.push({ ...row, part: part.value });
    else problems.push(...part.problems.map((p) => ({ ...p, line: row.line, column: "part" })));
    const others = [...futureProblems(row.on, today), ...memberProblems(row.person, row.on)];
    problems.push(...others.map((p) => ({ ...p, line: row.line })));
  }
  return unless([...problems, ...partTwiceProblems(entries)], () => entries);
}

/** A problem for each row whose person, course and part stand twice in a file. */
function partTwiceProblems<E extends CompletionEntry & { readonly line: number }>(
  entries: readonly E[],
): Problem[] {
  const first = new Map<string, E>();
  return entries.flatMap((entry) => {
    const key = `${entry.person.id} ${entry.part.id}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, entry);
      return [];
    }
    return [
      {
        code: "part-twice",
        line: entry.line,
        column: "part",
        message: `${ref("member", entry.person.id)} ${entry.person.knownAs} has ${entry.course.key} ${entry.part.key} twice: first on line ${earlier.line}.`,
        remedy: "Keep the row that is right.",
      },
    ];
  });
}
