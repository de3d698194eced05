import { command } from "../../../cli/command.ts";
import type { Context } from "../../../cli/context.ts";
import { type ImportKind, importFile, importOptions } from "../../../cli/importing.ts";
import { day, file, required } from "../../../cli/options.ts";
import { financeReplyColumns } from "../../../csv/finance-reply.ts";
import type { Day } from "../../../domain/day.ts";
import { planReplies, type ReplyStep } from "../../../domain/finance-reply.ts";
import { replySaid } from "../../../reports/batch-words.ts";
import { saveReply } from "../../../store/batch-changes.ts";
import { batches } from "../../../store/batches.ts";
import { paymentLines } from "../../../store/payments.ts";

/** Finance's answers to lines that were sent; what of the batches still waits is told. */
function replies({ today }: Context, on: Day | undefined): ImportKind<typeof financeReplyColumns, ReplyStep> {
  return {
    ...{ kind: "finance-reply", identity: "id", clears: false },
    columns: () => financeReplyColumns,
    plan: (store, rows) =>
      planReplies(
        rows.map(({ line, value }) => ({ ...value, line })),
        batches(store),
        {
          on,
          today,
          known: new Set(paymentLines(store, { ids: rows.map((r) => r.value.id) }).map((l) => l.id)),
        },
      ),
    apply(store, { write, ref }) {
      saveReply(store, write);
      return ref;
    },
    said: (store, taken) =>
      replySaid(
        taken.filter((r) => r.outcome === "updated").map((r) => r.write),
        batches(store),
      ),
  };
}

export default command({
  about: "Bring in finance's reply: what was paid, queried and rejected",
  details: [
    "Columns: reference and status (paid, queried or rejected), and paid_on, reason and amount. The sheet that was sent will do, with status and day added. An amount that is there has to be the one that was sent; a query and a refusal need a reason.",
    "A reference that was never sent, another answer than before, another amount: every row that is wrong is named, and then nothing is written; with --partial the good rows are. The same file again changes nothing, and import undo takes it back.",
  ],
  examples: [
    "involve payment batch reply reply.csv --dry-run",
    "involve payment batch reply reply.xlsx --on 2026-04-28",
    'involve payment batch reply reply.csv --map "Our ref=reference" --partial --errors-to failed.csv',
  ],
  writes: true,
  args: { file: required(file("the CSV file or Excel workbook")) },
  options: { on: day("the day of rows that have none"), ...importOptions },
  run: (context, words) => importFile(context, words, replies(context, words.on)),
});
