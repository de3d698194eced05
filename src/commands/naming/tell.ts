import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { checkDisclosure } from "../../domain/naming-correction.ts";
import { outputNaming } from "../../reports/naming.ts";
import { findOutput } from "../../store/named-outputs.ts";
import { sentenceNames } from "../../store/named-texts.ts";
import { namingFacts } from "../../store/naming.ts";
import { addDisclosure, choiceRows, disclosuresOf } from "../../store/naming-history.ts";

export default command({
  about: "Record that a journal's editor was told in confidence who wrote something",
  details: [
    "Editors have to know who an anonymous author is (COPE), and keep it to themselves. Who it is, commentary show or paper show says with --audience editor --reveal; here it is kept that they were told, who told them, by which way and when, and not who it was.",
  ],
  examples: ['involve naming tell C-001 --to "editorial office, BMC Psychiatry" --how "by phone"'],
  writes: true,
  args: { output: required(text("the commentary or paper", "OUTPUT", "output")) },
  options: {
    to: required(text("the editor or office that is told", "EDITOR")),
    how: required(
      text("by which way: by phone, in the submission system's confidential field; it names nobody", "HOW"),
    ),
    on: fallback(day("the day"), "today"),
  },
  run(context, words) {
    return context.write((store) => {
      const output = must(findOutput(store, words.output));
      const { how, on, to: toldTo } = words;
      const telling = { how, on, toldTo, namesSomebody: sentenceNames(store, how) };
      const to = must(checkDisclosure(output.output, telling, context.today));
      addDisclosure(store, to, { how, on, toldTo, recordedBy: context.by });
      const choices = choiceRows(store, { output: output.output });
      const told = disclosuresOf(store, output.output);
      return {
        report: outputNaming(output, { naming: namingFacts(store, output.people), choices, told }, false),
        said: [
          `Recorded: ${toldTo} was told on ${on} who stands behind ${output.ref} (${how}).`,
          `Who it is: involve ${output.output.kind} show ${output.ref} --audience editor --reveal (that you looked is kept as well)`,
        ],
      };
    });
  },
});
