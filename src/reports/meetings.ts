import { type Attendee, inGroupOn, isReflectiveSpace, type KnownAttendance } from "../domain/attendance.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { KnownMeeting } from "../domain/meeting.ts";
import { ref } from "../domain/ref.ts";
import { listed } from "../domain/text.ts";
import type { AttendanceRow } from "../store/attendance.ts";
import type { MeetingCounts } from "../store/meetings.ts";
import { meetingInWords } from "./meeting-plan.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  { key: "meeting", heading: "Meeting" },
  { key: "title", heading: "Title", detail: true },
  { key: "series", heading: "Series", detail: true },
  { key: "held_on", heading: "Day", kind: "day" },
  { key: "starts_at", heading: "At" },
  { key: "mode", heading: "Mode" },
  { key: "place", heading: "Place", detail: true },
  { key: "minutes", heading: "Minutes", kind: "integer", detail: true },
  { key: "status", heading: "Status" },
  { key: "present", heading: "Present", kind: "integer" },
  { key: "part", heading: "Part", kind: "integer" },
  { key: "apologies", heading: "Apologies", kind: "integer" },
  { key: "absent", heading: "Absent", kind: "integer" },
  { key: "not_recorded", heading: "Not recorded", kind: "integer" },
];

/** A meeting as a row: counts only once there is something to count, and of a reflective space only who came. */
function meetingRow(meeting: KnownMeeting, counts: MeetingCounts | undefined, today: Day): Row {
  const counted = counts && (meeting.heldOn <= today || meeting.recorded > 0);
  const all = counted && !isReflectiveSpace(meeting);
  return {
    meeting: meeting.key,
    title: meeting.title ?? meeting.series.title,
    series: meeting.series.key,
    held_on: meeting.heldOn,
    starts_at: meeting.startsAt,
    mode: meeting.mode,
    place: meeting.place,
    minutes: meeting.minutes,
    status: meeting.status,
    present: counted ? counts.present : null,
    part: all ? counts.part : null,
    apologies: all ? counts.apologies : null,
    absent: all ? counts.absent : null,
    not_recorded: all ? counts.notRecorded : null,
  };
}

/** Meetings by day, with how many came. */
export const meetingsReport = (
  meetings: readonly KnownMeeting[],
  counts: ReadonlyMap<string, MeetingCounts>,
  today: Day,
): Report =>
  list(
    "Meetings",
    columns,
    meetings.map((m) => meetingRow(m, counts.get(m.key), today)),
    "No meetings yet. Plan a year of them with: involve meeting plan --series lewg --from 2026-01-14 --count 6",
  );

const people: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "state", heading: "Attendance" },
  { key: "mode", heading: "Mode" },
];

/**
 * A meeting and everybody who was in its group that day; whoever nothing is recorded of is "not recorded", never absent. Of a
 * reflective space it shows who came and nobody else.
 */
export function meetingReport(
  meeting: KnownMeeting,
  counts: MeetingCounts | undefined,
  everybody: readonly Attendee[],
  recorded: readonly AttendanceRow[],
  today: Day,
): Report {
  const byPerson = new Map(recorded.map((r) => [r.personId, r]));
  const shown = everybody.filter(
    (p) =>
      byPerson.has(p.id) ||
      (!isReflectiveSpace(meeting) && inGroupOn(p.times, meeting.series.group, meeting.heldOn)),
  );
  return {
    title: `${meeting.key}: ${meeting.title ?? meeting.series.title}`,
    sections: [
      { key: "meeting", single: true, columns, rows: [meetingRow(meeting, counts, today)] },
      {
        key: "people",
        heading: "People",
        columns: people,
        rows: shown.map((p) => ({
          ref: ref("member", p.id),
          known_as: p.knownAs,
          state: byPerson.get(p.id)?.state ?? "not recorded",
          mode: byPerson.get(p.id)?.mode ?? null,
        })),
        empty: isReflectiveSpace(meeting)
          ? "Nobody is recorded."
          : `Nobody was in ${meeting.series.group} on ${dayInWords(meeting.heldOn)}.`,
      },
    ],
  };
}

/** The columns of an attendance file, as `meeting import` reads them. */
const register: readonly Column[] = [
  { key: "meeting", heading: "Meeting" },
  { key: "ref", heading: "Ref" },
  { key: "state", heading: "State" },
  { key: "mode", heading: "Mode" },
];

/** Attendance as a file that imports again unchanged. */
export const registerReport = (rows: readonly AttendanceRow[]): Report =>
  list(
    "Attendance",
    register,
    rows.map((r) => ({ meeting: r.meeting, ref: ref("member", r.personId), state: r.state, mode: r.mode })),
    "No attendance is recorded yet. Record it with: involve meeting attend, or involve meeting import",
  );

const stateInWords = (known: KnownAttendance | undefined): string =>
  known ? `${known.state}${known.mode === null ? "" : `, ${known.mode}`}` : "not recorded";

type Known = (meetingId: number, personId: number) => KnownAttendance | undefined;

/** What recording attendance by hand did: people named by what is recorded of them now; what was there before is said. */
export function attendSentences(
  meeting: KnownMeeting,
  people: readonly Attendee[],
  before: Known,
  after: Known,
): string[] {
  const groups = grouped(people, ({ id }) => {
    const now = stateInWords(after(meeting.id, id));
    const old = stateInWords(before(meeting.id, id));
    return old === now ? `already ${now}` : old === "not recorded" ? now : `${now} (was ${old})`;
  });
  return [...groups].map(([said, some]) => {
    const names = some.map((p) => `${ref("member", p.id)} ${p.knownAs}`);
    return `${meetingInWords(meeting)}: ${listed(names)}: ${said}.`;
  });
}
