import type { Attendee } from "./attendance.ts";
import {
  type CompletionEntry,
  completedOn,
  completionKey,
  futureProblems,
  memberProblems,
} from "./completion.ts";
import { type Course, dayProblems } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import type { ImportPlan, RowPlan } from "./import-plan.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf } from "./result.ts";
import type { TrainingRecord } from "./training.ts";
import { thePart } from "./training-words.ts";

/** One row of a file of completions; its part is still a word. */
export interface CompletionRow {
  readonly line: number;
  readonly course: Course;
  readonly part: string;
  readonly person: Attendee;
  readonly on: Day;
}

const named = (person: Attendee): string => `${ref("member", person.id)} ${person.knownAs}`;

const twice = (entry: CompletionEntry, first: number): Problem => ({
  code: "part-twice",
  column: "part",
  message: `${named(entry.person)} has ${entry.course.key} ${entry.part.key} twice: first on line ${first}.`,
  remedy: "Keep the row that is right.",
});

/** The plan of one row: a part on record stays as it is, and another day for it is pointed out. */
function planOf(line: number, entry: CompletionEntry, known: Day | undefined): RowPlan<CompletionEntry> {
  const what = `${entry.part.key} of ${entry.course.key}`;
  const other = known === undefined || known === entry.on;
  return {
    ...{ line, ref: null, about: `${named(entry.person)}: ${what}`, changes: [], write: entry },
    outcome: known === undefined ? "new" : "unchanged",
    matchedBy: known === undefined ? null : "person and part",
    notes: other
      ? []
      : [
          `${ref("member", entry.person.id)} completed ${what} on ${dayInWords(known)} and not on ${dayInWords(entry.on)}; that stays as it is.`,
        ],
  };
}

/**
 * What a file of completions would do, row by row: a part that is not on record is added, one that is stays. A part twice in the
 * file, a day to come, and a day on which somebody was in no group are bad rows. Every problem at once.
 */
export function planCompletionRows(
  rows: readonly CompletionRow[],
  today: Day,
  records: ReadonlyMap<number, TrainingRecord>,
): ImportPlan<CompletionEntry> {
  const done = completedOn(records);
  const seen = new Map<string, number>();
  const plans: RowPlan<CompletionEntry>[] = [];
  const problems: Problem[] = [];
  for (const { line, ...row } of rows) {
    const part = thePart(row.part, row.course);
    const entry = part.ok ? { ...row, part: part.value } : null;
    const key = entry && completionKey(entry.person.id, entry.part.id);
    const first = key === null ? undefined : seen.get(key);
    const reasons = [
      ...problemsOf(part).map((p) => ({ ...p, column: "part" })),
      ...futureProblems(row.on, today),
      ...memberProblems(row.person, row.on),
      ...(part.ok ? dayProblems(row.course, part.value, row.on) : []).map((p) => ({
        ...p,
        column: "completed_on",
      })),
      ...(entry && first !== undefined ? [twice(entry, first)] : []),
    ];
    problems.push(...reasons.map((p) => ({ ...p, line })));
    if (key !== null && first === undefined) seen.set(key, line);
    if (entry && key !== null && reasons.length === 0) plans.push(planOf(line, entry, done.get(key)));
  }
  return { rows: plans, problems };
}
