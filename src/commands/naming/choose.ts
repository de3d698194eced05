import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, member, required, text } from "../../cli/options.ts";
import { formFor, namingForms } from "../../domain/naming.ts";
import { checkNaming } from "../../domain/naming-choice.ts";
import { checkIsIn } from "../../domain/naming-correction.ts";
import { every, yes } from "../../domain/result.ts";
import { personNaming } from "../../reports/naming.ts";
import { choiceInWords } from "../../reports/naming-words.ts";
import { findOutput, type OutputRow, outputRows } from "../../store/named-outputs.ts";
import { addNaming, namingFacts } from "../../store/naming.ts";
import { choiceRows, saidOn } from "../../store/naming-history.ts";
import { findPerson } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";

/** Whether it is in print how they are named: they had decided, and it is published. */
const decidedInPrint = (store: Store, personId: number, { output, inPrint }: OutputRow): boolean =>
  inPrint &&
  formFor(personId, namingFacts(store, [personId]).choices.get(personId) ?? [], output) !== "undecided";

export default command({
  about: "Record how somebody wishes to be named, by default or in one output",
  details: [
    "Without --for it is their default: what holds wherever they say nothing else. What is in print already stays as it was printed. A choice for one output can be changed until it is published; earlier choices stay on record. Forms: full (their full name), other, initials, pen-name (these three with --as), group (the group's name), anonymous, undecided (withheld).",
  ],
  examples: [
    'involve naming choose M-003 --form initials --as "T. K" --how e-mail',
    'involve naming choose M-003 --for C-001 --form anonymous --how "by phone"',
  ],
  writes: true,
  args: { member: required(member("who wishes to be named so")) },
  options: {
    form: required(choice("how they wish to be named", namingForms, "FORM")),
    for: text("the commentary, paper or event; their default where left out", "OUTPUT", "output"),
    as: text("exactly as it is to be printed", "NAME"),
    how: required(text("how they told you: e-mail, by phone, on the form", "HOW")),
    on: fallback(day("the day they told you"), "today"),
  },
  run(context, { form, as: wording, how, on, ...words }) {
    return context.write((store) => {
      const { person, output } = must(
        every({
          person: findPerson(store, words.member),
          output: words.for === undefined ? yes(null) : findOutput(store, words.for),
        }),
      );
      const wish = { form, wording, how, on };
      const scope = output?.output ?? ({ kind: "default", id: null } as const);
      const about = {
        output: output?.ref ?? "",
        saidOn: saidOn(store, person.id, scope),
        inPrint: output !== null && decidedInPrint(store, person.id, output),
      };
      must(
        every({
          isIn: output === null ? yes(null) : checkIsIn(person.id, output),
          wish: checkNaming(wish, { today: context.today, ...about }),
        }),
      );
      addNaming(store, person.id, output?.output ?? "default", wish, context.by);
      const naming = namingFacts(store, [person.id]);
      const choices = choiceRows(store, { personId: person.id });
      return {
        report: personNaming(person, { naming, outputs: outputRows(store), choices }, false),
        said: [choiceInWords(naming, person.id, output ?? "default")],
      };
    });
  },
});
