import { refuse } from "../../cli/answering.ts";
import { command } from "../../cli/command.ts";
import { day, fallback, many, required, text } from "../../cli/options.ts";

export default command({
  about: "Record a question about lines that has to be answered first",
  details: [
    "A queried line waits until it is changed (involve payment edit), claimed again as it stands (involve payment claim) or rejected. A line in a batch that was not sent yet leaves it; in a batch that finance has, the question is finance's answer.",
  ],
  examples: ['involve payment query PAY-007 --reason "which train was it?"'],
  writes: true,
  args: { lines: required(many(text("the lines", "PAYMENT", "payment"))) },
  options: {
    reason: required(text("why; kept on the lines", "REASON")),
    on: fallback(day("the day it was said"), "today"),
  },
  run: (context, { lines, ...words }) => refuse(context, lines, { state: "queried", ...words }),
});
