import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { asked, flag, required, text } from "../../cli/options.ts";
import { isThere } from "../../domain/completion.ts";
import { theClearance } from "../../domain/training-words.ts";
import { clearanceReport, editSentences } from "../../reports/clearances.ts";
import { attendees } from "../../store/attendance.ts";
import { editClearance, ruleSources } from "../../store/clearance-changes.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";

export default command({
  about: "Change what a kind of work is called, or use it again",
  details: ["What it asks for is changed with clearance rule."],
  examples: [
    'involve clearance edit interviewing --work "Carry out research interviews, alone or in pairs"',
    "involve clearance edit interviewing --reopen",
  ],
  writes: true,
  args: { clearance: required(text("the work", "CLEARANCE", "clearance")) },
  options: {
    label: asked(text("what it is called", "TEXT")),
    work: asked(text("what somebody may do who is cleared", "TEXT")),
    reopen: flag("use it again after it was retired"),
  },
  run(context, { clearance, label, work, reopen }) {
    if (label === undefined && work === undefined && !reopen)
      throw usage({
        code: "nothing-to-change",
        message: "What is to change?",
        remedy: "Say --label, --work or --reopen.",
      });
    return context.write((store) => {
      const before = must(theClearance(clearance, clearanceRules(store)));
      const changes = {
        ...(label === undefined ? {} : { label }),
        ...(work === undefined ? {} : { work }),
        ...(reopen ? { retired_on: null } : {}),
      };
      editClearance(store, before.id, changes);
      const after = must(theClearance(before.key, clearanceRules(store)));
      const people = attendees(store).filter((p) => isThere(p, context.today));
      const cohort = { people, records: trainingRecords(store) };
      return {
        report: clearanceReport(after, ruleSources(store, after.id), cohort, context.today),
        said: editSentences(before, after),
      };
    });
  },
});
