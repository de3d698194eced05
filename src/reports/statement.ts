import { longDay } from "../domain/day.ts";
import { type Pence, pounds } from "../domain/money.ts";
import { amountOf, isGivenUp, isPaid, type PaymentLine, worthOf } from "../domain/payment.ts";
import { expenseInWords, ownApprovals, shownActivity, shownText, whatOf } from "../domain/payment-words.ts";
import { isTaxYear, type Period } from "../domain/period.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { type CountedBy, incomeOf, type Statement, statementIn } from "../domain/statement.ts";
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

/** What a line is, and which paid line it takes back. */
function whatInWords(line: PaymentLine): string {
  const what = line.stream === "expense" ? expenseInWords(line) : whatOf(line);
  return line.reversesId === null ? what : `${what}, takes back ${ref("payment", line.reversesId)}`;
}

const lineRow = (line: PaymentLine): Row => ({
  ref: ref("payment", line.id),
  activity_on: line.activityOn,
  activity: shownActivity(line).replace(":", " "),
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
  /** The unit's line about independent advice on benefits. */
  readonly advice: string;
}

const streamWords = { fee: "fees", voucher: "vouchers", expense: "expenses" } as const;

function sections(statement: Statement, { by, payers }: StatementFacts): Section[] {
  const inPeriod = by === "paid" ? " paid in this period" : "";
  const part = (key: string, heading: string, rows: readonly PaymentLine[], empty: string): Section => ({
    key,
    heading,
    columns: lineColumns,
    rows: rows.map(lineRow),
    empty,
  });
  return [
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
