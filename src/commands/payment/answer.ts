import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, money, required, text } from "../../cli/options.ts";
import { offerAnswers, planOfferAnswer } from "../../domain/fee-offer.ts";
import { answerSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { answerOffer } from "../../store/payment-changes.ts";
import { findLine, flagFacts, paymentLines } from "../../store/payments.ts";

export default command({
  about: "Record what somebody answered to a fee they were offered",
  details: [
    "A fee that is declined or given to charity is settled at once: an outcome on record, never owed. Until the work is done they can answer anew.",
  ],
  examples: [
    "involve payment answer PAY-012 accepted",
    "involve payment answer PAY-012 reduced --takes 40.00",
  ],
  writes: true,
  args: {
    line: required(text("the line that was offered", "PAYMENT", "payment")),
    answer: required(choice("what they answered", offerAnswers)),
  },
  options: { takes: money("with reduced: what they take") },
  run(context, words) {
    return context.write((store) => {
      const line = must(findLine(store, words.line));
      const answer = must(planOfferAnswer(line, words.answer, words.takes));
      answerOffer(store, answer);
      const now = paymentLines(store, { ids: [line.id] });
      return {
        report: paymentsReport(now, flagFacts(store, context.today)),
        said: now.map((l) => answerSaid(l, words.answer)),
      };
    });
  },
});
