import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../cli/options.ts";
import { unknownLines } from "../../domain/approval.ts";
import { futureProblems, planRefusal } from "../../domain/line-change.ts";
import { privateTextProblems } from "../../domain/private-text.ts";
import { idOf } from "../../domain/ref.ts";
import { withProblems } from "../../domain/result.ts";
import { refusalQuestion, refusalSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { refuseLines } from "../../store/payment-steps.ts";
import { flagFacts, paymentLines } from "../../store/payments.ts";

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
  async run(context, words) {
    const ids = words.lines.flatMap((l) => idOf("payment", l) ?? []);
    const lines = paymentLines(context.store, { ids });
    const others = [
      ...unknownLines(words.lines, lines),
      ...privateTextProblems({ "--reason": words.reason }),
      ...futureProblems(words.on, context.today, "it was said"),
    ];
    must(withProblems(others, planRefusal(lines, "reject")));
    if (lines.length >= 3) await context.confirm(refusalQuestion(lines, "rejected"));
    return context.write((store) => {
      const now = must(planRefusal(paymentLines(store, { ids }), "reject"));
      refuseLines(store, now, { state: "rejected", reason: words.reason, on: words.on });
      return {
        report: paymentsReport(paymentLines(store, { ids }), flagFacts(store, context.today)),
        said: refusalSaid(now, "rejected", words.reason),
      };
    });
  },
});
