import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { member, required, text } from "../../cli/options.ts";
import { ref } from "../../domain/ref.ts";
import { fill } from "../../domain/template.ts";
import { letterFile, letterFormatOf } from "../../output/letter.ts";
import { letterReport } from "../../reports/member-letter.ts";
import { memberLetter } from "../../store/member-letter.ts";
import { findPerson } from "../../store/people.ts";
import { findTemplate } from "../../store/templates.ts";

export default command({
  about: "Write the letter that says what involvement is, for a Jobcentre or whoever asks",
  details: [
    "Its words are the template jobcentre-letter, which the unit edits: involve template set jobcentre-letter --from-file letter.md. Print it on headed paper; whoever writes it signs it (--by).",
    "It says that somebody is involved, and since when; nothing of what they did or were paid. Ask them first.",
  ],
  examples: ["involve payment letter M-014 --output letter.docx"],
  args: { member: required(member("whom it is about")) },
  options: { output: required(text("the file to write: .docx, .md or .html", "FILE")) },
  async run({ store, by, today }, words) {
    const format = must(letterFormatOf(words.output), exits.usage);
    const person = must(findPerson(store, words.member));
    const template = must(findTemplate(store, "jobcentre-letter"));
    const letter = must(fill(template, memberLetter(store, person.id, { by, today })));
    return {
      report: letterReport(person, words.output),
      said: [`The letter about ${ref("member", person.id)} is for ${by} to sign.`],
      files: [{ path: words.output, content: await letterFile(letter, format, true) }],
    };
  },
});
