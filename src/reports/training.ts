import { type ClearanceAnswer, type ClearanceRules, evaluateClearance } from "../domain/clearance.ts";
import { type Course, partsOn } from "../domain/course.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { partAsAt, type TrainingRecord } from "../domain/training.ts";
import { type Column, list, type Report } from "./report.ts";

/** Somebody whose training is shown. */
export interface Trainee {
  readonly id: number;
  readonly knownAs: TeamName;
}

const everybodyColumns: readonly Column[] = [
  { key: "clearance", heading: "Clearance" },
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "cleared", heading: "Cleared", kind: "yes-no" },
  { key: "missing", heading: "Still missing" },
  { key: "expiring", heading: "Runs out", kind: "lines", detail: true },
];

/** The clearances that are not retired on a day. */
const inUse = (rules: readonly ClearanceRules[], day: Day): ClearanceRules[] =>
  rules.filter((r) => r.retiredOn === null || r.retiredOn > day);

/** `role-play` in place of `interviewing/role-play` where the clearance is called as its course. */
export const shortKeys = (clearance: string, keys: readonly string[]): string[] =>
  keys.map((k) => (k.startsWith(`${clearance}/`) ? k.slice(clearance.length + 1) : k));

/** What somebody still misses for a kind of work, by key; where one of several is enough, that is one item. */
export const stillMissed = (clearance: string, { lacking }: ClearanceAnswer): string[] => [
  ...new Set(
    lacking.flatMap((ways) => {
      const short = ways.map((keys) => shortKeys(clearance, keys));
      return short.length < 2 ? short.flat() : [`either ${short.map((w) => w.join(" and ")).join(", or ")}`];
    }),
  ),
];

/** `completed since, on Tue 3 Mar 2026`: what mended a part after the day that is asked about. */
export const sinceInWords = ({ how, on }: { readonly how: string; readonly on: Day }): string =>
  `${how} since, on ${dayInWords(on)}`;

/** Who is cleared for what as at a day, and what those who have begun still miss; whoever has not begun has no row. */
export function clearedReport(
  rules: readonly ClearanceRules[],
  people: readonly Trainee[],
  records: ReadonlyMap<number, TrainingRecord>,
  day: Day,
  onlyCleared: boolean,
): Report {
  const rows = inUse(rules, day).flatMap((rule) =>
    people
      .flatMap((person) => {
        const record = records.get(person.id);
        return record ? [{ person, answer: evaluateClearance(rule, record, day) }] : [];
      })
      .filter(({ answer }) => answer.cleared || (answer.begun && !onlyCleared))
      .sort((a, b) => Number(b.answer.cleared) - Number(a.answer.cleared) || a.person.id - b.person.id)
      .map(({ person, answer }) => ({
        clearance: rule.key,
        ref: ref("member", person.id),
        known_as: person.knownAs,
        cleared: answer.cleared,
        missing: stillMissed(rule.key, answer),
        expiring: answer.expiring,
      })),
  );
  const empty = `Nobody ${onlyCleared ? "is cleared for anything" : "has completed any part"} as at ${dayInWords(day)}. Record a part with: involve training complete M-001 interviewing --part principles --on DATE`;
  const notes = rows
    .slice(0, 1)
    .map((r) => `As at ${dayInWords(day)}. To see why: involve training why ${r.ref} ${r.clearance}`);
  return list("Cleared for work", everybodyColumns, rows, empty, notes);
}

const partColumns: readonly Column[] = [
  { key: "course", heading: "Course" },
  { key: "part", heading: "Part" },
  { key: "completed_on", heading: "Completed", kind: "day" },
  { key: "waived", heading: "Waived" },
];

const clearanceColumns: readonly Column[] = [
  { key: "clearance", heading: "Clearance" },
  { key: "work", heading: "Work", detail: true },
  { key: "cleared", heading: "Cleared", kind: "yes-no" },
  { key: "missing", heading: "Still missing" },
];

/** What one person has completed, part by part, and what they are cleared for, as at a day. */
export function personTraining(
  person: Trainee,
  courses: readonly Course[],
  rules: readonly ClearanceRules[],
  record: TrainingRecord,
  day: Day,
): Report {
  const parts = courses.flatMap((course) => {
    const rows = partsOn(course, day).map((part) => {
      const { done, waiver } = partAsAt(course, part, record, 0, day);
      return {
        course: course.key,
        part: part.title,
        completed_on: done?.on ?? null,
        waived: waiver ? `by ${waiver.grantedBy} on ${dayInWords(waiver.grantedOn)}` : null,
      };
    });
    return rows.some((r) => r.completed_on !== null || r.waived !== null) ? rows : [];
  });
  const answers = inUse(rules, day).map((rule) => ({ rule, answer: evaluateClearance(rule, record, day) }));
  return {
    title: `${ref("member", person.id)} ${person.knownAs}: training as at ${dayInWords(day)}`,
    sections: [
      {
        key: "parts",
        heading: "Parts of the courses begun",
        columns: partColumns,
        rows: parts,
        empty: "Nothing is completed or waived yet.",
      },
      {
        key: "clearances",
        heading: "Work",
        columns: clearanceColumns,
        rows: answers.map(({ rule, answer }) => ({
          clearance: rule.key,
          work: rule.work,
          cleared: answer.cleared,
          missing: stillMissed(rule.key, answer),
        })),
        empty: "No clearances are set up.",
      },
    ],
  };
}
