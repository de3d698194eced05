import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, money, required, text } from "../../cli/options.ts";
import { beyondChoice, offerAnswers, planOfferAnswer } from "../../domain/fee-offer.ts";
import { answerSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { answerOffer } from "../../store/payment-changes.ts";
import { findLine, flagFacts, paymentLines } from "../../store/payments.ts";
import { preferencesOf } from "../../store/preferences.ts";

export default command({
  about: "Record what somebody answered to a fee they were offered",
  details: [
    "A fee that is declined or given to charity is settled at once: an outcome on record, never owed. What was accepted can be answered anew until the work is done; to offer again what was declined, take it back first (involve payment reverse).",
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
      const chosen = preferencesOf(store, line.personId);
      const now = paymentLines(store, { ids: [line.id] });
      return {
        report: paymentsReport(now, flagFacts(store, context.today)),
        said: now.flatMap((l) => answerSaid(l, words.answer, beyondChoice(chosen, l))),
      };
    });
  },
});
