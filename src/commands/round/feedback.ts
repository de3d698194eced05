import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { flag, required, text } from "../../cli/options.ts";
import { feedbackFor, feedbackInWords } from "../../domain/own-feedback.ts";
import { theApplication } from "../../domain/panel.ts";
import { feedbackReport } from "../../reports/letters.ts";
import { outcomesOf, saveFeedback } from "../../store/letters.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Write what one applicant is told, in the panel's own words",
  details: [
    "It stands in their letter beside what the scores say. Write it as you would say it to them; it is shown to the involvement team only, and is blanked with the application.",
  ],
  examples: [
    'involve round feedback autumn-2025 A-023 "You listened closely, and said so when you disagreed."',
    "involve round feedback autumn-2025 A-023 --clear",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: required(text("the code of the application", "CODE")),
    feedback: text("what they are told"),
  },
  options: { clear: flag("take out what was written") },
  run(context, words) {
    if ((words.feedback === undefined) !== words.clear)
      throw usage({
        code: "missing",
        message: words.clear ? "--clear and a text are two things." : "There is nothing to write.",
        remedy: 'Write the text between quotes, or use --clear: involve round feedback autumn-2025 A-023 "…"',
      });
    return context.write((store) => {
      const round = must(findRound(store, words.round));
      const outcome = must(theApplication(words.application, outcomesOf(store, round), round.key));
      const decision = must(feedbackFor(outcome, words.feedback, round.key));
      saveFeedback(store, decision.id, words.feedback ?? null);
      return {
        report: feedbackReport(round, outcome.code, words.feedback ?? null, decision.sentOn),
        said: feedbackInWords(outcome.code, words.feedback, decision.sentOn),
      };
    });
  },
});
