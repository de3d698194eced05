import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { file, required, text } from "../../cli/options.ts";
import { ifGiven } from "../../domain/result.ts";
import { specimen } from "../../domain/template.ts";
import { letterFile, letterFormatOf } from "../../output/letter.ts";
import { templateReport } from "../../reports/templates.ts";
import { findTemplate } from "../../store/templates.ts";

export default command({
  about: "Show a template and what can be filled in",
  details: [
    "With --to-file its text goes into a file, to edit and bring back with template set. With --preview it is written as a letter (.docx, .md or .html) in which each placeholder says what will stand there.",
  ],
  examples: [
    "involve template show round-chosen",
    "involve template show round-chosen --to-file round-chosen.md",
    "involve template show round-chosen --preview round-chosen.docx",
  ],
  args: { template: required(text("the template's key", "TEMPLATE", "template")) },
  options: {
    toFile: file("write its text to this file, to edit it"),
    preview: file("write it as a letter to this file: .docx, .md or .html"),
  },
  async run({ store }, words) {
    const format = must(ifGiven(words.preview, letterFormatOf), exits.usage);
    const template = must(findTemplate(store, words.template));
    const letter = must(specimen(template));
    return {
      report: templateReport(template),
      files: [
        ...(words.toFile === undefined ? [] : [{ path: words.toFile, content: `${template.body}\n` }]),
        ...(words.preview === undefined || format === undefined
          ? []
          : [{ path: words.preview, content: await letterFile(letter, format) }]),
      ],
    };
  },
});
