import { type ClearanceRules, evaluateClearance } from "../domain/clearance.ts";
import { type ClearanceChange, opened } from "../domain/clearance-change.ts";
import { leadsTo } from "../domain/clearance-rules.ts";
import type { CompletionEntry, CompletionPlan } from "../domain/completion.ts";
import type { Course } from "../domain/course.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import type { TrainingSession } from "../domain/session.ts";
import { listed } from "../domain/text.ts";
import type { TrainingRecord } from "../domain/training.ts";
import { type Column, list, type Report } from "./report.ts";
import { stillMissed } from "./training.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "course", heading: "Course" },
  { key: "part", heading: "Part" },
  { key: "completed_on", heading: "Completed", kind: "day" },
];

/** The completions that were recorded. */
export const completionsReport = (entries: readonly CompletionEntry[]): Report =>
  list(
    "Completed",
    columns,
    entries.map((e) => ({
      ref: ref("member", e.person.id),
      known_as: e.person.knownAs,
      course: e.course.key,
      part: e.part.key,
      completed_on: e.on,
    })),
    "Nothing new.",
  );

const byPerson = <E extends CompletionEntry>(entries: readonly E[]): [string, E[]][] => [
  ...grouped(entries, (e) => `${ref("member", e.person.id)} ${e.person.knownAs}`),
];

/** What was recorded by hand: the parts that are new, person by person, and those that were on record. */
export function completionSentences(plan: CompletionPlan<CompletionEntry>): string[] {
  const added = byPerson(plan.added).map(([name, entries]) => {
    const [first] = entries;
    const parts = listed(entries.map((e) => e.part.key));
    return `${name} completed ${parts} of ${first?.course.key} on ${first ? dayInWords(first.on) : ""}.`;
  });
  const days = new Map(plan.known.map(({ entry, on }) => [entry, on]));
  const known = byPerson([...days.keys()]).map(([name, entries]) => {
    const parts = entries.map((e) => `${e.part.key} (${dayInWords(days.get(e) ?? e.on)})`);
    return `${name}: on record already and left as it is: ${listed(parts)}.`;
  });
  return [...added, ...known, ...(plan.added.length === 0 ? ["Nothing new."] : [])];
}

/** Which parts of a whole course were left alone because a waiver stands for them. */
export const waivedSentences = (waived: readonly CompletionEntry[]): string[] =>
  byPerson(waived).map(([name, entries]) => {
    const parts = listed(entries.map((e) => e.part.key));
    return `${name}: waived, and not recorded as completed: ${parts}. If it was completed too: --part ${entries[0]?.part.key}`;
  });

/** Somebody as a sentence names them. */
export interface Named {
  readonly id: number;
  readonly knownAs: TeamName;
}

/** Which work people are cleared for now and were not before, clearance by clearance. */
export function openedSentences(changes: readonly ClearanceChange[], people: readonly Named[]): string[] {
  const knownAs = new Map(people.map((p) => [p.id, p.knownAs]));
  const nameOf = (id: number): string => `${ref("member", id)} ${knownAs.get(id) ?? ""}`.trim();
  return [...grouped(changes, (c) => c.clearance)].map(
    ([clearance, its]) =>
      `Now cleared for ${clearance.key} (${clearance.work}): ${listed(its.map((c) => nameOf(c.personId)))}.`,
  );
}

/** The same for clearances that were lost. */
export const closedSentences = (changes: readonly ClearanceChange[], people: readonly Named[]): string[] =>
  openedSentences(changes, people).map((s) => s.replace("Now cleared for", "No longer cleared for"));

/** What somebody who completed a part still misses for the work its course leads to. */
export function stillMissing(
  rules: readonly ClearanceRules[],
  entries: readonly CompletionEntry[],
  records: ReadonlyMap<number, TrainingRecord>,
  day: Day,
): string[] {
  return byPerson(entries).flatMap(([name, own]) => {
    const [first] = own;
    const record = first && records.get(first.person.id);
    if (!first || !record) return [];
    return rules
      .filter((r) => leadsTo(first.course, r, day))
      .map((r) => ({ rule: r, answer: evaluateClearance(r, record, day) }))
      .filter(({ answer }) => !answer.cleared)
      .map(
        ({ rule, answer }) =>
          `${name} still misses for ${rule.key}: ${listed(stillMissed(rule.key, answer))}.`,
      );
  });
}

/** Who has completed what a session teaches already, with the day. */
export function alreadyCompleted(
  people: readonly Named[],
  session: TrainingSession,
  course: Course,
  records: ReadonlyMap<number, TrainingRecord>,
): string[] {
  const part = course.parts.find((p) => p.id === session.partId);
  if (!part) return [];
  return people.flatMap((p) => {
    const done = records.get(p.id)?.completions.find((c) => c.partId === part.id && c.revokedOn === null);
    return done
      ? [
          `${ref("member", p.id)} ${p.knownAs} completed ${part.key} on ${dayInWords(done.on)} already; they may come again.`,
        ]
      : [];
  });
}

/** The clearances and everybody's record, at one time. */
export interface Standing {
  readonly rules: readonly ClearanceRules[];
  readonly records: ReadonlyMap<number, TrainingRecord>;
}

/** Which work people are cleared for now and were not before, and which no longer. */
export function effectSaid(before: Standing, now: Standing, people: readonly Named[], day: Day): string[] {
  const ids = people.map((p) => p.id);
  return [
    ...openedSentences(opened(before, now, ids, day), people),
    ...closedSentences(opened(now, before, ids, day), people),
  ];
}
