import { command } from "../../cli/command.ts";
import { period } from "../../cli/options.ts";
import { speedReport } from "../../reports/speed.ts";
import { flagFacts, paymentLines } from "../../store/payments.ts";

export default command({
  about: "Show how many days payments take, and every line that takes too long",
  details: [
    "Days from the activity to the payment, and from the day it was sent to finance. The median, and the days within which 90 of 100 were paid. The limit for a line is the unit's (30 days unless changed).",
  ],
  examples: ["involve payment speed", "involve payment speed --period ucl:2025-26"],
  args: {},
  options: { period: period("only what was paid in this period") },
  run({ store, today }, words) {
    return { report: speedReport(paymentLines(store), words.period, flagFacts(store, today)) };
  },
});
