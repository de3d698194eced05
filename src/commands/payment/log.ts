import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import {
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
import { type AttendedFees, planAttendedFees } from "../../domain/attended-fees.ts";
import type { Day } from "../../domain/day.ts";
import { askAbout, type FeeRequest, onlyToBeAsked, planFee, priceFee } from "../../domain/fee.ts";
import { type WhoseFee, whoseFee } from "../../domain/fee-words.ts";
import { answerOf, answersThisTime, choicesThisTime } from "../../domain/preference.ts";
import { privateTextProblems } from "../../domain/private-text.ts";
import { payerNamed } from "../../domain/rate.ts";
import { every, noneOf, problemsOf, type Result } from "../../domain/result.ts";
import { attendedQuestion, feesSaid } from "../../reports/payment-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { attendedBy } from "../../store/activities.ts";
import { feeFacts, personFacts } from "../../store/fee-facts.ts";
import { addFees } from "../../store/payment-changes.ts";
import { flagFacts } from "../../store/payments.ts";
import { findPerson } from "../../store/people.ts";
import { payers } from "../../store/rates.ts";
import { setting } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";

/** The fees to be written: one person's, or everybody's who came. */
function planned(store: Store, whose: WhoseFee, request: FeeRequest, today: Day): Result<AttendedFees> {
  const facts = feeFacts(store, whose.activity, today);
  if (whose.member === undefined) {
    const people = attendedBy(store, whose.activity.key).map((id) => personFacts(store, id, whose.activity));
    return planAttendedFees(request, facts, people);
  }
  const person = findPerson(store, whose.member);
  if (!person.ok)
    return { ok: false, problems: [...person.problems, ...problemsOf(priceFee(request, facts))] };
  const fee = planFee(request, facts, personFacts(store, person.value.id, whose.activity));
  return fee.ok ? { ok: true, value: { fees: [fee.value], leftOut: [] } } : fee;
}

export default command({
  about: "Log a fee at the rate of the day",
  details: [
    "The rate is that of the day of the activity, and stays on the line. A meeting gives its own day and band.",
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
    note: text("a note on the line"),
  },
  async run(context, words) {
    const whose = must(whoseFee(words), exits.usage);
    let request: FeeRequest = { ...words, ...whose };
    const preview = planned(context.store, whose, request, context.today);
    if (context.canAsk && onlyToBeAsked(problemsOf(preview))) {
      const said = await (await context.ask())?.pick(askAbout(problemsOf(preview)), answersThisTime);
      request = { ...request, choice: answerOf(said) };
    } else if (preview.ok && preview.value.fees.length >= 3)
      await context.confirm(attendedQuestion(preview.value));
    return context.write((store) => {
      const plan = planned(store, whose, request, context.today);
      const payer = payerNamed(words.payer ?? setting(store, "default-payer"), payers(store));
      const texts = { "--again": words.again, "--note": words.note };
      const kept = noneOf(privateTextProblems(texts));
      const { fees, leftOut } = must(every({ plan, payer, kept })).plan;
      const made = { by: context.by, on: context.today, payerId: must(payer), note: words.note };
      const lines = addFees(store, fees, words.voucher ? "voucher" : "fee", made);
      return {
        report: paymentsReport(lines, flagFacts(store, context.today)),
        said: feesSaid({ fees, leftOut }, lines),
      };
    });
  },
});
