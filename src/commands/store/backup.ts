import { command } from "../../cli/command.ts";
import { refused } from "../../cli/errors.ts";
import { flag, text } from "../../cli/options.ts";
import { verifiedCopy } from "../../store/backup.ts";

export default command({
  about: "Write a checked copy of the store",
  details: [
    "The copy can be made while the store is in use. It is written under another name, checked, and only then given its own; only you can read it. Keep copies somewhere else than the store, encrypted if they leave your computer.",
  ],
  examples: ["involve store backup", "involve store backup /safe/involve-monday.db --replace --quiet"],
  writes: true,
  args: { file: text("where to; involve-<today>.db where left out", "FILE") },
  options: { replace: flag("write over a copy of that name") },
  run(context, words) {
    const file = words.file ?? `involve-${context.today}.db`;
    const path = context.resolvePath(file);
    context.checkFolder(path, "<file>");
    if (path === context.storePath)
      throw refused({
        code: "same-file",
        message: "That is the store itself.",
        remedy: "Name another file.",
      });
    if (context.exists(file) && !words.replace)
      throw refused({
        code: "file-exists",
        message: `${file} is there already.`,
        remedy: "Name another file, or add --replace.",
      });
    const { store } = context;
    if (!context.dryRun) verifiedCopy(store, path);
    return { said: [`Wrote a checked copy to ${file}.`] };
  },
});
