import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { required, text, wholeNumber } from "../../cli/options.ts";
import { importReport } from "../../reports/imports.ts";
import { shownChanges } from "../../store/import-changes.ts";
import { contentsOf, findImport } from "../../store/imports.ts";
import { numberSetting } from "../../store/settings.ts";

export default command({
  about: "Show what each line of a file changed",
  details: [
    "Every cell before and after, by the line of the file it came from; of a long file the first changes, and --line for those of one line. --save writes the file as it came, while its contents are kept.",
  ],
  examples: [
    "involve import show I-003",
    "involve import show I-003 --line 17",
    "involve import show I-003 --save as-it-came.csv",
  ],
  args: { import: required(text("the import, as import list gives it", "IMPORT", "import")) },
  options: {
    line: wholeNumber("only what this line of the file changed", 1, 999_999_999),
    save: text("write the file as it came", "FILE"),
  },
  run(context, words) {
    const batch = must(findImport(context.store, words.import));
    const most = numberSetting(context.store, "import-plan-rows");
    const { changes, all } =
      batch.set_id === null
        ? { changes: [], all: 0 }
        : shownChanges(context.store, batch.set_id, { line: words.line, most });
    const report = importReport(batch, changes, all);
    if (words.save === undefined) return { report };
    context.checkFolder(context.resolvePath(words.save), "--save");
    const content = contentsOf(context.store, batch.id);
    if (!content)
      throw refused({
        code: "contents-gone",
        message: `The contents of ${batch.file_name} are no longer kept.`,
        remedy: "They go on the retention date, or when somebody they are about is erased.",
      });
    return { report, files: [{ path: words.save, content }] };
  },
});
