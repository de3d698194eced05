import { command, type Outcome } from "../../cli/command.ts";
import { badRows, must, usage } from "../../cli/errors.ts";
import { asked, choice, file, flag, readBy, text, wholeNumber } from "../../cli/options.ts";
import { readColumns } from "../../csv/columns.ts";
import { paperColumns } from "../../csv/papers.ts";
import type { Day } from "../../domain/day.ts";
import { countsOf, importSentence, leftOut, newRefs } from "../../domain/imports.ts";
import { checkNewPaper, type NewPaper, paperStatuses, readDoi } from "../../domain/paper.ts";
import { planPapers } from "../../domain/paper-sheet.ts";
import { ref } from "../../domain/ref.ts";
import { allPapers, papersReport } from "../../reports/papers.ts";
import { type ImportedFile, recordImport } from "../../store/imports.ts";
import { addPaper, keepPapers, paperRows, projectIdOf } from "../../store/papers.ts";
import type { Store } from "../../store/store.ts";

function addOne(store: Store, request: NewPaper, againWithSameTitle: boolean): Outcome {
  const project = request.project;
  const projectId = project === undefined ? null : projectIdOf(store, project);
  const paper = must(checkNewPaper(request, { papers: paperRows(store), projectId, againWithSameTitle }));
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

function addSheet(store: Store, sheet: ImportedFile, made: { today: Day; by: string }): Outcome {
  const read = readColumns(sheet.bytes, paperColumns);
  const plan = planPapers(read.rows, paperRows(store), (project) => projectIdOf(store, project));
  const problems = [...read.problems, ...plan.problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (problems.length > 0) throw badRows(...problems);
  const counts = countsOf(plan.steps);
  const kept = keepPapers(store, plan.steps);
  const changed = new Set(kept.filter((k) => k.outcome !== "unchanged").map((k) => k.id));
  recordImport(store, sheet, counts, made);
  return {
    report: papersReport(
      paperRows(store).filter((p) => changed.has(p.id)),
      allPapers,
    ),
    said: [importSentence(sheet.name, counts, newRefs("paper", kept)), ...leftOut(read.unknownColumns)],
  };
}

export default command({
  about: "Add a paper",
  details: [
    "With --from-file it brings in every paper of a CSV file with the columns title, journal, doi, year, status, project. A paper that is here already (by its DOI, else by its title) is brought up to date; blank cells change nothing.",
  ],
  examples: [
    'involve paper add "What helps at home" --journal "BMC Psychiatry" --doi 10.1186/s12888-023-05016-z --year 2023 --status published',
    "involve paper add --from-file papers.csv",
  ],
  writes: true,
  asksOnlyWhenBare: true,
  args: { title: asked(text("the paper's title", "TITLE")) },
  options: {
    fromFile: file("add the papers of this CSV file instead"),
    journal: asked(text("the journal", "JOURNAL")),
    doi: asked(readBy("its DOI, with or without https://doi.org/", "DOI", readDoi)),
    year: asked(wholeNumber("the year it appeared", 1900, 2200)),
    status: asked(choice("where it stands; planned if you leave it out", paperStatuses)),
    project: text("the project it comes from", "PROJECT", "project"),
    sameTitle: flag("there is a paper of the same title, and this is another one"),
  },
  run(context, { title, fromFile, sameTitle, ...more }) {
    if (fromFile !== undefined) {
      const sheet = { kind: "papers", name: fromFile, bytes: context.readFile(fromFile) };
      return context.write((store) => addSheet(store, sheet, context));
    }
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
