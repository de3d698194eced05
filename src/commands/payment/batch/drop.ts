import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { many, required, text } from "../../../cli/options.ts";
import { planDrop } from "../../../domain/batch-answer.ts";
import { unknownLines } from "../../../domain/payment-words.ts";
import { idOf } from "../../../domain/ref.ts";
import { withProblems } from "../../../domain/result.ts";
import { droppedSaid } from "../../../reports/batch-words.ts";
import { batchesReport } from "../../../reports/batches.ts";
import { dropFromBatch } from "../../../store/batch-changes.ts";
import { batches, findBatch } from "../../../store/batches.ts";

export default command({
  about: "Take lines out of a batch that was not sent, or take it away whole",
  details: ["The lines stay approved and wait for another batch."],
  examples: [
    "involve payment batch drop ucl-2026-04-10 PAY-007",
    "involve payment batch drop ucl-2026-04-10",
  ],
  writes: true,
  args: {
    batch: required(text("the batch", "BATCH", "batch")),
    lines: many(text("the lines to take out; all of them where none is named", "PAYMENT", "payment")),
  },
  options: {},
  run(context, words) {
    return context.write((store) => {
      const batch = must(findBatch(store, words.batch));
      const ids = words.lines.flatMap((l) => idOf("payment", l) ?? []);
      const known = ids.map((id) => ({ id }));
      const lines = must(withProblems(unknownLines(words.lines, known), planDrop(batch, ids)));
      const gone = dropFromBatch(store, batch, lines);
      return { report: batchesReport(batches(store)), said: droppedSaid(batch, lines, gone) };
    });
  },
});
