import { type Result, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { anyText, cell, maybe, maybeProse, wholeCell } from "./columns.ts";

const key = (text: string): Result<string> => yes(keyOf(text));

/** The columns of a sheet of the match policy: a part, its points, and what they are for. */
export const weightColumns = () => ({
  part: cell(["part", "criterion"], key),
  points: cell(["points", "weight"], wholeCell(-1000, 1000)),
  about: maybeProse("about", "what_for"),
  // What `policy show` writes beside them: a change goes into a draft of its own, whichever version the sheet was made from.
  version: maybe(["version"], anyText),
  agreedOn: maybe(["agreed_on", "agreed"], anyText),
});
