import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { acknowledgeElimination, day, fallback, flag, required, text } from "../../cli/options.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { checkSubmit } from "../../domain/commentary-stage.ts";
import { overLimit } from "../../domain/commentary-text.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { forTeam } from "../../reports/commentary.ts";
import { commentaryRows, findCommentary, moveCommentary } from "../../store/commentaries.ts";
import { commentaryFacts, wayNow } from "../../store/commentary-facts.ts";
import { watchElimination } from "../../store/elimination.ts";

export default command({
  about: "Record that a commentary went to the journal",
  details: [
    "Everybody who was invited has answered, the journal's policy is known, peer support was offered, every comment was answered, all authors approved the same text, and each has decided how to be named. All that is missing is said at once.",
    "Where the journal said no, it can go to another one with --again, once that one was asked about naming.",
  ],
  examples: [
    "involve commentary submit C-001 --on 2026-09-14",
    "involve commentary submit C-001 --again --on 2026-11-02",
  ],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: {
    on: fallback(day("the day it was sent"), "today"),
    again: flag("it goes to another journal, since the first one said no"),
    acknowledge: acknowledgeElimination(),
  },
  run: (context, words) =>
    context.withReason(words.acknowledge, "can-be-worked-out", (acknowledge) =>
      context.write((store) => {
        const commentary = must(findCommentary(store, words.commentary));
        const { by, today } = context;
        const { on, warned } = must(
          every({
            on: checkSubmit(words.on, wayNow(store, commentary, today), words.again),
            warned: watchElimination(
              store,
              { kind: "commentary", id: commentary.id },
              { acknowledge, today, by },
            ),
          }),
        );
        moveCommentary(store, commentary.id, { state: "submitted", on });
        const [now = commentary] = commentaryRows(store, commentary.id);
        const name = ref("commentary", now.id);
        const shown = commentaryFacts(store, now, today);
        return {
          report: forTeam(shown),
          said: [
            `Recorded: ${name} went to ${words.again ? "another" : "the"} journal on ${on}.`,
            ...warned,
            ...overLimit(shown.way),
            `If the editor has to know who an author is: involve commentary show ${name} --audience editor --reveal`,
            ...nextInWords(shown.way),
          ],
        };
      }),
    ),
});
