import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text, wholeNumber } from "../../cli/options.ts";
import { theVersions } from "../../domain/commentary-text.ts";
import { diffReport } from "../../reports/commentary-diff.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { textsOf } from "../../store/commentary-texts.ts";

export default command({
  about: "Show what changed between two versions of the text",
  details: [
    "Paragraph by paragraph, word by word; those that stayed are counted only. Without --from and --to it is the newest version and the one before. In HTML what was taken out and put in is coloured.",
  ],
  examples: [
    "involve commentary diff C-001",
    "involve commentary diff C-001 --from 1 --to 3 --output changes.html",
  ],
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: {
    from: wholeNumber("the older version, by its number", 1, 9999),
    to: wholeNumber("the newer version, by its number", 1, 9999),
  },
  run({ store }, { from, to, ...words }) {
    const { id } = must(findCommentary(store, words.commentary));
    const { before, after } = must(theVersions(id, textsOf(store, id), { from, to }));
    return { report: diffReport(id, before, after) };
  },
});
