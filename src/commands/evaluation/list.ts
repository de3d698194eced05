import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { text } from "../../cli/options.ts";
import { resultsReport, roundsReport } from "../../reports/evaluation.ts";
import { evaluationRounds, findRound } from "../../store/evaluations.ts";
import { numberSetting } from "../../store/settings.ts";

export default command({
  about: "Show evaluation rounds and their results",
  details: [
    "Without a round it lists them all; with one it shows what came of it. Results need a number of responses (the setting small-number-threshold, 5) and, where the round has a closing day, wait until that is over.",
  ],
  examples: [
    "involve evaluation list",
    "involve evaluation list 2026",
    "involve evaluation list 2026 --format md",
  ],
  args: { round: text("the round whose results to show", "ROUND", "evaluation") },
  options: {},
  run(context, words) {
    const threshold = numberSetting(context.store, "small-number-threshold");
    return {
      report:
        words.round === undefined
          ? roundsReport(evaluationRounds(context.store), threshold, context.today)
          : resultsReport(must(findRound(context.store, words.round)), threshold, context.today),
    };
  },
});
