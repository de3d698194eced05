import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, required, text } from "../../cli/options.ts";
import { count } from "../../domain/text.ts";
import { termKinds, type Word, wordsMeant } from "../../domain/vocabulary.ts";
import { vocabularyReport } from "../../reports/vocabulary.ts";
import { peopleByTerm, retireTerm, terms } from "../../store/vocabulary.ts";

const sentence = (word: Word, people: number): string => {
  if (word.retired_on !== null) return `${word.key} was retired on ${word.retired_on}; nothing changed.`;
  const keep = people === 0 ? "Nobody has it." : `${count(people, "person keeps", "people keep")} it.`;
  return `Retired ${word.key} (${word.label}): it is no longer offered. ${keep}`;
};

export default command({
  about: "Retire a word, so that it is no longer offered",
  details: ["Whoever has the word keeps it. To bring it back: involve vocabulary add, with the same key."],
  examples: ["involve vocabulary retire skill social-media"],
  writes: true,
  args: {
    kind: required(choice("what the word is for", termKinds, "KIND")),
    key: required(text("the word", "KEY", "term")),
  },
  options: {},
  run(context, words) {
    return context.write((store) => {
      const found = must(wordsMeant(words.kind, [words.key], terms(store, words.kind), () => true));
      const people = peopleByTerm(store);
      for (const word of found) if (word.retired_on === null) retireTerm(store, word.id, context.today);
      const now = terms(store, words.kind).filter((t) => found.some((f) => f.id === t.id));
      return {
        report: vocabularyReport(now, people),
        said: found.map((word) => sentence(word, people.get(word.id) ?? 0)),
      };
    });
  },
});
