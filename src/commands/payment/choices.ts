import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { flag, member } from "../../cli/options.ts";
import { preferencesReport } from "../../reports/preferences.ts";
import { findPerson } from "../../store/people.ts";
import { everybodysPreferences } from "../../store/preferences.ts";

export default command({
  about: "Show what people chose about their fees",
  details: [
    "What counts today and what is to come; of one person, or with --all, what counted before too. It is recorded with: involve payment preference",
  ],
  examples: ["involve payment choices", "involve payment choices M-014", "involve payment choices --all"],
  args: { member: member("one person; everybody where left out") },
  options: { all: flag("also what counted before") },
  run({ store, today }, words) {
    const person = words.member === undefined ? undefined : must(findPerson(store, words.member));
    const all = words.all || person !== undefined;
    return { report: preferencesReport(everybodysPreferences(store, person?.id), today, all) };
  },
});
