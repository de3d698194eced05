import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { checkAccept } from "../../domain/commentary-stage.ts";
import { ref } from "../../domain/ref.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary, moveCommentary } from "../../store/commentaries.ts";
import { commentaryFacts, wayNow } from "../../store/commentary-facts.ts";

export default command({
  about: "Record that the journal accepted a commentary",
  details: ["Where the journal had the text changed, every author approves it as it is now first."],
  examples: ["involve commentary accept C-001 --on 2026-10-12"],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: { on: fallback(day("the day the journal said so"), "today") },
  run(context, words) {
    return context.write((store) => {
      const before = must(findCommentary(store, words.commentary));
      const on = must(checkAccept(words.on, wayNow(store, before, context.today)));
      moveCommentary(store, before.id, { state: "accepted", on });
      const now = commentaryFacts(store, must(findCommentary(store, words.commentary)), context.today);
      return {
        report: forTeam(now),
        said: [
          `Recorded: the journal accepted ${ref("commentary", before.id)} on ${on}.`,
          "How authors are named, and the text, can still be changed; from publication on only by the journal.",
          ...nextInWords(now.way),
        ],
      };
    });
  },
});
