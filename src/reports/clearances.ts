import { evaluateClearance } from "../domain/clearance.ts";
import type { RuleEffect } from "../domain/clearance-change.ts";
import { askedKey, askedLabel, asksInWords, graceInWords, type RulePlan } from "../domain/clearance-plan.ts";
import { type ClearanceRules, setsOn } from "../domain/clearance-rules.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import { count, listed } from "../domain/text.ts";
import type { TrainingRecord } from "../domain/training.ts";
import { closedSentences, openedSentences } from "./completions.ts";
import { type Column, list, type Report, type Row } from "./report.ts";
import type { Trainee } from "./training.ts";

const columns: readonly Column[] = [
  { key: "clearance", heading: "Clearance" },
  { key: "label", heading: "Label", detail: true },
  { key: "work", heading: "Work" },
  { key: "asks_for", heading: "Asks for", kind: "lines" },
  { key: "cleared", heading: "People", kind: "integer" },
  { key: "retired_on", heading: "Retired", kind: "day", detail: true },
];

/** The people of a group and their records, as clearances are counted. */
export interface Cohort {
  readonly people: readonly Trainee[];
  readonly records: ReadonlyMap<number, TrainingRecord>;
}

const clearedOf = (rules: ClearanceRules, { people, records }: Cohort, day: Day): Trainee[] =>
  people.filter((p) => {
    const record = records.get(p.id);
    return record !== undefined && evaluateClearance(rules, record, day).cleared;
  });

const rowOf = (rules: ClearanceRules, cohort: Cohort, day: Day): Row => ({
  clearance: rules.key,
  label: rules.label,
  work: rules.work,
  asks_for: asksInWords(rules, day),
  cleared: clearedOf(rules, cohort, day).length,
  retired_on: rules.retiredOn,
});

/** What each clearance asks for as at a day, and how many people are cleared for it. */
export const clearancesReport = (
  all: readonly ClearanceRules[],
  cohort: Cohort,
  day: Day,
  retiredToo: boolean,
): Report =>
  list(
    "Clearances",
    retiredToo ? columns.map((c) => (c.key === "retired_on" ? { ...c, detail: false } : c)) : columns,
    all
      .filter((r) => retiredToo || r.retiredOn === null || r.retiredOn > day)
      .map((r) => rowOf(r, cohort, day)),
    'None. Add one with: involve clearance add KEY --label "Its name" --work "What people may do" --course COURSE',
    [
      `As at ${dayInWords(day)}. Everything that is asked for is needed; "either" means that one of them is enough.`,
    ],
  );

const ruleColumns: readonly Column[] = [
  { key: "set", heading: "Set", kind: "integer" },
  { key: "asks_for", heading: "Asks for" },
  { key: "kind", heading: "Kind" },
  { key: "label", heading: "In full" },
  { key: "grace_days", heading: "Grace days", kind: "integer" },
  { key: "asked_from", heading: "From", kind: "day" },
  { key: "retired_on", heading: "No longer from", kind: "day" },
  { key: "source", heading: "Source", detail: true },
];

/** One clearance: every rule it has or had, and who is cleared for it as at a day. */
export function clearanceReport(
  rules: ClearanceRules,
  sources: ReadonlyMap<number, string>,
  cohort: Cohort,
  day: Day,
): Report {
  const rows = rules.sets.flatMap((set, i) =>
    set.map((ask) => ({
      set: ask.set ?? i + 1,
      asks_for: askedKey(ask),
      kind: ask.course ? "course" : "requirement",
      label: askedLabel(ask),
      grace_days: ask.graceDays,
      asked_from: ask.askedFrom ?? null,
      retired_on: ask.retiredOn ?? null,
      source: sources.get(ask.id ?? 0) ?? null,
    })),
  );
  const retired = rules.retiredOn === null ? "" : ` (retired ${dayInWords(rules.retiredOn)})`;
  return {
    title: `${rules.key}: ${rules.label}${retired}`,
    sections: [
      {
        key: "rules",
        heading: `What it asks for; it opens: ${rules.work}`,
        columns: ruleColumns,
        rows,
        empty: "Nothing, so it clears nobody.",
      },
      {
        key: "cleared",
        heading: `Cleared as at ${dayInWords(day)}`,
        columns: [
          { key: "ref", heading: "Ref" },
          { key: "known_as", heading: "Known as" },
        ],
        rows: clearedOf(rules, cohort, day).map((p) => ({ ref: ref("member", p.id), known_as: p.knownAs })),
        empty: "Nobody.",
      },
    ],
    notes: setsOn(rules, day).length > 1 ? ["Every set has to be met; one rule of a set is enough."] : [],
  };
}

/** Who gains and who loses by another way of asking, as at the day it counts from. */
export const effectSentences = (
  effect: RuleEffect,
  people: readonly Trainee[],
  day: Day,
  today: Day,
): string[] => {
  const sentences = [...openedSentences(effect.gained, people), ...closedSentences(effect.lost, people)];
  if (sentences.length === 0) return ["Nobody gains or loses by it."];
  return day === today ? sentences : sentences.map((s) => `From ${dayInWords(day)}: ${s}`);
};

/** What somebody is asked before a change that touches several people. */
export function effectQuestion(what: string, { lost, gained }: RuleEffect): string {
  const loses = count(lost.length, "person loses", "people lose");
  const gains = count(gained.length, "person gains", "people gain");
  const parts = [
    ...(lost.length > 0 ? [`${loses} a clearance`] : []),
    ...(gained.length > 0 ? [`${gains} ${lost.length > 0 ? "one" : "a clearance"}`] : []),
  ];
  return `${what}: ${listed(parts)}. Go on?`;
}

/** What became of a clearance's rules, in sentences. */
export function ruleSentences({ clearance, added, ended, from }: RulePlan, today: Day): string[] {
  const since = from === today ? "" : ` from ${dayInWords(from)} on`;
  const names = listed(ended.map((e) => askedLabel(e.ask)));
  if (!added) return [`${clearance.key} no longer asks for ${names}${since}.`];
  const { ask } = added;
  const grace = ask.graceDays > 0 ? `, with ${graceInWords(ask.graceDays)}` : "";
  const also = clearance.sets.some((set) =>
    set.some((a) => a.set === added.set && !ended.some((e) => e.ask === a)),
  );
  return [
    ended.length > 0
      ? `${clearance.key} asks for ${askedLabel(ask)} as before${grace || ", without grace"}${since}.`
      : `${clearance.key} asks for ${askedLabel(ask)}${also ? ` as another way to meet set ${added.set}` : " as well"}${grace}${since}.`,
  ];
}

/** What changed about a clearance besides its rules, in sentences. */
export function editSentences(before: ClearanceRules, after: ClearanceRules): string[] {
  const said = [
    ...(before.label === after.label ? [] : [`${after.key} is called ${after.label} now.`]),
    ...(before.work === after.work ? [] : [`Whoever is cleared for ${after.key} may: ${after.work}.`]),
    ...(before.retiredOn === after.retiredOn ? [] : [`${after.key} is in use again.`]),
  ];
  return said.length > 0 ? said : [`${after.key} is as it was: nothing new.`];
}

/** That a clearance is retired, and from when. */
export const retireSentence = (clearance: ClearanceRules, on: Day, today: Day): string =>
  `${clearance.key} ${on > today ? "will clear" : "clears"} nobody from ${dayInWords(on)} on.`;

/** A change of who is cleared from a day on, and the key of what brings it about. */
interface DatedEffect {
  readonly key: string;
  readonly day: Day;
  readonly effect: RuleEffect;
}

/** What somebody is asked before changes of which one touches three people or more; null where none does. */
export function questionOf(changes: readonly DatedEffect[]): string | null {
  const most = changes.find(({ effect }) => effect.lost.length + effect.gained.length >= 3);
  return most ? effectQuestion(`Change ${most.key}`, most.effect) : null;
}

/** Who gains and who loses by several changes, each from its day. */
export const changesSaid = (
  changes: readonly Omit<DatedEffect, "key">[],
  people: readonly Trainee[],
  today: Day,
): string[] => changes.flatMap((c) => effectSentences(c.effect, people, c.day, today));
