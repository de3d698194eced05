import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { creditsOf } from "../../domain/credits.ts";
import { ref } from "../../domain/ref.ts";
import { creditsJats } from "../../output/jats.ts";
import { creditsReport, leftOutSaid, thanksSentence } from "../../reports/credits.ts";
import { creditedContributors } from "../../store/credits.ts";
import { eliminationSaid } from "../../store/elimination.ts";
import { findPaper } from "../../store/papers.ts";

export default command({
  about: "Write the authors, the CRediT statement and the acknowledgements of a paper",
  details: [
    "As plain text (--format text), Markdown, CSV or JATS XML (--format jats), or with --output to a file that ends in .txt, .md, .csv, .xml or .docx. Everybody stands as they chose to be named in this paper. Whoever has not agreed to be listed, or has not decided how to be named, is left out, and it is said how many are. Of those who chose to stay anonymous nothing is told: neither their number, nor their place among the authors, nor what they did.",
  ],
  examples: [
    "involve paper credits PA-004 --format text",
    "involve paper credits PA-004 --format jats",
    "involve paper credits PA-004 --output credits.xml",
  ],
  printed: true,
  args: { paper: required(text("the paper's ref or DOI", "PAPER", "paper")) },
  options: {},
  async run({ store, today }, words) {
    const paper = must(findPaper(store, words.paper));
    const credits = creditsOf(creditedContributors(store, paper.id));
    const { title, doi } = paper;
    const jats = await creditsJats({ title, doi, credits, thanks: thanksSentence(credits) });
    return {
      report: creditsReport(paper, credits, jats),
      said: [
        ...leftOutSaid(ref("paper", paper.id), credits.leftOut, credits.sameName.length),
        ...eliminationSaid(store, { kind: "paper", id: paper.id }, today),
      ],
    };
  },
});
