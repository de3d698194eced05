import type { Store } from "./store.ts";

/** Undo, also of an import, may put back what it was: taking back a payment that was marked by mistake is itself on record. */
const undoing = `exists (select 1 from recording r join change_set s on s.id = r.set_id where s.undoes_id is not null or s.command = 'import undo')`;

const guard = (name: string, event: string, table: string, when: string, message: string): string =>
  `create trigger guard_${name} before ${event} on ${table} when ${when} and not ${undoing}
begin select raise(abort, '${message}'); end;`;

/**
 * The columns of a paid line that never change, whatever the program asks for or somebody does in an SQLite browser: all but
 * its note, which can be taken out when a person is erased.
 */
const columns =
  "id, stream, person_id, activity_kind, activity_key, activity_on, band, quantity, minutes, rate_id, rate_pence, expense_kind_id, miles_tenths, mileage_rate_id, claimed_pence, approved_pence, difference_reason, outcome, state, state_reason, recorded_by, logged_on, claimed_on, approved_on, approved_by, sent_on, paid_on, payer_id, claim_id, reverses_id, again_reason";

const paidReceipt = (which: "old" | "new"): string =>
  `exists (select 1 from payment_line l where l.id = ${which}.line_id and l.state = 'paid')`;

const scripts: readonly string[] = [
  guard(
    "paid_line",
    `update of ${columns}`,
    "payment_line",
    "old.state = 'paid'",
    "a paid line never changes",
  ),
  guard(
    "paid_note",
    "update of description",
    "payment_line",
    "old.state = 'paid' and new.description is not null",
    "a paid line never changes",
  ),
  `create trigger guard_paid_and_taken_back before update of state on payment_line when old.state = 'paid' and new.state <> 'paid'
and exists (select 1 from payment_line r where r.reverses_id = old.id and r.state not in ('rejected', 'reversed'))
begin select raise(abort, 'another line takes this paid line back; undo that one first'); end;`,
  guard("paid_line_kept", "delete", "payment_line", "old.state = 'paid'", "a paid line is never deleted"),
  guard("paid_receipt", "update", "receipt", paidReceipt("old"), "the receipt of a paid line never changes"),
  guard(
    "paid_receipt_kept",
    "delete",
    "receipt",
    paidReceipt("old"),
    "the receipt of a paid line is never deleted",
  ),
  guard("paid_receipt_added", "insert", "receipt", paidReceipt("new"), "a paid line gets no more receipts"),
  guard("paid_by_batch", "update", "batch_line", "old.reply = 'paid'", "what a batch has paid never changes"),
  guard(
    "told_once",
    "update of told, pence, line_id, batch_id",
    "batch_line",
    "old.told is not null",
    "what finance was told never changes",
  ),
  guard(
    "completion",
    "update of id, person_id, part_id, completed_on, session_id",
    "completion",
    "true",
    "a completed part never changes; take it back and record it again",
  ),
  guard("completion_kept", "delete", "completion", "true", "a completed part is never deleted; take it back"),
  guard(
    "taken_back",
    "update of id, completion_id, revoked_on",
    "completion_revocation",
    "true",
    "that a part was taken back never changes",
  ),
  guard(
    "taken_back_kept",
    "delete",
    "completion_revocation",
    "true",
    "that a part was taken back is never deleted; record it again",
  ),
];

/**
 * Puts the triggers in place that hold promise 4 in the file itself, what was paid, and what finance was told, never changes; and that
 * training is appended, never edited. Made anew after each migration, like the change record.
 */
export function guardRecords(store: Store): void {
  const old = store.raw<{ name: string }>(
    "select name from sqlite_schema where type = 'trigger' and name like 'guard_%' order by name",
  );
  for (const { name } of old) store.script(`drop trigger "${name}"`);
  for (const script of scripts) store.script(script);
}
