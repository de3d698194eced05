import { askedFirst, command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, many, required, text } from "../../../cli/options.ts";
import { answeredSaid, answerQuestion } from "../../../reports/batch-words.ts";
import { batchReport } from "../../../reports/batches.ts";
import { answerBatch, answerOf } from "../../../store/batch-changes.ts";
import { flagFacts } from "../../../store/payments.ts";

export default command({
  about: "Record that finance paid a batch, or lines of it",
  details: [
    "Every line of the batch that finance has not answered is paid, or those that are named. A paid line never changes again; to correct it: involve payment reverse.",
  ],
  examples: [
    "involve payment batch paid ucl-2026-04-10 --on 2026-04-28",
    "involve payment batch paid ucl-2026-04-10 PAY-003 --on 2026-04-28",
  ],
  writes: true,
  args: {
    batch: required(text("the batch", "BATCH", "batch")),
    lines: many(text("only these lines", "PAYMENT", "payment")),
  },
  options: { on: required(day("the day of payment")) },
  run(context, { batch, lines, on }) {
    const answer = { reply: "paid" as const, on, reason: null };
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
