import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, flag, member, text } from "../../cli/options.ts";
import { isThere } from "../../domain/completion.ts";
import { idOf } from "../../domain/ref.ts";
import { emptyRecord } from "../../domain/training.ts";
import { theClearance } from "../../domain/training-words.ts";
import { oneSessionReport } from "../../reports/sessions.ts";
import { clearedReport, personTraining } from "../../reports/training.ts";
import { attendees } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import { findPerson } from "../../store/people.ts";
import { sessionRecord } from "../../store/session-facts.ts";

export default command({
  about: "Show what people have completed and are cleared for, or one session",
  details: [
    "A session, such as T-001: when it is, how full, who has a place, waits or came.",
    "Without a member: everybody who was in a group that day and has begun, clearance by clearance. With --as-at it is answered as it was on that day.",
  ],
  examples: [
    "involve training show M-003",
    "involve training show T-001",
    "involve training show --as-at 2026-11-01",
    "involve training show --clearance interviewing --cleared --format json",
  ],
  args: { member: member("the person, or the session; everybody where left out") },
  options: {
    asAt: fallback(day("the day it is asked for"), "today"),
    clearance: text("only this clearance", "CLEARANCE", "clearance"),
    cleared: flag("only those who are cleared"),
    all: flag("also people who were in no group that day"),
  },
  run({ store }, words) {
    const all = clearanceRules(store);
    const rules = words.clearance === undefined ? all : [must(theClearance(words.clearance, all))];
    if (words.member !== undefined && idOf("session", words.member) !== null) {
      const { session, course, enrolments, people } = must(sessionRecord(store, words.member));
      return { report: oneSessionReport(session, course, enrolments, people) };
    }
    if (words.member !== undefined) {
      const person = must(findPerson(store, words.member));
      const record = trainingRecords(store, person.id).get(person.id) ?? emptyRecord(person.id);
      return { report: personTraining(person, courses(store), rules, record, words.asAt) };
    }
    const people = attendees(store).filter((p) => words.all || isThere(p, words.asAt));
    return { report: clearedReport(rules, people, trainingRecords(store), words.asAt, words.cleared) };
  },
});
