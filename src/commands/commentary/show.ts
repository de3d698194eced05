import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, fallback, flag, required, text } from "../../cli/options.ts";
import { audiences, checkReveal } from "../../domain/naming.ts";
import { ref } from "../../domain/ref.ts";
import { commentaryReport } from "../../reports/commentary.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { commentaryFacts } from "../../store/commentary-facts.ts";

export default command({
  about: "Show a commentary and its authors",
  details: [
    "Authors are named as --audience may see them; somebody anonymous is withheld from the team too. --reveal shows the team who is anonymous, and an editor (in confidence) who everybody is; that somebody looked is put on record.",
  ],
  examples: [
    "involve commentary show C-001",
    "involve commentary show C-001 --audience public --format md",
    "involve commentary show C-001 --audience editor --reveal",
  ],
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: {
    audience: fallback(choice("who will read it", audiences), "team"),
    reveal: flag("show withheld identities; puts on record that you looked"),
  },
  run(context, words) {
    const reader = must(checkReveal(words), exits.usage);
    const commentary = must(findCommentary(context.store, words.commentary));
    if (reader.reveal)
      context.leaveTrace(`showed who wrote ${ref("commentary", commentary.id)} (${reader.audience})`);
    return { report: commentaryReport(commentaryFacts(context.store, commentary, context.today), reader) };
  },
});
