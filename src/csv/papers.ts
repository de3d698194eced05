import { readRecord } from "../domain/csl.ts";
import { paperStatuses, readDoi, readPreprint } from "../domain/paper.ts";

import { no, type Result, yes } from "../domain/result.ts";
import { anyText, cell, maybe, maybeDay, oneOf, wholeCell } from "./columns.ts";

/** The published record of a paper as CSL-JSON: of it only what a citation needs is kept. */
function readCitation(text: string): Result<string> {
  try {
    return yes(JSON.stringify(readRecord(JSON.parse(text))));
  } catch {
    return no({
      code: "not-a-record",
      message: "The cell is not a reference in CSL-JSON.",
      remedy: "Leave it blank, or bring the references in as they are: .bib, .ris or .json.",
    });
  }
}

/** The columns of a sheet of papers; the project, by ref or title, is found as the row is read. */
export const paperColumns = <P>(project: (text: string) => Result<P>) => ({
  title: cell(["title", "paper", "paper_title"], anyText, { prose: true }),
  journal: maybe(["journal", "journal_title", "publication"], anyText),
  doi: maybe(["doi"], readDoi),
  year: maybe(["year", "publication_year", "year_published"], wholeCell(1900, 2200)),
  volume: maybe(["volume"], anyText),
  issue: maybe(["issue", "number"], anyText),
  pages: maybe(["pages", "page", "article_number"], anyText),
  status: maybe(["status"], oneOf(paperStatuses)),
  statusOn: maybeDay("status_on", "published_on", "publication_date", "date_published"),
  project: maybe(["project", "project_ref"], project),
  preprint: maybe(["preprint", "preprint_url", "preprint_link"], readPreprint),
  citation: maybe(["citation", "csl_json"], readCitation, { prose: true }),
});
