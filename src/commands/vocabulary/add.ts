import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, fallback, required, text } from "../../cli/options.ts";
import { privateTextProblems } from "../../domain/private-text.ts";
import { withProblems } from "../../domain/result.ts";
import { checkNewWord, termKinds } from "../../domain/vocabulary.ts";
import { vocabularyReport } from "../../reports/vocabulary.ts";
import { addTerm, peopleByTerm, terms } from "../../store/vocabulary.ts";

export default command({
  about: "Add a word",
  details: ["A word that was retired is brought back."],
  examples: [
    'involve vocabulary add experience long-covid --label "Long Covid" --source "agreed by the LEWG, 2026-01-14"',
    'involve vocabulary add skill peer-review --label "Reviewing papers"',
  ],
  writes: true,
  args: {
    kind: required(choice("what the word is for", termKinds, "KIND")),
    key: required(text("the word people type, such as long-covid", "KEY")),
  },
  options: {
    label: required(text("the words people read", "LABEL")),
    source: asked(fallback(text("where the word comes from", "SOURCE"), "added by this unit")),
  },
  run(context, words) {
    return context.write((store) => {
      const known = terms(store, words.kind);
      const kept = privateTextProblems({ "--label": words.label, "--source": words.source });
      must(withProblems(kept, checkNewWord(words, known)));
      const back = known.some((t) => t.key === words.key);
      const id = addTerm(store, words);
      const added = terms(store, words.kind).filter((t) => t.id === id);
      return {
        report: vocabularyReport(added, peopleByTerm(store)),
        said: [
          `${back ? "Brought back" : "Added"} ${words.key} (${words.label}) to the words for ${words.kind}.`,
        ],
      };
    });
  },
});
