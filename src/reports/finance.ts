import type { Batch, BatchLine } from "../domain/batch.ts";
import { batchSum } from "../domain/batch.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import { type Told, toldOf } from "../domain/finance.ts";
import { pounds } from "../domain/money.ts";
import type { OutwardName } from "../domain/person-name.ts";
import { count } from "../domain/text.ts";
import type { PersonTotal } from "./batches.ts";
import {
  type Column,
  list,
  type OutwardReport,
  type OutwardRow,
  type OutwardSection,
  type Report,
} from "./report.ts";

/** Who is to be paid, by person: the one thing about them that finance is told by name. */
export type Payees = ReadonlyMap<number, OutwardName>;

const streamWords = { fee: "fee", voucher: "voucher", expense: "expense" } as const;

const columns: readonly Column[] = [
  { key: "reference", heading: "Reference" },
  { key: "payee_ref", heading: "Payee ref" },
  { key: "payee", heading: "Payee" },
  { key: "stream", heading: "Fee or expense" },
  { key: "what", heading: "What" },
  { key: "activity", heading: "For" },
  { key: "activity_on", heading: "Day", kind: "day" },
  { key: "amount", heading: "Amount", kind: "pence" },
  { key: "receipts", heading: "Receipts", kind: "integer" },
  { key: "recorded_by", heading: "Recorded by" },
  { key: "approved_by", heading: "Approved by" },
  { key: "approved_on", heading: "Approved on", kind: "day" },
];

/** What finance is told of a line: as it was sent, or in a draft as it would be now. */
const toldNow = ({ told, line }: BatchLine): Told => told ?? toldOf(line);

const row = (entry: BatchLine, payees: Payees): OutwardRow => {
  const { pence, stream, ...told } = toldNow(entry);
  return {
    ...told,
    stream: streamWords[stream],
    amount: pence,
    payee: payees.get(entry.line.personId) ?? "",
  };
};

/** The sheet for finance: one row a line, by its reference. The same batch gives the same rows, however often it is written. */
export const financeSheet = (batch: Batch, payees: Payees): OutwardReport =>
  list(
    `Payments ${batch.key}`,
    columns,
    batch.lines.map((l) => row(l, payees)),
    "No lines.",
    [`${count(batch.lines.length, "line")}: ${pounds(batchSum(batch.lines))}.`],
  );

const formColumns: readonly Column[] = columns.filter((c) =>
  ["reference", "activity_on", "activity", "what", "amount", "receipts"].includes(c.key),
);

const facts = (
  pairs: readonly (readonly [key: string, heading: string, value: string])[],
): OutwardSection => ({
  key: "about",
  single: true,
  columns: pairs.map(([key, heading]) => ({ key, heading })),
  rows: [Object.fromEntries(pairs.map(([key, , value]) => [key, value]))],
});

const part = (key: string, heading: string, lines: readonly BatchLine[]): OutwardSection[] =>
  lines.length === 0
    ? []
    : [
        {
          key,
          heading,
          columns: formColumns.filter((c) => key === "expenses" || c.key !== "receipts"),
          rows: lines.map((l) => row(l, new Map())),
        },
      ];

const sums = (person: PersonTotal): OutwardSection => ({
  key: "total",
  heading: "In all",
  single: true,
  columns: [
    { key: "fees", heading: "Fees and vouchers", kind: "pence" },
    { key: "expenses", heading: "Expenses", kind: "pence" },
    { key: "total", heading: "Total", kind: "pence" },
  ],
  rows: [{ fees: person.fees, expenses: person.expenses, total: person.total }],
});

const approvers = (lines: readonly BatchLine[]): string[] =>
  [...new Set(lines.map((l) => toldNow(l).approved_by))].filter(Boolean);

const signature = (who: string): string => `${who}: ____________________________   Date: ______________`;

/** A claim form for one person's lines of a batch, to be printed and signed. It has no place for bank details. */
export function claimForm(batch: Batch, person: PersonTotal, unit: string, payees: Payees): OutwardReport {
  const { lines } = person;
  const income = lines.filter((l) => l.line.stream !== "expense");
  const expenses = lines.filter((l) => l.line.stream === "expense");
  const payeeRef = toldNow(lines[0] as BatchLine).payee_ref;
  return {
    title: "Claim for involvement payments",
    sections: [
      facts([
        ["payee", "Payee", `${payees.get(person.personId) ?? ""} (${payeeRef})`],
        ["payer", "To be paid by", batch.payerName],
        ["unit", "For work with", unit],
        ["batch", "Batch", batch.key],
        ["submit_by", "Submit by", batch.cutOffOn === null ? "" : dayInWords(batch.cutOffOn)],
      ]),
      ...part("fees", "Fees and vouchers", income),
      ...part("expenses", "Expenses", expenses),
      sums(person),
      {
        key: "signatures",
        heading: "Signatures",
        columns: [],
        rows: [],
        paragraphs: [
          "I claim the amounts above. Receipts are attached where they are counted.",
          signature("Signed by the payee"),
          `Approved for the unit by: ${approvers(lines).join(", ")}`,
          signature("Signed for the unit"),
        ],
      },
    ],
    notes: [
      "Fees thank people for their time and experience; expenses pay back what they spent, and are not income.",
      "Bank details go to the payer only, in the payer's own way. Please do not write them on this form.",
    ],
  };
}

/** What one person was paid by a batch, to be given to them. */
export function remittance(batch: Batch, person: PersonTotal, unit: string, advice: string): Report {
  const days = [...new Set(person.lines.map((l) => l.repliedOn ?? ""))]
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, "en"));
  return {
    title: `Payment advice for ${person.knownAs}`,
    sections: [
      facts([
        ["paid_by", "Paid by", batch.payerName],
        ["unit", "For work with", unit],
        ["paid_on", "Paid on", days.map((d) => dayInWords(d as Day)).join(", ")],
        ["batch", "Batch", batch.key],
      ]),
      ...part(
        "fees",
        "Fees and vouchers",
        person.lines.filter((l) => l.line.stream !== "expense"),
      ),
      ...part(
        "expenses",
        "Expenses",
        person.lines.filter((l) => l.line.stream === "expense"),
      ),
      sums(person),
    ],
    notes: [
      "If something is missing or does not look right, please tell us; quote the reference.",
      "Fees and vouchers are income, expenses are not; no tax is worked out here.",
      advice,
    ],
  };
}
