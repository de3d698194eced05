import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../cli/options.ts";
import { planRefusal } from "../../domain/line-change.ts";
import { refusalQuestion, refusalSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { refuseLines } from "../../store/payment-steps.ts";
import { flagFacts, linesNamed } from "../../store/payments.ts";
import type { Store } from "../../store/store.ts";

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
  async run(context, { reason, on, ...words }) {
    const refusal = { state: "rejected" as const, reason, on };
    const planned = (store: Store) =>
      must(planRefusal(linesNamed(store, words.lines), words.lines, refusal, context.today));
    const preview = planned(context.store);
    if (preview.length >= 3) await context.confirm(refusalQuestion(preview, refusal));
    return context.write((store) => {
      const lines = planned(store);
      refuseLines(store, lines, refusal);
      const report = paymentsReport(linesNamed(store, words.lines), flagFacts(store, context.today));
      return { report, said: refusalSaid(lines, refusal) };
    });
  },
});
