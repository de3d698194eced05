import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { checkFeedback } from "../../domain/commentary-stage.ts";
import { ref } from "../../domain/ref.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary, recordFeedback } from "../../store/commentaries.ts";
import { commentaryFacts, wayNow } from "../../store/commentary-facts.ts";

export default command({
  about: "Record that the authors were told what came of their commentary",
  details: ["Where it can be read, who wrote about it, what changed: whatever came of it."],
  examples: ["involve commentary feedback C-001 --on 2026-11-16"],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: { on: fallback(day("the day they were told"), "today") },
  run(context, words) {
    return context.write((store) => {
      const before = must(findCommentary(store, words.commentary));
      const on = must(checkFeedback(words.on, wayNow(store, before, context.today)));
      recordFeedback(store, before.id, on);
      const now = commentaryFacts(store, must(findCommentary(store, words.commentary)), context.today);
      return {
        report: forTeam(now),
        said: [
          `Recorded: the authors of ${ref("commentary", before.id)} were told on ${on} what came of it.`,
          ...nextInWords(now.way),
        ],
      };
    });
  },
});
