import type { Day } from "./day.ts";
import {
  type KnownMeeting,
  type MeetingPlan,
  type MeetingSeries,
  type MeetingWords,
  meetingKey,
  planned,
  plannedSeries,
  theSeries,
} from "./meeting.ts";
import { checkPlans } from "./meeting-plan.ts";
import { no, type Result, yes } from "./result.ts";

/** What `meeting plan` is asked to do, as typed. */
export interface MeetingRequest extends MeetingWords {
  readonly key: string | undefined;
  readonly series: string | undefined;
  readonly on: Day | undefined;
  readonly from: Day | undefined;
  readonly count: number | undefined;
  readonly change: boolean;
  readonly fromFile: string | undefined;
}

/** The three things that can be planned at once. */
export type RequestShape = "one" | "series" | "file";

/** Whether one meeting, a series or a file is meant; words of two of them do not go together. */
export function requestShape(words: MeetingRequest): Result<RequestShape> {
  const { key, on, from, count, fromFile } = words;
  const one = on !== undefined && from === undefined && count === undefined;
  const series = on === undefined && key === undefined && from !== undefined && count !== undefined;
  if (fromFile !== undefined && key === undefined && on === undefined && from === undefined)
    return yes("file");
  if (fromFile === undefined && (one || series)) return yes(one ? "one" : "series");
  return no({
    code: "one-or-series",
    message: "Say one meeting (its name and --on), a whole series (--from and --count), or --from-file.",
    remedy: "For example: involve meeting plan --series lewg --from 2026-01-14 --count 6",
  });
}

/** The meetings that the words ask for, one or a series, or every reason why they cannot be planned. */
export function planRequest(
  words: MeetingRequest,
  known: readonly KnownMeeting[],
  all: readonly MeetingSeries[],
): Result<readonly MeetingPlan[]> {
  const key = words.key?.toLowerCase();
  const series = theSeries(words.series, key, all);
  if (!series.ok) return series;
  const { from, count, on } = words;
  const plans =
    from !== undefined && count !== undefined
      ? plannedSeries(series.value, from, count, words)
      : yes(
          on === undefined ? [] : [planned(key ?? meetingKey(series.value.key, on), series.value, on, words)],
        );
  return plans.ok ? checkPlans(plans.value, known, words.change) : plans;
}

/** One row of a file of meetings. */
export interface MeetingRow extends MeetingWords {
  readonly key: string;
  readonly heldOn: Day;
}
