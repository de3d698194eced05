import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, member, period, required, text } from "../../cli/options.ts";
import { taxYearNamed, taxYearOf } from "../../domain/period.ts";
import { countedBy, waysToCount } from "../../domain/statement.ts";
import { statementReport } from "../../reports/statement.ts";
import { payerRows } from "../../store/batches.ts";
import { paymentLines } from "../../store/payments.ts";
import { findPerson } from "../../store/people.ts";
import { numberSetting, setting, unitName } from "../../store/settings.ts";

export default command({
  about: "Show what one person was paid in a period",
  details: [
    "Fees and vouchers stand apart from expenses; what was declined or given to charity is shown and not counted. A tax year counts what was paid in it, and shows what was done by its end and not paid by then; any other period counts by the day of the activity. --counted-by says otherwise.",
    "The period is this tax year where it is left out. As a document: --output statement.docx, .md or .html.",
  ],
  examples: [
    "involve payment statement M-003 --tax-year 2026-27",
    "involve payment statement M-003 --tax-year 2025-26 --output statement.docx",
    "involve payment statement M-003 --period 2026-01-01..2026-06-30 --counted-by paid",
  ],
  args: { member: required(member("whose statement")) },
  options: {
    taxYear: text("the UK tax year, such as 2026-27", "YEAR"),
    countedBy: choice("which day counts: of payment or of the activity", waysToCount),
    period: period("another period, such as ucl:2026-27, 2026 or 2026-04-06..2026-09-30"),
  },
  run(context, words) {
    const { store } = context;
    const person = must(findPerson(store, words.member));
    const year = must(taxYearNamed(words.taxYear, words.period), exits.usage);
    const span = year ?? words.period ?? taxYearOf(context.today);
    const lines = paymentLines(store, { personId: person.id });
    return {
      report: statementReport(lines, {
        person,
        period: span,
        by: countedBy(span, words.countedBy),
        payers: new Map(payerRows(store).map((p) => [p.key, p.name])),
        unit: unitName(store),
        today: context.today,
        softFlag: numberSetting(store, "tax-soft-flag-pence"),
        advice: setting(store, "benefits-advice"),
      }),
    };
  },
});
