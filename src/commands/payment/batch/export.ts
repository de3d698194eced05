import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { flag, required, text } from "../../../cli/options.ts";
import type { Batch } from "../../../domain/batch.ts";
import { ref } from "../../../domain/ref.ts";
import { csv } from "../../../output/csv.ts";
import { reportFile } from "../../../output/file.ts";
import { differsSaid } from "../../../reports/batch-words.ts";
import { personTotals } from "../../../reports/batches.ts";
import { claimForm, financeSheet, type Payees } from "../../../reports/finance.ts";
import { findBatch, fingerprint } from "../../../store/batches.ts";
import { payees } from "../../../store/naming.ts";
import { unitName } from "../../../store/settings.ts";

/** The files of a batch: the sheet as CSV and as a workbook, and a claim form for each person to print. */
async function filesOf(batch: Batch, folder: string, unit: string, names: Payees) {
  const sheet = financeSheet(batch, names);
  const at = (name: string): string => `${folder.replace(/[\\/]+$/, "")}/${batch.key}${name}`;
  const forms = personTotals(batch.lines).flatMap((person) =>
    (["docx", "html"] as const).map(async (format) => ({
      path: at(`-claim-${ref("member", person.personId)}.${format}`),
      content: await reportFile(claimForm(batch, person, unit, names), format),
    })),
  );
  return [
    { path: at(".csv"), content: await reportFile(sheet, "csv") },
    { path: at(".xlsx"), content: await reportFile(sheet, "xlsx") },
    ...(await Promise.all(forms)),
  ];
}

export default command({
  about: "Write a batch for finance: CSV, Excel, and a claim form for each person",
  details: [
    "Without --to the sheet is put out as it is, or into the file of --output. Written again, a batch that was sent gives the same bytes.",
    "Finance is told whom to pay, and of the work no more than its kind: neither which commentary or event it was, nor notes and reasons.",
  ],
  examples: [
    "involve payment batch export ucl-2026-04-10 --to finance",
    "involve payment batch export ucl-2026-04-10 --output ucl-2026-04-10.xlsx",
  ],
  args: { batch: required(text("the batch", "BATCH", "batch")) },
  options: {
    to: text("the folder to write every file into; it is made where there is none", "FOLDER"),
    noForms: flag("with --to: without the claim forms"),
  },
  async run(context, words) {
    const { store } = context;
    const batch = must(findBatch(store, words.batch));
    const names = payees(
      store,
      batch.lines.map((l) => l.line.personId),
    );
    const report = financeSheet(batch, names);
    const said = differsSaid(batch, batch.sheet === null || fingerprint(csv(report)) === batch.sheet);
    if (words.to === undefined) return { report, said };
    context.checkNewFolder(words.to, "--to");
    const files = await filesOf(batch, words.to, unitName(store), names);
    return { said, files: words.noForms ? files.slice(0, 2) : files, folder: words.to };
  },
});
