import { command } from "../../../cli/command.ts";
import { exits, must } from "../../../cli/errors.ts";
import { flag, required, text, wholeNumber } from "../../../cli/options.ts";
import { payerWordProblems, planPayer } from "../../../domain/payer.ts";
import { unless } from "../../../domain/result.ts";
import { payerSaid, payersReport } from "../../../reports/payers.ts";
import { findPayer, payerRows, writePayer } from "../../../store/batches.ts";

export default command({
  about: "Set a payer's cut-off day or name, or begin a payer",
  details: [
    "In a month that is too short for the day, its last day is meant. A payer that is not there yet begins with --name.",
    "Who pays where nobody is named: involve store set default-payer",
  ],
  examples: [
    "involve payment payer set ucl --cut-off-day 10",
    "involve payment payer set kcl --unknown",
    'involve payment payer set leeds --name "University of Leeds" --cut-off-day 5',
  ],
  writes: true,
  args: { payer: required(text("who pays", "PAYER", "payer")) },
  options: {
    name: text("what it is called; begins one that is not there yet"),
    cutOffDay: wholeNumber("the day of the month by which claims have to be there", 1, 31),
    unknown: flag("the day is not known any more"),
  },
  run(context, words) {
    must(
      unless(payerWordProblems(words), () => words),
      exits.usage,
    );
    return context.write((store) => {
      const plan = must(planPayer(words, payerRows(store)));
      writePayer(store, plan);
      const now = must(findPayer(store, plan.key));
      return {
        report: payersReport(payerRows(store), context.today),
        said: payerSaid(now, plan, context.today),
      };
    });
  },
});
