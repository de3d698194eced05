import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { planClaims, planRefusal, planReversal } from "../../src/domain/line-change.ts";
import { checkEditWords, type EditFacts, type EditWords, planEdit } from "../../src/domain/line-edit.ts";
import { type LineStep, mayTake, statesFor, stepProblems } from "../../src/domain/line-step.ts";
import { lineStates, type PaymentLine } from "../../src/domain/payment.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { line } from "../payment-lines.ts";

const steps: readonly LineStep[] = ["claim", "approve", "edit", "query", "reject", "reverse", "send", "pay"];
const codes = (result: Parameters<typeof problemsOf>[0]) => problemsOf(result).map((p) => p.code);

describe("the steps of a line", () => {
  test.each([
    ["answer", ["offered", "accepted"]],
    ["log", ["accepted"]],
    ["claim", ["logged", "queried"]],
    ["approve", ["logged", "claimed"]],
    ["edit", ["logged", "claimed", "approved", "queried"]],
    ["query", ["logged", "claimed", "approved", "sent"]],
    ["reject", ["offered", "accepted", "logged", "claimed", "approved", "sent", "queried"]],
    ["reverse", ["logged", "claimed", "approved", "queried", "paid", "declined", "donated"]],
    ["send", ["approved"]],
    ["pay", ["sent"]],
  ] as const)("%s is allowed from %j and from nowhere else", (step, states) => {
    expect(statesFor(step)).toEqual(states);
  });
  test("an illegal step is refused, naming the state and every legal step with its verb", () => {
    for (const state of lineStates)
      for (const step of steps) {
        const [problem] = stepProblems([line({ state })], step);
        expect(problem === undefined).toBe(mayTake({ state }, step));
        if (!problem) continue;
        expect(problem.message).toContain(`PAY-001 is ${state}`);
        for (const other of steps.filter((s) => mayTake({ state }, s) && !["send", "pay", "log"].includes(s)))
          expect(problem.remedy).toContain(`involve payment ${other}`);
      }
  });
  test("a paid line can be taken back and nothing else", () => {
    expect(steps.filter((s) => mayTake({ state: "paid" }, s))).toEqual(["reverse"]);
  });
});

describe("taking a line back", () => {
  const paid = line({ state: "paid", approvedPence: 8000, paidOn: "2026-04-01" as Day });
  test("balances a paid line with what was paid, which may be less than was claimed", () => {
    expect(planReversal(paid)).toEqual({ ok: true, value: { line: paid, balance: -8000 } });
  });
  test("marks a line that was not paid, since there is nothing to balance", () => {
    expect(planReversal(line())).toMatchObject({ value: { balance: null } });
  });
  test("is done once: the second time names the line that took it back", () => {
    const again = planReversal(line({ ...paid, balancedBy: 7 }));
    expect(codes(again)).toEqual(["already-reversed"]);
    expect(problemsOf(again)[0]?.message).toContain("PAY-007");
  });
  test("is refused for a settled line that itself takes one back, and for a line that finance has", () => {
    expect(codes(planReversal(line({ ...paid, reversesId: 3 })))).toEqual(["reverses-another"]);
    expect(codes(planReversal(line({ state: "sent" })))).toEqual(["wrong-state"]);
  });
});

describe("claiming", () => {
  test("puts together what is one person's, whatever the order", () => {
    const lines = [line({ id: 1 }), line({ id: 2, personId: 5 }), line({ id: 3 })];
    const plan = planClaims(lines, "2026-04-01" as Day, "2026-04-01" as Day);
    expect(plan.ok && plan.value.map((c) => [c.personId, c.lines.map((l) => l.id)])).toEqual([
      [3, [1, 3]],
      [5, [2]],
    ]);
  });
  test("of a fee comes after the work; a ticket may be handed in before", () => {
    const [before, on] = ["2026-03-13" as Day, "2026-03-14" as Day];
    const ticket = line({ id: 2, stream: "expense", state: "queried", expenseKind: "taxi" });
    expect(codes(planClaims([line({ id: 1 }), ticket], before, "2026-04-01" as Day))).toEqual([
      "before-the-work",
    ]);
    expect(planClaims([line({ id: 1 }), ticket], on, "2026-04-01" as Day).ok).toBe(true);
  });
  test("tells every line that cannot be claimed and a day still to come, at once", () => {
    const lines = [line({ id: 1, state: "paid" }), line({ id: 2, state: "rejected" })];
    expect(codes(planClaims(lines, "2026-04-02" as Day, "2026-04-01" as Day))).toEqual([
      "wrong-state",
      "wrong-state",
      "in-the-future",
    ]);
  });
});

test("a line that finance has can be queried and rejected; a paid one neither", () => {
  const today = "2026-04-10" as Day;
  for (const state of ["queried", "rejected"] as const) {
    const refusal = { state, reason: "which train?", on: today };
    const refused = (l: PaymentLine, more = {}) =>
      planRefusal([l], ["PAY-001"], { ...refusal, ...more }, today);
    expect(refused(line({ state: "sent" })).ok).toBe(true);
    expect(codes(refused(line({ state: "paid" })))).toEqual(["wrong-state"]);
    expect(
      codes(refused(line({ id: 2, state: "paid" }), { reason: "QQ 12 34 56 C", on: "2026-04-11" })),
    ).toEqual(["unknown-payment", "private-detail", "in-the-future", "wrong-state"]);
  }
});

describe("changing a line", () => {
  const kind = (changes = {}) => ({
    id: 1,
    key: "taxi",
    label: "Taxi",
    receiptNeeded: true,
    flatPence: null,
    byMileage: false,
    ...changes,
  });
  const none: EditWords = {
    amount: undefined,
    miles: undefined,
    dropReceipt: undefined,
    again: undefined,
    note: undefined,
    payer: undefined,
  };
  const facts = (changes: Partial<EditFacts> = {}): EditFacts => ({
    line: line(),
    kind: null,
    mileagePence: null,
    receipts: [],
    handedIn: [],
    payerId: undefined,
    ...changes,
  });
  const taxi = line({ stream: "expense", expenseKind: "taxi", band: null, ratePence: null });
  test("needs something to change", () => {
    expect(codes(checkEditWords(none, 0))).toEqual(["nothing-to-change"]);
    expect(checkEditWords(none, 1).ok).toBe(true);
  });
  test("a fee can become less and is then reduced, and its full rate again; never more", () => {
    const of = (amount: number) => planEdit(facts(), { ...none, amount });
    expect(of(4000)).toMatchObject({ value: { claimed: 4000, outcome: "reduced" } });
    const full = planEdit(facts({ line: line({ claimedPence: 4000, outcome: "reduced" }) }), {
      ...none,
      amount: 8250,
    });
    expect(full).toMatchObject({ value: { claimed: 8250, outcome: "due" } });
    expect(codes(of(8251))).toEqual(["over-the-rate"]);
  });
  test("another amount, receipt or payer takes an approval off; a note, or the same amount, does not", () => {
    const approved = line({ ...taxi, state: "approved", approvedPence: 8250 });
    const receipt = { fileName: "a.pdf", sha256: "a", bytes: 3, onLines: [] };
    const stateAfter = (words: Partial<EditWords>, more: Partial<EditFacts> = {}) => {
      const plan = planEdit(
        facts({ line: approved, kind: kind(), receipts: [{ id: 1, fileName: "old.pdf" }], ...more }),
        { ...none, ...words },
      );
      return plan.ok && plan.value.state;
    };
    expect(stateAfter({ amount: 800 })).toBe("claimed");
    expect(stateAfter({}, { handedIn: [receipt] })).toBe("claimed");
    expect(stateAfter({ payer: "kcl" }, { payerId: 2 })).toBe("claimed");
    expect(stateAfter({ note: "a note" })).toBe("approved");
    expect(stateAfter({ amount: 8250 })).toBe("approved");
  });
  test("a line that is only logged stays logged, and a queried one is claimed again", () => {
    const states = (["logged", "claimed", "queried"] as const).map((state) => {
      const plan = planEdit(facts({ line: line({ ...taxi, state }), kind: kind() }), {
        ...none,
        amount: 900,
      });
      return plan.ok && plan.value.state;
    });
    expect(states).toEqual(["logged", "claimed", "claimed"]);
  });
  test("mileage is priced by the mile at the rate it was logged with", () => {
    const miles = line({ ...taxi, expenseKind: "mileage", milesTenths: 100, claimedPence: 450 });
    const by = facts({ line: miles, kind: kind({ key: "mileage", byMileage: true }), mileagePence: 45 });
    expect(planEdit(by, { ...none, miles: 121 })).toMatchObject({ value: { claimed: 545, miles: 121 } });
    expect(codes(planEdit(by, { ...none, amount: 3 }))).toEqual(["by-mileage"]);
  });
  test("the last receipt that is needed cannot be taken off, and another line's needs a reason", () => {
    const of = (words: Partial<EditWords>, handedIn: EditFacts["handedIn"] = []) =>
      codes(
        planEdit(facts({ line: taxi, kind: kind(), receipts: [{ id: 9, fileName: "old.pdf" }], handedIn }), {
          ...none,
          ...words,
        }),
      );
    const shared = { fileName: "a.pdf", sha256: "a", bytes: 3, onLines: [44] };
    expect(of({ dropReceipt: "old.pdf" })).toEqual(["receipt-missing"]);
    expect(of({ dropReceipt: "old.pdf" }, [{ ...shared, onLines: [] }])).toEqual([]);
    expect(of({ dropReceipt: "new.pdf" })).toEqual(["unknown-receipt"]);
    expect(of({}, [shared])).toEqual(["same-receipt"]);
    expect(of({ again: "a shared taxi" }, [shared])).toEqual([]);
    expect(of({ again: "a shared taxi" }, [{ ...shared, onLines: [1] }])).toEqual(["same-receipt"]);
  });
  test("the amount of a line that balances another one is that one's", () => {
    const balancing = facts({ line: line({ reversesId: 4, claimedPence: -8250, state: "claimed" }) });
    expect(codes(planEdit(balancing, { ...none, amount: 100 }))).toEqual(["balances-another"]);
  });
  test("never makes more of a fee than its rate, whatever is typed", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (rate, amount) => {
        const plan = planEdit(facts({ line: line({ ratePence: rate, claimedPence: rate }) }), {
          ...none,
          amount,
        });
        expect(plan.ok).toBe(amount > 0 && amount <= rate);
        if (plan.ok) expect(plan.value.outcome).toBe(amount < rate ? "reduced" : "due");
      }),
    );
  });
});
