import type { Result } from "../domain/result.ts";
import { anyText, cell, dayCell } from "./columns.ts";
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
