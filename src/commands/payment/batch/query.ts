import { financeAnswered } from "../../../cli/answering.ts";
import { command } from "../../../cli/command.ts";
import { day, fallback, many, required, text } from "../../../cli/options.ts";

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
  run: (context, { batch, lines, ...words }) =>
    financeAnswered(context, { batch, lines }, { reply: "queried", ...words }),
});
