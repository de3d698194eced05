import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, fallback, member, needed, required, text } from "../../cli/options.ts";
import { opened } from "../../domain/clearance-change.ts";
import { every, ifGiven, type Result, withProblems, yes } from "../../domain/result.ts";
import { planRevocation, reasonProblems, revocable } from "../../domain/revocation.ts";
import { lostSaid } from "../../domain/team-short.ts";
import { emptyRecord } from "../../domain/training.ts";
import { theCourse, thePart } from "../../domain/training-words.ts";
import { closedSentences } from "../../reports/completions.ts";
import { revokedReport, revokedSentences } from "../../reports/revocations.ts";
import { attendees } from "../../store/attendance.ts";
import { clearanceRules, externalRequirements, trainingRecords } from "../../store/clearances.ts";
import { revoke } from "../../store/completions.ts";
import { courses } from "../../store/courses.ts";
import { findPerson } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";
import { teamsNeeding } from "../../store/team-short.ts";

type Of = Parameters<typeof planRevocation>[0]["of"];

/** What is to be taken back: a requirement of others by its key, or a course and perhaps one of its parts. */
function meant(store: Store, key: string, part: string | undefined): Result<Of> {
  const requirement = externalRequirements(store).find((r) => r.key === key.toLowerCase());
  if (requirement) return yes({ requirement });
  const course = theCourse(key, courses(store));
  if (!course.ok) return course;
  const found = ifGiven(part, (p) => thePart(p, course.value));
  return found.ok ? yes({ course: course.value, part: found.value }) : found;
}

export default command({
  about: "Take back what somebody completed, a waiver, or a requirement they held",
  details: [
    "Of a course, or of one of its parts, every completion and waiver that stands; of a requirement of others (gcp), every record of it. Nothing is deleted: it counted until the day it is taken back, and the reason is kept.",
  ],
  examples: [
    'involve training revoke M-004 interviewing --part role-play --reason "recorded for the wrong person" --on 2026-02-17',
    'involve training revoke M-004 interviewing --only waiver --reason "the evidence was for somebody else"',
    'involve training revoke M-004 gcp --reason "the certificate was of another course"',
  ],
  writes: true,
  args: {
    member: required(member("the person")),
    course: required(text("the course, or the requirement of others", "COURSE", "course")),
  },
  options: {
    part: asked(text("only this part", "PART")),
    only: choice("only completions, or only waivers", revocable),
    reason: needed(text("why", "REASON")),
    on: fallback(day("the day from which it no longer counts"), "today"),
  },
  run(context, words) {
    return context.write((store) => {
      const found = every({
        person: findPerson(store, words.member),
        of: meant(store, words.course, words.part),
      });
      const others = found.ok ? [] : reasonProblems(words.reason, words.on, context.today);
      const { person, of } = must(withProblems(others, found));
      const before = trainingRecords(store, person.id);
      const record = before.get(person.id) ?? emptyRecord(person.id);
      const plan = must(planRevocation({ ...words, record, of }, context.today));
      revoke(store, plan, context.by);
      const rules = clearanceRules(store);
      const after = { rules, records: trainingRecords(store, person.id) };
      const closed = opened(after, { rules, records: before }, [person.id], context.today);
      const people = attendees(store);
      return {
        report: revokedReport([plan], people),
        said: [
          ...revokedSentences([plan], people),
          ...closedSentences(closed, people),
          ...lostSaid(teamsNeeding(store, closed, context.today), closed),
        ],
      };
    });
  },
});
