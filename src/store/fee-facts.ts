import type { Activity } from "../domain/activity.ts";
import type { Day } from "../domain/day.ts";
import type { ExpenseFacts } from "../domain/expense.ts";
import type { FeeFacts, PersonFacts } from "../domain/fee.ts";
import type { HandedIn } from "../domain/receipt.ts";
import { knownActivity } from "./activities.ts";
import { standingLines } from "./payments.ts";
import { memberships, peopleRows } from "./people.ts";
import { bands, expenseKinds, mileageRates, preferencesOf, rates } from "./rates.ts";
import { numberSetting } from "./settings.ts";
import type { Store } from "./store.ts";

/** What has to be known to price a fee for an activity. */
export const feeFacts = (store: Store, activity: Activity, today: Day): FeeFacts => ({
  today,
  activity: knownActivity(store, activity),
  bands: bands(store),
  rates: rates(store),
});

/** What has to be known of a person to log a fee for them. */
export function personFacts(store: Store, personId: number, activity: Activity): PersonFacts {
  const [person] = peopleRows(store, personId);
  return {
    id: personId,
    knownAs: person?.known_as ?? "",
    memberships: memberships(store, personId),
    preferences: preferencesOf(store, personId),
    earlier: standingLines(store, personId, activity).filter((l) => !l.isExpense),
  };
}

/** What has to be known to log an expense of a person. */
export function expenseFacts(
  store: Store,
  person: { readonly id: number; readonly knownAs: string } | null,
  activity: Activity,
  receipts: readonly HandedIn[],
  today: Day,
): ExpenseFacts {
  return {
    today,
    activity: knownActivity(store, activity),
    kinds: expenseKinds(store),
    mileageRates: mileageRates(store),
    receipts,
    person: person && {
      id: person.id,
      knownAs: person.knownAs,
      memberships: memberships(store, person.id),
    },
    earlier: person ? standingLines(store, person.id, activity).filter((l) => l.isExpense) : [],
    windowMonths: numberSetting(store, "claim-window-months"),
  };
}
