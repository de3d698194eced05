import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { onPanel } from "../../domain/panel.ts";
import { missingScores } from "../../domain/score-view.ts";
import { missingReport } from "../../reports/scores.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { seenStandings } from "../../store/round-standings.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "List the scores that are still to come, by scorer",
  details: [
    "Whose scores are missing, and of which applications, so that you can ask for them. Of the interview only those of applicants who were shortlisted; none of applications that somebody has a conflict of interest with.",
  ],
  examples: [
    "involve round missing autumn-2025",
    'involve round missing autumn-2025 --scorer "Harriet Osei"',
  ],
  args: { round: required(text("the round", "ROUND", "round")) },
  options: { scorer: text("only the scores of this person", "NAME", "contributor") },
  run({ store }, words) {
    const round = must(findRound(store, words.round));
    const scoring = scoringOf(store, round);
    const only = words.scorer === undefined ? scoring.panel : must(onPanel(words.scorer, scoring.panel));
    const missing = missingScores(seenStandings(store, round, scoring));
    return {
      report: missingReport(
        round,
        missing.filter((m) => only.some((p) => p.id === m.scorer.id)),
      ),
    };
  },
});
