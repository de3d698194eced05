import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, fallback, text, wholeNumber } from "../../../cli/options.ts";
import { dayInWords } from "../../../domain/day.ts";
import { checkAgreement } from "../../../domain/policy.ts";
import { policiesReport } from "../../../reports/policies.ts";
import { agreePolicy, policyVersions } from "../../../store/policies.ts";

export default command({
  about: "Record that the members agreed a version of the match policy",
  details: [
    "From that day on every match goes by it, and it is never changed again: the next change is a new version. What was matched before stays as it was.",
  ],
  examples: [
    'involve project policy agree --on 2026-05-13 --source "LEWG meeting of May 2026"',
    "involve project policy agree --version 1",
  ],
  writes: true,
  args: {},
  options: {
    version: wholeNumber("the version; the draft where left out", 1, 100_000),
    on: fallback(day("the day they agreed it"), "today"),
    source: text("where it was agreed", "SOURCE"),
  },
  run: (context, { version, on, source }) =>
    context.write((store) => {
      const agreed = must(checkAgreement(policyVersions(store), { version, on, today: context.today }));
      agreePolicy(store, agreed.id, on, source);
      return {
        report: policiesReport(policyVersions(store), context.today),
        said: [
          `Version ${agreed.version} of the match policy was agreed on ${dayInWords(on)}. Matches go by it from that day on.`,
        ],
      };
    }),
});
