import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { flag, many, member, required, text } from "../../cli/options.ts";
import { planInWords, planRemoval, planWords } from "../../domain/person-words.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { type Word, wordsMeant } from "../../domain/vocabulary.ts";
import { personWordsReport } from "../../reports/person-words.ts";
import { consentsInForce } from "../../store/consents.ts";
import { findPerson } from "../../store/people.ts";
import { recordWords, wordsOf } from "../../store/person-words.ts";
import { terms } from "../../store/vocabulary.ts";

const withoutConsent = (id: number): string =>
  `It will not count for matching until they consent to that: involve member consent ${ref("member", id)} --purpose matching --how "signed form"`;

export default command({
  about: "Record lived experience",
  details: [
    "Lived experience is special-category data: record what somebody told you for this use, in the words of the vocabulary. It is used for matching only while their consent to that is in force.",
  ],
  examples: [
    "involve member experience M-001 inpatient-care psychosis",
    "involve member experience M-001 psychosis --remove",
  ],
  writes: true,
  args: {
    member: required(member("whose experience it is")),
    words: required(many(text("words of the vocabulary, such as inpatient-care", "WORD", "experience"))),
  },
  options: { remove: flag("take the words out again") },
  run(context, { member: who, words, remove }) {
    return context.write((store) => {
      const found = findPerson(store, who);
      const had = found.ok ? wordsOf(store, found.value.id, "experience") : [];
      const keeps = (word: Word): boolean => remove || had.some((h) => h.id === word.id);
      const meant = wordsMeant("experience", words, terms(store, "experience"), keeps);
      const { person, wanted } = must(every({ person: found, wanted: meant }));
      const { id, knownAs } = person;
      const plan = remove ? planRemoval(had, wanted) : planWords(had, wanted);
      recordWords(store, id, plan, { on: context.today });
      const matching = consentsInForce(store, context.today).get(id)?.has("matching") ?? false;
      return {
        report: personWordsReport({ id, knownAs }, wordsOf(store, id, "experience")),
        said: [
          ...planInWords(`${ref("member", id)} ${knownAs}`, plan),
          ...(remove || matching ? [] : [withoutConsent(id)]),
        ],
      };
    });
  },
});
