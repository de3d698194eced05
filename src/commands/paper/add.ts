import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, flag, readBy, required, text, wholeNumber } from "../../cli/options.ts";
import { checkNewPaper, paperStatuses, readDoi, readPreprint } from "../../domain/paper.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { allPapers, papersReport } from "../../reports/papers.ts";
import { addPaper } from "../../store/paper-changes.ts";
import { paperRows } from "../../store/papers.ts";
import { findProject } from "../../store/projects.ts";

export default command({
  about: "Add a paper",
  details: [
    "A list of papers, from a spreadsheet or from a reference manager, comes in with: involve paper import FILE",
  ],
  examples: [
    'involve paper add "What helps at home" --journal "BMC Psychiatry" --doi 10.1186/s12888-023-05016-z --year 2023 --status published --on 2023-08-04',
    'involve paper add "Asking twice" --project P-002 --status drafting',
  ],
  writes: true,
  args: { title: required(text("the paper's title", "TITLE")) },
  options: {
    journal: asked(text("the journal", "JOURNAL")),
    doi: asked(readBy("its DOI, with or without https://doi.org/", "DOI", readDoi)),
    year: asked(wholeNumber("the year it appeared", 1900, 2200)),
    volume: text("the volume", "VOLUME"),
    issue: text("the issue", "ISSUE"),
    pages: text("its pages, or the number of the article", "PAGES"),
    status: asked(choice("where it stands; planned if you leave it out", paperStatuses)),
    on: asked(day("since when it stands so")),
    project: asked(text("the project it comes from", "PROJECT", "project")),
    preprint: readBy("the address or the DOI of its preprint", "URL", readPreprint),
    sameTitle: flag("there is a paper of the same title, and this is another one"),
  },
  run(context, { project, sameTitle, on, ...words }) {
    return context.write((store) => {
      const found = ifGiven(project, (text) => findProject(store, text));
      const request = { ...words, statusOn: on, projectId: found.ok ? found.value?.id : undefined };
      const facts = { papers: paperRows(store), againWithSameTitle: sameTitle, today: context.today };
      const { paper } = must(every({ paper: checkNewPaper(request, facts), found }));
      const id = addPaper(store, paper);
      const name = ref("paper", id);
      return {
        report: papersReport(paperRows(store, id), allPapers),
        said: [
          `Added ${name} ${paper.title}`,
          `It has no commentary yet; to propose one: involve commentary propose ${name}`,
        ],
      };
    });
  },
});
