import { command } from "../../cli/command.ts";
import { refused } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { idOf } from "../../domain/ref.ts";
import { changeReport } from "../../reports/history.ts";
import { changeSet, changesOf } from "../../store/history.ts";

export default command({
  about: "Show what one command changed",
  details: ["Every cell before and after. Naming choices and equality answers are withheld here too."],
  examples: ["involve history show H-012"],
  args: { change: required(text("the command, as history list gives it", "CHANGE", "change")) },
  options: {},
  run(context, words) {
    const id = idOf("change", words.change);
    const set = id === null ? undefined : changeSet(context.store, id);
    if (!set)
      throw refused({
        code: "unknown-change",
        message: `There is no "${words.change}" on record.`,
        remedy: "See: involve history list",
      });
    return { report: changeReport(changesOf(context.store, set.id)) };
  },
});
