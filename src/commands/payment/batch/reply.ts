import { command } from "../../../cli/command.ts";
import { exits, must } from "../../../cli/errors.ts";
import { day, file, required } from "../../../cli/options.ts";
import { financeReplyColumns } from "../../../csv/finance-reply.ts";
import { openSheet } from "../../../csv/raw.ts";
import { readSaid, readTable } from "../../../csv/table.ts";
import { planReplies } from "../../../domain/finance-reply.ts";
import { countsOf, importSentence } from "../../../domain/imports.ts";
import { withProblems } from "../../../domain/result.ts";
import { replySaid } from "../../../reports/batch-words.ts";
import { repliesReport } from "../../../reports/batches.ts";
import { saveReplies } from "../../../store/batch-changes.ts";
import { batches } from "../../../store/batches.ts";
import { recordImport } from "../../../store/imports.ts";

export default command({
  about: "Bring in finance's reply: what was paid, queried and rejected",
  details: [
    "Columns: reference and status (paid, queried or rejected), and paid_on, reason and amount. The sheet that was sent will do, with status and day added. An amount that is there has to be the one that was sent; a query and a refusal need a reason.",
    "A reference that was never sent, another answer than before, another amount: every row that is wrong is named, and then nothing is written. The same file again changes nothing.",
  ],
  examples: [
    "involve payment batch reply reply.csv --dry-run",
    "involve payment batch reply reply.xlsx --on 2026-04-28",
  ],
  writes: true,
  args: { file: required(file("the CSV file or Excel workbook")) },
  options: { on: day("the day of rows that have none") },
  async run(context, words) {
    const bytes = context.readFile(words.file);
    const sheet = must(await openSheet(words.file, bytes), exits.rows);
    return context.write((store) => {
      const read = readTable(sheet, financeReplyColumns);
      const rows = read.rows.map(({ line, value }) => ({ ...value, line }));
      const plan = planReplies(rows, batches(store), { on: words.on, today: context.today });
      const steps = must(withProblems(read.problems, plan), exits.rows);
      saveReplies(store, steps);
      const counts = countsOf(steps);
      recordImport(store, { kind: "finance-reply", name: words.file, bytes }, counts, context);
      const now = batches(store);
      return {
        report: repliesReport(steps),
        said: [importSentence(words.file, counts), ...replySaid(steps, now), ...readSaid(read)],
      };
    });
  },
});
