import { command } from "../../../cli/command.ts";
import { payersReport } from "../../../reports/payers.ts";
import { payerRows } from "../../../store/batches.ts";

export default command({
  about: "List who pays, and by which day of the month claims have to be there",
  examples: ["involve payment payer list"],
  args: {},
  options: {},
  run: ({ store, today }) => ({ report: payersReport(payerRows(store), today) }),
});
