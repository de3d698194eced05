import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import {
  activity,
  day,
  fallback,
  file,
  many,
  member,
  miles,
  money,
  required,
  text,
} from "../../cli/options.ts";
import { planExpense } from "../../domain/expense.ts";
import { payerNamed } from "../../domain/rate.ts";
import { every } from "../../domain/result.ts";
import { expenseSaid } from "../../reports/payment-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { expenseFacts } from "../../store/fee-facts.ts";
import { addExpense } from "../../store/payment-changes.ts";
import { flagFacts, paymentLines } from "../../store/payments.ts";
import { findPerson } from "../../store/people.ts";
import { payers } from "../../store/rates.ts";
import { handedIn } from "../../store/receipts.ts";
import { setting } from "../../store/settings.ts";

export default command({
  about: "Log an expense",
  details: [
    "A receipt is needed for what it cost; flat allowances need neither amount nor receipt. Of a receipt its name and fingerprint are kept, so that the same one twice is noticed.",
    "Mileage is miles times the rate of that day, in whole pence, half a penny rounded up.",
    "A replacement carer looks after the person cared for; a personal assistant supports the member. Expenses are paid also to people who decline fees.",
  ],
  examples: [
    "involve payment expense M-003 --kind train --amount 24.60 --for meeting:2026-03 --receipt ticket.pdf",
    "involve payment expense M-004 --kind mileage --miles 12.4 --for meeting:2026-03",
    "involve payment expense M-007 --kind remote-allowance --for meeting:2026-01",
  ],
  writes: true,
  args: { member: required(member("who claims")) },
  options: {
    kind: required(
      text("the kind of expense, such as train, taxi, mileage, replacement-carer", "KIND", "expense"),
    ),
    for: required(activity("what it was for, as kind:key")),
    amount: money("what it cost"),
    miles: miles("for mileage: how many miles"),
    on: day("the day of the activity; a meeting and an event have their own"),
    receipt: many(file("the receipt")),
    claimed: fallback(day("the day the claim came in"), "today"),
    again: text("why the same receipt or allowance a second time", "REASON"),
    payer: text("who pays, where it is not the usual payer", "PAYER", "payer"),
    note: text("a note on the line"),
  },
  run(context, words) {
    const missing = words.receipt.filter((path) => !context.exists(path));
    const there = words.receipt.filter((path) => !missing.includes(path));
    const files = there.map((path) => ({ path, bytes: context.readFile(path) }));
    return context.write((store) => {
      const found = findPerson(store, words.member);
      const receipts = files.map(({ path, bytes }) => handedIn(store, path, bytes));
      const person = found.ok ? found.value : null;
      const facts = { ...expenseFacts(store, person, words.for, receipts, context.today), missing };
      const plan = planExpense({ ...words, activity: words.for, claimedOn: words.claimed }, facts);
      const payer = payerNamed(words.payer ?? setting(store, "default-payer"), payers(store));
      const { expense, payerId } = must(every({ person: found, expense: plan, payerId: payer }));
      const made = { by: context.by, on: context.today, payerId, note: words.note };
      const id = addExpense(store, expense, receipts, made);
      const lines = paymentLines(store, { ids: [id] });
      const said = { windowMonths: facts.windowMonths, receipts: receipts.length };
      return {
        report: paymentsReport(lines, flagFacts(store, context.today)),
        said: lines.flatMap((line) => expenseSaid(expense, line, said)),
      };
    });
  },
});
