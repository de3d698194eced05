import { command } from "../../cli/command.ts";
import { fallback, wholeNumber } from "../../cli/options.ts";
import { historyReport } from "../../reports/history.ts";
import { changeSets, changesOutside } from "../../store/history.ts";

export default command({
  about: "List the commands that changed the store",
  examples: ["involve history list", "involve history list --last 100 --format csv"],
  args: {},
  options: { last: fallback(wholeNumber("how many to list, newest first", 1), "20") },
  run: (context, { last }) => ({
    report: historyReport(changeSets(context.store, last), changesOutside(context.store)),
  }),
});
