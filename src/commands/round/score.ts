import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { exits, must } from "../../cli/errors.ts";
import { checkNoFile, type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { choice, day, fallback, file, required, text, wholeNumber } from "../../cli/options.ts";
import type { CellSpecs } from "../../csv/columns.ts";
import { asScores, scoreColumns } from "../../csv/scores.ts";
import type { Day } from "../../domain/day.ts";
import { gapsInWords } from "../../domain/panel-check.ts";
import { stages, stillOpen } from "../../domain/round.ts";
import { planScores, type ScoreFacts } from "../../domain/score-entry.ts";
import { type ScoreRequest, scoreInWords, scoreRequest } from "../../domain/score-request.ts";
import { planScoreSheet, type ScoreWrite } from "../../domain/score-sheet-plan.ts";
import { scoresReport } from "../../reports/scores.ts";
import { panelGapsOf } from "../../store/round-panel.ts";
import { saveScores, scoreFacts } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

type RoundAndDay = { readonly round: string; readonly on: Day };
type Asked<K> = Extract<ScoreRequest, { readonly kind: K }> & RoundAndDay;

/** What scores are checked against, as it stands now. */
const factsOf = (store: Store, { round, on }: RoundAndDay, today: Day): ScoreFacts =>
  scoreFacts(store, must(stillOpen(must(findRound(store, round)))), on, today);

/** What the panel lacks for the stages that were scored. */
function warnings(store: Store, { round, scoring, today }: ScoreFacts, scored: ScoreWrite): string[] {
  const gaps = panelGapsOf(store, round, scoring.criteria, today);
  return gapsInWords(gaps.filter((g) => scored.some((p) => p.criterion.stage === g.stage)));
}

/** Records one score. */
function scoreOne(store: Store, request: Asked<"one">, today: Day): Outcome {
  const facts = factsOf(store, request, today);
  const planned = must(planScores([{ line: undefined, ...request }], facts));
  saveScores(store, planned, request.on);
  const said = [...planned.map(scoreInWords), ...warnings(store, facts, planned)];
  return { report: scoresReport(planned), said };
}

/** A sheet of scores, in either of its two shapes. */
function sheetOf({ store, today }: Context, request: Asked<"sheet">): ImportKind<CellSpecs, ScoreWrite> {
  let facts = factsOf(store, request, today);
  let left: readonly string[] = [];
  return {
    ...{ kind: "scores", identity: null, clears: false, roundId: facts.round.id },
    columns: (_, { raw, map }) => scoreColumns(raw, facts.scoring.criteria, map),
    plan(there, rows) {
      facts = factsOf(there, request, today);
      const read = asScores(rows, facts.scoring.criteria, request.scorer);
      const plan = planScoreSheet(read.lines, request.stage, facts);
      left = plan.said;
      return { ...plan, problems: [...read.problems, ...plan.problems] };
    },
    apply(there, { write }) {
      saveScores(there, write, request.on);
      return null;
    },
    said(there, taken) {
      const scored = taken.flatMap((row) => row.write);
      return [...left, ...warnings(there, facts, scored)];
    },
  };
}

export default command({
  about: "Record scores, one at a time or from a file",
  details: [
    "Every scorer's score is kept apart, and nobody sees the others' until all of a stage are in. Only people on the panel score: shortlisters on the criteria of shortlisting, interviewers on those of the interview, from the day of the interviews and only of those who were shortlisted. A sheet has either a row for each score (code, criterion, scorer, score) or, like the one that round export makes, a row for each application and a column for each criterion.",
  ],
  examples: [
    'involve round score autumn-2025 A-001 --criterion own-experience --scorer "Harriet Osei" --score 3',
    'involve round score autumn-2025 --from-file sheet.csv --scorer "Harriet Osei" --stage shortlisting',
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
    fromFile: file("a CSV file or an XLSX workbook of scores"),
    stage: choice("of a file, only the scores of this stage", stages),
    on: fallback(day("the day the scores were given"), "today"),
    ...importOptions,
  },
  run(context, words) {
    const place: RoundAndDay = words;
    const request = must(scoreRequest(words), exits.usage);
    if (request.kind === "sheet") {
      const kind = sheetOf(context, { ...place, ...request });
      return importFile(context, { ...words, file: request.fromFile }, kind);
    }
    checkNoFile(words);
    return context.write((store) => scoreOne(store, { ...place, ...request }, context.today));
  },
});
