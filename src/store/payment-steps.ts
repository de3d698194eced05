import type { Day } from "../domain/day.ts";
import { type Claim, planRefusal, type Refusal, type Reversal } from "../domain/line-change.ts";
import type { Edit, EditFacts } from "../domain/line-edit.ts";
import type { PaymentLine } from "../domain/payment.ts";
import type { Result } from "../domain/result.ts";
import { linesNamed, paymentLines } from "./payments.ts";
import { type Store, sql } from "./store.ts";

/** What an approval or a query left on a line, taken off it when the line is claimed anew. */
const unapproved = {
  approved_pence: null,
  approved_by: null,
  approved_on: null,
  difference_reason: null,
  sent_on: null,
  state_reason: null,
};

/** Takes lines out of a draft batch, where one is in one; what finance was sent stays. */
function leaveDraft(store: Store, lineId: number): void {
  const row = store.first(
    sql.selectFrom("batch_line").select("id").where("line_id", "=", lineId).where("told", "is", null),
  );
  if (row) store.remove("batch_line", row.id);
}

/** Records claims, one for each person, on their lines. */
export function claimLines(
  store: Store,
  claims: readonly Claim[],
  made: { readonly receivedOn: Day; readonly note: string | undefined },
): void {
  for (const { personId, lines } of claims) {
    const claim = store.insert("claim", {
      person_id: personId,
      received_on: made.receivedOn,
      note: made.note ?? null,
    });
    for (const line of lines)
      store.update("payment_line", line.id, {
        ...unapproved,
        state: "claimed",
        claim_id: claim,
        claimed_on: line.claimedOn ?? made.receivedOn,
      });
  }
}

/** The lines that refs name, if each of them may be queried or rejected. */
export const refusalOf = (
  store: Store,
  named: readonly string[],
  refusal: Refusal,
  today: Day,
): Result<readonly PaymentLine[]> => planRefusal(linesNamed(store, named), named, refusal, today);

/**
 * Marks lines queried or rejected with the reason, out of a draft batch, and answered in a batch that finance has. Answers the
 * lines as they are then.
 */
export function refuseLines(store: Store, lines: readonly PaymentLine[], made: Refusal): PaymentLine[] {
  for (const line of lines) {
    leaveDraft(store, line.id);
    const waiting = store.first(
      sql.selectFrom("batch_line").select("id").where("line_id", "=", line.id).where("reply", "is", null),
    );
    if (waiting)
      store.update("batch_line", waiting.id, {
        reply: made.state,
        replied_on: made.on,
        reason: made.reason,
      });
    store.update("payment_line", line.id, { state: made.state, state_reason: made.reason });
  }
  return paymentLines(store, { ids: lines.map((l) => l.id) });
}

/** Takes a line back: marks it where nothing was paid, else writes the line that balances it. Answers the line to look at. */
export function reverseLine(
  store: Store,
  { line, balance }: Reversal,
  made: { readonly by: string; readonly on: Day; readonly reason: string },
): number {
  if (balance === null) {
    leaveDraft(store, line.id);
    store.update("payment_line", line.id, { state: "reversed", state_reason: made.reason });
    return line.id;
  }
  const kept = store.first(
    sql.selectFrom("payment_line").select(["expense_kind_id", "payer_id"]).where("id", "=", line.id),
  );
  return store.insert("payment_line", {
    stream: line.stream,
    person_id: line.personId,
    activity_kind: line.activity.kind,
    activity_key: line.activity.key,
    activity_on: line.activityOn,
    band: line.band,
    quantity: line.quantity,
    expense_kind_id: kept?.expense_kind_id ?? null,
    payer_id: kept?.payer_id ?? null,
    claimed_pence: balance,
    state: "claimed",
    state_reason: made.reason,
    recorded_by: made.by,
    logged_on: made.on,
    claimed_on: made.on,
    reverses_id: line.id,
  });
}

/** What has to be known to edit a line, apart from what was typed. */
export function editFacts(store: Store, line: PaymentLine): Omit<EditFacts, "handedIn" | "payerId"> {
  const rate = store.first(
    sql
      .selectFrom("payment_line as l")
      .innerJoin("mileage_rate as m", "m.id", "l.mileage_rate_id")
      .select("m.pence_per_mile")
      .where("l.id", "=", line.id),
  );
  const kind = store.first(
    sql
      .selectFrom("expense_kind")
      .select(["id", "key", "label", "receipt_needed", "flat_pence", "by_mileage"])
      .where("key", "=", line.expenseKind ?? ""),
  );
  const receipts = store.all(
    sql.selectFrom("receipt").select(["id", "file_name"]).where("line_id", "=", line.id).orderBy("id"),
  );
  return {
    line,
    kind: kind
      ? {
          id: kind.id,
          key: kind.key,
          label: kind.label,
          receiptNeeded: kind.receipt_needed === 1,
          flatPence: kind.flat_pence,
          byMileage: kind.by_mileage === 1,
        }
      : null,
    mileagePence: rate?.pence_per_mile ?? null,
    receipts: receipts.map((r) => ({ id: r.id, fileName: r.file_name })),
  };
}

/** Writes what an edit changes; whoever edits an amount or a receipt has recorded it as it now stands. */
export function editLine(store: Store, edit: Edit, made: { readonly by: string; readonly on: Day }): void {
  const { line } = edit;
  const figures =
    edit.claimed !== line.claimedPence || edit.receiptsAdded.length > 0 || edit.receiptDropped !== null;
  if (edit.backToClaimed) leaveDraft(store, line.id);
  if (edit.receiptDropped !== null) store.remove("receipt", edit.receiptDropped);
  for (const r of edit.receiptsAdded)
    store.insert("receipt", { line_id: line.id, file_name: r.fileName, sha256: r.sha256, added_on: made.on });
  store.update("payment_line", line.id, {
    ...(edit.backToClaimed ? { ...unapproved, claimed_on: line.claimedOn ?? made.on } : {}),
    state: edit.state,
    claimed_pence: edit.claimed,
    outcome: edit.outcome,
    miles_tenths: edit.miles,
    description: edit.note,
    again_reason: edit.again,
    recorded_by: figures ? made.by : line.recordedBy,
    ...(edit.payerId === undefined ? {} : { payer_id: edit.payerId }),
  });
}
