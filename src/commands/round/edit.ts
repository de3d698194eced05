import { command } from "../../cli/command.ts";
import { must, somethingToChange } from "../../cli/errors.ts";
import { choice, day, flag, many, required, text, wholeNumber } from "../../cli/options.ts";
import { clearableDates, planRoundEdit, roundEditInWords } from "../../domain/round-edit.ts";
import { roundsReport } from "../../reports/rounds.ts";
import { applicationsOf } from "../../store/round-applications.ts";
import {
  aimsOver,
  firstInterviewScore,
  knownAims,
  progressOf,
  saveRound,
} from "../../store/round-changes.ts";
import { applicationCounts, findRound, rounds } from "../../store/rounds.ts";
import { numberSetting } from "../../store/settings.ts";

const options = {
  title: text("its title", "TITLE"),
  places: wholeNumber("how many people are to be chosen", 1, 1000),
  opens: day("the first day for applications"),
  closes: day("the last day for applications"),
  shortlistBy: day("when shortlisting is to be done"),
  interviews: day("the first day of interviews"),
  interviewsUntil: day("the last day of interviews"),
  decisionBy: day("when the decision is to be made"),
  lettersBy: day("when everybody is to have heard"),
  clear: many(choice("a day to empty", clearableDates, "DAY")),
  close: flag("close it today"),
  reopen: flag("open it again"),
  cancel: flag("call it off"),
};

export default command({
  about: "Change a round's places, days or title; close, reopen or cancel it",
  details: [
    "What is left out stays as it is. Days are in the order of a round: opening, closing, shortlisting, interviews, decision, letters. A round that was called off keeps its applications until their data is due to be blanked.",
  ],
  examples: [
    "involve round edit autumn-2026 --closes 2026-11-13 --interviews 2026-12-01 --interviews-until 2026-12-04",
    "involve round edit autumn-2026 --shortlist-by 2026-11-20 --decision-by 2026-12-10 --letters-by 2026-12-15",
    "involve round edit autumn-2026 --cancel",
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options,
  run(context, { round: key, ...words }) {
    somethingToChange("round edit", words);
    return context.write((store) => {
      const round = must(findRound(store, key));
      const facts = {
        round,
        today: context.today,
        aims: knownAims(store, round.id),
        over: aimsOver(store, { ...round, places: words.places ?? round.places }, context.today),
        firstInterviewScore: firstInterviewScore(store, round.id),
        retentionMonths: numberSetting(store, "unsuccessful-applicant-retention-months"),
      };
      const edited = must(planRoundEdit(words, facts));
      saveRound(store, round.id, edited);
      const applied = applicationsOf(store, round.id).filter((a) => a.status !== "withdrawn").length;
      const made = rounds(store).filter((r) => r.id === round.id);
      return {
        report: roundsReport(made, applicationCounts(store), progressOf(store), context.today),
        said: roundEditInWords(round, edited, applied),
      };
    });
  },
});
