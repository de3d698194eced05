import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { eliminationWarnings } from "../../domain/elimination.ts";
import { eliminationReport } from "../../reports/elimination.ts";
import { eliminationFacts, keptWarnings } from "../../store/elimination.ts";
import { findOutput } from "../../store/named-outputs.ts";

export default command({
  about: "Show how somebody anonymous in an output could be worked out",
  details: [
    "It looks at who is left on the project's team (or, for a commentary without a project, in the working group) once the named people are left out, at the number of authors, at the only carer, at who came, at payments, at what is named beside it, and at names in its own title and text. What was acknowledged stands with its reason. It ends with exit code 1 while something is not acknowledged.",
  ],
  examples: ["involve naming check C-001"],
  args: { output: required(text("the commentary, paper or event", "OUTPUT", "output")) },
  options: {},
  run({ store, today }, words) {
    const output = must(findOutput(store, words.output));
    const kept = keptWarnings(store, output);
    const now = eliminationWarnings(eliminationFacts(store, output, today));
    return {
      report: eliminationReport(output.ref, now, kept),
      findings: now.some((w) => !kept.some((k) => k.warning === w.warning)),
    };
  },
});
