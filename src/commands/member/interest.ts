import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { flag, many, member, required, text } from "../../cli/options.ts";
import { planInWords, planRemoval, planWords } from "../../domain/person-words.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { type Word, wordsMeant } from "../../domain/vocabulary.ts";
import { personWordsReport } from "../../reports/person-words.ts";
import { findPerson } from "../../store/people.ts";
import { recordWords, wordsOf } from "../../store/person-words.ts";
import { terms } from "../../store/vocabulary.ts";

export default command({
  about: "Record an interest",
  examples: [
    "involve member interest M-001 acute-care inequalities",
    "involve member interest M-001 inequalities --remove",
  ],
  writes: true,
  args: {
    member: required(member("whose interest it is")),
    words: required(many(text("words of the vocabulary, such as acute-care", "WORD", "interest"))),
  },
  options: { remove: flag("take the interests out again") },
  run(context, { member: who, words, remove }) {
    return context.write((store) => {
      const found = findPerson(store, who);
      const had = found.ok ? wordsOf(store, found.value.id, "interest") : [];
      const keeps = (word: Word): boolean => remove || had.some((h) => h.id === word.id);
      const meant = wordsMeant("interest", words, terms(store, "interest"), keeps);
      const { person, wanted } = must(every({ person: found, wanted: meant }));
      const { id, knownAs } = person;
      const plan = remove ? planRemoval(had, wanted) : planWords(had, wanted);
      recordWords(store, id, plan, { on: context.today });
      return {
        report: personWordsReport({ id, knownAs }, wordsOf(store, id, "interest")),
        said: planInWords(`${ref("member", id)} ${knownAs}`, plan),
      };
    });
  },
});
