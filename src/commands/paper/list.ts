import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, flag, text } from "../../cli/options.ts";
import { paperStatuses } from "../../domain/paper.ts";
import { ifGiven } from "../../domain/result.ts";
import { papersReport } from "../../reports/papers.ts";
import { paperRows } from "../../store/papers.ts";
import { findProject } from "../../store/projects.ts";

export default command({
  about: "List papers",
  details: [
    "Every paper of the unit should have a Lived Experience Commentary: --without-commentary lists those that have none.",
  ],
  examples: [
    "involve paper list --without-commentary",
    "involve paper list --project P-001",
    "involve paper list --format json",
  ],
  args: {},
  options: {
    withoutCommentary: flag("only papers that have no commentary"),
    status: choice("only papers that stand so", paperStatuses),
    project: text("only papers of this project", "PROJECT", "project"),
  },
  run({ store }, { project, ...words }) {
    const found = must(ifGiven(project, (text) => findProject(store, text)));
    return { report: papersReport(paperRows(store), { ...words, projectId: found?.id }) };
  },
});
