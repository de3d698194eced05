import { askedFirst, command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, fallback, required, text } from "../../../cli/options.ts";
import { checkSent } from "../../../domain/batch-answer.ts";
import { csv } from "../../../output/csv.ts";
import { sentQuestion, sentSaid } from "../../../reports/batch-words.ts";
import { batchReport } from "../../../reports/batches.ts";
import { financeSheet } from "../../../reports/finance.ts";
import { sendBatch } from "../../../store/batch-changes.ts";
import { findBatch } from "../../../store/batches.ts";
import { payees } from "../../../store/naming.ts";
import { flagFacts } from "../../../store/payments.ts";

export default command({
  about: "Record that a batch went to finance",
  details: [
    "Its lines are with finance from then on: they change only by what finance answers, and the batch cannot be sent again. What finance was told of each is kept, and so is the sheet's fingerprint, so that it can be written again just as it was.",
  ],
  examples: ["involve payment batch sent ucl-2026-04-10 --on 2026-04-09"],
  writes: true,
  args: { batch: required(text("the batch", "BATCH", "batch")) },
  options: { on: fallback(day("the day it was sent"), "today") },
  run(context, words) {
    const { today } = context;
    return askedFirst(context, {
      plan: (store) => must(checkSent(must(findBatch(store, words.batch)), words.on, today)),
      size: (batch) => batch.lines.length,
      question: sentQuestion,
      write(store, batch) {
        const people = batch.lines.map((l) => l.line.personId);
        sendBatch(store, batch, words.on, csv(financeSheet(batch, payees(store, people))));
        const now = must(findBatch(store, batch.key));
        return { report: batchReport(now, flagFacts(store, today)), said: sentSaid(now) };
      },
    });
  },
});
