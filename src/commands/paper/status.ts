import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { asked, choice, day, flag, readBy, required, text } from "../../cli/options.ts";
import { readDoi } from "../../domain/paper.ts";
import { checkStep, paperSteps } from "../../domain/paper-step.ts";
import { ref } from "../../domain/ref.ts";
import { offersSaid } from "../../reports/authorship.ts";
import { historyReport, stepSaid } from "../../reports/paper-steps.ts";
import { contributorsOf } from "../../store/authorship.ts";
import { eliminationSaid } from "../../store/elimination.ts";
import { paperHistory, recordStep } from "../../store/paper-changes.ts";
import { findPaper } from "../../store/papers.ts";

/** Steps with which the list of authors leaves the unit. */
const goesOut: readonly string[] = ["submitted", "accepted", "published"];

export default command({
  about: "Record where a paper stands and since when, or show its history",
  details: [
    "A paper goes from planned to drafting, submitted, accepted and published; steps can be passed over. Going back to drafting (the journal asked for more, or said no), a correction of what is in print and a withdrawal need --reason. Without a step its history is shown.",
    "--mend puts the day of a step right that it has been through, or fills it in where it was passed over; the paper stays where it stands.",
  ],
  examples: [
    "involve paper status PA-004 submitted --on 2026-11-02",
    'involve paper status PA-001 corrected --reason "the order of the authors" --notice 10.1186/s12916-024-03999-1',
    "involve paper status PA-001 accepted --on 2024-02-01 --mend",
    "involve paper status PA-001",
  ],
  writes: true,
  args: {
    paper: required(text("the paper's ref or DOI", "PAPER", "paper")),
    step: asked(choice("what became of it", paperSteps, "STEP")),
  },
  options: {
    on: asked(day("the day it happened; today if you leave it out")),
    reason: text("why, or what was corrected", "WHY"),
    notice: readBy("the DOI of the notice of a correction or a withdrawal", "DOI", readDoi),
    mend: flag("only put the day of this step right, or fill it in"),
  },
  run(context, { paper: named, step, ...words }) {
    if (step === undefined) {
      if (words.mend || [words.on, words.reason, words.notice].some((w) => w !== undefined))
        throw usage({
          code: "missing",
          message: "<step> is missing: what became of the paper.",
          remedy: `One of: ${paperSteps.join(", ")}.`,
        });
      const paper = must(findPaper(context.store, named));
      return { report: historyReport(paper, paperHistory(context.store, paper.id)), shown: true };
    }
    return context.write((store) => {
      const paper = must(findPaper(store, named));
      const { status } = paper;
      const name = ref("paper", paper.id);
      const steps = paperHistory(store, paper.id);
      const plan = must(checkStep({ step, ...words }, { paper: name, status, steps, today: context.today }));
      recordStep(store, paper.id, plan);
      const now = must(findPaper(store, name));
      return {
        report: historyReport(now, paperHistory(store, paper.id)),
        said: [
          ...stepSaid(now, plan, words.mend),
          ...(goesOut.includes(step) && !words.mend
            ? [
                ...offersSaid(paper.id, contributorsOf(store, paper.id)),
                ...eliminationSaid(store, { kind: "paper", id: paper.id }, context.today),
              ]
            : []),
        ],
      };
    });
  },
});
