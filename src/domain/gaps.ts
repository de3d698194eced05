import { type ClearanceRules, evaluateClearance } from "./clearance.ts";
import { partsThatClear, sessionsThatClear } from "./clearance-mend.ts";
import { setsOn } from "./clearance-rules.ts";
import type { Course, CoursePart } from "./course.ts";
import type { Day } from "./day.ts";
import { type Enrolment, seatsOf } from "./enrolment.ts";
import { grouped } from "./grouped.ts";
import { comingSessions, type TrainingSession } from "./session.ts";
import type { ExternalRequirement, TrainingRecord } from "./training.ts";

/** Somebody who lacks one thing for a kind of work: one part of a course, or one requirement of others. */
export interface Gap {
  readonly personId: number;
  readonly clearance: ClearanceRules;
  readonly lacks:
    | { readonly course: Course; readonly part: CoursePart; readonly requirement?: undefined }
    | { readonly requirement: ExternalRequirement; readonly course?: undefined };
}

/** What gaps are looked for in. */
export interface GapFacts {
  readonly rules: readonly ClearanceRules[];
  /** The records of the people who are asked about. */
  readonly records: readonly TrainingRecord[];
  readonly sessions: readonly TrainingSession[];
  readonly enrolments: readonly Enrolment[];
  /** Also people who have nothing yet of what a kind of work asks for: of a course of one part they are all one part away. */
  readonly all: boolean;
}

/** Whether somebody has something of what a kind of work asks for already, or had until it ran out. */
const begun = (rules: ClearanceRules, record: TrainingRecord, day: Day): boolean =>
  evaluateClearance(rules, record, day).begun;

/** The requirements of others of which one alone would clear somebody on a day. */
function requirementsThatClear(
  rules: ClearanceRules,
  record: TrainingRecord,
  day: Day,
): ExternalRequirement[] {
  if (evaluateClearance(rules, record, day).cleared) return [];
  const asked = setsOn(rules, day).flatMap((set) => set.flatMap((ask) => ask.requirement ?? []));
  return [...new Map(asked.map((r) => [r.id, r])).values()].filter((r) => {
    const held = [...record.held, { requirementId: r.id, issuedOn: day, expiresOn: null }];
    return evaluateClearance(rules, { ...record, held }, day).cleared;
  });
}

/** Who is one part, or one requirement of others, away from each kind of work that they have begun on, as at a day. */
export const gaps = ({ rules, records, all }: GapFacts, day: Day): Gap[] =>
  rules.flatMap((clearance) =>
    records.flatMap((record): Gap[] => {
      if (!all && !begun(clearance, record, day)) return [];
      const whose = { personId: record.personId, clearance };
      return [
        ...partsThatClear(clearance, record, day).map((lacks) => ({ ...whose, lacks })),
        ...requirementsThatClear(clearance, record, day).map((requirement) => ({
          ...whose,
          lacks: { requirement },
        })),
      ];
    }),
  );

/** A session that would clear people all by itself: one that is planned, or one of a part that none is planned of. */
export interface Mending {
  readonly course: Course;
  readonly part: CoursePart | null;
  /** Null where none is planned. */
  readonly session: TrainingSession | null;
  /** Whom it would clear, each with the kinds of work. */
  readonly clears: ReadonlyMap<number, readonly string[]>;
  /** How many of them can come: they have a place, or there is one free. */
  readonly reach: number;
}

const byPerson = (pairs: readonly { readonly personId: number; readonly key: string }[]) =>
  new Map([...grouped(pairs, (p) => p.personId)].map(([id, its]) => [id, its.map((p) => p.key)]));

function reachOf(
  session: TrainingSession,
  people: ReadonlyMap<number, unknown>,
  enrolments: readonly Enrolment[],
) {
  const coming = enrolments.filter(
    (e) => e.sessionId === session.id && e.state === "enrolled" && people.has(e.personId),
  ).length;
  const { free } = seatsOf(session, enrolments);
  return coming + Math.min(people.size - coming, free ?? people.size);
}

/** The planned sessions that would clear somebody all by themselves. */
const plannedMendings = (facts: GapFacts, from: Day, day: Day): Mending[] => {
  const { rules, records, sessions, enrolments } = facts;
  const asked = new Set(
    enrolments
      .filter((e) => e.state === "enrolled" || e.state === "waiting")
      .map((e) => `${e.sessionId} ${e.personId}`),
  );
  const found = rules.flatMap((rule) =>
    records.flatMap((record) => {
      const counts = facts.all || begun(rule, record, day);
      return sessionsThatClear(rule, record, sessions, from, day)
        .filter(({ session }) => counts || asked.has(`${session.id} ${record.personId}`))
        .map((c) => ({ ...c, personId: record.personId, key: rule.key }));
    }),
  );
  return [...grouped(found, (c) => c.session.id).values()].flatMap((its): Mending[] => {
    const [first] = its;
    if (!first) return [];
    const clears = byPerson(its);
    const { course, part, session } = first;
    return [{ course, part, session, clears, reach: reachOf(session, clears, enrolments) }];
  });
};

/** The parts that would clear somebody all by themselves and of which no session is planned. */
const unplannedMendings = (facts: GapFacts, found: readonly Gap[], from: Day): Mending[] => {
  const parts = found.flatMap(({ personId, clearance, lacks }) =>
    lacks.course && comingSessions(facts.sessions, lacks.course, lacks.part, from).length === 0
      ? [{ personId, key: clearance.key, course: lacks.course, part: lacks.part }]
      : [],
  );
  return [...grouped(parts, (p) => p.part.id).values()].flatMap((its): Mending[] => {
    const [first] = its;
    if (!first) return [];
    const clears = byPerson(its);
    return [{ course: first.course, part: first.part, session: null, clears, reach: clears.size }];
  });
};

/**
 * Which single session would clear the most people as at a day, first the one that the most of them can come to: those that are
 * planned from another day on, and parts of which none is planned. People count who have begun, and those who asked for a place.
 */
export const mendings = (facts: GapFacts, day: Day, from: Day = day): Mending[] =>
  [...plannedMendings(facts, from, day), ...unplannedMendings(facts, gaps(facts, day), from)].sort(
    (a, b) =>
      b.reach - a.reach ||
      b.clears.size - a.clears.size ||
      (a.session?.heldOn ?? "9999").localeCompare(b.session?.heldOn ?? "9999", "en") ||
      (a.part?.id ?? 0) - (b.part?.id ?? 0),
  );
