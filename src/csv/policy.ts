import { type Result, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { cell, maybeProse, wholeCell } from "./columns.ts";

const key = (text: string): Result<string> => yes(keyOf(text));

/** The columns of a sheet of the match policy: a part, its points, and what they are for. */
export const weightColumns = () => ({
  part: cell(["part", "criterion"], key),
  points: cell(["points", "weight"], wholeCell(-1000, 1000)),
  about: maybeProse("about", "what_for"),
});
