import type { Stretch, StretchPlan } from "../domain/availability.ts";
import type { Day } from "../domain/day.ts";
import { type Store, sql } from "./store.ts";

const stretches = sql
  .selectFrom("person_availability")
  .select(["id", "person_id", "from_on", "until_on", "hours_per_month"])
  .orderBy("person_id")
  .orderBy("from_on");

/** The hours a month that people said they can give, by person and first day; those of one person where it is named. */
export const stretchesOf = (store: Store, personId?: number): (Stretch & { readonly personId: number })[] =>
  store.all(personId === undefined ? stretches : stretches.where("person_id", "=", personId)).map((s) => ({
    id: s.id,
    personId: s.person_id,
    fromOn: s.from_on as Day,
    untilOn: s.until_on as Day | null,
    hoursPerMonth: s.hours_per_month,
  }));

/** Writes what is planned for somebody's hours. */
export function keepStretch(store: Store, personId: number, plan: StretchPlan): void {
  if (plan.kind === "remove") store.remove("person_availability", plan.stretch.id);
  if (plan.kind !== "keep") return;
  const { fromOn, untilOn, hoursPerMonth } = plan.stretch;
  const row = { from_on: fromOn, until_on: untilOn, hours_per_month: hoursPerMonth };
  if (plan.inPlaceOf) store.update("person_availability", plan.inPlaceOf.id, row);
  else store.insert("person_availability", { person_id: personId, ...row });
}
