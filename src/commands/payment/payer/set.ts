import { command } from "../../../cli/command.ts";
import { must, usage } from "../../../cli/errors.ts";
import { flag, required, text, wholeNumber } from "../../../cli/options.ts";
import { payerSaid, payersReport } from "../../../reports/payers.ts";
import { findPayer, payerRows, setCutOffDay } from "../../../store/batches.ts";

export default command({
  about: "Set a payer's cut-off day",
  details: ["In a month that is too short for the day, its last day is meant."],
  examples: ["involve payment payer set ucl --cut-off-day 10", "involve payment payer set kcl --unknown"],
  writes: true,
  args: { payer: required(text("who pays", "PAYER", "payer")) },
  options: {
    cutOffDay: wholeNumber("the day of the month by which claims have to be there", 1, 31),
    unknown: flag("the day is not known any more"),
  },
  run(context, words) {
    if ((words.cutOffDay === undefined) !== words.unknown)
      throw usage({
        code: "which-day",
        message: "Which day is it?",
        remedy: "Give one of: --cut-off-day 10, or --unknown.",
      });
    return context.write((store) => {
      const payer = must(findPayer(store, words.payer));
      setCutOffDay(store, payer, words.cutOffDay ?? null);
      const now = payerRows(store);
      return {
        report: payersReport(now, context.today),
        said: payerSaid(must(findPayer(store, payer.key)), context.today),
      };
    });
  },
});
