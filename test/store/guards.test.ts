import { describe, expect, test } from "@jest/globals";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

/** A store with PAY-001, an expense that was paid, and its receipt, in the batch that paid it. */
function withPaid(): Store {
  const store = newStore();
  store.script(`
    insert into person (id, known_as, created_on) values (1, 'Bex Thornton', '2025-10-20');
    insert into payment_line (id, stream, person_id, activity_kind, activity_key, activity_on, expense_kind_id, claimed_pence,
      approved_pence, state, description, recorded_by, logged_on, claimed_on, approved_on, approved_by, sent_on, payer_id)
      values (1, 'expense', 1, 'other', 'panel', '2026-03-14', 2, 1200, 1200, 'sent', 'to Leeds', 'Harriet Osei', '2026-03-16',
      '2026-03-16', '2026-03-17', 'Tomasz Wilk', '2026-03-20', 1);
    insert into receipt (id, line_id, file_name, sha256, added_on) values (1, 1, 'taxi.pdf', '${"a".repeat(64)}', '2026-03-16');
    insert into payment_batch (id, payer_id, key, made_on, made_by, state, sent_on, sheet_sha256)
      values (1, 1, 'ucl-2026-03', '2026-03-18', 'Tomasz Wilk', 'sent', '2026-03-20', '${"b".repeat(64)}');
    insert into batch_line (id, batch_id, line_id, pence, told) values (1, 1, 1, 1200, '{}');
    update batch_line set reply = 'paid', replied_on = '2026-04-10';
    update payment_line set state = 'paid', paid_on = '2026-04-10';`);
  return store;
}

/** Runs a change as `import undo` would, which may put back what a paid line was. */
const undone = (store: Store, change: string): number =>
  store.write({ command: "import undo", by: "Harriet Osei", at: "2026-05-01T12:00:00Z" }, () =>
    store.rawRun(change),
  );

describe("a paid line, also in an SQLite browser", () => {
  test("never changes, in any column but a note that is taken out", () => {
    const store = withPaid();
    const columns = store.raw<{ name: string }>("select name from pragma_table_info('payment_line')");
    for (const { name } of columns)
      expect(() => store.rawRun(`update payment_line set ${name} = ${name}`)).toThrow("never changes");
    expect(store.rawRun("update payment_line set description = null")).toBe(1);
    store.close();
  });
  test.each([
    "delete from payment_line",
    "update receipt set file_name = 'other.pdf'",
    "delete from receipt",
    `insert into receipt (line_id, file_name, sha256, added_on) values (1, 'b.pdf', '${"c".repeat(64)}', '2026-05-01')`,
    "update batch_line set reply = 'rejected', reason = 'no'",
    "update batch_line set pence = 1",
    "update batch_line set told = '{}'",
  ])("refuses: %s", (change) => {
    const store = withPaid();
    expect(() => store.rawRun(change)).toThrow(/never|no more/);
    store.close();
  });
  test("is put in no second batch, whatever the state of the first", () => {
    const store = withPaid();
    store.script(
      "insert into payment_batch (id, payer_id, key, made_on, made_by) values (2, 1, 'again', '2026-04-12', 'Tomasz Wilk')",
    );
    expect(() =>
      store.rawRun("insert into batch_line (batch_id, line_id, pence) values (2, 1, 1200)"),
    ).toThrow("UNIQUE");
    store.close();
  });
  test("is taken back by one line at most", () => {
    const store = withPaid();
    const balancing = `insert into payment_line (stream, person_id, activity_kind, activity_key, activity_on, expense_kind_id,
      claimed_pence, state, state_reason, recorded_by, logged_on, reverses_id) values ('expense', 1, 'other', 'panel', '2026-03-14', 2,
      -1200, 'claimed', 'was not there', 'Harriet Osei', '2026-05-01', 1)`;
    store.rawRun(balancing);
    expect(() => store.rawRun(balancing)).toThrow("UNIQUE");
    expect(() =>
      undone(store, "update payment_line set state = 'sent', paid_on = null where id = 1"),
    ).toThrow("takes this paid line back");
    store.rawRun("update payment_line set state = 'rejected' where reverses_id = 1");
    expect(store.rawRun(balancing)).toBe(1);
    store.close();
  });
});

describe("what was completed in training, also in an SQLite browser", () => {
  const completed = (): Store => {
    const store = newStore();
    store.script(`
      insert into person (id, known_as, created_on) values (1, 'Bex Thornton', '2025-10-20');
      insert into completion (id, person_id, part_id, completed_on, recorded_by) values (1, 1, 1, '2026-03-03', 'Harriet Osei');
      insert into completion_revocation (completion_id, revoked_on, reason) values (1, '2026-04-01', 'recorded for another person');`);
    return store;
  };
  test.each([
    "update completion set completed_on = '2026-03-04'",
    "update completion set part_id = 2",
    "delete from completion",
    "update completion_revocation set revoked_on = '2026-05-01'",
    "delete from completion_revocation",
  ])("refuses: %s", (change) => {
    const store = completed();
    expect(() => store.rawRun(change)).toThrow(/never/);
    store.close();
  });
  test("its reason can be blanked for somebody who is erased, and undo takes back what was recorded by mistake", () => {
    const store = completed();
    expect(store.rawRun("update completion_revocation set reason = '(erased)'")).toBe(1);
    expect(undone(store, "delete from completion_revocation")).toBe(1);
    expect(undone(store, "delete from completion")).toBe(1);
    store.close();
  });
});
