import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { planReversal } from "../../domain/line-change.ts";
import { reversalSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { reverseLine } from "../../store/payment-steps.ts";
import { findLine, flagFacts, paymentLines } from "../../store/payments.ts";

export default command({
  about: "Take a line back, by a line of its own where it was paid",
  details: [
    "A paid line never changes. A new line for the same amount with a minus balances it; that one is approved and sent to finance like any other. A line that was not paid is marked reversed and counts in no total.",
  ],
  examples: ['involve payment reverse PAY-007 --reason "she was not there"'],
  writes: true,
  args: { line: required(text("the line", "PAYMENT", "payment")) },
  options: { reason: required(text("why; kept on the line", "REASON")) },
  run(context, words) {
    return context.write((store) => {
      const reversal = must(planReversal(must(findLine(store, words.line))));
      const id = reverseLine(store, reversal, {
        by: context.by,
        on: context.today,
        reason: words.reason,
      });
      return {
        report: paymentsReport(paymentLines(store, { ids: [id] }), flagFacts(store, context.today)),
        said: reversalSaid(reversal, id),
      };
    });
  },
});
