import { ceilingWarnings } from "../domain/ceiling.ts";
import type { Agreed } from "../domain/ceiling-agreed.ts";
import { acknowledged, acknowledgedSentences } from "../domain/ceiling-words.ts";
import type { Day } from "../domain/day.ts";
import { type Result, yes } from "../domain/result.ts";
import { ceilingFacts } from "./ceilings.ts";
import { setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** What a verb that adds work says of it: which refs are new, whose, and what was agreed with who goes over a ceiling. */
export interface NewWork {
  /** Where it comes from: offered or planned, logged, or put in a batch. */
  readonly stage: "offer" | "log" | "batch";
  /** Whose ceilings are looked at; everybody's where left out. */
  readonly people?: readonly number[];
  /** What is new: `PAY-003`, `meeting:2026-05`, `project:P-001`. */
  readonly refs: readonly string[];
  readonly acknowledge: string | undefined;
  readonly by: string;
  readonly today: Day;
}

/** What was agreed about weeks and months that went over a ceiling, in the order in which it was. */
export const agreements = (store: Store): Agreed[] =>
  store
    .all(
      sql
        .selectFrom("ceiling_warning")
        .select([
          "ceiling_id",
          "counted_by",
          "period_from_on",
          "reason",
          "acknowledged_by",
          "acknowledged_on",
        ])
        .orderBy("id"),
    )
    .map((w) => ({
      ceilingId: w.ceiling_id,
      countedBy: w.counted_by as Agreed["countedBy"],
      from: w.period_from_on as Day,
      reason: w.reason,
      by: w.acknowledged_by,
      on: w.acknowledged_on as Day,
    }));

/**
 * Holds work that was just written against the ceilings of whoever does it: a refusal for each that is passed and not
 * acknowledged (the verb stops, and nothing is written), else the warnings are recorded with what was agreed. Answers
 * sentences about them.
 */
export function watchCeilings(store: Store, made: NewWork): Result<string[]> {
  const advice = setting(store, "benefits-advice");
  const warnings = ceilingWarnings(ceilingFacts(store, made.today, made.people), new Set(made.refs));
  const reason = acknowledged(warnings, made.acknowledge, advice);
  if (!reason.ok) return reason;
  for (const { ceiling, countedBy, period, total } of warnings)
    store.insert("ceiling_warning", {
      ceiling_id: ceiling.id,
      stage: made.stage,
      counted_by: countedBy,
      period_from_on: period.from,
      amount: total,
      reason: reason.value,
      acknowledged_on: made.today,
      acknowledged_by: made.by,
    });
  return yes(acknowledgedSentences(warnings, advice));
}
