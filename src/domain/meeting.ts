import type { Day } from "./day.ts";
import type { RowOutcome } from "./imports.ts";
import { suggestion } from "./nearest.ts";
import { seriesDays } from "./recurrence.ts";
import { no, type Result, yes } from "./result.ts";
import type { TimeOfDay } from "./time.ts";

/** How a meeting is held. */
export const meetingModes = ["in-person", "remote", "hybrid"] as const;
export type MeetingMode = (typeof meetingModes)[number];

/** A run of meetings with its own cadence, length and mode, as the unit keeps it. */
export interface MeetingSeries {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly groupId: number;
  /** The key of the group whose members are asked to come. */
  readonly group: string;
  readonly kind: string;
  readonly cadenceMonths: number | null;
  readonly minutes: number | null;
  readonly band: string | null;
  readonly mode: MeetingMode;
}

/** A meeting as it is to be; null was not said, and is taken from the series where the meeting is new. */
export interface MeetingPlan {
  readonly key: string;
  readonly series: MeetingSeries;
  readonly heldOn: Day;
  readonly startsAt: TimeOfDay | null;
  readonly mode: MeetingMode | null;
  readonly place: string | null;
  readonly title: string | null;
  readonly minutes: number | null;
}

/** What may be said about a meeting besides its name and day. */
export interface MeetingWords {
  readonly at?: TimeOfDay | undefined;
  readonly mode?: MeetingMode | undefined;
  readonly place?: string | undefined;
  readonly title?: string | undefined;
  readonly minutes?: number | undefined;
}

/** A planned meeting and what became of it. */
export interface PlannedMeeting {
  readonly plan: MeetingPlan;
  readonly outcome: RowOutcome;
  /** The meeting as it was, where it was there. */
  readonly known: KnownMeeting | undefined;
}

/** The series whose meetings are called by the month alone. */
const plainSeries = "lewg";

/** What a meeting of a series is called: `2026-03` in the working group, `reflective-2026-03` elsewhere. */
export const meetingKey = (series: string, day: Day): string =>
  series === plainSeries ? day.slice(0, 7) : `${series}-${day.slice(0, 7)}`;

/** The series called so, or else the one a meeting's key begins with, or else the working group's. */
export function theSeries(
  named: string | undefined,
  key: string | undefined,
  all: readonly MeetingSeries[],
): Result<MeetingSeries> {
  const begun = all
    .filter((s) => key?.startsWith(`${s.key}-`))
    .sort((a, b) => b.key.length - a.key.length)[0];
  const wanted = named ?? begun?.key ?? plainSeries;
  const found = all.find((s) => s.key === wanted);
  return found
    ? yes(found)
    : no({
        code: "unknown-series",
        message: `There is no series of meetings "${wanted}".`,
        remedy: suggestion(
          wanted,
          all.map((s) => s.key),
        ),
      });
}

/** A meeting planned from a day and what was said about it. */
export const planned = (
  key: string,
  series: MeetingSeries,
  heldOn: Day,
  words: MeetingWords,
): MeetingPlan => ({
  key,
  series,
  heldOn,
  startsAt: words.at ?? null,
  mode: words.mode ?? null,
  place: words.place ?? null,
  title: words.title ?? null,
  minutes: words.minutes ?? null,
});

/** The meetings of a series from its first day on. Refuses a series without a cadence. */
export function plannedSeries(
  series: MeetingSeries,
  first: Day,
  count: number,
  words: MeetingWords,
): Result<MeetingPlan[]> {
  if (series.cadenceMonths === null)
    return no({
      code: "no-cadence",
      message: `${series.title} (${series.key}) has no cadence: its meetings are planned one at a time.`,
      remedy: `For example: involve meeting plan ${meetingKey(series.key, first)} --on ${first}`,
    });
  return yes(
    seriesDays(first, series.cadenceMonths, count).map((d) =>
      planned(meetingKey(series.key, d), series, d, words),
    ),
  );
}

/** A meeting that is on record. */
export interface KnownMeeting extends MeetingPlan {
  readonly id: number;
  readonly status: string;
  /** How many people have attendance recorded. */
  readonly recorded: number;
}

const details = ["heldOn", "startsAt", "mode", "place", "title", "minutes"] as const;

/** What a plan says that the meeting on record does not say already; what was not said never overwrites. */
export const changedDetails = (plan: MeetingPlan, known: KnownMeeting): (typeof details)[number][] =>
  details.filter((d) => plan[d] !== null && plan[d] !== known[d]);

/** Whether a plan says anything that the meeting on record does not say already. */
export const differs = (plan: MeetingPlan, known: KnownMeeting): boolean =>
  changedDetails(plan, known).length > 0;
