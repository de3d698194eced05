import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { checkCopy, keptAt, restoreStore } from "../../store/restore.ts";

export default command({
  about: "Bring a copy back in place of the store",
  details: [
    "The copy is checked first. The store that is there now is kept beside it under another name, so nothing is lost.",
  ],
  examples: [
    "involve store restore involve-2026-03-14.db",
    "involve store restore involve-2026-03-14.db --yes",
  ],
  writes: true,
  args: { file: required(text("the copy to bring back", "FILE")) },
  options: {},
  async run(context, { file }) {
    const from = context.resolvePath(file);
    if (!context.exists(file))
      throw refused({
        code: "no-file",
        message: `There is no file ${file}.`,
        remedy: "Check the spelling and the folder.",
      });
    must(checkCopy(from));
    await context.confirm(`Put ${file} in place of ${context.storePath}?`);
    const kept = context.dryRun
      ? keptAt(context.storePath, context.today)
      : must(restoreStore(from, context.storePath, context.today));
    return {
      said: [`Brought back ${file}.`, ...(kept ? [`The store that was there is kept at ${kept}.`] : [])],
    };
  },
});
