import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { isThere } from "../../domain/completion.ts";
import { theClearance } from "../../domain/training-words.ts";
import { clearanceReport } from "../../reports/clearances.ts";
import { attendees } from "../../store/attendance.ts";
import { ruleSources } from "../../store/clearance-changes.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";

export default command({
  about: "Show what a kind of work asks for, since when, and who is cleared",
  examples: ["involve clearance show interviewing", "involve clearance show interviewing --as-at 2026-07-01"],
  args: { clearance: required(text("the work, such as interviewing", "CLEARANCE", "clearance")) },
  options: { asAt: fallback(day("the day it is asked for"), "today") },
  run({ store }, words) {
    const rules = must(theClearance(words.clearance, clearanceRules(store)));
    const people = attendees(store).filter((p) => isThere(p, words.asAt));
    const cohort = { people, records: trainingRecords(store) };
    return { report: clearanceReport(rules, ruleSources(store, rules.id), cohort, words.asAt) };
  },
});
