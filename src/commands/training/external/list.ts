import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { day, fallback, flag, member } from "../../../cli/options.ts";
import { isThere } from "../../../domain/completion.ts";
import { externalsReport, heldSection } from "../../../reports/externals.ts";
import { attendees } from "../../../store/attendance.ts";
import { externalRequirements, trainingRecords, warningDays } from "../../../store/clearances.ts";
import { findPerson } from "../../../store/people.ts";

export default command({
  about: "List the requirements that others set, and who holds them",
  details: ["Good Clinical Practice, research passports, checks: what runs out first stands first."],
  examples: [
    "involve training external list",
    "involve training external list --member M-003 --as-at 2027-03-01",
  ],
  args: {},
  options: {
    member: member("only this person"),
    asAt: fallback(day("the day it is asked for"), "today"),
    all: flag("also retired requirements, and people who were in no group that day"),
  },
  run({ store }, { member: who, asAt, all }) {
    const known = externalRequirements(store);
    const people =
      who === undefined
        ? attendees(store).filter((p) => all || isThere(p, asAt))
        : [must(findPerson(store, who))];
    const held = heldSection(people, trainingRecords(store), known, warningDays(store), asAt);
    return { report: externalsReport(known, all, asAt, held) };
  },
});
