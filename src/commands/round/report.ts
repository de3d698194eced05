import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, fallback, file, required, text } from "../../cli/options.ts";
import { roundSummaryReport } from "../../reports/round-summary.ts";
import { summaryFacts } from "../../store/round-summary.ts";
import { findRound } from "../../store/rounds.ts";
import { numberSetting } from "../../store/settings.ts";

export default command({
  about: "Report a round in numbers, also for the public",
  details: [
    "The steps from application to appointment, how it came out, how the total scores are spread, and who applied and was appointed against the aims for the group. A file that ends in .svg holds it as a picture; in HTML the picture stands above the numbers. For the public small numbers are left out, and others from which they could be worked out.",
  ],
  examples: [
    "involve round report autumn-2025",
    "involve round report autumn-2025 --audience public --output round.html",
    "involve round report autumn-2025 --output round.svg",
  ],
  draws: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    audience: fallback(choice("who will read it", ["team", "public"]), "team"),
    svg: file("also write the picture to this file"),
  },
  run({ store }, words) {
    const round = must(findRound(store, words.round));
    const threshold = words.audience === "team" ? null : numberSetting(store, "small-number-threshold");
    const report = roundSummaryReport(summaryFacts(store, round, threshold));
    return {
      report,
      ...(words.svg !== undefined && report.svg !== undefined
        ? { files: [{ path: words.svg, content: report.svg }] }
        : {}),
    };
  },
});
