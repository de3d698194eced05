import { askedFirst, command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../cli/options.ts";
import { refusalQuestion, refusalSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { refusalOf, refuseLines } from "../../store/payment-steps.ts";
import { flagFacts } from "../../store/payments.ts";

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
  run(context, { lines: named, ...words }) {
    const refusal = { state: "rejected" as const, ...words };
    return askedFirst(context, {
      plan: (store) => must(refusalOf(store, named, refusal, context.today)),
      size: (lines) => lines.length,
      question: (lines) => refusalQuestion(lines, refusal),
      write: (store, lines) => ({
        report: paymentsReport(refuseLines(store, lines, refusal), flagFacts(store, context.today)),
        said: refusalSaid(lines, refusal),
      }),
    });
  },
});
