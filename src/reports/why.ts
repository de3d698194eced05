import { type ClearanceAnswer, type ClearanceRules, evaluateClearance } from "../domain/clearance.ts";
import { sessionsThatClear } from "../domain/clearance-mend.ts";
import { setsOn } from "../domain/clearance-rules.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { type Enrolment, seatsOf } from "../domain/enrolment.ts";
import { grouped } from "../domain/grouped.ts";
import { ref } from "../domain/ref.ts";
import { comingSessions, type TrainingSession } from "../domain/session.ts";
import type { TrainingRecord } from "../domain/training.ts";
import { partOf, sessionInWords } from "./courses.ts";
import { type Column, type Report, single } from "./report.ts";
import { seatsInWords } from "./sessions.ts";
import type { Trainee } from "./training.ts";

const whyColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "clearance", heading: "Clearance" },
  { key: "work", heading: "Work" },
  { key: "as_at", heading: "As at", kind: "day" },
  { key: "cleared", heading: "Cleared", kind: "yes-no" },
  { key: "met", heading: "Met", kind: "lines" },
  { key: "missing", heading: "Missing", kind: "lines" },
  { key: "waived", heading: "Waived", kind: "lines" },
  { key: "expiring", heading: "Running out", kind: "lines" },
  { key: "next_sessions", heading: "Next sessions", kind: "lines" },
  { key: "would_clear", heading: "One is enough", kind: "lines" },
  { key: "to_record", heading: "To record", kind: "lines" },
];

/** The sessions that are planned, and who has a place at them. */
export interface Planned {
  readonly sessions: readonly TrainingSession[];
  readonly enrolments: readonly Enrolment[];
}

/** `T-003 on Tue 8 Dec 2026 (2 places free; they have a place)`: a session as somebody may go there. */
function openTo(person: Trainee, session: TrainingSession, { enrolments }: Planned): string {
  const its = enrolments.filter((e) => e.sessionId === session.id);
  const own = its.find((e) => e.personId === person.id)?.state;
  const theirs = own === "enrolled" ? "they have a place" : own === "waiting" ? "they wait for a place" : "";
  const said = [seatsInWords(session, its), theirs].filter(Boolean).join("; ");
  return `${sessionInWords(session)}${said ? ` (${said})` : ""}`;
}

/** Whether somebody may still go to a session: it has a free place, or they have one. */
function hasRoomFor(person: Trainee, session: TrainingSession, { enrolments }: Planned): boolean {
  const its = enrolments.filter((e) => e.sessionId === session.id);
  const theirs = its.some((e) => e.personId === person.id && e.state === "enrolled");
  return theirs || seatsOf(session, its).free !== 0;
}

/** The next planned session of each part that is missing, and where it is full the next with a place; or how to plan one. */
const nextSessions = (person: Trainee, answer: ClearanceAnswer, planned: Planned, from: Day): string[] =>
  answer.missingParts.map(({ course, part }) => {
    const [first, ...later] = comingSessions(planned.sessions, course, part, from);
    if (!first)
      return `${part.title}: none is planned (involve training schedule ${course.key} --part ${part.key} --on DATE)`;
    const said = `${part.title}: ${openTo(person, first, planned)}`;
    if (hasRoomFor(person, first, planned)) return said;
    const open = later.find((s) => hasRoomFor(person, s, planned));
    return `${said}${open ? `; the next with a place is ${openTo(person, open, planned)}` : ""}`;
  });

/** The first planned session of each thing taught that alone would clear somebody. */
function clearing(
  person: Trainee,
  rules: ClearanceRules,
  record: TrainingRecord,
  planned: Planned,
  from: Day,
) {
  const all = grouped(sessionsThatClear(rules, record, planned.sessions, from), (c) => c.session.partId);
  return [...all.values()].flatMap(([first]) =>
    first ? [`${partOf(first.session, first.course)}: ${openTo(person, first.session, planned)}`] : [],
  );
}

/** What others ask for and is missing: how to record it once somebody has it. */
const toRecord = (person: Trainee, rules: ClearanceRules, answer: ClearanceAnswer, day: Day): string[] =>
  setsOn(rules, day)
    .flat()
    .flatMap(({ requirement }) =>
      requirement && answer.missingKeys.includes(requirement.key)
        ? [
            `${requirement.label}: once they have it, involve training external record ${ref("member", person.id)} ${requirement.key} --issued DATE`,
          ]
        : [],
    );

/**
 * Why somebody is or is not cleared for work as at a day; what would mend it: the next planned session of each part that is
 * missing with its free places, any single one that would be enough, and what has to be recorded of other bodies.
 */
export function whyReport(
  person: Trainee,
  rules: ClearanceRules,
  record: TrainingRecord,
  planned: Planned,
  day: Day,
  today: Day,
): Report {
  const answer = evaluateClearance(rules, record, day);
  const from = day < today ? today : day;
  return single(
    `${ref("member", person.id)} ${person.knownAs} ${answer.cleared ? "is" : "is not"} cleared for ${rules.key} as at ${dayInWords(day)}`,
    whyColumns,
    {
      ref: ref("member", person.id),
      known_as: person.knownAs,
      clearance: rules.key,
      work: rules.work,
      as_at: day,
      cleared: answer.cleared,
      met: answer.met,
      missing: answer.missing,
      waived: answer.waived,
      expiring: answer.expiring,
      next_sessions: nextSessions(person, answer, planned, from),
      would_clear: answer.cleared ? [] : clearing(person, rules, record, planned, from),
      to_record: toRecord(person, rules, answer, day),
    },
  );
}
