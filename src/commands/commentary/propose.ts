import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, flag, required, text, wholeNumber } from "../../cli/options.ts";
import { checkProposal, placements } from "../../domain/commentary.ts";
import { ref } from "../../domain/ref.ts";
import { forTeam } from "../../reports/commentary.ts";
import { addCommentary, commentaryRows } from "../../store/commentaries.ts";
import { commentaryFacts } from "../../store/commentary-facts.ts";
import { findPaper } from "../../store/papers.ts";

export default command({
  about: "Propose a commentary on a paper",
  details: [
    "A paper has one Lived Experience Commentary as a rule. Where the journal gives no word limit, the unit's own counts.",
  ],
  examples: ['involve commentary propose PA-001 --title "What peer support is for" --word-limit 700'],
  writes: true,
  args: { paper: required(text("the paper's ref or DOI", "PAPER", "paper")) },
  options: {
    title: fallback(text("its title; it can be a working title", "TITLE"), "Lived Experience Commentary"),
    wordLimit: wholeNumber("the most words the journal takes", 1, 20_000),
    placement: choice("where it will appear", placements),
    on: fallback(day("the day it was proposed"), "today"),
    another: flag("the paper has a commentary, and this is a second one"),
  },
  run(context, words) {
    return context.write((store) => {
      const paper = must(findPaper(store, words.paper));
      const { today } = context;
      const { another } = words;
      const proposal = must(checkProposal(words, { today, paper, others: paper.commentaries, another }));
      const id = addCommentary(store, paper.id, proposal);
      const [row] = commentaryRows(store, id);
      const name = ref("commentary", id);
      return {
        ...(row ? { report: forTeam(commentaryFacts(store, row, today)) } : {}),
        said: [
          `Proposed ${name} ${proposal.title}, on ${ref("paper", paper.id)}.`,
          `Next, its authors: involve commentary invite ${name}`,
        ],
      };
    });
  },
});
