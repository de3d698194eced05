import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Activity } from "../../src/domain/activity.ts";
import { type Approval, planApproval } from "../../src/domain/approval.ts";
import { planFees } from "../../src/domain/attended-fees.ts";
import { batchSum, financeReplies } from "../../src/domain/batch.ts";
import { checkSent, planAnswer, planDrop } from "../../src/domain/batch-answer.ts";
import { planBatch } from "../../src/domain/batch-plan.ts";
import { type Budget, standingOf } from "../../src/domain/budget.ts";
import { addDays, type Day } from "../../src/domain/day.ts";
import { planExpense } from "../../src/domain/expense.ts";
import { planClaims, planRefusal, planReversal } from "../../src/domain/line-change.ts";
import { planEdit } from "../../src/domain/line-edit.ts";
import { mayTake, statesFor } from "../../src/domain/line-step.ts";
import { isGivenUp, type PaymentLine } from "../../src/domain/payment.ts";
import { taxYearOf } from "../../src/domain/period.ts";
import type { FeeChoice } from "../../src/domain/preference.ts";
import { ref } from "../../src/domain/ref.ts";
import { statementIn, statementOf, sumOf } from "../../src/domain/statement.ts";
import { personTotals } from "../../src/reports/batches.ts";
import { addBatch, answerBatch, dropFromBatch, sendBatch } from "../../src/store/batch-changes.ts";
import { batches, payerRows } from "../../src/store/batches.ts";
import { findings } from "../../src/store/check.ts";
import { expenseFacts, feeFacts, whoseFacts } from "../../src/store/fee-facts.ts";
import { addExpense, addFees, approveLines, type Recorded } from "../../src/store/payment-changes.ts";
import { claimLines, editFacts, editLine, refuseLines, reverseLine } from "../../src/store/payment-steps.ts";
import { paymentLines } from "../../src/store/payments.ts";
import { findPerson } from "../../src/store/people.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

const people = [1, 2, 3] as const;
const payers = ["ucl", "kcl"] as const;

/** Something that somebody does; `which` picks a line or a batch, whatever state it is in: the rules say whether it may be. */
type Deed =
  | {
      readonly do: "log";
      readonly person: number;
      readonly band: string;
      readonly payer: number;
      readonly choice: FeeChoice;
      readonly stream: PaymentLine["stream"];
    }
  | { readonly do: "claim" | "reverse"; readonly which: number }
  | { readonly do: "send" | "make" | "drop"; readonly which: number }
  | { readonly do: "approve" | "edit"; readonly which: number; readonly percent: number }
  | { readonly do: "refuse"; readonly which: number; readonly step: "query" | "reject" }
  | {
      readonly do: "answer";
      readonly which: number;
      readonly only: number | null;
      readonly reply: (typeof financeReplies)[number];
    };

type BatchDeed = Extract<Deed, { only: unknown } | { do: "send" | "make" | "drop" }>;
type LineDeed = Exclude<Deed, BatchDeed | { do: "log" }>;
const ofBatches: readonly Deed["do"][] = ["make", "send", "drop", "answer"];

const which = fc.nat(60);
const log = fc.record({
  do: fc.constant("log" as const),
  person: fc.constantFrom(...people),
  band: fc.constantFrom("half-hour", "one-hour", "half-day"),
  payer: fc.constantFrom(1, 2),
  choice: fc.constantFrom<FeeChoice>(
    "paid",
    "paid",
    "paid",
    "paid",
    "paid",
    "paid",
    "reduced",
    "declined",
    "donated",
  ),
  stream: fc.constantFrom<PaymentLine["stream"]>("fee", "fee", "fee", "voucher", "expense"),
});
const percent = fc.constantFrom(0, 40, 100, 100);
const approve = fc.record({ do: fc.constant("approve" as const), which, percent });
const edit = fc.record({ do: fc.constant("edit" as const), which, percent });
const batching = fc.record({ do: fc.constantFrom("make" as const, "send" as const), which });
const drop = fc.record({ do: fc.constant("drop" as const), which });
const moving = fc.record({
  do: fc.constantFrom("reverse" as const, "reverse" as const, "reverse" as const, "claim" as const),
  which,
});
const refuse = fc.record({
  do: fc.constant("refuse" as const),
  which,
  step: fc.constantFrom("query" as const, "reject" as const),
});
const answer = fc.record({
  do: fc.constant("answer" as const),
  which,
  only: fc.option(which),
  reply: fc.constantFrom(...financeReplies, "paid" as const),
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: log },
  { weight: 4, arbitrary: approve },
  { weight: 6, arbitrary: batching },
  { weight: 6, arbitrary: answer },
  { weight: 4, arbitrary: moving },
  { weight: 1, arbitrary: fc.oneof(edit, refuse, drop) },
);

/** However a history went, it goes on to its end: what is there is sent and paid, a paid line is taken back, and that too. */
const run: readonly Deed[] = [
  { do: "approve", which: 2, percent: 100 },
  { do: "make", which: 0 },
  { do: "make", which: 1 },
  ...Array.from({ length: 8 }, (): Deed => ({ do: "send", which: 1 })),
  ...Array.from({ length: 8 }, (): Deed => ({ do: "answer", which: 1, only: null, reply: "paid" })),
];
const end: readonly Deed[] = [
  { do: "log", person: 1, band: "half-day", payer: 1, choice: "paid", stream: "fee" },
  ...run,
  { do: "reverse", which: 1 },
  ...run,
];

/** A store with three members. */
function unit(): Store {
  const store = newStore();
  for (const id of people) {
    store.insert("person", { id, known_as: `Person ${id}`, created_on: "2025-10-20" });
    store.insert("membership", { person_id: id, group_id: 1, joined_on: "2025-10-20" });
  }
  return store;
}

/** What the store should come to, kept apart from it: what finance paid to whom, and every paid line as it was. */
interface Ledger {
  /** By person, payer and tax year of the day of payment. */
  readonly paid: Map<string, number>;
  /** What was approved of each line, until it is approved anew. */
  readonly approved: Map<number, number>;
  readonly asPaid: Map<number, string>;
  day: Day;
  serial: number;
}

const paidKey = (person: number, payer: string | null, day: Day): string =>
  `${person} ${payer} ${taxYearOf(day).from}`;

const paidBy = ({ paid }: Ledger, start: string): number =>
  [...paid].filter(([key]) => key.startsWith(`${start} `)).reduce((sum, [, pence]) => sum + pence, 0);

function approveAll(
  store: Store,
  ledger: Ledger,
  plan: readonly Approval[],
  made: { by: string; on: Day },
): void {
  approveLines(store, plan, made);
  for (const { line, pence } of plan) ledger.approved.set(line.id, pence);
}

/** One of some things: most often one that fits, now and then any, so that the rules have something to refuse. */
function pick<T>(from: readonly T[], n: number, fits: (one: T) => boolean = () => true): T | undefined {
  const likely = n % 4 === 0 ? from : from.filter(fits);
  return likely[n % Math.max(1, likely.length)];
}

const steps = {
  claim: "claim",
  approve: "approve",
  edit: "edit",
  refuse: "query",
  reverse: "reverse",
} as const;

function logFee(store: Store, ledger: Ledger, wish: Extract<Deed, { do: "log" }>): void {
  ledger.serial += 1;
  const activity = { kind: "other" as const, key: `work-${ledger.serial}` };
  const made = { by: "Harriet Osei", on: ledger.day, payerId: wish.payer, note: undefined };
  if (wish.stream === "expense") {
    logExpense(store, activity, wish.person, made);
    return;
  }
  const choice = { choice: wish.choice, most: wish.choice === "reduced" ? 1111 : null };
  const request = { activity, band: wish.band, times: 1, on: ledger.day, choice, again: undefined };
  const member = `M-00${wish.person}`;
  const fee = planFees(
    request,
    feeFacts(store, activity, ledger.day),
    whoseFacts(store, { activity, member, choice }),
  );
  if (!fee.ok) throw new Error(JSON.stringify(fee.problems));
  addFees(store, fee.value.fees, wish.stream, made);
}

/** Miles, which cost something else each time: as many as the number of the work, and a half. */
function logExpense(store: Store, activity: Activity, person: number, made: Recorded): void {
  const who = findPerson(store, `M-00${person}`);
  if (!who.ok) throw new Error(JSON.stringify(who.problems));
  const request = {
    ...{ activity, kind: "mileage", on: made.on, claimedOn: made.on, again: undefined, amount: undefined },
    miles: Number(activity.key.replace(/\D/g, "")) * 10 + 5,
  };
  const plan = planExpense(request, {
    ...expenseFacts(store, who.value, activity, [], made.on),
    missing: [],
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  addExpense(store, plan.value, [], made);
}

function changeLine(store: Store, ledger: Ledger, wish: LineDeed): void {
  const line = pick(paymentLines(store), wish.which, (l) =>
    wish.do === "reverse" ? l.state === "paid" && l.balancedBy === null : mayTake(l, steps[wish.do]),
  );
  if (!line) return;
  const made = { by: "Tomasz Wilk", on: ledger.day };
  if (wish.do === "claim") {
    const plan = planClaims([line], ledger.day, ledger.day);
    if (plan.ok) claimLines(store, plan.value, { receivedOn: ledger.day, note: undefined });
  }
  if (wish.do === "approve") {
    const amount =
      line.reversesId === null ? Math.floor((line.claimedPence * wish.percent) / 100) : undefined;
    const plan = planApproval([line], { amount, reason: "agreed" }, made.by);
    if (plan.ok) approveAll(store, ledger, plan.value, made);
    const rest = paymentLines(store, { states: statesFor("approve") }).filter((l) => !isGivenUp(l));
    const others = planApproval(rest, { amount: undefined, reason: undefined }, made.by);
    if (others.ok && wish.which % 2 === 0) approveAll(store, ledger, others.value, made);
  }
  if (wish.do === "edit") {
    const none = { miles: undefined, dropReceipt: undefined, again: undefined, payer: undefined };
    const amount = Math.floor(((line.ratePence ?? 0) * wish.percent) / 100);
    const facts = { ...editFacts(store, line), handedIn: [], payerId: undefined };
    const plan = planEdit(facts, { ...none, amount, note: "changed" });
    if (plan.ok) editLine(store, plan.value, made);
  }
  if (wish.do === "refuse") {
    const state = wish.step === "query" ? ("queried" as const) : ("rejected" as const);
    const refusal = { state, reason: "why", on: ledger.day };
    const plan = planRefusal([line], [ref("payment", line.id)], refusal, ledger.day);
    if (plan.ok) refuseLines(store, plan.value, refusal);
  }
  if (wish.do === "reverse") {
    const plan = planReversal(line);
    if (plan.ok) reverseLine(store, plan.value, { ...made, reason: "not there" });
  }
}

function changeBatch(store: Store, ledger: Ledger, wish: BatchDeed): void {
  const all = batches(store);
  if (wish.do === "make") {
    const payer = payerRows(store)[wish.which % 2];
    const lines = paymentLines(store, { states: ["approved"] });
    const taken = all.map((b) => b.key);
    if (!payer) return;
    const plan = planBatch({ lines, named: false, cutOffOn: undefined }, payer, taken, ledger.day);
    if (plan.ok) addBatch(store, plan.value, { by: "Tomasz Wilk", on: ledger.day });
    return;
  }
  const batch = pick(all, wish.which, (b) =>
    wish.do === "answer" ? b.lines.some((l) => l.line.state === "sent") : b.state === "draft",
  );
  if (!batch) return;
  if (wish.do === "send" && checkSent(batch, ledger.day, ledger.day).ok)
    sendBatch(store, batch, ledger.day, "sheet");
  if (wish.do === "drop") {
    const ids = pick(batch.lines, wish.which)?.line.id;
    const plan = planDrop(batch, ids === undefined ? [] : [ids]);
    if (plan.ok) dropFromBatch(store, batch, plan.value);
  }
  if (wish.do !== "answer") return;
  const one = wish.only === null ? undefined : pick(batch.lines, wish.only);
  const said = { reply: wish.reply, on: ledger.day, reason: wish.reply === "paid" ? null : "why" };
  const plan = planAnswer(batch, one ? [ref("payment", one.line.id)] : [], said, ledger.day);
  if (!plan.ok) return;
  answerBatch(store, batch, plan.value, said);
  if (wish.reply === "paid")
    for (const { line, pence } of plan.value) {
      const key = paidKey(line.personId, line.payer, ledger.day);
      ledger.paid.set(key, (ledger.paid.get(key) ?? 0) + pence);
    }
}

const rowOf = (store: Store, id: number): string =>
  JSON.stringify(store.raw("select * from payment_line where id = ?", id));

const budget: Budget = {
  id: 1,
  title: "All of it",
  payer: null,
  projectId: null,
  kind: null,
  year: "range",
  from: "2026-01-01" as Day,
  to: "2027-12-31" as Day,
  pence: 100_000,
};

/** Statements of all tax years say together what finance paid, and so does the view of totals. */
function byTaxYear(store: Store, ledger: Ledger, lines: readonly PaymentLine[]): void {
  const years = ["2025-08-01", "2026-08-01", "2027-08-01"].map((day) => taxYearOf(day as Day));
  const view = store.raw(
    "select person_id, payer, tax_year, fee_pence + voucher_pence + expense_pence as pence from payment_totals",
  ) as { person_id: number; payer: string; tax_year: string; pence: number }[];
  for (const person of people) {
    const own = lines.filter((l) => l.personId === person);
    for (const year of years)
      for (const payer of payers) {
        const due = ledger.paid.get(paidKey(person, payer, year.from)) ?? 0;
        const { totals } = statementIn(own, year, "paid");
        expect(totals.filter((t) => t.payer === payer).reduce((sum, t) => sum + t.paid, 0)).toBe(due);
        const seen = view.find(
          (v) => v.person_id === person && v.payer === payer && year.name.endsWith(v.tax_year),
        );
        expect(seen?.pence ?? 0).toBe(due);
      }
  }
}

/** Everything that has to hold at any time of any history. */
function holds(store: Store, ledger: Ledger): void {
  const lines = paymentLines(store);
  const added = (some: readonly PaymentLine[], payer: string): number =>
    some
      .filter((l) => l.payer === payer)
      .filter((l) => ["logged", "claimed", "approved", "sent", "queried", "paid"].includes(l.state))
      .filter((l) => l.outcome === "due" || l.outcome === "reduced")
      .reduce((sum, l) => sum + (l.approvedPence ?? l.claimedPence), 0);
  for (const person of people) {
    const own = lines.filter((l) => l.personId === person);
    const { totals } = statementOf(own);
    for (const payer of payers) {
      const here = totals.filter((t) => t.payer === payer);
      expect(here.reduce((sum, t) => sum + t.total, 0)).toBe(added(own, payer));
      expect(here.reduce((sum, t) => sum + t.paid, 0)).toBe(paidBy(ledger, `${person} ${payer}`));
    }
  }
  for (const l of lines)
    if (l.approvedPence !== null) expect(l.approvedPence).toBe(ledger.approved.get(l.id));
  byTaxYear(store, ledger, lines);
  for (const batch of batches(store)) {
    const total = batch.lines.reduce((sum, l) => sum + (l.told?.pence ?? l.line.approvedPence ?? 0), 0);
    expect(batchSum(batch.lines)).toBe(total);
    expect(personTotals(batch.lines).reduce((sum, p) => sum + p.total, 0)).toBe(total);
  }
  for (const payer of [null, ...payers]) {
    const { spent, committed, left } = standingOf({ ...budget, payer }, lines);
    const paid = [...ledger.paid].filter(([key]) => payer === null || key.split(" ")[1] === payer);
    expect(spent).toBe(paid.reduce((sum, [, pence]) => sum + pence, 0));
    expect(spent + committed).toBe(
      payers.filter((p) => payer === null || p === payer).reduce((sum, p) => sum + added(lines, p), 0),
    );
    expect(left).toBe(budget.pence - spent - committed);
  }
  for (const [id, was] of ledger.asPaid) expect(rowOf(store, id)).toBe(was);
  for (const l of lines) if (l.state === "paid") ledger.asPaid.set(l.id, rowOf(store, l.id));
  expect(
    store.raw(
      "select line_id from batch_line where reply is null or reply = 'paid' group by line_id having count(*) > 1",
    ),
  ).toEqual([]);
  expect(
    store.raw(
      "select reverses_id from payment_line where reverses_id is not null and state not in ('rejected', 'reversed') group by 1 having count(*) > 1",
    ),
  ).toEqual([]);
  expect(sumOf(lines)).toBe(payers.reduce((sum, payer) => sum + added(lines, payer), 0));
}

/** Whatever is tried on a paid line but taking it back is refused, and no batch pays it again. */
function nothingMoves(store: Store, { day }: Ledger): void {
  const none = { miles: undefined, dropReceipt: undefined, again: undefined, payer: undefined };
  const all = batches(store);
  for (const line of paymentLines(store, { states: ["paid"] })) {
    const name = ref("payment", line.id);
    const edited = { ...editFacts(store, line), handedIn: [], payerId: undefined };
    const tried = [
      planEdit(edited, { ...none, amount: undefined, note: "changed" }),
      planClaims([line], day, day),
      planApproval([line], { amount: undefined, reason: undefined }, "Tomasz Wilk"),
      planRefusal([line], [name], { state: "queried", reason: "why", on: day }, day),
      planRefusal([line], [name], { state: "rejected", reason: "why", on: day }, day),
      ...all.map((b) => planAnswer(b, [name], { reply: "paid", on: day, reason: null }, day)),
      ...payerRows(store).map((payer) =>
        planBatch({ lines: [line], named: true, cutOffOn: undefined }, payer, [], day),
      ),
    ];
    expect(tried.filter((plan) => plan.ok)).toEqual([]);
    expect(() =>
      store.raw("update payment_line set description = 'changed' where id = ? returning id", line.id),
    ).toThrow("a paid line never changes");
  }
}

describe("any history of logging, claiming, approving, changing, batching, paying and taking back", () => {
  test("adds up to the penny all along, pays no line twice, and never changes a paid line", () => {
    let paid = 0;
    let reversed = 0;
    fc.assert(
      fc.property(fc.array(deed, { minLength: 40, maxLength: 100, size: "max" }), (before) => {
        const deeds = [...before, ...end];
        const store = unit();
        const ledger: Ledger = {
          ...{ paid: new Map(), approved: new Map(), asPaid: new Map() },
          ...{ day: "2026-01-05" as Day, serial: 0 },
        };
        for (const [i, wish] of deeds.entries()) {
          ledger.day = addDays(ledger.day, 1);
          store.write({ by: "Harriet Osei", at: `${ledger.day}T12:00:00Z`, command: "test" }, () => {
            if (wish.do === "log") logFee(store, ledger, wish);
            else if (ofBatches.includes(wish.do)) changeBatch(store, ledger, wish as BatchDeed);
            else changeLine(store, ledger, wish as LineDeed);
          });
          if (i % 8 === 7 || i === deeds.length - 1) holds(store, ledger);
        }
        nothingMoves(store, ledger);
        paid += ledger.asPaid.size;
        reversed += paymentLines(store).filter((l) => l.reversesId !== null && l.state === "paid").length;
        const allowed = new Set(["late-payment", "approved-by-recorder", "edited-outside"]);
        const broken = findings(store, ledger.day).filter((f) => !allowed.has(f.code));
        expect(broken).toEqual([]);
        store.close();
      }),
      { numRuns: 25, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true },
    );
    expect(paid).toBeGreaterThan(20);
    expect(reversed).toBeGreaterThan(5);
  });
});
