import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../../cli/options.ts";
import { planAnswer } from "../../../domain/batch-answer.ts";
import { answeredSaid, answerQuestion } from "../../../reports/batch-words.ts";
import { batchReport } from "../../../reports/batches.ts";
import { answerBatch } from "../../../store/batch-changes.ts";
import { findBatch } from "../../../store/batches.ts";
import { flagFacts } from "../../../store/payments.ts";
import type { Store } from "../../../store/store.ts";

export default command({
  about: "Record that finance has a question about lines of a batch",
  details: [
    "A queried line waits until it is changed, claimed again as it stands, or rejected; it can then go into a later batch.",
  ],
  examples: ['involve payment batch query ucl-2026-04-10 PAY-007 --reason "which project is this for?"'],
  writes: true,
  args: {
    batch: required(text("the batch", "BATCH", "batch")),
    lines: required(many(text("the lines", "PAYMENT", "payment"))),
  },
  options: {
    reason: required(text("why; kept on the lines", "REASON")),
    on: fallback(day("the day finance said so"), "today"),
  },
  async run(context, { reason, on, ...words }) {
    const answer = { reply: "queried" as const, on, reason };
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
