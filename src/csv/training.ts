import { parseDay } from "../domain/day.ts";
import type { Result } from "../domain/result.ts";
import { anyText, cell } from "./columns.ts";

/**
 * The columns of a file of completed parts; courses and people are found as the row is read, so that a row tells all that is
 * wrong with it. The part needs its course, and is looked up afterwards.
 */
export const completionCells = <C, P>(
  course: (text: string) => Result<C>,
  person: (text: string) => Result<P>,
) => ({
  course: cell(["course"], course),
  part: cell(["part"], anyText),
  person: cell(["ref", "member", "name", "email"], person),
  on: cell(["completed_on", "date", "on"], parseDay),
});
