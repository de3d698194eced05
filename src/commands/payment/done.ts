import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { acknowledge, day, required, text } from "../../cli/options.ts";
import { planDone } from "../../domain/fee-offer.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { doneSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { feeFacts, oneFacts } from "../../store/fee-facts.ts";
import { logDone } from "../../store/payment-changes.ts";
import { findLine, flagFacts, paymentLines } from "../../store/payments.ts";
import { cardOf, pricedFrom } from "../../store/rate-cards.ts";

export default command({
  about: "Log accepted work as done",
  details: [
    "The fee is that of the day the work was done, as they answered; where the day is another than was planned, it is priced anew.",
  ],
  examples: ["involve payment done PAY-012", "involve payment done PAY-012 --on 2026-12-05"],
  writes: true,
  args: { line: required(text("the line that was accepted", "PAYMENT", "payment")) },
  options: {
    on: day("the day it was done, where it is another than was planned"),
    acknowledge: acknowledge(),
  },
  run(context, words) {
    const { by, today } = context;
    return context.withReason(words.acknowledge, "over-ceiling", (agreed) =>
      context.write((store) => {
        const line = must(findLine(store, words.line));
        const price = { payer: line.payer ?? undefined, card: cardOf(store, line.rateId) };
        const from = pricedFrom(store, price, words.on ?? line.activityOn);
        const facts = feeFacts(store, line.activity, today, from.ok ? from.value.card : undefined);
        const person = oneFacts(store, ref("member", line.personId), line.activity);
        const { fee } = must(every({ fee: planDone(line, words.on, facts, person), from }));
        logDone(store, line, fee, { by, on: today });
        const work = { people: [line.personId], refs: [ref("payment", line.id)] };
        const watched = watchCeilings(store, { stage: "log", ...work, acknowledge: agreed, by, today });
        const now = paymentLines(store, { ids: [line.id] });
        const report = paymentsReport(now, flagFacts(store, today));
        return { report, said: [...now.map((l) => doneSaid(line, l)), ...must(watched)] };
      }),
    );
  },
});
