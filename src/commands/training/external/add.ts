import { command } from "../../../cli/command.ts";
import { must, usage } from "../../../cli/errors.ts";
import { asked, flag, required, text, wholeNumber } from "../../../cli/options.ts";
import { planRequirement } from "../../../domain/external.ts";
import { requirementSentences, requirementsReport } from "../../../reports/externals.ts";
import { externalRequirements } from "../../../store/clearances.ts";
import { saveRequirement } from "../../../store/externals.ts";

export default command({
  about: "Add or change a requirement that others set",
  details: [
    "How long it lasts is counted when somebody's is recorded: another number of months changes nothing that is on record. To ask for it: involve clearance rule.",
  ],
  examples: [
    'involve training external add safeguarding --label "Safeguarding adults" --valid-months 24',
    "involve training external add gcp --valid-months 24",
    "involve training external add dbs --retire",
  ],
  writes: true,
  args: { requirement: required(text("the key of the requirement", "REQUIREMENT", "requirement")) },
  options: {
    label: asked(text("what it is called", "TEXT")),
    validMonths: asked(wholeNumber("how many months it lasts", 1, 600)),
    noEnd: flag("it does not run out by itself"),
    retire: flag("it is no longer recorded"),
    reopen: flag("use it again after it was retired"),
  },
  run(context, { requirement, ...words }) {
    if (words.retire && words.reopen)
      throw usage({
        code: "retire-or-reopen",
        message: "Retire it or use it again, not both.",
        remedy: "Leave one out.",
      });
    if (words.noEnd && words.validMonths !== undefined)
      throw usage({
        code: "end-or-none",
        message: "It lasts so many months or does not run out, not both.",
        remedy: "Leave --valid-months or --no-end out.",
      });
    return context.write((store) => {
      const known = externalRequirements(store).find((r) => r.key === requirement.toLowerCase());
      const validMonths = words.noEnd ? null : words.validMonths;
      const retired = words.retire ? true : words.reopen ? false : undefined;
      const request = { key: requirement, label: words.label, validMonths, retired };
      const plan = must(planRequirement(request, known, context.today));
      saveRequirement(store, plan);
      return {
        report: requirementsReport(externalRequirements(store).filter((r) => r.key === plan.key)),
        said: requirementSentences(plan),
      };
    });
  },
});
