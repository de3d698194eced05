import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { day, fallback, file, flag, required, text, wholeNumber } from "../../cli/options.ts";
import { readScores } from "../../csv/scores.ts";
import { countsOf, leftOut } from "../../domain/imports.ts";
import { withProblems } from "../../domain/result.ts";
import { stillOpen } from "../../domain/round.ts";
import { planScores, type ScoreFacts } from "../../domain/score-entry.ts";
import { checkConflict, type ScoreRequest, scoreRequest, scoresInWords } from "../../domain/score-request.ts";
import { conflictReport, scoresReport } from "../../reports/scores.ts";
import { recordImport } from "../../store/imports.ts";
import { applicationsOf } from "../../store/round-applications.ts";
import { saveConflict, saveScores, scoringOf } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** What the scores asked for would change; every bad row of a sheet at once. */
function plan(
  request: Exclude<ScoreRequest, { kind: "conflict" }>,
  bytes: Uint8Array | null,
  facts: ScoreFacts,
) {
  if (request.kind === "one")
    return { planned: must(planScores([{ line: undefined, ...request }], facts)), unknown: [] };
  const read = readScores(bytes ?? new Uint8Array(), facts.scoring.criteria, request.scorer);
  const plan = withProblems(read.problems, planScores(read.entries, facts));
  return { planned: must(plan, exits.rows), unknown: read.unknownColumns };
}

/** Puts a conflict of interest on record. */
function noteConflict(
  store: Store,
  request: Extract<ScoreRequest, { kind: "conflict" }>,
  { applications, scoring, round, on }: ScoreFacts,
) {
  const facts = { applications, panel: scoring.panel, round: round.key };
  const { application, roles } = must(checkConflict(request, facts));
  const taken = saveConflict(store, roles, application.id, on);
  const who = roles[0]?.name ?? request.scorer;
  return {
    report: conflictReport(application.code, roles, taken),
    said: [
      `Recorded that ${who} has a conflict of interest with ${application.code} and does not score it.`,
      ...(taken > 0 ? [`Scores of ${application.code} by ${who} that were taken out: ${taken}.`] : []),
    ],
  };
}

export default command({
  about: "Record scores, one at a time or from a CSV file",
  details: [
    "Every scorer's score is kept apart. Only people on the panel score: shortlisters on the criteria of shortlisting, interviewers on those of the interview, from the day of the interviews. A sheet has either a row for each score (code, criterion, scorer, score) or, like the one that round export makes, a row for each application and a column for each criterion.",
  ],
  examples: [
    'involve round score autumn-2025 A-001 --criterion own-experience --scorer "Harriet Osei" --score 3',
    "involve round score autumn-2025 --from-file scores.csv",
    'involve round score autumn-2025 --from-file sheet.csv --scorer "Harriet Osei"',
    'involve round score autumn-2025 A-017 --scorer "Harriet Osei" --conflict',
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
    on: fallback(day("the day the scores were given"), "today"),
    conflict: flag("the scorer has a conflict of interest with this application and does not score it"),
  },
  run(context, words) {
    const request = must(scoreRequest(words), exits.usage);
    const bytes = request.kind === "sheet" ? context.readFile(request.fromFile) : null;
    const { today } = context;
    return context.write((store) => {
      const round = must(stillOpen(must(findRound(store, words.round))));
      const applications = applicationsOf(store, round.id);
      const facts = { round, applications, scoring: scoringOf(store, round), on: words.on, today };
      if (request.kind === "conflict") return noteConflict(store, request, facts);
      const { planned, unknown } = plan(request, bytes, facts);
      saveScores(store, planned, words.on);
      if (request.kind === "sheet" && bytes)
        recordImport(store, { kind: "scores", name: request.fromFile, bytes }, countsOf(planned), context);
      return {
        report: scoresReport(planned),
        said: [scoresInWords(planned, words.fromFile), ...leftOut(unknown)],
      };
    });
  },
});
