import { askedFirst, command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../../cli/options.ts";
import { answeredSaid, answerQuestion } from "../../../reports/batch-words.ts";
import { batchReport } from "../../../reports/batches.ts";
import { answerBatch, answerOf } from "../../../store/batch-changes.ts";
import { flagFacts } from "../../../store/payments.ts";

export default command({
  about: "Record that finance refuses lines of a batch",
  details: [
    "A rejected line is not paid and counts in no total; where the money is owed after all, it is logged again.",
  ],
  examples: ['involve payment batch reject ucl-2026-04-10 PAY-007 --reason "claimed twice"'],
  writes: true,
  args: {
    batch: required(text("the batch", "BATCH", "batch")),
    lines: required(many(text("the lines", "PAYMENT", "payment"))),
  },
  options: {
    reason: required(text("why; kept on the lines", "REASON")),
    on: fallback(day("the day finance said so"), "today"),
  },
  run(context, { batch, lines, ...words }) {
    const answer = { reply: "rejected" as const, ...words };
    return askedFirst(context, {
      plan: (store) => must(answerOf(store, { batch, lines }, answer, context.today)),
      size: (plan) => plan.lines.length,
      question: (plan) => answerQuestion(plan.lines, answer),
      write(store, plan) {
        const now = answerBatch(store, plan.batch, plan.lines, answer);
        const report = batchReport(now, flagFacts(store, context.today));
        return { report, said: answeredSaid(now, plan.lines, answer) };
      },
    });
  },
});
