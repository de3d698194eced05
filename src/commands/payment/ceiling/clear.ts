import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { flag, member, required } from "../../../cli/options.ts";
import { ceilingsToClear } from "../../../domain/ceiling-plan.ts";
import { ceilingInWords } from "../../../domain/ceiling-words.ts";
import { ref } from "../../../domain/ref.ts";
import { clearCeilings, openCeilings } from "../../../store/ceilings.ts";
import { findPerson } from "../../../store/people.ts";

export default command({
  about: "Stop watching a ceiling",
  details: [
    "Without --weekly, --monthly or --hours, all of them. That there was one stays on record, without a reason.",
  ],
  examples: ["involve payment ceiling clear M-014", "involve payment ceiling clear M-014 --weekly"],
  writes: true,
  args: { member: required(member("whose ceiling it is")) },
  options: {
    weekly: flag("the money a week"),
    monthly: flag("the money a month"),
    hours: flag("the hours a week"),
  },
  run(context, words) {
    return context.write((store) => {
      const person = must(findPerson(store, words.member));
      const cleared = must(ceilingsToClear(words, openCeilings(store, person.id)));
      clearCeilings(store, cleared, context.today);
      const who = `${ref("member", person.id)} ${person.knownAs}`;
      return { said: cleared.map((c) => `No longer watching for ${who}: ${ceilingInWords(c)}.`) };
    });
  },
});
