import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, required, text } from "../../cli/options.ts";
import { checkOutcome, correctionOutcomes, outcomeInWords } from "../../domain/naming-correction.ts";
import { correctionsReport } from "../../reports/naming-corrections.ts";
import { sentenceNames } from "../../store/named-texts.ts";
import { namingFacts } from "../../store/naming.ts";
import { closeCorrection, correctionRows, findCorrection } from "../../store/naming-corrections.ts";

export default command({
  about: "Record what became of a correction",
  details: [
    "corrected: it was printed. refused: whoever published it will not; our own lists and reports keep to the wish all the same. taken-back: the person no longer wishes for it, and stands as before.",
  ],
  examples: [
    'involve naming corrected NC-001 --outcome corrected --note "erratum of 3 December 2026"',
    'involve naming corrected NC-001 --outcome refused --note "the journal corrects errors only"',
  ],
  writes: true,
  args: { correction: required(text("the correction, such as NC-001", "CORRECTION", "correction")) },
  options: {
    outcome: required(choice("what became of it", correctionOutcomes, "OUTCOME")),
    note: required(text("what they did or said; it is kept, and names nobody", "NOTE")),
    on: fallback(day("the day"), "today"),
  },
  run(context, { outcome, note, on, ...words }) {
    return context.write((store) => {
      const correction = must(findCorrection(store, words.correction));
      const answer = { on, note, namesSomebody: sentenceNames(store, note) };
      must(checkOutcome(answer, correction, context.today));
      closeCorrection(store, correction, { as: outcome, note, on, by: context.by });
      const now = correctionRows(store).filter((c) => c.id === correction.id);
      return {
        report: correctionsReport(now, namingFacts(store), false),
        said: [outcomeInWords(correction.id, outcome)],
      };
    });
  },
});
