import { type ClearanceRules, evaluateClearance } from "./clearance.ts";
import type { Day } from "./day.ts";
import type { TrainingRecord } from "./training.ts";

/** A clearance that somebody gained or lost. */
export interface ClearanceChange {
  readonly personId: number;
  readonly clearance: ClearanceRules;
}

const clearedFor = (rules: readonly ClearanceRules[], record: TrainingRecord, day: Day): Set<string> =>
  new Set(rules.filter((r) => evaluateClearance(r, record, day).cleared).map((r) => r.key));

/** Who is cleared on a day by the second rules and records and was not by the first: what a completion opened. */
export function opened(
  before: {
    readonly rules: readonly ClearanceRules[];
    readonly records: ReadonlyMap<number, TrainingRecord>;
  },
  after: { readonly rules: readonly ClearanceRules[]; readonly records: ReadonlyMap<number, TrainingRecord> },
  people: Iterable<number>,
  day: Day,
): ClearanceChange[] {
  return [...new Set(people)]
    .sort((a, b) => a - b)
    .flatMap((personId) => {
      const then = before.records.get(personId);
      const now = after.records.get(personId);
      if (!then || !now) return [];
      const had = clearedFor(before.rules, then, day);
      const has = clearedFor(after.rules, now, day);
      return after.rules
        .filter((r) => has.has(r.key) && !had.has(r.key))
        .map((clearance) => ({ personId, clearance }));
    });
}

/** Who gains and who loses a clearance by another way of asking for it. */
export interface RuleEffect {
  readonly gained: readonly ClearanceChange[];
  readonly lost: readonly ClearanceChange[];
}

/** Who is cleared on a day by one set of rules and not by another, both ways, among these people. */
export function ruleEffect(
  before: readonly ClearanceRules[],
  after: readonly ClearanceRules[],
  records: ReadonlyMap<number, TrainingRecord>,
  people: readonly number[],
  day: Day,
): RuleEffect {
  const [then, now] = [
    { rules: before, records },
    { rules: after, records },
  ];
  return { gained: opened(then, now, people, day), lost: opened(now, then, people, day) };
}
