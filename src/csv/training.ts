import { courseStatuses } from "../domain/course.ts";
import { meetingModes } from "../domain/meeting.ts";
import type { Result } from "../domain/result.ts";
import { parseTime } from "../domain/time.ts";
import { anyText, cell, dayCell, maybe, maybeDay, oneOf, wholeCell } from "./columns.ts";
import { personNames } from "./person-cells.ts";

/**
 * The columns of a file of completed parts; courses and people are found as the row is read, so that a row tells all that is
 * wrong with it. The part needs its course, and is looked up afterwards.
 */
export const completionCells = <C, P>(
  course: (text: string) => Result<C>,
  person: (text: string) => Result<P>,
) => ({
  course: cell(["course", "course_key", "training"], course),
  part: cell(["part", "session", "module"], anyText),
  person: cell(personNames, person, { either: true }),
  on: dayCell("completed_on", "date", "on", "completed", "date_completed", "completion_date", "day"),
});

/** The columns of a file of training sessions; a session is found by its ref, or else by what it teaches and when. */
export const sessionCells = <C, S>(
  course: (text: string) => Result<C>,
  session: (text: string) => Result<S>,
) => ({
  session: maybe(["session", "ref", "session_ref"], session),
  course: cell(["course", "course_key", "training"], course),
  part: maybe(["part", "module"], anyText),
  heldOn: dayCell("held_on", "date", "day", "on"),
  at: maybe(["starts_at", "at", "time", "start_time", "starts"], parseTime),
  minutes: maybe(["minutes", "length"], wholeCell(1, 1440)),
  mode: maybe(["mode", "format"], oneOf(meetingModes)),
  place: maybe(["place", "venue", "location", "where"], anyText),
  trainer: maybe(["trainer", "teacher", "taught_by"], anyText),
  places: maybe(["places", "capacity"], wholeCell(1, 1000)),
  makeUpOf: maybe(["make_up_of"], session),
});

/** The columns of a file of courses: a row for each part, and one without a part for a course that has none. */
export const courseCells = {
  course: cell(["course", "course_key", "key"], anyText),
  title: maybe(["title", "course_title"], anyText),
  status: maybe(["status"], oneOf(courseStatuses)),
  about: maybe(["about", "description"], anyText),
  part: maybe(["part", "part_key"], anyText),
  partTitle: maybe(["part_title", "part_in_full"], anyText),
  askedFrom: maybeDay("asked_from", "asked_for_from", "from"),
  retiredOn: maybeDay("retired_on", "retired"),
};
