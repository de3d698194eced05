import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, member, required, text } from "../../cli/options.ts";
import { every } from "../../domain/result.ts";
import { emptyRecord } from "../../domain/training.ts";
import { theClearance } from "../../domain/training-words.ts";
import { whyReport } from "../../reports/why.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { enrolments } from "../../store/enrolments.ts";
import { findPerson } from "../../store/people.ts";
import { trainingSessions } from "../../store/training.ts";

export default command({
  about: "Explain why somebody is or is not cleared for work",
  details: [
    "What is met, missing, waived and running out as at a day, past or to come; what mended it since, or the next planned session of each part that is missing, with its free places; any single session that would be enough; and what has to be recorded of other bodies. Cleared or not, the exit code is 0.",
  ],
  examples: [
    "involve training why M-003 interviewing --as-at 2026-03-01",
    "involve training why M-003 qualitative-research --format json",
  ],
  args: {
    member: required(member("the person")),
    clearance: required(text("the work, such as interviewing", "CLEARANCE", "clearance")),
  },
  options: { asAt: fallback(day("the day it is asked for"), "today") },
  run({ store, today }, words) {
    const named = findPerson(store, words.member);
    const work = theClearance(words.clearance, clearanceRules(store));
    const { person, rules } = must(every({ person: named, rules: work }));
    const record = trainingRecords(store, person.id).get(person.id) ?? emptyRecord(person.id);
    const planned = { sessions: trainingSessions(store), enrolments: enrolments(store) };
    return { report: whyReport({ person, rules, record, planned, day: words.asAt, today }) };
  },
});
