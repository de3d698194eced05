import { command } from "../../cli/command.ts";
import { storeReport } from "../../reports/store.ts";
import { storeFacts } from "../../store/info.ts";

export default command({
  about: "Show where the store is and what is in it",
  examples: ["involve store info", "involve store info --format json"],
  args: {},
  options: {},
  run: (context) => ({
    report: storeReport(context.storePath, context.programVersion, storeFacts(context.store)),
  }),
});
