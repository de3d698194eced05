import { command, type Outcome } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { checkNoFile, type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { asked, choice, file, flag, readBy, text, wholeNumber } from "../../cli/options.ts";
import { paperColumns } from "../../csv/papers.ts";
import { checkNewPaper, type NewPaper, paperStatuses, readDoi } from "../../domain/paper.ts";
import { type PaperWrite, planPapers } from "../../domain/paper-sheet.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { allPapers, papersReport } from "../../reports/papers.ts";
import { addPaper, keepPaper, paperRows } from "../../store/papers.ts";
import { findProject } from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";

/** The words of one paper, as they were typed. */
type Words = Omit<NewPaper, "projectId"> & { readonly project: string | undefined };

function addOne(store: Store, { project, ...words }: Words, againWithSameTitle: boolean): Outcome {
  const found = ifGiven(project, (text) => findProject(store, text));
  const request = { ...words, projectId: found.ok ? found.value?.id : undefined };
  const checked = checkNewPaper(request, { papers: paperRows(store), againWithSameTitle });
  const { paper } = must(every({ paper: checked, found }));
  const id = addPaper(store, paper);
  const [row] = paperRows(store, id);
  return {
    ...(row ? { report: papersReport([row], allPapers) } : {}),
    said: [
      `Added ${ref("paper", id)} ${paper.title}`,
      `It has no commentary yet; to propose one: involve commentary propose ${ref("paper", id)}`,
    ],
  };
}

type Columns = ReturnType<typeof paperColumns<{ readonly id: number }>>;

/** A file of papers. */
const papers: ImportKind<Columns, PaperWrite> = {
  kind: "papers",
  identity: null,
  clears: true,
  columns: (store) => paperColumns((text) => findProject(store, text)),
  plan: (store, rows, { blanks }) =>
    planPapers(
      rows.map(({ value: { project, ...paper }, ...row }) => ({
        ...row,
        value: { ...paper, projectId: project?.id },
      })),
      paperRows(store),
      blanks,
    ),
  apply: (store, { write }) => ref("paper", keepPaper(store, write)),
};

export default command({
  about: "Add a paper",
  details: [
    "With --from-file it brings in every paper of a file with the columns title, journal, doi, year, status, project. A paper that is here already (by its DOI, else by its title) is brought up to date; blank cells change nothing unless --blanks clear is given.",
  ],
  examples: [
    'involve paper add "What helps at home" --journal "BMC Psychiatry" --doi 10.1186/s12888-023-05016-z --year 2023 --status published',
    "involve paper add --from-file papers.csv",
  ],
  writes: true,
  asksOnlyWhenBare: true,
  args: { title: asked(text("the paper's title", "TITLE")) },
  options: {
    fromFile: file("add the papers of this CSV file or XLSX workbook instead"),
    journal: asked(text("the journal", "JOURNAL")),
    doi: asked(readBy("its DOI, with or without https://doi.org/", "DOI", readDoi)),
    year: asked(wholeNumber("the year it appeared", 1900, 2200)),
    status: asked(choice("where it stands; planned if you leave it out", paperStatuses)),
    project: text("the project it comes from", "PROJECT", "project"),
    sameTitle: flag("there is a paper of the same title, and this is another one"),
    ...importOptions,
  },
  run(context, words) {
    const { title, fromFile, sameTitle, ...more } = words;
    if (fromFile !== undefined) return importFile(context, { ...words, file: fromFile }, papers);
    checkNoFile(words);
    if (title === undefined)
      throw usage({
        code: "missing",
        message: "<title> is missing: the paper's title.",
        remedy:
          "Give the title in quotes, or a sheet of papers with: involve paper add --from-file papers.csv",
      });
    return context.write((store) => addOne(store, { title, ...more }, sameTitle));
  },
});
