import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, file, required, wholeNumber } from "../../cli/options.ts";
import { guidanceDocuments, theGuidance } from "../../domain/guidance.ts";
import { guidanceReport } from "../../reports/guidance.ts";
import { guidanceVersions } from "../../store/guidance.ts";

export default command({
  about: "Show a guidance document",
  details: [
    "The version that is given out today, or the one you name. With --to-file its text goes into a file, to write the next version from.",
  ],
  examples: [
    "involve guidance show authors",
    "involve guidance show researchers 1 --to-file for-researchers.md",
  ],
  args: {
    document: required(choice("for whom it is", guidanceDocuments)),
    number: wholeNumber("the version", 1, 9999),
  },
  options: { toFile: file("write its text to this file") },
  run({ store, today }, words) {
    const versions = guidanceVersions(store, words.document);
    const guidance = must(theGuidance(words.document, versions, words.number, today));
    return {
      report: guidanceReport(guidance),
      files: words.toFile === undefined ? [] : [{ path: words.toFile, content: `${guidance.body}\n` }],
    };
  },
});
