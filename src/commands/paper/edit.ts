import { command } from "../../cli/command.ts";
import { must, somethingToChange } from "../../cli/errors.ts";
import { choice, many, readBy, required, text, wholeNumber } from "../../cli/options.ts";
import { readDoi, readPreprint } from "../../domain/paper.ts";
import { clearableFacts, factName, planPaperEdit } from "../../domain/paper-edit.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { listed } from "../../domain/text.ts";
import { allPapers, papersReport } from "../../reports/papers.ts";
import { editPaper } from "../../store/paper-changes.ts";
import { findPaper, paperRows } from "../../store/papers.ts";
import { findProject } from "../../store/projects.ts";

const options = {
  title: text("its title", "TITLE"),
  journal: text("the journal", "JOURNAL"),
  doi: readBy("its DOI, with or without https://doi.org/", "DOI", readDoi),
  year: wholeNumber("the year it appeared", 1900, 2200),
  volume: text("the volume", "VOLUME"),
  issue: text("the issue", "ISSUE"),
  pages: text("its pages, or the number of the article", "PAGES"),
  preprint: readBy("the address or the DOI of its preprint", "URL", readPreprint),
  project: text("the project it comes from", "PROJECT", "project"),
  clear: many(choice("a fact to empty", clearableFacts, "FACT")),
};

export default command({
  about: "Change the facts of a paper",
  details: [
    "What is left out stays as it is; --clear empties a fact. Where a paper stands is recorded with: involve paper status",
  ],
  examples: [
    "involve paper edit PA-004 --doi 10.1186/s12916-024-03260-y --volume 22",
    "involve paper edit PA-004 --preprint https://doi.org/10.1101/2024.05.01.24306659",
    "involve paper edit PA-004 --clear project",
  ],
  writes: true,
  args: { paper: required(text("the paper's ref or DOI", "PAPER", "paper")) },
  options,
  run(context, { paper: named, project, ...words }) {
    somethingToChange("paper edit", { ...words, project });
    return context.write((store) => {
      const { paper, found } = must(
        every({
          paper: findPaper(store, named),
          found: ifGiven(project, (text) => findProject(store, text)),
        }),
      );
      const changes = must(planPaperEdit(paper, { ...words, projectId: found?.id }, paperRows(store)));
      editPaper(store, paper.id, changes);
      const changed = Object.entries(changes).map(
        ([field, value]) => `${factName(field)}${value === null ? " (cleared)" : ""}`,
      );
      const name = ref("paper", paper.id);
      return {
        report: papersReport(paperRows(store, paper.id), allPapers),
        said: [changed.length > 0 ? `Changed ${name}: ${listed(changed)}.` : `Nothing changed for ${name}.`],
      };
    });
  },
});
