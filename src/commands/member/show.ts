import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { member, required } from "../../cli/options.ts";
import { personReport } from "../../reports/person.ts";
import { findPerson } from "../../store/people.ts";
import { personFacts } from "../../store/person-facts.ts";

export default command({
  about: "Show one person",
  details: [
    "Contact details, groups, consents, experience, skills, interests and access needs, for the involvement team only.",
  ],
  examples: ["involve member show M-001", "involve member show Amina --format json"],
  args: { member: required(member("who to show: a ref, a known-as name or an e-mail address")) },
  options: {},
  run(context, words) {
    const person = must(findPerson(context.store, words.member));
    return { report: personReport(personFacts(context.store, person, context.today), context.today) };
  },
});
