import { command } from "../../../cli/command.ts";
import { batchesReport } from "../../../reports/batches.ts";
import { batches } from "../../../store/batches.ts";

export default command({
  about: "List the batches for finance and how far each is",
  examples: ["involve payment batch list"],
  args: {},
  options: {},
  run: ({ store }) => ({ report: batchesReport(batches(store)) }),
});
