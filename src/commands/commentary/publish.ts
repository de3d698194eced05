import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { acknowledgeElimination, day, fallback, readBy, required, text } from "../../cli/options.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { checkPublish } from "../../domain/commentary-stage.ts";
import { readDoi } from "../../domain/paper.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { forTeam } from "../../reports/commentary.ts";
import { commentaryRows, doiOwner, findCommentary, moveCommentary } from "../../store/commentaries.ts";
import { commentaryFacts, wayNow } from "../../store/commentary-facts.ts";
import { watchElimination } from "../../store/elimination.ts";

export default command({
  about: "Record that a commentary was published",
  details: ["From then on how its authors are named is in print, and is changed by the journal only."],
  examples: ["involve commentary publish C-001 --on 2026-11-02 --doi 10.1186/s12888-026-01234-5"],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: {
    on: fallback(day("the day it was published"), "today"),
    doi: readBy("its own DOI, if it has one", "DOI", readDoi),
    acknowledge: acknowledgeElimination(),
  },
  run: (context, words) =>
    context.withReason(words.acknowledge, "can-be-worked-out", (acknowledge) =>
      context.write((store) => {
        const commentary = must(findCommentary(store, words.commentary));
        const { by, today } = context;
        const facts = { ...wayNow(store, commentary, today), doiOwner: doiOwner(store, words.doi) };
        const { on, warned } = must(
          every({
            on: checkPublish(words, facts),
            warned: watchElimination(
              store,
              { kind: "commentary", id: commentary.id },
              { acknowledge, today, by },
            ),
          }),
        );
        moveCommentary(store, commentary.id, { state: "published", on, doi: words.doi });
        const [now = commentary] = commentaryRows(store, commentary.id);
        const name = ref("commentary", now.id);
        const shown = commentaryFacts(store, now, today);
        return {
          report: forTeam(shown),
          said: [
            `Recorded: ${name} was published on ${on}.`,
            ...warned,
            `As the public sees it: involve commentary show ${name} --audience public`,
            ...nextInWords(shown.way),
          ],
        };
      }),
    ),
});
