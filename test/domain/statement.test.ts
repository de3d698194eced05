import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { lineStates, type PaymentLine } from "../../src/domain/payment.ts";
import { parsePeriod } from "../../src/domain/period.ts";
import { countedBy, incomeOf, statementIn, statementOf, sumOf } from "../../src/domain/statement.ts";
import { line } from "../payment-lines.ts";

/** Any line that the store could hold, in any state; a reversed one may or may not have a line that balances it. */
const anyLine: fc.Arbitrary<PaymentLine> = fc
  .record({
    id: fc.integer({ min: 1, max: 100_000 }),
    stream: fc.constantFrom("fee", "voucher", "expense" as const),
    claimedPence: fc.nat(1_000_000),
    approvedPence: fc.option(fc.nat(1_000_000)),
    outcome: fc.constantFrom("due", "reduced", "declined", "donated" as const),
    state: fc.constantFrom(...lineStates),
    payer: fc.constantFrom("ucl", "kcl", null),
    balanced: fc.boolean(),
    paidOn: fc.option(fc.constant("2026-04-20" as Day)),
  })
  .map((l) =>
    line({
      ...l,
      outcome: l.stream === "expense" ? "due" : l.outcome,
      paidOn: l.state === "paid" ? ("2026-04-20" as Day) : l.paidOn,
    }),
  );

describe("a statement, for any history", () => {
  test("has totals that are the sum of the lines above them, to the penny", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const { fees, expenses, totals } = statementOf(lines);
        const shown = [...fees, ...expenses].reduce((sum, l) => sum + (l.approvedPence ?? l.claimedPence), 0);
        expect(totals.reduce((sum, t) => sum + t.total, 0)).toBe(shown);
        expect(sumOf(lines)).toBe(shown);
        for (const t of totals) expect(t.paid + t.toCome).toBe(t.total);
        const streams = totals.filter((t) => t.stream !== "expense");
        expect(streams.reduce((sum, t) => sum + t.total, 0)).toBe(incomeOf(lines));
        expect(totals.reduce((n, t) => n + t.lines, 0)).toBe(fees.length + expenses.length);
      }),
    );
  });
  test("shows every line exactly once", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const { fees, expenses, givenUp, notCounted } = statementOf(lines);
        const shown = [...fees, ...expenses, ...givenUp, ...notCounted];
        expect(shown).toHaveLength(lines.length);
        expect(new Set(shown)).toEqual(new Set(lines));
      }),
    );
  });
  test("never sums a fee that was declined or given to charity, whatever its state", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const without = lines.filter((l) => l.outcome === "due" || l.outcome === "reduced");
        expect(sumOf(lines)).toBe(sumOf(without));
      }),
    );
  });
  test("of lines and the lines that take them back comes to nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { maxLength: 20 }), (amounts) => {
        const lines = amounts.flatMap((pence, i) => [
          line({ id: 2 * i + 1, claimedPence: pence, state: "reversed", stateReason: "r", balanced: true }),
          line({ id: 2 * i + 2, claimedPence: pence === 0 ? 0 : -pence, reversesId: 2 * i + 1 }),
        ]);
        expect(sumOf(lines)).toBe(0);
      }),
    );
  });
});

test("what is paid and what is still to come are told apart, and payers are kept apart", () => {
  const lines = [
    line({ id: 1, state: "paid", paidOn: "2026-04-20" as Day, approvedPence: 8250 }),
    line({ id: 2, state: "sent", approvedPence: 8000 }),
    line({ id: 3, state: "queried", payer: "kcl" }),
    line({ id: 4, state: "rejected" }),
    line({ id: 5, stream: "expense", expenseKind: "taxi", claimedPence: 1000, state: "claimed" }),
  ];
  expect(statementOf(lines).totals).toEqual([
    { stream: "fee", payer: "kcl", lines: 1, paid: 0, toCome: 8250, total: 8250 },
    { stream: "fee", payer: "ucl", lines: 2, paid: 8250, toCome: 8000, total: 16250 },
    { stream: "expense", payer: "ucl", lines: 1, paid: 0, toCome: 1000, total: 1000 },
  ]);
});

describe("a statement by the day of payment", () => {
  const year = (text: string) => {
    const period = parsePeriod(text);
    if (!period.ok) throw new Error(text);
    return period.value;
  };
  const paid = (id: number, activityOn: string, paidOn: string, pence = 8250) =>
    line({ id, activityOn: activityOn as Day, state: "paid", paidOn: paidOn as Day, approvedPence: pence });
  const refs = (lines: readonly PaymentLine[]) => lines.map((l) => l.id);

  test("counts 5 April in the old tax year and 6 April in the new one, whenever the work was", () => {
    const lines = [paid(1, "2026-03-11", "2026-04-05"), paid(2, "2026-03-11", "2026-04-06")];
    const old = statementIn(lines, year("tax:2025-26"), "paid");
    const next = statementIn(lines, year("tax:2026-27"), "paid");
    expect([refs(old.fees), refs(old.notYetPaid)]).toEqual([[1], [2]]);
    expect([refs(next.fees), refs(next.notYetPaid)]).toEqual([[2], []]);
    expect(old.totals).toEqual([
      { stream: "fee", payer: "ucl", lines: 2, paid: 8250, toCome: 8250, total: 16500 },
    ]);
  });
  test("shows what was done by the end of the period and not paid by then, and never sums it as paid", () => {
    const lines = [
      line({ id: 1, activityOn: "2025-01-10" as Day, state: "sent" }),
      line({ id: 2, activityOn: "2026-04-06" as Day }),
      line({ id: 3, activityOn: "2026-04-01" as Day, outcome: "donated" }),
      line({ id: 4, activityOn: "2026-04-01" as Day, state: "rejected" }),
    ];
    const { fees, notYetPaid, givenUp, notCounted, totals } = statementIn(lines, year("tax:2025-26"), "paid");
    expect([fees, notYetPaid, givenUp, notCounted].map(refs)).toEqual([[], [1], [3], [4]]);
    expect(totals.map((t) => [t.paid, t.toCome])).toEqual([[0, 8250]]);
  });
  test("takes a line back in the year in which that was done, not in the one before, whose end it had not seen", () => {
    const back = line({
      id: 2,
      activityOn: "2026-03-11" as Day,
      loggedOn: "2026-04-10" as Day,
      claimedPence: -8250,
      reversesId: 1,
    });
    const lines = [paid(1, "2026-03-11", "2026-04-05"), back];
    const [old, next] = ["tax:2025-26", "tax:2026-27"].map((y) => statementIn(lines, year(y), "paid"));
    expect([refs(old?.fees ?? []), refs(old?.notYetPaid ?? [])]).toEqual([[1], []]);
    expect([refs(next?.fees ?? []), refs(next?.notYetPaid ?? [])]).toEqual([[], [2]]);
  });
  test("is what a tax year gets unless it is said otherwise; any other period counts the work", () => {
    expect(countedBy(year("tax:2025-26"), undefined)).toBe("paid");
    expect(countedBy(year("2025-04-06..2026-04-05"), undefined)).toBe("paid");
    expect(countedBy(year("2026"), undefined)).toBe("activity");
    expect(countedBy(year("tax:2025-26"), "activity")).toBe("activity");
  });
  test("has every paid line in the statement of one tax year and of no other, for any history", () => {
    const days = fc.constantFrom(
      "2025-04-05",
      "2025-04-06",
      "2026-02-28",
      "2026-04-05",
      "2026-04-06",
      "2027-01-01",
    );
    const history = fc.array(fc.tuple(days, days, fc.nat(50_000)), { maxLength: 20 });
    fc.assert(
      fc.property(history, (rows) => {
        const lines = rows.map(([done, on, pence], i) => paid(i + 1, done, on, pence));
        const years = ["2024-25", "2025-26", "2026-27"].map((y) =>
          statementIn(lines, year(`tax:${y}`), "paid"),
        );
        expect(years.flatMap((s) => refs(s.fees)).sort((a, b) => a - b)).toEqual(refs(lines));
        const sums = years.flatMap((s) => s.totals.map((t) => t.paid));
        expect(sums.reduce((a, b) => a + b, 0)).toBe(sumOf(lines));
      }),
    );
  });
});
