import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../../cli/options.ts";
import { unknownLines } from "../../../domain/approval.ts";
import { planAnswer } from "../../../domain/batch-answer.ts";
import { privateTextProblems } from "../../../domain/private-text.ts";
import { idOf } from "../../../domain/ref.ts";
import { withProblems } from "../../../domain/result.ts";
import { answeredSaid } from "../../../reports/batch-words.ts";
import { batchReport } from "../../../reports/batches.ts";
import { answerBatch } from "../../../store/batch-changes.ts";
import { findBatch } from "../../../store/batches.ts";
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
  run(context, { reason, on, ...words }) {
    return context.write((store) => {
      const batch = must(findBatch(store, words.batch));
      const ids = words.lines.flatMap((l) => idOf("payment", l) ?? []);
      const others = [
        ...unknownLines(
          words.lines,
          ids.map((id) => ({ id })),
        ),
        ...privateTextProblems({ "--reason": reason }),
      ];
      const lines = must(withProblems(others, planAnswer(batch, ids, on, context.today)));
      const answer = { reply: "rejected" as const, on, reason };
      const now = answerBatch(store, batch, lines, answer);
      const report = batchReport(now, flagFacts(store, context.today));
      return { report, said: answeredSaid(now, lines, answer) };
    });
  },
});
