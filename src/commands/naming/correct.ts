import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, member, required, text } from "../../cli/options.ts";
import { choiceFor, consentEnded, namingForms } from "../../domain/naming.ts";
import { type CorrectionFacts, checkCorrection, checkIsIn } from "../../domain/naming-correction.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { correctionsReport } from "../../reports/naming-corrections.ts";
import { findOutput, type OutputRow } from "../../store/named-outputs.ts";
import { namingFacts } from "../../store/naming.ts";
import { addCorrection, correctionRows } from "../../store/naming-corrections.ts";
import { saidOn } from "../../store/naming-history.ts";
import { findPerson } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";

function correctionFacts(store: Store, personId: number, row: OutputRow): Omit<CorrectionFacts, "today"> {
  const naming = namingFacts(store, [personId]);
  const now = choiceFor(personId, naming.choices.get(personId) ?? [], row.output);
  const { kind, id } = row.output;
  const open = correctionRows(store, personId).find(
    (c) => c.doneOn === null && c.output.kind === kind && c.output.id === id,
  );
  return {
    output: row.ref,
    saidOn: saidOn(store, personId, row.output),
    inPrint: row.inPrint,
    inPrintOn: row.inPrintOn,
    now: { form: now?.form ?? "undecided", wording: now?.wording ?? null },
    consentEnded:
      naming.people.get(personId)?.consentEndedOn !== undefined || consentEnded(naming, personId, row.output),
    open: open?.id,
  };
}

export default command({
  about: "Record that somebody wishes to be named otherwise in what is in print",
  details: [
    "What is in print is changed by whoever published it: ask them, and record what became of it with naming corrected. The unit's own lists and reports follow the wish at once.",
  ],
  examples: [
    'involve naming correct M-003 --for C-001 --form anonymous --how "by phone"',
    'involve naming correct M-003 --for PA-001 --form other --as "Tam Kerr" --how e-mail --on 2026-11-20',
  ],
  writes: true,
  args: { member: required(member("who wishes to be named so")) },
  options: {
    for: required(text("the commentary or paper that is in print", "OUTPUT", "output")),
    form: required(choice("how they wish to be named", namingForms, "FORM")),
    as: text("exactly as it is to be printed", "NAME"),
    how: required(text("how they told you: e-mail, by phone", "HOW")),
    on: fallback(day("the day they told you"), "today"),
  },
  run(context, { form, as: wording, how, on, ...words }) {
    return context.write((store) => {
      const { person, output } = must(
        every({ person: findPerson(store, words.member), output: findOutput(store, words.for) }),
      );
      const facts = { today: context.today, ...correctionFacts(store, person.id, output) };
      const wish = { form, wording, how, on };
      must(every({ isIn: checkIsIn(person.id, output), wish: checkCorrection(wish, facts) }));
      const id = addCorrection(store, person.id, output.output, wish, context.by);
      const made = correctionRows(store).filter((c) => c.id === id);
      const name = ref("correction", id);
      return {
        report: correctionsReport(made, namingFacts(store), false),
        said: [
          `Recorded as ${name}. Our own lists and reports follow the wish for ${output.ref} from now on.`,
          `Ask whoever published ${output.ref} to correct it; then: involve naming corrected ${name} --outcome corrected --note "what they did"`,
        ],
      };
    });
  },
});
