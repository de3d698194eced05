import { type Day, dayInWords, parseDay } from "./day.ts";
import type { KnownMeeting } from "./meeting.ts";
import { suggestion } from "./nearest.ts";
import type { Membership } from "./person.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** How somebody took part. Nothing recorded is a fifth thing, and never the same as absent. */
export const attendanceStates = ["present", "part", "apologies", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** How somebody who came took part. */
export const attendanceModes = ["in-person", "remote"] as const;
export type AttendanceMode = (typeof attendanceModes)[number];

/** When somebody was in a group. */
export type TimeInGroup = Pick<Membership, "group" | "joinedOn" | "leftOn">;

/** Somebody whose attendance is recorded. */
export interface Attendee {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly times: readonly TimeInGroup[];
}

/** One person's attendance at one meeting, as it is to be; a mode of null was not said. */
export interface AttendanceEntry {
  readonly meeting: KnownMeeting;
  readonly person: Attendee;
  readonly state: AttendanceState;
  readonly mode: AttendanceMode | null;
}

/** An attendance that is on record. */
export interface KnownAttendance {
  readonly id: number;
  readonly state: string;
  readonly mode: string | null;
}

/** Whether somebody with this state took part at all. */
export const came = (state: string): boolean => state === "present" || state === "part";

/** Whether somebody was in a group on a day; the day somebody left is no longer in it. */
export const inGroupOn = (times: readonly TimeInGroup[], group: string, day: Day): boolean =>
  times.some((t) => t.group === group && t.joinedOn <= day && (t.leftOn === null || t.leftOn > day));

/** Whether a meeting is a reflective space, of which only who came is kept. */
export const isReflectiveSpace = (meeting: KnownMeeting): boolean =>
  meeting.series.kind === "reflective-space";

/** The meeting that a key, or the day of just one, means; an unknown one is refused with the nearest. */
export function theMeeting(text: string, meetings: ReadonlyMap<string, KnownMeeting>): Result<KnownMeeting> {
  const key = text.trim().toLowerCase();
  const day = parseDay(text);
  const thatDay = day.ok ? [...meetings.values()].filter((m) => m.heldOn === day.value) : [];
  const found = meetings.get(key) ?? (thatDay.length === 1 ? thatDay[0] : undefined);
  return found
    ? yes(found)
    : no({
        code: "unknown-meeting",
        message: `There is no meeting "${text}".`,
        remedy:
          meetings.size === 0
            ? `Plan it first: involve meeting plan ${key} --on DATE`
            : suggestion(key, [...meetings.keys()]),
      });
}

/** In words, when somebody was in the group if not on the day: `they left on Fri 31 Oct 2025`. */
function whyNotThere(times: readonly TimeInGroup[], group: string, day: Day): string {
  const own = times.filter((t) => t.group === group);
  const left = own.findLast((t) => t.leftOn !== null && t.leftOn <= day);
  const later = own.find((t) => t.joinedOn > day);
  if (later) return `they joined on ${dayInWords(later.joinedOn)}`;
  if (left) return `they left on ${dayInWords(left.leftOn as Day)}`;
  const others = times.map((t) => `${t.group} since ${dayInWords(t.joinedOn)}`);
  return `they were never in it${others.length > 0 ? ` (${others.join(", ")})` : ""}`;
}

/**
 * Every reason why an attendance cannot be recorded, with the column it is in: the person was in the group that day, nobody
 * came to a meeting that is still to be or was cancelled, only those who came have a mode, and of a reflective space nothing
 * is kept but who came.
 */
export function attendanceProblems({ meeting, person, state, mode }: AttendanceEntry, today: Day): Problem[] {
  const problems: Problem[] = [];
  const { series, heldOn, key } = meeting;
  const day = (): string => dayInWords(heldOn);
  if (!inGroupOn(person.times, series.group, heldOn))
    problems.push({
      code: "not-a-member-that-day",
      column: "ref",
      message: `${ref("member", person.id)} ${person.knownAs} was not in ${series.group} on ${day()}: ${whyNotThere(person.times, series.group, heldOn)}.`,
      remedy: "Check the ref and the meeting; only members of that day are recorded.",
    });
  if (meeting.status === "cancelled")
    problems.push({ code: "cancelled", column: "meeting", message: `${key} was cancelled.` });
  if (isReflectiveSpace(meeting) && (state !== "present" || mode !== null))
    problems.push({
      code: "only-who-came",
      column: state === "present" ? "mode" : "state",
      message: `${key} is a reflective space: who came is recorded, and nothing else.`,
      remedy: "Record those who came as present, without a mode, and leave the others out.",
    });
  if (heldOn > today && state !== "apologies")
    problems.push({
      code: "still-to-come",
      column: "meeting",
      message: `${key} is on ${day()}, which is still to come.`,
      remedy: "Until then only apologies can be recorded.",
    });
  if (mode !== null && !came(state))
    problems.push({
      code: "mode-without-coming",
      column: "mode",
      message: `Whoever did not come (${state}) has no mode.`,
      remedy: "Leave the mode out.",
    });
  return problems;
}

/** Each person once, in the order first named. */
export const distinct = (people: readonly Attendee[]): Attendee[] => [
  ...new Map(people.map((p) => [p.id, p])).values(),
];

/** One state for several people at one meeting, or every reason why it cannot be recorded. */
export function checkAttendance(
  meeting: KnownMeeting,
  people: readonly Attendee[],
  state: AttendanceState,
  mode: AttendanceMode | null,
  today: Day,
): Result<AttendanceEntry[]> {
  const entries = people.map((person) => ({ meeting, person, state, mode }));
  const problems = entries.flatMap((e) => attendanceProblems(e, today)).map(({ column: _, ...p }) => p);
  const once = problems.filter((p, i) => problems.findIndex((q) => q.message === p.message) === i);
  return unless(once, () => entries);
}

/** Whoever is put back to not recorded has no mode either. */
export const checkNoMode = (mode: AttendanceMode | undefined): Result<null> =>
  mode === undefined
    ? yes(null)
    : no({
        code: "mode-without-coming",
        message: "Where nothing is recorded there is no mode.",
        remedy: "Leave --mode out.",
      });

/** A person who stands twice in one meeting of a file; `earlier` is the first row, `entry` the one that is too much. */
export const twiceProblem = (
  entry: AttendanceEntry,
  line: number,
  earlier: { readonly line: number; readonly state: string },
): Problem => ({
  code: "person-twice",
  line,
  column: "ref",
  message: `${ref("member", entry.person.id)} ${entry.person.knownAs} is in ${entry.meeting.key} twice: first on line ${earlier.line} (${earlier.state}), now ${entry.state}.`,
  remedy: "Keep the row that is right.",
});
