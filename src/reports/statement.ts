import { type Day, longDay } from "../domain/day.ts";
import { type Pence, pounds } from "../domain/money.ts";
import { amountOf, isGivenUp, isPaid, type PaymentLine, worthOf } from "../domain/payment.ts";
import { activityInWords, expenseInWords, ownApprovals, shownText, whatOf } from "../domain/payment-words.ts";
import { isTaxYear, type Period } from "../domain/period.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { type CountedBy, incomeOf, type Statement, statementIn, sumOf } from "../domain/statement.ts";
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

/** What a line is, what was asked for and why less was approved, and which paid line it takes back. */
function whatInWords(line: PaymentLine): string {
  const what = line.stream === "expense" ? expenseInWords(line) : whatOf(line);
  const less =
    line.approvedPence === null || line.approvedPence === line.claimedPence
      ? ""
      : ` (claimed ${pounds(line.claimedPence)}: ${shownText(line, line.differenceReason) ?? ""})`;
  return `${what}${less}${line.reversesId === null ? "" : `, takes back ${ref("payment", line.reversesId)}`}`;
}

const lineRow = (line: PaymentLine): Row => ({
  ref: ref("payment", line.id),
  activity_on: line.activityOn,
  activity: activityInWords(line),
  what: whatInWords(line),
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

const totalColumns = (by: CountedBy): Column[] => [
  { key: "stream", heading: "Stream" },
  { key: "payer", heading: "Payer" },
  { key: "lines", heading: "Lines", kind: "integer" },
  { key: "paid", heading: "Paid", kind: "pence" },
  { key: "to_come", heading: by === "paid" ? "Not paid by then" : "Still to be paid", kind: "pence" },
  ...(by === "paid" ? [] : [{ key: "total", heading: "Total", kind: "pence" } as const]),
];

/** What a statement needs besides the lines. */
export interface StatementFacts {
  readonly person: { readonly id: number; readonly knownAs: TeamName };
  readonly period: Period;
  readonly by: CountedBy;
  /** Fees and vouchers of a tax year above this many pence are pointed out. */
  readonly softFlag: Pence;
  /** What payers are called, by their keys. */
  readonly payers: ReadonlyMap<string, string>;
  /** The unit, and the day the statement is made on: what is still to be paid is as it stands then. */
  readonly unit: string;
  readonly today: Day;
  /** The unit's line about independent advice on benefits. */
  readonly advice: string;
}

/** What a reader looks for first: who says so and when, and what it comes to, whoever paid. */
function summary(statement: Statement, { by, unit, today }: StatementFacts): Section {
  const paid = by === "paid" ? " paid" : "";
  return {
    key: "summary",
    single: true,
    columns: [
      { key: "unit", heading: "For work with" },
      { key: "made_on", heading: "As it stands on", kind: "day" },
      { key: "income", heading: `Fees and vouchers${paid}`, kind: "pence" },
      { key: "repaid", heading: `Expenses${paid}`, kind: "pence" },
      {
        key: "open",
        heading: by === "paid" ? "Done, not paid by its end" : "Of these still to be paid",
        kind: "pence",
      },
    ],
    rows: [
      {
        unit,
        made_on: today,
        income: incomeOf(statement.fees),
        repaid: sumOf(statement.expenses),
        open: statement.totals.reduce((sum, t) => sum + t.toCome, 0),
      },
    ],
  };
}

const streamWords = { fee: "fees", voucher: "vouchers", expense: "expenses" } as const;

function sections(statement: Statement, facts: StatementFacts): Section[] {
  const { by, payers } = facts;
  const inPeriod = by === "paid" ? " paid in this period" : "";
  const part = (key: string, heading: string, rows: readonly PaymentLine[], empty: string): Section => ({
    key,
    heading,
    columns: lineColumns,
    rows: rows.map(lineRow),
    empty,
  });
  return [
    summary(statement, facts),
    part("fees", `Fees and vouchers${inPeriod}`, statement.fees, "No fees and no vouchers."),
    part("expenses", `Expenses${inPeriod}`, statement.expenses, "No expenses."),
    ...(by === "paid"
      ? [
          part(
            "not-yet-paid",
            "Done, and not paid by the end of this period",
            statement.notYetPaid,
            "Nothing.",
          ),
        ]
      : []),
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
      columns: totalColumns(by),
      rows: statement.totals.map(({ toCome, total, stream, payer, ...t }) => ({
        stream: streamWords[stream],
        payer: payers.get(payer ?? "") ?? payer,
        ...t,
        to_come: toCome,
        ...(by === "paid" ? {} : { total }),
      })),
      empty: "Nothing to add up.",
    },
  ];
}

/** Where fees and vouchers of a tax year are above the unit's figure, or would be with what is not paid yet. */
function softFlag({ fees, notYetPaid }: Statement, { by, period, softFlag }: StatementFacts): string[] {
  if (by !== "paid" || !isTaxYear(period)) return [];
  const [paid, toCome] = [incomeOf(fees), incomeOf(notYetPaid)];
  if (paid > softFlag)
    return [`Fees and vouchers paid in this tax year come to ${pounds(paid)}, above ${pounds(softFlag)}.`];
  return paid + toCome > softFlag
    ? [
        `Fees and vouchers paid in this tax year come to ${pounds(paid)}, and with what is not paid yet to ${pounds(paid + toCome)}, above ${pounds(softFlag)}.`,
      ]
    : [];
}

const countedWords: Readonly<Record<CountedBy, string>> = {
  paid: "Counted by the day of payment, as for tax; work that was paid in another year is in that year's statement.",
  activity: "Counted by the day of the activity, whenever it was paid.",
};

function notes(statement: Statement, facts: StatementFacts): string[] {
  const { fees, expenses, notYetPaid, givenUp, notCounted } = statement;
  return [
    ...softFlag(statement, facts),
    ...ownApprovals([...fees, ...expenses, ...notYetPaid, ...givenUp, ...notCounted]),
    `${countedWords[facts.by]} Fees and vouchers are income, expenses are not; no tax is worked out here.`,
    facts.advice,
  ];
}

/** One person's fees, vouchers and expenses of a period, of all their lines; what was given up is shown and not summed. */
export function statementReport(lines: readonly PaymentLine[], facts: StatementFacts): Report {
  const statement = statementIn(lines, facts.period, facts.by);
  return {
    title: `Statement of ${facts.person.knownAs} (${ref("member", facts.person.id)}): ${facts.period.name}, ${longDay(facts.period.from)} to ${longDay(facts.period.to)}`,
    sections: sections(statement, facts),
    notes: notes(statement, facts),
  };
}
