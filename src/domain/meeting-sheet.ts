import { type CellChange, cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import {
  changedDetails,
  type KnownMeeting,
  type MeetingPlan,
  type MeetingSeries,
  planned,
  theSeries,
} from "./meeting.ts";
import { planProblems } from "./meeting-plan.ts";
import type { MeetingRow } from "./meeting-request.ts";
import { type Problem, problemsOf } from "./result.ts";
import type { Lined } from "./sheet-rows.ts";

/** What a blank cell may empty of a meeting, by the column of a file that says it. */
const clearable = { at: "startsAt", place: "place", title: "title" } as const;
/** A detail that a blank cell empties. */
type ClearableOfMeeting = (typeof clearable)[keyof typeof clearable];

/** What is to be written for one row of a sheet of meetings. */
export interface MeetingWrite {
  readonly plan: MeetingPlan;
  readonly known: KnownMeeting | undefined;
  readonly cleared: readonly ClearableOfMeeting[];
}

const columnOf = {
  heldOn: "held_on",
  startsAt: "starts_at",
  mode: "mode",
  place: "place",
  title: "title",
  minutes: "minutes",
} as const;

const changesOf = ({ plan, known, cleared }: MeetingWrite): CellChange[] =>
  known
    ? [
        ...changedDetails(plan, known).map((d) => cellChange(columnOf[d], known[d], plan[d])),
        ...cleared.map((d) => cellChange(columnOf[d], known[d], null)),
      ]
    : [];

/** The plan of a row as it is shown and written. */
function planOf(line: number, write: MeetingWrite): RowPlan<MeetingWrite> {
  const { plan, known } = write;
  const changes = changesOf(write);
  return {
    ...{ line, changes, notes: [], write, about: plan.title ?? known?.title ?? plan.series.title },
    outcome: !known ? "new" : changes.length > 0 ? "updated" : "unchanged",
    ref: known ? known.key : null,
    matchedBy: known ? "key" : null,
  };
}

/**
 * What a file of meetings would do, row by row: a meeting of that key is changed, any other is planned; blanks never overwrite,
 * unless they clear. Every problem with its line and column.
 */
export function planMeetingRows(
  rows: readonly Lined<MeetingRow>[],
  known: readonly KnownMeeting[],
  all: readonly MeetingSeries[],
  blanks: "keep" | "clear" = "keep",
): ImportPlan<MeetingWrite> {
  const plans: RowPlan<MeetingWrite>[] = [];
  const problems: Problem[] = [];
  for (const { line, value, blank = [] } of rows) {
    const series = theSeries(undefined, value.key, all);
    problems.push(...problemsOf(series).map((p) => ({ ...p, line, column: "key" })));
    if (!series.ok) continue;
    const plan = planned(value.key, series.value, value.heldOn, value);
    const earlier = plans.map((p) => p.write.plan);
    problems.push(...planProblems(plan, known, earlier, true).map((p) => ({ ...p, line })));
    const there = known.find((m) => m.key === plan.key);
    const emptied = blanks === "clear" ? blank : [];
    const cleared = Object.entries(clearable)
      .filter(([field, detail]) => emptied.includes(field) && there !== undefined && there[detail] !== null)
      .map(([, detail]) => detail);
    plans.push(planOf(line, { plan, known: there, cleared }));
  }
  return { rows: plans, problems };
}
