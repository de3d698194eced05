import { type ClearanceAnswer, type ClearanceRules, evaluateClearance } from "../domain/clearance.ts";
import { mendedSince, sessionsThatClear } from "../domain/clearance-mend.ts";
import { setsOn } from "../domain/clearance-rules.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { type Enrolment, seatsOf } from "../domain/enrolment.ts";
import { grouped } from "../domain/grouped.ts";
import { ref } from "../domain/ref.ts";
import { comingSessions, type TrainingSession } from "../domain/session.ts";
import { isHeld, type TrainingRecord } from "../domain/training.ts";
import { partOf, sessionInWords } from "./courses.ts";
import { type Column, type Report, single } from "./report.ts";
import { seatsInWords } from "./sessions.ts";
import { sinceInWords, type Trainee } from "./training.ts";

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
interface Planned {
  readonly sessions: readonly TrainingSession[];
  readonly enrolments: readonly Enrolment[];
}

/** What is asked: of whom, about which work, as at which day, and today. */
interface Asked {
  readonly person: Trainee;
  readonly rules: ClearanceRules;
  readonly record: TrainingRecord;
  readonly planned: Planned;
  readonly day: Day;
  readonly today: Day;
}

/** `T-003 on Tue 8 Dec 2026 (2 places free; they have a place)`: a session as somebody may go there. */
function openTo({ person, planned, day, today }: Asked, session: TrainingSession): string {
  const its = planned.enrolments.filter((e) => e.sessionId === session.id);
  const own = its.find((e) => e.personId === person.id)?.state;
  const theirs = own === "enrolled" ? "they have a place" : own === "waiting" ? "they wait for a place" : "";
  const late = day > today && session.heldOn > day ? "after the day asked about" : "";
  const said = [seatsInWords(session, its), theirs, late].filter(Boolean).join("; ");
  return `${sessionInWords(session)}${said ? ` (${said})` : ""}`;
}

/** Whether somebody may still go to a session: it has a free place, or they have one. */
function hasRoomFor({ person, planned }: Asked, session: TrainingSession): boolean {
  const its = planned.enrolments.filter((e) => e.sessionId === session.id);
  const theirs = its.some((e) => e.personId === person.id && e.state === "enrolled");
  return theirs || seatsOf(session, its).free !== 0;
}

/**
 * For each part that is missing what mended it since the day, else the next planned session from today on, and where that is full
 * the next with a place; or how to plan one.
 */
const nextSessions = (asked: Asked, answer: ClearanceAnswer): string[] =>
  answer.missingParts.map((missing) => {
    const { course, part } = missing;
    const since = mendedSince(missing, asked.record, asked.day, asked.today);
    if (since) return `${part.title}: ${sinceInWords(since)}`;
    const [first, ...later] = comingSessions(asked.planned.sessions, course, part, asked.today);
    if (!first)
      return `${part.title}: none is planned (involve training schedule ${course.key} --part ${part.key} --on DATE)`;
    const said = `${part.title}: ${openTo(asked, first)}`;
    if (hasRoomFor(asked, first)) return said;
    const open = later.find((s) => hasRoomFor(asked, s));
    return `${said}${open ? `; the next with a place is ${openTo(asked, open)}` : ""}`;
  });

/** The first planned session of each thing taught that alone would clear somebody as at the day. */
function clearing(asked: Asked): string[] {
  const { rules, record, planned, day, today } = asked;
  const found = sessionsThatClear(rules, record, planned.sessions, today, day < today ? today : day);
  return [...grouped(found, (c) => c.session.partId).values()].flatMap(([first]) =>
    first ? [`${partOf(first.session, first.course)}: ${openTo(asked, first.session)}`] : [],
  );
}

/** What others ask for and is missing: how to record it once somebody has it, or that it is on record since. */
const toRecord = ({ person, rules, record, day, today }: Asked, answer: ClearanceAnswer): string[] =>
  setsOn(rules, day)
    .flat()
    .flatMap(({ requirement }) => {
      if (!requirement || !answer.missingKeys.includes(requirement.key)) return [];
      const since = day < today ? record.held.find((h) => isHeld(h, requirement, today)) : undefined;
      return since
        ? [`${requirement.label}: on record since, issued ${dayInWords(since.issuedOn)}`]
        : [
            `${requirement.label}: once they have it, involve training external record ${ref("member", person.id)} ${requirement.key} --issued DATE`,
          ];
    });

/**
 * Why somebody is or is not cleared for work as at a day; what mended it since or would mend it: the next planned session of
 * each part that is missing with its free places, any single one that would be enough, and what has to be recorded of other bodies.
 */
export function whyReport(asked: Asked): Report {
  const { person, rules, record, day } = asked;
  const answer = evaluateClearance(rules, record, day);
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
      next_sessions: nextSessions(asked, answer),
      would_clear: answer.cleared ? [] : clearing(asked),
      to_record: toRecord(asked, answer),
    },
  );
}
