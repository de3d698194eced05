import { command } from "../../cli/command.ts";
import { must, somethingToChange } from "../../cli/errors.ts";
import { choice, key, many, member, required, text, wholeNumber } from "../../cli/options.ts";
import { memberName } from "../../domain/membership.ts";
import { perspectives } from "../../domain/person.ts";
import { changedInWords, clearable, planWholeEdit } from "../../domain/person-edit.ts";
import { listed } from "../../domain/text.ts";
import { personReport } from "../../reports/person.ts";
import { findPerson } from "../../store/people.ts";
import { editFacts, editPerson } from "../../store/person-details.ts";
import { personFacts } from "../../store/person-facts.ts";

const options = {
  knownAs: text("the name they are known by", "NAME"),
  fullName: text("their full name, where it differs", "NAME"),
  pronouns: text("their pronouns, such as she/her", "PRONOUNS"),
  email: many(text("an e-mail address to add; two at most", "EMAIL")),
  primaryEmail: text("the address to write to first", "EMAIL"),
  removeEmail: many(text("an e-mail address to take out", "EMAIL")),
  phone: text("their telephone number", "PHONE"),
  orcid: text("their ORCID iD", "ORCID"),
  perspective: choice("service user, carer or both", perspectives),
  region: key("the region they live in", "REGION", "region"),
  projectsMax: wholeNumber("the most projects at a time they want", 0, 20),
  access: many(text("something they need in order to take part, such as step-free", "NEED", "access")),
  accessEnded: many(text("an access need they no longer have", "NEED", "access")),
  notes: text("notes for the team, in place of those there are", "NOTES"),
  clear: many(choice("a detail to empty", clearable, "DETAIL")),
};

export default command({
  about: "Change a person's details",
  details: [
    "What is left out stays as it is; --clear empties a detail. Bank details and National Insurance numbers are never kept.",
  ],
  examples: [
    'involve member edit M-001 --phone "07700 900123" --access step-free',
    "involve member edit M-001 --email rosa@work.example --primary-email rosa@work.example",
    "involve member edit M-001 --clear phone",
  ],
  writes: true,
  args: { member: required(member("whose details change")) },
  options,
  run(context, { member: who, ...words }) {
    somethingToChange("member edit", words);
    return context.write((store) => {
      const person = must(findPerson(store, who));
      const plan = must(planWholeEdit(words, editFacts(store, person.id)));
      editPerson(store, person.id, plan, context.today);
      const changed = changedInWords(plan);
      const name = memberName(person);
      return {
        report: personReport(personFacts(store, person, context.today), context.today),
        said: [changed.length > 0 ? `Changed ${name}: ${listed(changed)}.` : `Nothing changed for ${name}.`],
      };
    });
  },
});
