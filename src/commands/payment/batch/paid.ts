import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, many, required, text } from "../../../cli/options.ts";
import { unknownLines } from "../../../domain/approval.ts";
import { planAnswer } from "../../../domain/batch-answer.ts";
import { idOf } from "../../../domain/ref.ts";
import { withProblems } from "../../../domain/result.ts";
import { answeredSaid, paidQuestion } from "../../../reports/batch-words.ts";
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
  async run(context, words) {
    const ids = words.lines.flatMap((l) => idOf("payment", l) ?? []);
    const planned = (store: Store) => {
      const batch = must(findBatch(store, words.batch));
      const unknown = unknownLines(
        words.lines,
        ids.map((id) => ({ id })),
      );
      return { batch, lines: must(withProblems(unknown, planAnswer(batch, ids, words.on, context.today))) };
    };
    const preview = planned(context.store);
    if (preview.lines.length >= 3) await context.confirm(paidQuestion(preview.lines, words.on));
    return context.write((store) => {
      const { batch, lines } = planned(store);
      const answer = { reply: "paid" as const, on: words.on, reason: null };
      const now = answerBatch(store, batch, lines, answer);
      return {
        report: batchReport(now, flagFacts(store, context.today)),
        said: answeredSaid(now, lines, answer),
      };
    });
  },
});
