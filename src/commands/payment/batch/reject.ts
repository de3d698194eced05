import { financeAnswered } from "../../../cli/answering.ts";
import { command } from "../../../cli/command.ts";
import { day, fallback, many, required, text } from "../../../cli/options.ts";

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
  run: (context, { batch, lines, ...words }) =>
    financeAnswered(context, { batch, lines }, { reply: "rejected", ...words }),
});
