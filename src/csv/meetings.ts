import { attendanceModes, attendanceStates } from "../domain/attendance.ts";
import { parseDay } from "../domain/day.ts";
import { meetingModes } from "../domain/meeting.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { parseTime } from "../domain/time.ts";
import { anyText, cell, maybe, oneOf } from "./columns.ts";

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
  key: cell(["key", "meeting"], key),
  heldOn: cell(["held_on", "date", "day"], parseDay),
  at: maybe(["starts_at", "at", "time"], parseTime),
  mode: maybe(["mode"], oneOf(meetingModes)),
  place: maybe(["place", "venue"], anyText),
  title: maybe(["title"], anyText),
};

/** The columns of an attendance file; meetings and people are found as the row is read, so that a row tells all that is wrong. */
export const attendanceCells = <M, P>(
  meeting: (text: string) => Result<M>,
  person: (text: string) => Result<P>,
) => ({
  meeting: cell(["meeting", "key"], meeting),
  person: cell(["ref", "member", "name", "email"], person),
  state: cell(["state", "attendance"], oneOf(attendanceStates)),
  mode: maybe(["mode"], oneOf(attendanceModes)),
});
