import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { importReport } from "../../reports/imports.ts";
import { changesOf } from "../../store/history.ts";
import { contentsOf, findImport } from "../../store/imports.ts";

export default command({
  about: "Show what each line of a file changed",
  details: [
    "Every cell before and after, by the line of the file it came from. --save writes the file as it came, while its contents are kept.",
  ],
  examples: ["involve import show I-003", "involve import show I-003 --save as-it-came.csv"],
  args: { import: required(text("the import, as import list gives it", "IMPORT", "import")) },
  options: { save: text("write the file as it came", "FILE") },
  run(context, words) {
    const batch = must(findImport(context.store, words.import));
    const changes = batch.set_id === null ? [] : changesOf(context.store, batch.set_id);
    if (words.save === undefined) return { report: importReport(batch, changes) };
    context.checkFolder(context.resolvePath(words.save), "--save");
    const content = contentsOf(context.store, batch.id);
    if (!content)
      throw refused({
        code: "contents-gone",
        message: `The contents of ${batch.file_name} are no longer kept.`,
        remedy: "They go on the retention date, or when somebody they are about is erased.",
      });
    return { report: importReport(batch, changes), files: [{ path: words.save, content }] };
  },
});
