import { command } from "../../cli/command.ts";
import { type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { file, required } from "../../cli/options.ts";
import { paperColumns } from "../../csv/papers.ts";
import { openPapers } from "../../csv/references.ts";
import type { Day } from "../../domain/day.ts";
import { type PaperWrite, planPapers } from "../../domain/paper-sheet.ts";
import { ref } from "../../domain/ref.ts";
import { keepPaper } from "../../store/paper-changes.ts";
import { paperRows } from "../../store/papers.ts";
import { findProject } from "../../store/projects.ts";

type Columns = ReturnType<typeof paperColumns<{ readonly id: number }>>;

/** A file of papers: a sheet, or a list of references. */
const papers = (today: Day): ImportKind<Columns, PaperWrite> => ({
  kind: "papers",
  identity: null,
  clears: true,
  open: openPapers,
  columns: (store) => paperColumns((text) => findProject(store, text)),
  plan: (store, rows, { blanks }) =>
    planPapers(
      rows.map(({ value: { project, ...paper }, ...row }) => ({
        ...row,
        value: { ...paper, projectId: project?.id },
      })),
      paperRows(store),
      today,
      blanks,
    ),
  apply: (store, { write }) => ref("paper", keepPaper(store, write)),
});

export default command({
  about: "Bring in papers from a list of references or a sheet",
  details: [
    "References: BibTeX (.bib), RIS (.ris) or CSL-JSON (.json), as Zotero, EndNote, Mendeley, PubMed and Crossref write them. Sheets: CSV or XLSX with the columns title, journal, doi, year, volume, issue, pages, status, status_on, project, preprint.",
    "A paper that is here already (by its DOI, else by its title) is brought up to date; blank cells change nothing unless --blanks clear is given, and a file never takes a paper back from where it stands. Of a published record only what a citation needs is kept; its authors are nobody's contributions here until you record them.",
  ],
  examples: [
    "involve paper import refs.bib --dry-run",
    "involve paper import refs.ris --partial --errors-to mend.csv",
    "involve paper import papers.csv",
  ],
  writes: true,
  args: { file: required(file("a .bib, .ris or .json file, a CSV file or an XLSX workbook")) },
  options: importOptions,
  run: (context, words) => importFile(context, words, papers(context.today)),
});
