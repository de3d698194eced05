import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { required, text } from "../../../cli/options.ts";
import { batchReport } from "../../../reports/batches.ts";
import { findBatch } from "../../../store/batches.ts";
import { flagFacts } from "../../../store/payments.ts";

export default command({
  about: "Show a batch, what each person's lines come to, and what finance answered",
  examples: ["involve payment batch show ucl-2026-04-10"],
  args: { batch: required(text("the batch", "BATCH", "batch")) },
  options: {},
  run({ store, today }, words) {
    return { report: batchReport(must(findBatch(store, words.batch)), flagFacts(store, today)) };
  },
});
