import type { WithdrawableApplication, WithdrawPlan } from "../domain/application-one.ts";
import type { Day } from "../domain/day.ts";
import { applicationsOf } from "./round-applications.ts";
import { interviewedIn, shortlistOf } from "./round-shortlist.ts";
import type { Store } from "./store.ts";

/** The applications of a round as far as withdrawing one needs them, by code. */
export function withdrawable(store: Store, roundId: number): WithdrawableApplication[] {
  const list = shortlistOf(store, roundId);
  const interviewed = interviewedIn(store, roundId);
  return applicationsOf(store, roundId).map(({ id, code, status, blanked, fields }) => ({
    id,
    code,
    status,
    blanked,
    receivedOn: fields.receivedOn as Day,
    invited: list.get(id)?.invited ?? false,
    interviewed: interviewed.has(id),
  }));
}

/** Writes how an application stands from now on. */
export const saveWithdrawal = (store: Store, { id, status, withdrawnOn }: WithdrawPlan): void =>
  store.update("application", id, { status, withdrawn_on: withdrawnOn });
