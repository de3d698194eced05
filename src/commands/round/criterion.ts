import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { choice, flag, required, text, wholeNumber } from "../../cli/options.ts";
import { criterionPlanInWords, planCriterion } from "../../domain/criterion.ts";
import { criterionKinds, stages } from "../../domain/round.ts";
import { criteriaReport } from "../../reports/rounds.ts";
import { saveCriterion, scoredStages } from "../../store/round-changes.ts";
import { criteriaOf } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Add, change or take out a criterion that applicants are scored against",
  details: [
    "A new criterion needs a label, a kind and a stage; it has weight 1 and a scale from 0 to 4 unless you say otherwise. What is left out of one that is there stays as it is. Once somebody has scored a stage, its criteria are locked, so that everybody is scored against the same. With the round alone it shows its criteria.",
  ],
  examples: [
    'involve round criterion autumn-2026 listening --label "Listens to others" --kind essential --stage interview --weight 2',
    "involve round criterion autumn-2026 listening --weight 3",
    "involve round criterion autumn-2026 listening --out",
    "involve round criterion autumn-2026",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    criterion: text("the key of the criterion", "KEY"),
  },
  options: {
    label: text("what it says, in a few words", "TEXT"),
    kind: choice("whether it has to be met", criterionKinds),
    weight: wholeNumber("how many times it counts", 1, 100),
    scale: wholeNumber("the highest score", 1, 10),
    stage: choice("when it is scored", stages),
    out: flag("take it out"),
  },
  run(context, { round: key, criterion, ...words }) {
    if (criterion === undefined) {
      if (Object.values(words).some((v) => v !== undefined && v !== false))
        throw usage({
          code: "missing",
          message: "Which criterion? Its key is missing.",
          remedy: "For example: involve round criterion autumn-2026 listening --weight 3",
        });
      const round = must(findRound(context.store, key));
      return { report: criteriaReport(round, criteriaOf(context.store, round.id)), shown: true };
    }
    return context.write((store) => {
      const round = must(findRound(store, key));
      const facts = {
        round,
        criteria: criteriaOf(store, round.id),
        scored: scoredStages(store, round.id),
      };
      const plan = must(planCriterion({ key: criterion, ...words }, facts));
      saveCriterion(store, round.id, plan);
      return {
        report: criteriaReport(round, criteriaOf(store, round.id)),
        said: [criterionPlanInWords(plan, round.key)],
      };
    });
  },
});
