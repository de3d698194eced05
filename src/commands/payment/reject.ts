import { refuse } from "../../cli/answering.ts";
import { command } from "../../cli/command.ts";
import { day, fallback, many, required, text } from "../../cli/options.ts";

export default command({
  about: "Reject lines, with the reason",
  details: [
    "A rejected line is not paid and counts in no total. Paid lines are not rejected but taken back: involve payment reverse.",
  ],
  examples: ['involve payment reject PAY-007 --reason "claimed twice"'],
  writes: true,
  args: { lines: required(many(text("the lines", "PAYMENT", "payment"))) },
  options: {
    reason: required(text("why; kept on the lines", "REASON")),
    on: fallback(day("the day it was said"), "today"),
  },
  run: (context, { lines, ...words }) => refuse(context, lines, { state: "rejected", ...words }),
});
