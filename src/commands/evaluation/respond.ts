import { command } from "../../cli/command.ts";
import { exits, must, refused } from "../../cli/errors.ts";
import { importOptions } from "../../cli/importing.ts";
import { file, flag, many, required, text } from "../../cli/options.ts";
import { readResponses, type Sheeted } from "../../csv/evaluation.ts";
import { openSheet, type RawSheet } from "../../csv/raw.ts";
import { type Answers, checkOpen, readResponse } from "../../domain/evaluation.ts";
import { readMap } from "../../domain/import-plan.ts";
import { looksRepeated, overlap, type ResponseWords, typedAnswers } from "../../domain/responses.ts";
import { every, noneOf } from "../../domain/result.ts";
import { count, listed } from "../../domain/text.ts";
import { roundsReport } from "../../reports/evaluation.ts";
import { addResponses, evaluationRounds, findRound, type RoundRow } from "../../store/evaluations.ts";
import { numberSetting } from "../../store/settings.ts";

/** The responses of the file or the one that was typed; bad rows, and answers that make no sense, stop everything. */
function given(sheet: RawSheet | undefined, words: ResponseWords, round: RoundRow): Sheeted<Answers> {
  const { typed, map } = must(every({ typed: typedAnswers(words), map: readMap(words.map) }), exits.usage);
  if (sheet === undefined)
    return { rows: [must(readResponse(round.questions, typed), exits.usage)], unknownColumns: [], notes: [] };
  return must(readResponses(sheet, round.questions, { map }), exits.rows);
}

const repeated = (file: string, there: number, all: number) => ({
  code: "responses-there-already",
  message: `${there === all ? `All ${count(all, "response")}` : `${there} of the ${all} responses`} of ${file} are in the round already, word for word; nothing was written.`,
  remedy:
    "To bring in only the others, add --new-only; if these are other people who answered the same, add --again.",
});

export default command({
  about: "Record anonymous responses",
  details: [
    "A response is kept with its answers and nothing else: no person, no day, no order. It is not in the change record, so it cannot be taken back: try a file with --dry-run first. Columns that are no question, such as a time or an e-mail address, are left out; --map says which question a column answers.",
    "What is typed stays in your terminal's history; for a person's own answers a file is kinder.",
  ],
  examples: [
    "involve evaluation respond 2026 --from-file fixtures/evaluation-responses.csv --dry-run",
    'involve evaluation respond 2026 --from-file answers.xlsx --map "Did you feel heard?=voice"',
    'involve evaluation respond 2026 --answer voice=8 --answer contribute=7 --comment "More time for small groups."',
  ],
  writes: true,
  args: { round: required(text("the round, such as 2026", "ROUND", "evaluation")) },
  options: {
    fromFile: file("a CSV file with one row a response and one column a question"),
    sheet: importOptions.sheet,
    map: importOptions.map,
    answer: many(text("one answer of one response, such as voice=8", "QUESTION=ANSWER")),
    comment: text("the comment of one response", "TEXT"),
    newOnly: flag("leave out what is in the round already: for a fresh copy of a form's answers"),
    again: flag("what is there word for word comes from other people"),
  },
  async run(context, words) {
    const name = words.fromFile;
    const opened =
      name === undefined ? undefined : await openSheet(name, context.readFile(name), words.sheet);
    const sheet = opened && must(opened, exits.rows);
    return context.writeUnrecorded((store) => {
      const round = must(findRound(store, words.round));
      must(noneOf(checkOpen(round, context.today)));
      const { rows, unknownColumns, notes } = given(sheet, words, round);
      const found = overlap(rows, round.responses);
      const isFile = words.fromFile !== undefined;
      if (isFile && !words.newOnly && !words.again && looksRepeated(found, round.questions))
        throw refused(repeated(words.fromFile, found.there.length, rows.length));
      const kept = isFile && words.newOnly ? found.fresh : rows;
      addResponses(store, round.id, kept);
      const threshold = numberSetting(store, "small-number-threshold");
      return {
        report: roundsReport(evaluationRounds(store, round.key), threshold, context.today),
        said: [
          `Added ${count(kept.length, "response")} to ${round.key}; it has ${count(round.responses.length + kept.length, "response")} now.`,
          ...notes,
          ...(unknownColumns.length > 0
            ? [`Left out, because they are no question: ${listed(unknownColumns)}.`]
            : []),
        ],
      };
    });
  },
});
