import { financeAnswered } from "../../../cli/answering.ts";
import { command } from "../../../cli/command.ts";
import { day, many, required, text } from "../../../cli/options.ts";

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
  run: (context, { on, ...named }) => financeAnswered(context, named, { reply: "paid", on, reason: null }),
});
