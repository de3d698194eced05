import { paperStatuses, readDoi } from "../domain/paper.ts";
import { anyText, cell, maybe, oneOf, wholeCell } from "./columns.ts";

/** The columns of a sheet of papers. */
export const paperColumns = {
  title: cell(["title"], anyText),
  journal: maybe(["journal"], anyText),
  doi: maybe(["doi"], readDoi),
  year: maybe(["year"], wholeCell(1900, 2200)),
  status: maybe(["status"], oneOf(paperStatuses)),
  project: maybe(["project"], anyText),
};
