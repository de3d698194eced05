import { paperStatuses, readDoi } from "../domain/paper.ts";
import type { Result } from "../domain/result.ts";
import { anyText, cell, maybe, oneOf, wholeCell } from "./columns.ts";

/** The columns of a sheet of papers; the project, by ref or title, is found as the row is read. */
export const paperColumns = <P>(project: (text: string) => Result<P>) => ({
  title: cell(["title", "paper", "paper_title"], anyText, { prose: true }),
  journal: maybe(["journal", "journal_title", "publication"], anyText),
  doi: maybe(["doi"], readDoi),
  year: maybe(["year", "publication_year", "year_published"], wholeCell(1900, 2200)),
  status: maybe(["status"], oneOf(paperStatuses)),
  project: maybe(["project", "project_ref"], project),
});
