import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, fallback, flag, required, text } from "../../cli/options.ts";
import { audiences, checkReveal } from "../../domain/naming.ts";
import { ref } from "../../domain/ref.ts";
import { citationText } from "../../output/citation.ts";
import { paperReport } from "../../reports/papers.ts";
import { authorsLeftOut, citing } from "../../store/cited.ts";
import { namingFacts } from "../../store/naming.ts";
import { citationStyle, contributions, findPaper } from "../../store/papers.ts";

export default command({
  about: "Show a paper and its contributors",
  details: [
    "Contributors are named as --audience may see them. --reveal shows the team who is anonymous, and an editor (in confidence) who everybody is; that somebody looked is put on record.",
  ],
  examples: ["involve paper show PA-001", "involve paper show PA-001 --audience public --format md"],
  args: { paper: required(text("the paper's ref or DOI", "PAPER", "paper")) },
  options: {
    audience: fallback(choice("who will read it", audiences), "team"),
    reveal: flag("show withheld identities; puts on record that you looked"),
  },
  async run(context, words) {
    const reader = must(checkReveal(words), exits.usage);
    const paper = must(findPaper(context.store, words.paper));
    const done = contributions(context.store, paper.id);
    if (reader.reveal)
      context.leaveTrace(`showed who contributed to ${ref("paper", paper.id)} (${reader.audience})`);
    const { item, leftOut } = citing(context.store)(paper);
    const cited = await citationText(item, citationStyle(context.store));
    return {
      report: paperReport(paper, done, namingFacts(context.store), { ...reader, cited }),
      said: leftOut ? [authorsLeftOut(ref("paper", paper.id))] : [],
    };
  },
});
