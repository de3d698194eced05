import { command } from "../../cli/command.ts";
import { findingsReport } from "../../reports/store.ts";
import { checkedCodes, findings } from "../../store/check.ts";

export default command({
  about: "Check the file and every rule it should keep",
  details: [
    "Lists every finding at once, with what it is about, and ends with exit code 1 where there is any; with --quiet it prints nothing when all is well, as cron likes it.",
  ],
  examples: ["involve store check", "involve store check --quiet"],
  args: {},
  options: {},
  run(context) {
    const found = findings(context.store, context.today);
    const report = findingsReport(found);
    if (found.length > 0) return { report, findings: true };
    const said = [`All is well: the file is whole and ${checkedCodes.length} rules hold.`];
    return context.format ? { report, said } : { said };
  },
});
