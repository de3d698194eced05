import { command } from "../../cli/command.ts";
import { day, fallback, flag } from "../../cli/options.ts";
import { isThere } from "../../domain/completion.ts";
import { clearancesReport } from "../../reports/clearances.ts";
import { attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";

export default command({
  about: "List the kinds of work and what each asks for",
  details: ["With --as-at it is what was asked for on that day, and who was cleared on it."],
  examples: ["involve clearance list", "involve clearance list --as-at 2026-07-01 --format json"],
  args: {},
  options: {
    asAt: fallback(day("the day it is asked for"), "today"),
    all: flag("also retired ones"),
  },
  run({ store }, { asAt, all }) {
    const people = attendees(store).filter((p) => isThere(p, asAt));
    const cohort = { people, records: trainingRecords(store) };
    return { report: clearancesReport(clearanceRules(store), cohort, asAt, all) };
  },
});
