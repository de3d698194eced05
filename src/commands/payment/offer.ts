import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import {
  acknowledge,
  activity,
  day,
  fallback,
  member,
  required,
  text,
  wholeNumber,
} from "../../cli/options.ts";
import { beyondChoice, planOffer } from "../../domain/fee-offer.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { offeredSaid } from "../../reports/line-words.ts";
import { unusualNotes } from "../../reports/payment-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { dayOf, feeFacts, oneFacts } from "../../store/fee-facts.ts";
import { addOffer } from "../../store/payment-changes.ts";
import { flagFacts } from "../../store/payments.ts";
import { preferencesOf } from "../../store/preferences.ts";
import { pricedFrom } from "../../store/rate-cards.ts";

export default command({
  about: "Offer a fee for work that is still to be done",
  details: [
    "The fee is that of the day it is planned for; nothing is owed until the work is done (involve payment done). What they answer: involve payment answer.",
  ],
  examples: ["involve payment offer M-014 --for project:P-001 --band half-day --on 2026-12-04"],
  writes: true,
  args: { member: required(member("to whom")) },
  options: {
    for: required(activity("what it is for, as kind:key")),
    band: text("the band; a meeting says its own", "BAND", "band"),
    times: fallback(wholeNumber("so many times the band", 1, 1000), "1"),
    on: day("the day it is planned for; a meeting and an event have their own"),
    again: text("why the same person and activity a second time", "REASON"),
    payer: text("who pays, where it is not the usual payer", "PAYER", "payer"),
    card: text("the rate card, where it is not the payer's own or the usual one", "CARD", "card"),
    note: text("a note on the line"),
    acknowledge: acknowledge(),
  },
  run(context, words) {
    const { by, today } = context;
    return context.withReason(words.acknowledge, "over-ceiling", (agreed) =>
      context.write((store) => {
        const from = pricedFrom(store, words, dayOf(store, words.for, words.on, today));
        const facts = feeFacts(store, words.for, today, from.ok ? from.value.card : undefined);
        const person = oneFacts(store, words.member, words.for);
        const fee = planOffer({ ...words, activity: words.for }, facts, person);
        const plan = must(every({ fee, from }));
        const made = { by, on: today, payerId: plan.from.payerId, note: words.note };
        const lines = addOffer(store, plan.fee, made);
        const work = { people: [plan.fee.personId], refs: lines.map((l) => ref("payment", l.id)) };
        const chosen = preferencesOf(store, plan.fee.personId);
        const watched = watchCeilings(store, { stage: "offer", ...work, acknowledge: agreed, by, today });
        return {
          report: paymentsReport(lines, flagFacts(store, today)),
          said: [
            ...lines.flatMap((l) => offeredSaid(l, beyondChoice(chosen, l))),
            ...unusualNotes(plan.fee),
            ...must(watched),
          ],
        };
      }),
    );
  },
});
