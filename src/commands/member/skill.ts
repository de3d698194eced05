import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, flag, many, member, required, text, wholeNumber } from "../../cli/options.ts";
import { planInWords, planRemoval, planWords } from "../../domain/person-words.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { type Word, wordsMeant } from "../../domain/vocabulary.ts";
import { personWordsReport } from "../../reports/person-words.ts";
import { findPerson } from "../../store/people.ts";
import { recordWords, wordsOf } from "../../store/person-words.ts";
import { terms } from "../../store/vocabulary.ts";

export default command({
  about: "Record a skill and its level",
  details: [
    "Levels are what somebody says of themselves: 1 would like to learn, 2 some, 3 confident, 4 could teach. Without --level a skill they have keeps its level.",
  ],
  examples: [
    "involve member skill M-001 interviewing --level 3",
    "involve member skill M-001 writing chairing",
    "involve member skill M-001 chairing --remove",
  ],
  writes: true,
  args: {
    member: required(member("whose skill it is")),
    words: required(many(text("words of the vocabulary, such as interviewing", "WORD", "skill"))),
  },
  options: {
    level: asked(wholeNumber("how sure they are of it, 1 to 4", 1, 4)),
    remove: flag("take the skills out again"),
  },
  run(context, { member: who, words, level, remove }) {
    return context.write((store) => {
      const found = findPerson(store, who);
      const had = found.ok ? wordsOf(store, found.value.id, "skill") : [];
      const keeps = (word: Word): boolean => remove || had.some((h) => h.id === word.id);
      const meant = wordsMeant("skill", words, terms(store, "skill"), keeps);
      const { person, wanted } = must(every({ person: found, wanted: meant }));
      const { id, knownAs } = person;
      const plan = remove ? planRemoval(had, wanted) : planWords(had, wanted, level);
      recordWords(store, id, plan, { on: context.today, level });
      return {
        report: personWordsReport({ id, knownAs }, wordsOf(store, id, "skill")),
        said: planInWords(`${ref("member", id)} ${knownAs}`, plan, remove ? undefined : level),
      };
    });
  },
});
