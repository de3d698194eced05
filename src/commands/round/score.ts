import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, day, fallback, file, required, text, wholeNumber } from "../../cli/options.ts";
import { openSheet, type RawSheet } from "../../csv/raw.ts";
import { readScores } from "../../csv/scores.ts";
import { readSaid } from "../../csv/table.ts";
import { countsOf } from "../../domain/imports.ts";
import { gapsInWords } from "../../domain/panel-check.ts";
import { withProblems } from "../../domain/result.ts";
import { stages, stillOpen } from "../../domain/round.ts";
import { planScores, type ScoreFacts } from "../../domain/score-entry.ts";
import { ofStage, type ScoreRequest, scoreRequest, scoresInWords } from "../../domain/score-request.ts";
import { scoresReport } from "../../reports/scores.ts";
import { recordImport } from "../../store/imports.ts";
import { applicationsOf } from "../../store/round-applications.ts";
import { panelGapsOf } from "../../store/round-panel.ts";
import { saveScores, scoringOf } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

const nothing: RawSheet = { rows: [], notes: [] };

/** What the scores asked for would change; every bad row of a sheet at once. */
function plan(request: ScoreRequest, sheet: RawSheet, facts: ScoreFacts) {
  if (request.kind === "one")
    return { planned: must(planScores([{ line: undefined, ...request }], facts)), said: [] };
  const read = readScores(sheet, facts.scoring.criteria, request.scorer);
  const { entries, said } = ofStage(read.entries, request.stage, facts.scoring.criteria);
  const plan = withProblems(read.problems, planScores(entries, facts));
  return { planned: must(plan, exits.rows), said: [...said, ...readSaid(read)] };
}

/** What the panel lacks for the stages that were scored. */
function warnings(store: Store, { round, scoring, today }: ScoreFacts, stagesScored: readonly string[]) {
  const gaps = panelGapsOf(store, round, scoring.criteria, today);
  return gapsInWords(gaps.filter((g) => stagesScored.includes(g.stage)));
}

export default command({
  about: "Record scores, one at a time or from a CSV file",
  details: [
    "Every scorer's score is kept apart, and nobody sees the others' until all of a stage are in. Only people on the panel score: shortlisters on the criteria of shortlisting, interviewers on those of the interview, from the day of the interviews and only of those who were shortlisted. A sheet has either a row for each score (code, criterion, scorer, score) or, like the one that round export makes, a row for each application and a column for each criterion.",
  ],
  examples: [
    'involve round score autumn-2025 A-001 --criterion own-experience --scorer "Harriet Osei" --score 3',
    "involve round score autumn-2025 --from-file scores.csv",
    'involve round score autumn-2025 --from-file sheet.csv --scorer "Harriet Osei"',
    "involve round score autumn-2025 --from-file scores.csv --stage shortlisting",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: text("the code of the application", "CODE"),
  },
  options: {
    criterion: text("the key of the criterion", "CRITERION"),
    scorer: text("who on the panel gave the score", "NAME"),
    score: wholeNumber("the score", 0, 10),
    fromFile: file("a CSV file of scores"),
    stage: choice("of a file, only the scores of this stage", stages),
    on: fallback(day("the day the scores were given"), "today"),
  },
  async run(context, words) {
    const request = must(scoreRequest(words), exits.usage);
    const name = request.kind === "sheet" ? request.fromFile : undefined;
    const file = name === undefined ? undefined : { kind: "scores", name, bytes: context.readFile(name) };
    const sheet = file ? must(await openSheet(file.name, file.bytes), exits.rows) : nothing;
    const { today } = context;
    return context.write((store) => {
      const round = must(stillOpen(must(findRound(store, words.round))));
      const applications = applicationsOf(store, round.id);
      const facts = { round, applications, scoring: scoringOf(store, round), on: words.on, today };
      const { planned, said } = plan(request, sheet, facts);
      saveScores(store, planned, words.on);
      if (file) recordImport(store, file, countsOf(planned), context);
      const scored = planned.map((p) => p.criterion.stage);
      return {
        report: scoresReport(planned),
        said: [scoresInWords(planned, words.fromFile), ...said, ...warnings(store, facts, scored)],
      };
    });
  },
});
