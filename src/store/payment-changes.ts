import type { Approval } from "../domain/approval.ts";
import type { Day } from "../domain/day.ts";
import type { ExpensePlan } from "../domain/expense.ts";
import type { FeePlan } from "../domain/fee.ts";
import type { Answered } from "../domain/fee-offer.ts";
import type { PaymentLine } from "../domain/payment.ts";
import type { HandedIn } from "../domain/receipt.ts";
import { paymentLines } from "./payments.ts";
import type { Store } from "./store.ts";

/** Who recorded a line, when, who is to pay it, and what it was. */
export interface Recorded {
  readonly by: string;
  readonly on: Day;
  readonly payerId: number;
  readonly note: string | undefined;
}

/** Writes a fee with the rate frozen on it; answers its id. */
const addFee = (store: Store, fee: FeePlan, stream: "fee" | "voucher", made: Recorded): number =>
  store.insert("payment_line", {
    stream,
    person_id: fee.personId,
    activity_kind: fee.activity.kind,
    activity_key: fee.activity.key,
    activity_on: fee.on,
    band: fee.band,
    quantity: fee.times,
    minutes: fee.minutes,
    rate_id: fee.rate.id,
    rate_pence: fee.rate.pence,
    claimed_pence: fee.claimed,
    outcome: fee.outcome,
    state: fee.state,
    again_reason: fee.again,
    description: made.note ?? null,
    recorded_by: made.by,
    logged_on: made.on,
    payer_id: made.payerId,
  });

/** Writes fees, each with the rate frozen on it; answers their lines. */
export const addFees = (
  store: Store,
  fees: readonly FeePlan[],
  stream: "fee" | "voucher",
  made: Recorded,
): PaymentLine[] =>
  paymentLines(store, {
    ids: fees.map((fee) => addFee(store, fee, stream, made)),
  });

/** Writes a fee that is offered and not done yet; answers its line. */
export function addOffer(store: Store, fee: FeePlan, made: Recorded): PaymentLine[] {
  const id = addFee(store, fee, "fee", made);
  store.update("payment_line", id, { state: "offered" });
  return paymentLines(store, { ids: [id] });
}

/** Writes what somebody answered to an offered fee. */
export const answerOffer = (store: Store, { line, claimed, outcome, state }: Answered): void =>
  store.update("payment_line", line.id, { claimed_pence: claimed, outcome, state });

/** Logs accepted work as done, priced by the day it was done. */
export const logDone = (
  store: Store,
  line: PaymentLine,
  fee: FeePlan,
  made: Pick<Recorded, "by" | "on">,
): void =>
  store.update("payment_line", line.id, {
    activity_on: fee.on,
    minutes: fee.minutes,
    rate_id: fee.rate.id,
    rate_pence: fee.rate.pence,
    claimed_pence: fee.claimed,
    outcome: fee.outcome,
    state: fee.state,
    recorded_by: made.by,
    logged_on: made.on,
  });

/** Writes an expense that was claimed, with the fingerprints of its receipts; answers its id. */
export function addExpense(
  store: Store,
  expense: ExpensePlan,
  receipts: readonly HandedIn[],
  made: Recorded,
): number {
  const id = store.insert("payment_line", {
    stream: "expense",
    person_id: expense.personId,
    activity_kind: expense.activity.kind,
    activity_key: expense.activity.key,
    activity_on: expense.on,
    expense_kind_id: expense.kind.id,
    miles_tenths: expense.miles,
    mileage_rate_id: expense.mileageRate?.id ?? null,
    claimed_pence: expense.claimed,
    state: "claimed",
    claimed_on: expense.claimedOn,
    again_reason: expense.again,
    description: made.note ?? null,
    recorded_by: made.by,
    logged_on: made.on,
    payer_id: made.payerId,
  });
  for (const r of receipts)
    store.insert("receipt", { line_id: id, file_name: r.fileName, sha256: r.sha256, added_on: made.on });
  return id;
}

/** Marks lines approved with their amounts, by whom and on which day. */
export function approveLines(
  store: Store,
  approvals: readonly Approval[],
  made: Pick<Recorded, "by" | "on">,
): void {
  for (const { line, pence, reason } of approvals)
    store.update("payment_line", line.id, {
      state: "approved",
      approved_pence: pence,
      approved_by: made.by,
      approved_on: made.on,
      difference_reason: reason,
    });
}
