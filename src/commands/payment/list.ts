import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { activities, choice, flag, member, period } from "../../cli/options.ts";
import { isDue, lineStates } from "../../domain/payment.ts";
import { dueReport } from "../../reports/due.ts";
import { narrowedLines, paymentsReport } from "../../reports/payments.ts";
import { payerRows } from "../../store/batches.ts";
import { flagFacts, paymentLines } from "../../store/payments.ts";
import { findPerson } from "../../store/people.ts";
import { setting } from "../../store/settings.ts";

export default command({
  about: "List payment lines",
  details: [
    "Flags point out what a reader should notice: approved by the person who recorded it, unpaid for longer than the unit's limit, claimed late, the same receipt twice. CSV and JSON have every column.",
  ],
  examples: [
    "involve payment list",
    "involve payment list --member M-003 --period tax:2026-27",
    "involve payment list --due",
    "involve payment list --state claimed --for meeting:2026-03",
    "involve payment list --for project --format csv",
  ],
  args: {},
  options: {
    member: member("only this person's"),
    state: choice("only lines in this state", lineStates, "STATE"),
    period: period("only activities in this period, such as 2026-03, tax:2026-27, ucl:2025-26"),
    due: flag("only lines that are not with finance yet, with the day by which the payer has to have them"),
    for: activities("only this kind of activity, or this activity"),
  },
  run(context, words) {
    const { store } = context;
    const person = words.member === undefined ? undefined : must(findPerson(store, words.member));
    const found = paymentLines(store, {
      ...words.for,
      ...(words.state === undefined ? {} : { states: [words.state] }),
      personId: person?.id,
      from: words.period?.from,
      to: words.period?.to,
    });
    const lines = narrowedLines(found, words.for);
    if (words.due) {
      const facts = { ...flagFacts(store, context.today), rule: setting(store, "claim-cut-off-rule") };
      return { report: dueReport(lines.filter(isDue), payerRows(store), facts) };
    }
    const narrowed = Object.values(words).some((w) => w !== undefined && w !== false);
    const empty = narrowed ? "No payment line fits. Everything: involve payment list" : undefined;
    return { report: paymentsReport(lines, flagFacts(store, context.today), empty, words.for) };
  },
});
