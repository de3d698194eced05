import { command, type Outcome } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { flag, required, text } from "../../cli/options.ts";
import { ref } from "../../domain/ref.ts";
import { outputNaming, personNaming } from "../../reports/naming.ts";
import { findOutput, type OutputRow, outputRows } from "../../store/named-outputs.ts";
import { namingFacts } from "../../store/naming.ts";
import { choiceRows, disclosuresOf } from "../../store/naming-history.ts";
import { findPerson } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";

const ofOutput = (store: Store, row: OutputRow, reveal: boolean): Outcome => {
  const choices = choiceRows(store, { output: row.output });
  const told = disclosuresOf(store, row.output);
  return { report: outputNaming(row, { naming: namingFacts(store, row.people), choices, told }, reveal) };
};

export default command({
  about: "Show how somebody wishes to be named, or how people are named in an output",
  details: [
    "Of a person: their default, what they are named as in each output, and every choice they made. Of a commentary, paper or event: how everybody in it is named, every choice made for it, and whether its editor was told who they are. Where somebody is anonymous, they are withheld from the team too; --reveal shows them, and puts on record that you looked.",
  ],
  examples: ["involve naming show M-003", "involve naming show C-001", "involve naming show C-001 --reveal"],
  args: { what: required(text("a member, or the ref of a commentary, paper or event", "WHAT", "named")) },
  options: { reveal: flag("show withheld identities; puts on record that you looked") },
  run(context, { what, reveal }) {
    const { store } = context;
    const output = findOutput(store, what);
    if (output.ok) {
      if (reveal) context.leaveTrace(`showed how people are named in ${output.value.ref}`);
      return ofOutput(store, output.value, reveal);
    }
    const person = must(/^(C|PA|E)-?\d+$/i.test(what.trim()) ? output : findPerson(store, what));
    if (!("knownAs" in person)) return ofOutput(store, person, reveal);
    if (reveal) context.leaveTrace(`showed what ${ref("member", person.id)} is named in`);
    const choices = choiceRows(store, { personId: person.id });
    const facts = { naming: namingFacts(store, [person.id]), outputs: outputRows(store), choices };
    return { report: personNaming(person, facts, reveal) };
  },
});
