import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, many, required, text } from "../../../cli/options.ts";
import { planAnswer } from "../../../domain/batch-answer.ts";
import { answeredSaid, answerQuestion } from "../../../reports/batch-words.ts";
import { batchReport } from "../../../reports/batches.ts";
import { answerBatch } from "../../../store/batch-changes.ts";
import { findBatch } from "../../../store/batches.ts";
import { flagFacts } from "../../../store/payments.ts";
import type { Store } from "../../../store/store.ts";

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
  async run(context, { on, ...words }) {
    const answer = { reply: "paid" as const, on, reason: null };
    const planned = (store: Store) => {
      const batch = must(findBatch(store, words.batch));
      return { batch, lines: must(planAnswer(batch, words.lines, answer, context.today)) };
    };
    const { lines } = planned(context.store);
    if (lines.length >= 3) await context.confirm(answerQuestion(lines, answer));
    return context.write((store) => {
      const plan = planned(store);
      const now = answerBatch(store, plan.batch, plan.lines, answer);
      const report = batchReport(now, flagFacts(store, context.today));
      return { report, said: answeredSaid(now, plan.lines, answer) };
    });
  },
});
