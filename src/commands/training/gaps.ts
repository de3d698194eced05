import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, flag, text } from "../../cli/options.ts";
import { isThere } from "../../domain/completion.ts";
import { gaps, mendings } from "../../domain/gaps.ts";
import { emptyRecord } from "../../domain/training.ts";
import { theClearance } from "../../domain/training-words.ts";
import { gapsReport } from "../../reports/gaps.ts";
import { attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { enrolments } from "../../store/enrolments.ts";
import { trainingSessions } from "../../store/training.ts";

export default command({
  about: "Show who is one part away, and which single session would clear the most people",
  details: [
    "Of everybody who is in a group that day and has begun: who lacks one part of a course or one requirement of others for a kind of work, and where they could go. Then the sessions that are planned, and parts of which none is, by how many people each would clear all by itself.",
  ],
  examples: ["involve training gaps", "involve training gaps --clearance interviewing --format json"],
  args: {},
  options: {
    clearance: text("only this kind of work", "CLEARANCE", "clearance"),
    asAt: fallback(day("the day it is asked for"), "today"),
    all: flag("also people who have not begun"),
  },
  run({ store, today }, { clearance, asAt, all }) {
    const known = clearanceRules(store);
    const rules = clearance === undefined ? known : [must(theClearance(clearance, known))];
    const people = attendees(store).filter((p) => isThere(p, asAt));
    const recorded = trainingRecords(store);
    const records = people.map((p) => recorded.get(p.id) ?? emptyRecord(p.id));
    const planned = { sessions: trainingSessions(store), enrolments: enrolments(store) };
    const facts = { ...planned, rules, records, all };
    const found = gaps(facts, asAt);
    const mending = mendings(facts, asAt < today ? today : asAt, today);
    return {
      report: gapsReport(found, mending, people, { ...planned, records: recorded, day: asAt, today }),
    };
  },
});
