import type { Activity } from "../domain/activity.ts";
import type { Whose } from "../domain/attended-fees.ts";
import type { Day } from "../domain/day.ts";
import type { ExpenseFacts } from "../domain/expense.ts";
import type { FeeFacts, PersonFacts } from "../domain/fee.ts";
import type { WhoseFee } from "../domain/fee-words.ts";
import type { TeamName } from "../domain/person-name.ts";
import type { RateCard } from "../domain/rate-card.ts";
import type { HandedIn } from "../domain/receipt.ts";
import { type Result, yes } from "../domain/result.ts";
import { attendedBy, knownActivity, notThere, projectTimes } from "./activities.ts";
import { standingLines } from "./payments.ts";
import { findPerson, memberships, peopleRows } from "./people.ts";
import { preferencesOf } from "./preferences.ts";
import { bands, expenseKinds, mileageRates, rates } from "./rates.ts";
import { numberSetting, setting } from "./settings.ts";
import type { Store } from "./store.ts";

/** What has to be known to price a fee for an activity, from one card or from the unit's usual one. */
export const feeFacts = (store: Store, activity: Activity, today: Day, card?: RateCard): FeeFacts => ({
  today,
  activity: knownActivity(store, activity),
  bands: bands(store),
  rates: rates(store, card?.id),
  card: card?.key === setting(store, "default-rate-card") ? undefined : card?.key,
});

/** The day a fee is priced by: the activity's own, else the day typed, else today. */
export const dayOf = (store: Store, activity: Activity, typed: Day | undefined, today: Day): Day =>
  knownActivity(store, activity).heldOn ?? typed ?? today;

/** What has to be known of whoever's fees are to be logged: the person typed, or everybody who came to the meeting. */
export function whoseFacts(store: Store, { activity, member }: WhoseFee): Whose {
  if (member === undefined)
    return {
      everybody: attendedBy(store, activity.key).map((id) => personFacts(store, id, activity)),
    };
  return { one: oneFacts(store, member, activity) };
}

/** What has to be known of the one person typed. */
export function oneFacts(store: Store, typed: string, activity: Activity): Result<PersonFacts> {
  const found = findPerson(store, typed);
  return found.ok ? yes(personFacts(store, found.value.id, activity)) : found;
}

/** What has to be known of a person to log a fee for them. */
function personFacts(store: Store, personId: number, activity: Activity): PersonFacts {
  const [person] = peopleRows(store, personId);
  return {
    id: personId,
    knownAs: person?.known_as ?? "",
    memberships: memberships(store, personId),
    preferences: preferencesOf(store, personId),
    earlier: standingLines(store, personId, activity).filter((l) => !l.isExpense),
    notThere: notThere(store, personId, activity),
    project: projectTimes(store, personId, activity),
  };
}

/** What has to be known to log an expense of a person. */
export function expenseFacts(
  store: Store,
  person: { readonly id: number; readonly knownAs: TeamName } | null,
  activity: Activity,
  receipts: readonly HandedIn[],
  today: Day,
): Omit<ExpenseFacts, "missing"> {
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
    receiptRule: setting(store, "receipt-rule"),
  };
}
