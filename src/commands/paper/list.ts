import { command } from "../../cli/command.ts";
import { choice, flag, text } from "../../cli/options.ts";
import { paperStatuses } from "../../domain/paper.ts";
import { papersReport } from "../../reports/papers.ts";
import { paperRows } from "../../store/papers.ts";

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
  run: (context, words) => ({
    report: papersReport(paperRows(context.store), { ...words, project: words.project?.toUpperCase() }),
  }),
});
