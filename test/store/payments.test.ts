import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { planReversal } from "../../src/domain/line-change.ts";
import { type LineState, lineStates, worthOf } from "../../src/domain/payment.ts";
import { flagsOf, whatOf } from "../../src/domain/payment-words.ts";
import { parsePeriod } from "../../src/domain/period.ts";
import { statementIn, statementOf, sumOf } from "../../src/domain/statement.ts";
import { flagFacts, paymentLines } from "../../src/store/payments.ts";
import { handedIn } from "../../src/store/receipts.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

/** A store with M-001 in it, a member of the working group since 2025-10-20. */
function withMember(): Store {
  const store = newStore();
  store.insert("person", { known_as: "Bex Thornton", created_on: "2025-10-20" });
  store.insert("membership", { person_id: 1, group_id: 1, joined_on: "2025-10-20" });
  return store;
}

let serial = 0;

interface Line {
  readonly state: LineState;
  readonly pence: number;
  readonly stream?: "fee" | "voucher" | "expense";
  readonly outcome?: "due" | "declined" | "donated";
  readonly approved?: number;
  readonly reverses?: number;
  readonly payer?: number;
  readonly paidOn?: string;
}

/** Writes a line in any state that the schema allows, with the dates and names that state needs. */
function write(store: Store, { state, pence, stream = "fee", outcome = "due", ...l }: Line): number {
  const approved = ["approved", "sent", "paid"].includes(state) ? (l.approved ?? pence) : null;
  serial += 1;
  return store.insert("payment_line", {
    stream,
    person_id: 1,
    activity_kind: "other",
    activity_key: `work-${serial}`,
    activity_on: "2026-05-01",
    expense_kind_id: stream === "expense" ? 2 : null,
    rate_pence: stream === "expense" ? null : Math.abs(pence),
    claimed_pence: outcome === "due" ? pence : 0,
    approved_pence: approved,
    difference_reason: approved !== null && approved !== pence ? "agreed" : null,
    outcome,
    state,
    state_reason: ["queried", "rejected", "reversed"].includes(state) ? "a reason" : null,
    recorded_by: "Harriet Osei",
    logged_on: "2026-05-02",
    approved_on: approved === null ? null : "2026-05-03",
    approved_by: approved === null ? null : "Tomasz Wilk",
    sent_on: ["sent", "paid"].includes(state) ? "2026-05-04" : null,
    paid_on: state === "paid" ? (l.paidOn ?? "2026-05-20") : null,
    payer_id: l.payer ?? 1,
    reverses_id: l.reverses ?? null,
  });
}

describe("a statement of lines in every state that the store can hold", () => {
  test("counts what is owed or paid, and nothing else", () => {
    const store = withMember();
    for (const state of lineStates.filter((s) => s !== "declined" && s !== "donated"))
      write(store, { state, pence: 1000 });
    write(store, { state: "declined", pence: 8250, outcome: "declined" });
    write(store, { state: "donated", pence: 5500, outcome: "donated" });
    const lines = paymentLines(store, { personId: 1 });
    const { fees, givenUp, notCounted } = statementOf(lines);
    expect(fees.map((l) => l.state)).toEqual(["logged", "claimed", "approved", "sent", "paid", "queried"]);
    expect(notCounted.map((l) => l.state)).toEqual(["offered", "accepted", "rejected", "reversed"]);
    expect(givenUp.map((l) => [l.outcome, worthOf(l)])).toEqual([
      ["declined", 8250],
      ["donated", 5500],
    ]);
    expect(sumOf(lines)).toBe(6000);
  });
  test("a paid line and the line that takes it back come to nothing, also when it is marked reversed", () => {
    for (const state of ["paid", "reversed"] as const) {
      const store = withMember();
      const paid = write(store, { state, pence: 8250 });
      write(store, { state: "logged", pence: -8250, reverses: paid });
      expect(sumOf(paymentLines(store))).toBe(0);
    }
  });
  test("a line marked reversed whose balancing line was rejected or taken back itself does not count", () => {
    for (const state of ["rejected", "reversed"] as const) {
      const store = withMember();
      const first = write(store, { state: "reversed", pence: 8250 });
      write(store, { state, pence: -8250, reverses: first });
      expect(sumOf(paymentLines(store))).toBe(0);
    }
  });
  test("a paid line whose balancing line came to nothing can be taken back again", () => {
    for (const state of ["rejected", "reversed", "claimed"] as const) {
      const store = withMember();
      const paid = write(store, { state: "paid", pence: 8250 });
      write(store, { state, pence: -8250, reverses: paid });
      const [line] = paymentLines(store, { ids: [paid] });
      expect([state, line && planReversal(line).ok]).toEqual([state, state !== "claimed"]);
    }
  });
  test("of a tax year says for any history that as much was paid as the view payment_totals, to the penny", () => {
    const anyLine = fc.record({
      state: fc.constantFrom(
        ...lineStates.filter((s) => s !== "reversed" && s !== "declined" && s !== "donated"),
      ),
      pence: fc.nat(50_000),
      stream: fc.constantFrom("fee", "voucher", "expense" as const),
      approved: fc.nat(50_000),
      payer: fc.constantFrom(1, 2),
      takenBack: fc.boolean(),
      paidOn: fc.constantFrom("2026-05-20", "2027-04-05", "2027-04-06", "2028-04-05"),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (history) => {
        const store = withMember();
        for (const { takenBack, ...l } of history) {
          const id = write(store, l);
          if (takenBack && l.state === "paid")
            write(store, { ...l, pence: -l.pence, approved: -l.approved, reverses: id });
        }
        const view = store.raw<{
          year: string;
          payer: string;
          fee: number;
          voucher: number;
          expense: number;
        }>(
          "select tax_year as year, payer, fee_pence as fee, voucher_pence as voucher, expense_pence as expense from payment_totals order by payer",
        );
        for (const year of ["2026-27", "2027-28"]) {
          const period = parsePeriod(`tax:${year}`);
          if (!period.ok) throw new Error(year);
          const { totals } = statementIn(paymentLines(store), period.value, "paid");
          for (const stream of ["fee", "voucher", "expense"] as const)
            for (const payer of ["ucl", "kcl"])
              expect(totals.find((t) => t.stream === stream && t.payer === payer)?.paid ?? 0).toBe(
                view.find((v) => v.year === year && v.payer === payer)?.[stream] ?? 0,
              );
        }
        store.close();
      }),
      { numRuns: 30 },
    );
  });
});

test("lines are narrowed by person, state, days, kind and activity", () => {
  const store = withMember();
  const id = write(store, { state: "claimed", pence: 100, stream: "expense" });
  const found = (filter: Parameters<typeof paymentLines>[1]) => paymentLines(store, filter).map((l) => l.id);
  const key = paymentLines(store)[0]?.activity.key;
  expect(found({ personId: 1, states: ["claimed"], kind: "other", key })).toEqual([id]);
  expect(found({ from: "2026-05-01" as Day, to: "2026-05-01" as Day })).toEqual([id]);
  expect(found({ to: "2026-04-30" as Day })).toEqual([]);
  expect(found({ personId: 2 })).toEqual([]);
  expect(found({ ids: [] })).toEqual([]);
});

test("the same receipt on two lines is found by its fingerprint and flagged on both", () => {
  const store = withMember();
  const bytes = new TextEncoder().encode("Wren Taxis, 18.00");
  const [one, two] = [1, 2].map(() => write(store, { state: "claimed", pence: 900, stream: "expense" }));
  for (const line_id of [one, two] as number[]) {
    const receipt = handedIn(store, "C:\\receipts\\taxi.pdf", bytes);
    store.insert("receipt", {
      line_id,
      file_name: receipt.fileName,
      sha256: receipt.sha256,
      added_on: "2026-05-02",
    });
  }
  expect(handedIn(store, "taxi.pdf", bytes)).toMatchObject({ fileName: "taxi.pdf", onLines: [one, two] });
  const lines = paymentLines(store);
  expect(lines.map((l) => [l.receipts, l.receiptShared])).toEqual([
    [1, true],
    [1, true],
  ]);
  expect(flagsOf(lines[0] as (typeof lines)[number], flagFacts(store, "2026-05-03" as Day))).toContain(
    "same receipt as another line",
  );
  expect(lines.map(whatOf)).toEqual(["taxi", "taxi"]);
});

test("the receipt of a line that was rejected or taken back is free for the line in its place", () => {
  const bytes = new TextEncoder().encode("Wren Taxis, 18.00");
  for (const end of ["rejected", "reversed", "balanced", "balanced, and that rejected"]) {
    const store = withMember();
    const state = end === "rejected" || end === "reversed" ? end : "paid";
    const id = write(store, { state: "claimed", pence: 900, stream: "expense" });
    const { fileName, sha256 } = handedIn(store, "taxi.pdf", bytes);
    store.insert("receipt", { line_id: id, file_name: fileName, sha256, added_on: "2026-05-02" });
    const days = { approved_on: "2026-05-03", approved_by: "Tomasz Wilk", approved_pence: 900 };
    const paid = { ...days, sent_on: "2026-05-04", paid_on: "2026-05-20" };
    store.update("payment_line", id, { state, state_reason: "a reason", ...(state === "paid" ? paid : {}) });
    if (end.startsWith("balanced"))
      write(store, {
        ...{ state: end === "balanced" ? "claimed" : "rejected", pence: -900, stream: "expense" },
        reverses: id,
      });
    expect([end, handedIn(store, "again.pdf", bytes).onLines]).toEqual([
      end,
      end === "balanced, and that rejected" ? [id] : [],
    ]);
  }
});
