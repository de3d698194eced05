import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, required, text } from "../../cli/options.ts";
import { onPanel, theApplication } from "../../domain/panel.ts";
import { stages } from "../../domain/round.ts";
import { seenScores } from "../../domain/score-view.ts";
import { scoreListReport } from "../../reports/scores.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { seenStandings } from "../../store/round-standings.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "List every scorer's scores, each apart",
  details: [
    "A score shows to whoever gave it (--by says who you are) and, once all scores of the stage are in for that application, to everybody. Until then it only shows that it was given.",
  ],
  examples: [
    "involve round scores autumn-2025 A-008",
    'involve round scores autumn-2025 --scorer "Harriet Osei" --by "Harriet Osei"',
  ],
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: text("the code of one application", "CODE"),
  },
  options: {
    scorer: text("only the scores of this person", "NAME", "contributor"),
    stage: choice("only the scores of this stage", stages),
  },
  run({ store, by }, words) {
    const round = must(findRound(store, words.round));
    const scoring = scoringOf(store, round);
    const standings = seenStandings(store, round, scoring);
    const shown =
      words.application === undefined
        ? standings
        : [must(theApplication(words.application, standings, round.key))];
    const only = words.scorer === undefined ? scoring.panel : must(onPanel(words.scorer, scoring.panel));
    const own = onPanel(by, scoring.panel);
    const viewer = new Set(own.ok ? own.value.map((p) => p.id) : []);
    const scores = seenScores(shown, scoring, viewer)
      .filter((s) => only.some((p) => p.id === s.scorer.id))
      .filter((s) => words.stage === undefined || s.criterion.stage === words.stage);
    return { report: scoreListReport(round, scores) };
  },
});
