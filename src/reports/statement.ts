import type { Pence } from "../domain/money.ts";
import { pounds } from "../domain/money.ts";
import { amountOf, isGivenUp, isPaid, type PaymentLine, sameName, worthOf } from "../domain/payment.ts";
import { shownActivity, shownText, whatOf } from "../domain/payment-words.ts";
import { isTaxYear, type Period } from "../domain/period.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { incomeOf, statementOf } from "../domain/statement.ts";
import { listed } from "../domain/text.ts";
import type { Column, Report, Row, Section } from "./report.ts";

const lineColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "activity_on", heading: "Day", kind: "day" },
  { key: "activity", heading: "For" },
  { key: "what", heading: "What" },
  { key: "amount", heading: "Amount", kind: "pence" },
  { key: "state", heading: "State" },
  { key: "paid_on", heading: "Paid", kind: "day" },
  { key: "payer", heading: "Payer", detail: true },
  { key: "note", heading: "Note", detail: true },
];

const lineRow = (line: PaymentLine): Row => ({
  ref: ref("payment", line.id),
  activity_on: line.activityOn,
  activity: shownActivity(line),
  what: whatOf(line),
  amount: amountOf(line),
  state: line.state,
  paid_on: isPaid(line) ? line.paidOn : null,
  payer: line.payer,
  note: shownText(line, line.differenceReason ?? line.stateReason ?? line.note),
});

const notCountedColumns: readonly Column[] = [
  ...lineColumns.slice(0, 4),
  { key: "worth", heading: "Worth", kind: "pence" },
  { key: "why", heading: "Why" },
];

const outcomeWords = { declined: "declined", donated: "given to charity" } as const;

const notCountedRow = (line: PaymentLine): Row => ({
  ...lineRow(line),
  worth: isGivenUp(line) ? worthOf(line) : amountOf(line),
  why: line.outcome === "declined" || line.outcome === "donated" ? outcomeWords[line.outcome] : line.state,
});

const totalColumns: readonly Column[] = [
  { key: "stream", heading: "Stream" },
  { key: "payer", heading: "Payer" },
  { key: "lines", heading: "Lines", kind: "integer" },
  { key: "paid", heading: "Paid", kind: "pence" },
  { key: "to_come", heading: "Still to be paid", kind: "pence" },
  { key: "total", heading: "Total", kind: "pence" },
];

/** What a statement needs besides the lines. */
export interface StatementFacts {
  readonly person: { readonly id: number; readonly knownAs: TeamName };
  readonly period: Period;
  /** Fees and vouchers of a tax year above this many pence are pointed out. */
  readonly softFlag: Pence;
  /** The unit's line about independent advice on benefits. */
  readonly advice: string;
}

function sections(lines: readonly PaymentLine[]): Section[] {
  const statement = statementOf(lines);
  const part = (key: string, heading: string, rows: readonly PaymentLine[], empty: string): Section => ({
    key,
    heading,
    columns: lineColumns,
    rows: rows.map(lineRow),
    empty,
  });
  return [
    part("fees", "Fees and vouchers", statement.fees, "No fees and no vouchers."),
    part("expenses", "Expenses", statement.expenses, "No expenses."),
    {
      key: "not-counted",
      heading: "Shown, not counted",
      columns: notCountedColumns,
      rows: [...statement.givenUp, ...statement.notCounted].map(notCountedRow),
      empty: "Nothing declined, given to charity, offered, rejected or taken back.",
    },
    {
      key: "totals",
      heading: "Totals",
      columns: totalColumns,
      rows: statement.totals.map(({ toCome, ...t }) => ({ ...t, to_come: toCome })),
      empty: "Nothing to add up.",
    },
  ];
}

/** That somebody recorded and approved one and the same line: for whoever sends the statement. */
function ownApprovals(lines: readonly PaymentLine[]): string[] {
  const own = lines.filter((l) => l.approvedBy !== null && sameName(l.approvedBy, l.recordedBy));
  return own.length === 0
    ? []
    : [`Recorded and approved by the same person: ${listed(own.map((l) => ref("payment", l.id)))}.`];
}

function notes(lines: readonly PaymentLine[], facts: StatementFacts): string[] {
  const income = incomeOf(lines);
  return [
    ...(isTaxYear(facts.period) && income > facts.softFlag
      ? [`Fees and vouchers of this tax year come to ${pounds(income)}, above ${pounds(facts.softFlag)}.`]
      : []),
    ...ownApprovals(lines),
    "Counted by the day of the activity. Fees and vouchers are income, expenses are not; no tax is worked out here.",
    facts.advice,
  ];
}

/** One person's fees, vouchers and expenses of a period; what was declined or given to charity is shown and not summed. */
export const statementReport = (lines: readonly PaymentLine[], facts: StatementFacts): Report => ({
  title: `Statement of ${facts.person.knownAs} (${ref("member", facts.person.id)}): ${facts.period.name}, ${facts.period.from} to ${facts.period.to}`,
  sections: sections(lines),
  notes: notes(lines, facts),
});
