import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import {
  acknowledge,
  activity,
  asked,
  choice,
  day,
  fallback,
  flag,
  member,
  money,
  text,
  wholeNumber,
} from "../../cli/options.ts";
import { planFees } from "../../domain/attended-fees.ts";
import type { Day } from "../../domain/day.ts";
import { askAbout, type FeeRequest, onlyToBeAsked } from "../../domain/fee.ts";
import { type WhoseFee, whoseFee } from "../../domain/fee-words.ts";
import { answerOf, answersThisTime, choicesThisTime } from "../../domain/preference.ts";
import type { PriceWords } from "../../domain/rate-card.ts";
import { ref } from "../../domain/ref.ts";
import { every, problemsOf } from "../../domain/result.ts";
import { attendedQuestion, feesSaid } from "../../reports/payment-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { dayOf, feeFacts, whoseFacts } from "../../store/fee-facts.ts";
import { addFees } from "../../store/payment-changes.ts";
import { flagFacts } from "../../store/payments.ts";
import { pricedFrom } from "../../store/rate-cards.ts";
import type { Store } from "../../store/store.ts";

/** The fees to be written: one person's, or everybody's who came; and who is to pay them. */
function planned(store: Store, whose: WhoseFee, request: FeeRequest & PriceWords, today: Day) {
  const from = pricedFrom(store, request, dayOf(store, whose.activity, request.on, today));
  const facts = feeFacts(store, whose.activity, today, from.ok ? from.value.card : undefined);
  return every({ fees: planFees(request, facts, whoseFacts(store, whose)), from });
}

export default command({
  about: "Log a fee at the rate of the day",
  details: [
    "The rate is that of the day of the activity, and stays on the line. A meeting gives its own day and band.",
    "The same person, activity and day a second time needs --again with the reason; a commentary is paid once, whatever the day.",
    "What somebody chose (involve payment preference) is honoured: a fee declined or given to charity is kept as an outcome and never owed.",
    "With --meeting, everybody recorded present or part is logged; who has the fee already or wishes to be asked is left out by name.",
  ],
  examples: [
    "involve payment log M-001 --for other:interview-panel --band half-day --on 2026-03-14",
    "involve payment log M-003 --for meeting:2026-03",
    "involve payment log --meeting 2026-03 --yes",
    "involve payment log M-014 --for project:P-001 --band two-hours --on 2026-07-09 --choice declined",
  ],
  writes: true,
  asksOnlyWhenBare: true,
  args: { member: asked(member("who did it")) },
  options: {
    for: asked(activity("what it was for, as kind:key")),
    meeting: text("everybody who came to this meeting", "MEETING", "meeting"),
    band: asked(text("the band; a meeting says its own", "BAND", "band")),
    times: fallback(wholeNumber("so many times the band", 1, 1000), "1"),
    on: asked(day("the day it was done; a meeting and an event have their own")),
    choice: choice("what they chose this time", choicesThisTime),
    takes: money("with --choice reduced: what they take"),
    voucher: flag("paid as a voucher, which is income too"),
    again: text("why the same person and activity a second time", "REASON"),
    payer: text("who pays, where it is not the usual payer", "PAYER", "payer"),
    card: text("the rate card, where it is not the payer's own or the usual one", "CARD", "card"),
    note: text("a note on the line"),
    acknowledge: acknowledge(),
  },
  async run(context, words) {
    const whose = must(whoseFee(words), exits.usage);
    let request = { ...words, ...whose };
    const preview = planned(context.store, whose, request, context.today);
    const bulk = words.meeting !== undefined && context.canAsk;
    if (context.canAsk && onlyToBeAsked(problemsOf(preview))) {
      const said = await (await context.ask())?.pick(askAbout(problemsOf(preview)), answersThisTime);
      request = { ...request, choice: answerOf(said) };
    } else if (preview.ok && preview.value.fees.fees.length >= (bulk ? 1 : 3))
      await context.confirm(attendedQuestion(preview.value.fees));
    return context.withReason(words.acknowledge, "over-ceiling", (agreed) =>
      context.write((store) => {
        const { fees, from } = must(planned(store, whose, request, context.today));
        const { by, today } = context;
        const made = { by, on: today, payerId: from.payerId, note: words.note };
        const lines = addFees(store, fees.fees, words.voucher ? "voucher" : "fee", made);
        const work = { people: lines.map((l) => l.personId), refs: lines.map((l) => ref("payment", l.id)) };
        const watched = watchCeilings(store, { stage: "log", ...work, acknowledge: agreed, by, today });
        return {
          report: paymentsReport(lines, flagFacts(store, today)),
          said: [...feesSaid(fees, lines), ...must(watched)],
        };
      }),
    );
  },
});
