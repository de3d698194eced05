import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { member } from "../../../cli/options.ts";
import { ceilingsReport } from "../../../reports/ceilings.ts";
import { ceilingsOf } from "../../../store/ceilings.ts";
import { findPerson } from "../../../store/people.ts";
import { setting } from "../../../store/settings.ts";

export default command({
  about: "Show the ceilings that people asked us to watch",
  details: ["For how they stand with them: involve payment ceiling check"],
  examples: ["involve payment ceiling show", "involve payment ceiling show M-014"],
  args: { member: member("one person; everybody where left out") },
  options: {},
  run({ store }, words) {
    const person = words.member === undefined ? undefined : must(findPerson(store, words.member));
    return { report: ceilingsReport(ceilingsOf(store, person?.id), setting(store, "benefits-advice")) };
  },
});
