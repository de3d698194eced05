import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { member, period, required } from "../../cli/options.ts";
import { taxYearOf } from "../../domain/period.ts";
import { statementReport } from "../../reports/statement.ts";
import { paymentLines } from "../../store/payments.ts";
import { findPerson } from "../../store/people.ts";
import { numberSetting, setting } from "../../store/settings.ts";

export default command({
  about: "Show what one person was paid in a period",
  details: [
    "Fees and vouchers stand apart from expenses; what was declined or given to charity is shown and not counted. Lines belong to a period by the day of the activity. The period is this tax year where it is left out.",
  ],
  examples: [
    "involve payment statement M-003 --period tax:2026-27",
    "involve payment statement M-003 --period tax:2025-26 --output statement.html",
  ],
  args: { member: required(member("whose statement")) },
  options: {
    period: period("the period, such as tax:2026-27, 2026 or 2026-04-06..2026-09-30"),
  },
  run(context, words) {
    const { store } = context;
    const person = must(findPerson(store, words.member));
    const span = words.period ?? taxYearOf(context.today);
    const lines = paymentLines(store, { personId: person.id, from: span.from, to: span.to });
    return {
      report: statementReport(lines, {
        person,
        period: span,
        softFlag: numberSetting(store, "tax-soft-flag-pence"),
        advice: setting(store, "benefits-advice"),
      }),
    };
  },
});
