import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { equalityCounts, mayCount } from "../../domain/equality-counts.ts";
import { equalityReport } from "../../reports/application-changes.ts";
import { equalityOf } from "../../store/round-equality.ts";
import { findRound } from "../../store/rounds.ts";
import { numberSetting } from "../../store/settings.ts";

export default command({
  about: "Count the equality answers, anonymously",
  details: [
    "How many gave which answer, question by question, never together with anything else and never for one person. Small counts are left out, and others with them from which they could be worked out. It counts when the round has closed, so that no single application shows.",
  ],
  examples: ["involve round equality autumn-2025"],
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {},
  run({ store, today }, words) {
    const round = must(mayCount(must(findRound(store, words.round)), today));
    const threshold = numberSetting(store, "small-number-threshold");
    const counts = equalityCounts(equalityOf(store, round.id), threshold);
    return { report: equalityReport(round, counts, threshold) };
  },
});
