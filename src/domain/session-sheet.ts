import type { Course, CoursePart } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { type Enrolment, seatsOf } from "./enrolment.ts";
import { type CellChange, cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import type { MeetingMode } from "./meeting.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf, yes } from "./result.ts";
import { checkSession, type NewSession, type TrainingSession } from "./session.ts";
import { planSessionEdit } from "./session-edit.ts";
import type { TimeOfDay } from "./time.ts";
import { thePart } from "./training-words.ts";

/** One row of a file of sessions; its part is still a word, and what is undefined was left blank. */
export interface SessionRow {
  readonly line: number;
  readonly session: TrainingSession | undefined;
  readonly course: Course;
  readonly part: string | undefined;
  readonly heldOn: Day;
  readonly at: TimeOfDay | undefined;
  readonly minutes: number | undefined;
  readonly mode: MeetingMode | undefined;
  readonly place: string | undefined;
  readonly trainer: string | undefined;
  readonly places: number | undefined;
  readonly makeUpOf: TrainingSession | undefined;
}

/** What is to be written for a row: a new session, or one that is there as it is to be. */
export type SessionWrite =
  | { readonly made: NewSession; readonly after?: undefined }
  | { readonly after: TrainingSession; readonly made?: undefined };

/** What a file of sessions is held against. */
export interface SessionSheetFacts {
  readonly sessions: readonly TrainingSession[];
  readonly enrolments: readonly Enrolment[];
  /** How many completions rest on each session, by its id. */
  readonly completed: ReadonlyMap<number, number>;
}

const columnOf = {
  heldOn: "held_on",
  startsAt: "starts_at",
  minutes: "minutes",
  mode: "mode",
  place: "place",
  trainer: "trainer",
  places: "places",
} as const;

const changesOf = (before: TrainingSession, after: TrainingSession): CellChange[] =>
  (Object.keys(columnOf) as (keyof typeof columnOf)[])
    .filter((k) => before[k] !== after[k])
    .map((k) => cellChange(columnOf[k], before[k], after[k]));

/** The session a row is about: the one it names, else the one that teaches the same on its day, at its time where it says one. */
function meant(
  row: SessionRow,
  part: CoursePart | undefined,
  sessions: readonly TrainingSession[],
): TrainingSession | undefined {
  if (row.session) return row.session;
  const same = sessions.filter(
    (s) =>
      s.status !== "cancelled" &&
      s.courseId === row.course.id &&
      s.partId === (part?.id ?? null) &&
      s.heldOn === row.heldOn,
  );
  if (row.at === undefined) return same.length === 1 ? same[0] : undefined;
  return same.find((s) => s.startsAt === row.at) ?? same.find((s) => s.startsAt === null);
}

const about = (row: SessionRow, part: CoursePart | undefined): string =>
  `${row.course.key}, ${part?.key ?? "whole course"} on ${dayInWords(row.heldOn)}`;

/** That a row names a session that teaches something else, where it does. */
const otherProblems = (row: SessionRow, part: CoursePart | undefined): Problem[] =>
  row.session && (row.session.courseId !== row.course.id || row.session.partId !== (part?.id ?? null))
    ? [
        {
          code: "other-course",
          column: "session",
          message: `${ref("session", row.session.id)} does not teach ${part?.key ?? "the whole"} of ${row.course.key}.`,
          remedy: "Check the ref, or leave it out for a new session.",
        },
      ]
    : [];

/** A session that is there, as the row says it: blanks keep what there is. */
function updated(row: SessionRow, known: TrainingSession, facts: SessionSheetFacts, today: Day) {
  const edit = { ...row, on: row.heldOn, clear: [] };
  const seats = seatsOf(known, facts.enrolments);
  const completed = facts.completed.get(known.id) ?? 0;
  const held = { session: known, course: row.course, known: facts.sessions, seats, completed };
  return planSessionEdit(edit, held, today);
}

/** What one row would do, or every reason against it. */
function planOf(row: SessionRow, facts: SessionSheetFacts, today: Day) {
  const found = row.part === undefined ? yes(undefined) : thePart(row.part, row.course);
  const part = found.ok ? found.value : undefined;
  const wrong = [
    ...problemsOf(found).map((p) => ({ ...p, column: "part" })),
    ...(found.ok ? otherProblems(row, part) : []),
  ];
  const known = meant(row, part, facts.sessions);
  const base = { line: row.line, about: about(row, part), notes: [] };
  if (known) {
    const plan = updated(row, known, facts, today);
    if (!plan.ok || wrong.length > 0) return { key: null, problems: [...wrong, ...problemsOf(plan)] };
    const changes = changesOf(known, plan.value);
    const outcome = changes.length > 0 ? ("updated" as const) : ("unchanged" as const);
    const matchedBy = row.session ? "ref" : "course, part and day";
    const write: SessionWrite = { after: plan.value };
    const its = { outcome, changes, matchedBy, ref: ref("session", known.id), write };
    return { key: `session ${known.id}`, problems: [], row: { ...base, ...its } };
  }
  const made = { ...row, part, on: row.heldOn };
  const checked = checkSession(made, facts.sessions);
  const write: SessionWrite = { made };
  const its = { outcome: "new" as const, changes: [], matchedBy: null, ref: null, write };
  return {
    key: `${row.course.id} ${part?.id ?? ""} ${row.heldOn} ${row.at ?? ""}`,
    problems: [...wrong, ...problemsOf(checked)],
    row: { ...base, ...its },
  };
}

/**
 * What a file of sessions would do, row by row: a session that is there is changed where a cell says something else, any other is
 * planned (or recorded as held). Blanks never overwrite. Every problem with its line.
 */
export function planSessionRows(
  rows: readonly SessionRow[],
  facts: SessionSheetFacts,
  today: Day,
): ImportPlan<SessionWrite> {
  const plans: RowPlan<SessionWrite>[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const plan = planOf(row, facts, today);
    const first = plan.key === null ? undefined : seen.get(plan.key);
    problems.push(...plan.problems.map((p) => ({ ...p, line: row.line })));
    if (first !== undefined)
      problems.push({
        code: "session-twice",
        line: row.line,
        message: `The session on line ${first} is here again.`,
        remedy: "Keep the row that is right; two on one day need different times.",
      });
    if (plan.key !== null && first === undefined) seen.set(plan.key, row.line);
    if (plan.row && plan.problems.length === 0 && first === undefined) plans.push(plan.row);
  }
  return { rows: plans, problems };
}
