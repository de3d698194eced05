import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { checkWithdraw } from "../../domain/commentary-stage.ts";
import { ref } from "../../domain/ref.ts";
import { listed } from "../../domain/text.ts";
import { forTeam } from "../../reports/commentary.ts";
import {
  type CommentaryRow,
  commentaryRows,
  findCommentary,
  moveCommentary,
} from "../../store/commentaries.ts";
import { type CommentaryFacts, commentaryFacts, wayNow } from "../../store/commentary-facts.ts";

/** What becomes of payments, of how people were to be named, and of the paper. */
function sentences({ commentary, way }: CommentaryFacts, others: readonly CommentaryRow[]): string[] {
  const name = ref("commentary", commentary.id);
  return [
    `Recorded: ${name} was withdrawn. Nobody has to say why, and no reason is kept.`,
    way.authors.some((a) => a.fee !== null)
      ? `Payment: what is logged for it stands and is paid as usual; offers for work that will not be done now can be taken back: involve payment list --for commentary:${name}`
      : `Payment: work that was done is paid all the same; nothing is logged for it yet: involve payment log MEMBER --for commentary:${name} --band half-day`,
    "Naming: nobody is named, since nothing goes into print; what each author chose stays on record and is used for nothing else.",
    ...(commentary.submittedOn === null ? [] : ["The journal has to be told."]),
    others.length > 0
      ? `The paper still has ${listed(others.map((c) => ref("commentary", c.id)))}.`
      : `The paper has no commentary now; to propose another one: involve commentary propose ${ref("paper", commentary.paperId)}`,
  ];
}

export default command({
  about: "Record that the authors withdrew a commentary",
  details: [
    "Until it is published, the authors can withdraw it, without a reason. What they did is still paid.",
  ],
  examples: ["involve commentary withdraw C-001 --on 2026-09-20"],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: { on: fallback(day("the day they said so"), "today") },
  run(context, words) {
    return context.write((store) => {
      const before = must(findCommentary(store, words.commentary));
      const on = must(checkWithdraw(words.on, wayNow(store, before, context.today)));
      moveCommentary(store, before.id, { state: "withdrawn", on });
      const now = commentaryFacts(store, must(findCommentary(store, words.commentary)), context.today);
      const others = commentaryRows(store).filter(
        (c) => c.paperId === before.paperId && c.state !== "withdrawn",
      );
      return { report: forTeam(now), said: sentences(now, others) };
    });
  },
});
