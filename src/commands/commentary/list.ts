import { command } from "../../cli/command.ts";
import { choice } from "../../cli/options.ts";
import { commentaryStates } from "../../domain/commentary.ts";
import { commentariesReport } from "../../reports/commentary.ts";
import { commentaryRows } from "../../store/commentaries.ts";
import { commentaryFacts } from "../../store/commentary-facts.ts";

export default command({
  about: "List commentaries",
  details: [
    "With what comes next for each. Authors are not in the list, nor how many they are: both can give somebody away.",
  ],
  examples: ["involve commentary list", "involve commentary list --state drafting"],
  args: {},
  options: { state: choice("only those that stand so", commentaryStates) },
  run({ store, today }, words) {
    const all = commentaryRows(store).map((c) => commentaryFacts(store, c, today));
    return { report: commentariesReport(all, words.state) };
  },
});
