import { type AttendanceState, attendanceModes, attendanceStates } from "../domain/attendance.ts";
import { meetingModes } from "../domain/meeting.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { parseTime } from "../domain/time.ts";
import { anyText, cell, dayCell, maybe, oneOf, yesNo } from "./columns.ts";
import { personNames } from "./person-cells.ts";

const key = (text: string): Result<string> =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/i.test(text)
    ? yes(text.toLowerCase())
    : no({
        code: "not-a-key",
        message: `"${text}" cannot be the name of a meeting.`,
        remedy: "Small letters, digits and hyphens, for example 2026-03.",
      });

/** The columns of a file of meetings. */
export const meetingCells = {
  key: cell(["key", "meeting", "meeting_key"], key),
  heldOn: dayCell("held_on", "date", "day", "on", "meeting_date", "date_of_meeting"),
  at: maybe(["starts_at", "at", "time", "start_time", "starts"], parseTime),
  mode: maybe(["mode", "format"], oneOf(meetingModes)),
  place: maybe(["place", "venue", "location", "where"], anyText),
  title: maybe(["title", "topic"], anyText),
};

/** How somebody took part; a tick or a yes is "present", while a no does not tell apologies from absence. */
function readState(text: string): Result<AttendanceState> {
  const state = oneOf(attendanceStates)(text);
  const came = keyOf(text) === "attended" ? yes(true) : yesNo(text);
  if (state.ok || !came.ok) return state;
  if (came.value) return yes("present");
  return no({
    code: "unknown-word",
    message: `"${text}" does not tell whether they sent apologies or were absent.`,
    remedy: "Write apologies or absent, or leave the row out.",
  });
}

/** The columns of an attendance file; meetings and people are found as the row is read, so that a row tells all that is wrong. */
export const attendanceCells = <M, P>(
  meeting: (text: string) => Result<M>,
  person: (text: string) => Result<P>,
) => ({
  meeting: cell(["meeting", "key", "meeting_key", "meeting_date", "held_on", "date"], meeting, {
    day: "perhaps",
  }),
  person: cell(personNames, person, { either: true }),
  state: cell(["state", "attendance", "attended", "status"], readState),
  mode: maybe(["mode", "how"], oneOf(attendanceModes)),
});
