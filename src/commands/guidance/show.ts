import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, file, required, wholeNumber } from "../../cli/options.ts";
import { type GuidanceVersion, guidanceDocuments, guidanceName, theGuidance } from "../../domain/guidance.ts";
import { letterBlocks } from "../../domain/letter.ts";
import { guidanceReport, guidanceTitle } from "../../reports/guidance.ts";
import { guidanceVersions } from "../../store/guidance.ts";

/** Its text as it was typed, or as a Word document to hand out. */
async function written(guidance: GuidanceVersion, path: string) {
  if (!/\.docx$/i.test(path)) return `${guidance.body}\n`;
  const version = letterBlocks(`*Guidance for ${guidance.document}, ${guidanceName(guidance)}*`);
  const document = { title: guidanceTitle(guidance), blocks: [...letterBlocks(guidance.body), ...version] };
  return (await import("../../output/letter-docx.ts")).letterDocx(document, { paged: true });
}

export default command({
  about: "Show a guidance document",
  details: [
    "The version that is given out today, or the one you name. With --to-file its text goes into a file: as it was typed, to write the next version from, or with a name that ends in .docx as a Word document to hand out.",
  ],
  examples: [
    "involve guidance show authors",
    "involve guidance show authors --to-file for-authors.docx",
    "involve guidance show researchers 1 --to-file for-researchers.md",
  ],
  args: {
    document: required(choice("for whom it is", guidanceDocuments)),
    number: wholeNumber("the version", 1, 9999),
  },
  options: { toFile: file("write its text to this file") },
  async run({ store, today }, words) {
    const versions = guidanceVersions(store, words.document);
    const guidance = must(theGuidance(words.document, versions, words.number, today));
    const { toFile: path } = words;
    return {
      report: guidanceReport(guidance),
      files: path === undefined ? [] : [{ path, content: await written(guidance, path) }],
    };
  },
});
