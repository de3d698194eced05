import { command } from "../../cli/command.ts";
import { must, somethingToChange } from "../../cli/errors.ts";
import { choice, readBy, required, text } from "../../cli/options.ts";
import { placements } from "../../domain/commentary.ts";
import { planCommentaryEdit } from "../../domain/commentary-edit.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { readDoi } from "../../domain/paper.ts";
import { ref } from "../../domain/ref.ts";
import { listed } from "../../domain/text.ts";
import { forTeam } from "../../reports/commentary.ts";
import { commentaryRows, doiOwner, editCommentary, findCommentary } from "../../store/commentaries.ts";
import { commentaryFacts, wayNow } from "../../store/commentary-facts.ts";
import { clearApprovals, textsOf } from "../../store/commentary-texts.ts";
import { namedTextsSaid } from "../../store/named-texts.ts";

const options = {
  title: text("its title", "TITLE"),
  placement: choice("where it will appear", placements),
  doi: readBy("its own DOI, if it has one", "DOI", readDoi),
};

export default command({
  about: "Change the title of a commentary, where it appears, or its DOI",
  details: [
    "Title and place can change until it is in print. The title is part of what the authors approve: with a new one, they are asked again. A journal often gives the DOI after it has accepted, or after it was published.",
  ],
  examples: [
    'involve commentary edit C-001 --title "What was not asked"',
    "involve commentary edit C-001 --doi 10.1186/s12888-026-01234-5",
  ],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options,
  run(context, { commentary: named, ...edit }) {
    const { title, placement, doi } = edit;
    somethingToChange("commentary edit", edit);
    return context.write((store) => {
      const now = must(findCommentary(store, named));
      const way = wayNow(store, now, context.today);
      const facts = { ...way, now, doiOwner: doiOwner(store, doi) };
      const { changes, askAgain } = must(planCommentaryEdit({ title, placement, doi }, facts));
      editCommentary(store, now.id, changes);
      const newest = askAgain ? textsOf(store, now.id).at(-1) : undefined;
      const cleared = newest ? clearApprovals(store, newest.id, context.today) : 0;
      const [after = now] = commentaryRows(store, now.id);
      const shown = commentaryFacts(store, after, context.today);
      const name = ref("commentary", now.id);
      const changed = Object.keys(changes).map((key) => (key === "doi" ? "DOI" : key));
      return {
        report: forTeam(shown),
        said: [
          changed.length > 0 ? `Changed ${name}: ${listed(changed)}.` : `Nothing changed for ${name}.`,
          ...(askAgain ? namedTextsSaid(store, now.id) : []),
          ...(cleared > 0 ? ["Approvals are cleared: every author is asked again."] : []),
          ...nextInWords(shown.way),
        ],
      };
    });
  },
});
