import { mendedSince } from "../domain/clearance-mend.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import type { Enrolment } from "../domain/enrolment.ts";
import type { Gap, Mending } from "../domain/gaps.ts";
import { ref } from "../domain/ref.ts";
import { comingSessions, type TrainingSession } from "../domain/session.ts";
import { count } from "../domain/text.ts";
import type { TrainingRecord } from "../domain/training.ts";
import { sessionInWords } from "./courses.ts";
import type { Column, Report, Row } from "./report.ts";
import { seatsInWords } from "./sessions.ts";
import { shortKeys, sinceInWords, type Trainee } from "./training.ts";

const gapColumns: readonly Column[] = [
  { key: "clearance", heading: "Clearance" },
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "lacks", heading: "Lacks only" },
  { key: "next_session", heading: "Next session" },
];

const mendingColumns: readonly Column[] = [
  { key: "session", heading: "Session" },
  { key: "course", heading: "Course" },
  { key: "part", heading: "Part" },
  { key: "held_on", heading: "Day", kind: "day" },
  { key: "would_clear", heading: "Would clear", kind: "integer" },
  { key: "can_come", heading: "Can come", kind: "integer" },
  { key: "people", heading: "Whom, for what", kind: "lines" },
];

/** What gaps are told with: the sessions planned, the records of people, the day asked about, and today. */
interface Told {
  readonly sessions: readonly TrainingSession[];
  readonly enrolments: readonly Enrolment[];
  readonly records: ReadonlyMap<number, TrainingRecord>;
  readonly day: Day;
  readonly today: Day;
}

/** What mended it since the day asked about, else the session somebody could go to, or that none is planned. */
function nextOf({ lacks, personId }: Gap, told: Told): string | null {
  if (!lacks.course) return null;
  const { sessions, enrolments, records, day, today } = told;
  const record = records.get(personId);
  const since = record && mendedSince(lacks, record, day, today);
  if (since) return sinceInWords(since);
  const [next] = comingSessions(sessions, lacks.course, lacks.part, today);
  if (!next) return "none is planned";
  const its = enrolments.filter((e) => e.sessionId === next.id);
  const own = its.find((e) => e.personId === personId)?.state;
  const said = own === "enrolled" ? "has a place" : own === "waiting" ? "waits" : seatsInWords(next, its);
  return `${sessionInWords(next)}${said ? ` (${said})` : ""}`;
}

const mendingRow = (m: Mending, knownAs: ReadonlyMap<number, string>): Row => ({
  session: m.session ? ref("session", m.session.id) : "none planned",
  course: m.course.key,
  part: m.part?.key ?? "whole course",
  held_on: m.session?.heldOn ?? null,
  would_clear: m.clears.size,
  can_come: m.reach,
  people: [...m.clears].map(([id, keys]) => {
    const others = keys.join() === m.course.key ? "" : `: ${keys.join(", ")}`;
    return `${ref("member", id)} ${knownAs.get(id) ?? ""}${others}`;
  }),
});

/** The first of them in a sentence: what to plan, or whom to invite. */
function bestSentence([best]: readonly Mending[]): string[] {
  if (!best) return [];
  const people = count(best.clears.size, "person", "people");
  const what = `${best.part?.title ?? "the whole course"} of ${best.course.key}`;
  if (!best.session)
    return [
      `The single session that would clear the most is not planned yet: ${what}, ${people} (involve training schedule ${best.course.key}${best.part ? ` --part ${best.part.key}` : ""} --on DATE).`,
    ];
  const room = best.reach < best.clears.size ? `, though only ${best.reach} of them can come` : "";
  return [
    `The single session that would clear the most is ${sessionInWords(best.session)}, ${what}: ${people}${room}.`,
  ];
}

/** Who is one thing away from each kind of work, and which single session would clear the most people. */
export function gapsReport(
  found: readonly Gap[],
  mending: readonly Mending[],
  people: readonly Trainee[],
  told: Told,
): Report {
  const knownAs = new Map(people.map((p) => [p.id, p.knownAs]));
  return {
    title: `Who is one step away, as at ${dayInWords(told.day)}`,
    sections: [
      {
        key: "one-away",
        heading: "One part or requirement away",
        columns: gapColumns,
        rows: found.map((gap) => ({
          clearance: gap.clearance.key,
          ref: ref("member", gap.personId),
          known_as: knownAs.get(gap.personId) ?? null,
          lacks: shortKeys(gap.clearance.key, [
            gap.lacks.course ? `${gap.lacks.course.key}/${gap.lacks.part.key}` : gap.lacks.requirement.key,
          ]).join(),
          next_session: nextOf(gap, told),
        })),
        empty: "Nobody who has begun is just one part or requirement away.",
      },
      {
        key: "sessions",
        heading: "Which single session would clear the most people",
        columns: mendingColumns,
        rows: mending.map((m) => mendingRow(m, knownAs)),
        empty: "No single session would clear anybody.",
      },
    ],
    notes: bestSentence(mending),
  };
}
