import { activityName } from "../domain/activity.ts";
import type { Approval } from "../domain/approval.ts";
import type { AttendedFees } from "../domain/attended-fees.ts";
import { dayInWords } from "../domain/day.ts";
import { type ExpensePlan, expenseInWords } from "../domain/expense.ts";
import type { FeePlan, Unusual } from "../domain/fee.ts";
import { pounds } from "../domain/money.ts";
import type { PaymentLine } from "../domain/payment.ts";
import { lineInWords, shownActivity } from "../domain/payment-words.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { count, listed } from "../domain/text.ts";

const who = (p: { readonly personId: number; readonly knownAs: TeamName }): string =>
  `${ref("member", p.personId)} ${p.knownAs}`;

function comesTo(fee: FeePlan): string {
  const worth = pounds(fee.worth);
  switch (fee.outcome) {
    case "declined":
      return `declined, nothing is owed (worth ${worth})`;
    case "donated":
      return `given to charity, nothing is owed to them (worth ${worth})`;
    case "reduced":
      return `${pounds(fee.claimed)} of ${worth}, as they chose`;
    case "due":
      return pounds(fee.claimed);
  }
}

/** `M-003 Bex Thornton, half-day: £82.50`: a fee as it will be written. */
const feeLine = (fee: FeePlan): string =>
  `${who(fee)}, ${fee.times === 1 ? "" : `${fee.times} × `}${fee.band}: ${comesTo(fee)}`;

/** What is asked before the fees of everybody who came are logged: each of them, and who is left out and why. */
export function attendedQuestion(plan: AttendedFees): string {
  const [first] = plan.fees;
  const sum = plan.fees.reduce((total, f) => total + f.claimed, 0);
  const about = first ? ` for ${activityName(first.activity)} on ${dayInWords(first.on)}` : "";
  return [
    `Log ${count(plan.fees.length, "fee")}${about}, ${pounds(sum)} in all?`,
    ...plan.fees.map((f) => `  ${feeLine(f)}`),
    ...leftOutLines(plan),
    "",
  ].join("\n");
}

const leftOutLines = (plan: AttendedFees): string[] => plan.leftOut.map((l) => `  left out: ${l.message}`);

const unusualWords: Readonly<Record<Unusual, (activity: string) => string>> = {
  apologies: (activity) => `is recorded with apologies for ${activity}`,
  absent: (activity) => `is recorded as absent from ${activity}`,
  closed: (activity) => `has a fee for a day after ${activity} was closed`,
  "not-on-team": (activity) => `is not on the team of ${activity} on that day`,
};

/** What is pointed out about a fee that was logged or offered all the same. */
export const unusualNotes = (fee: FeePlan): string[] =>
  fee.unusual === null
    ? []
    : [`Please note: ${who(fee)} ${unusualWords[fee.unusual](activityName(fee.activity))}.`];

/** What was logged, each fee with its ref, and who was left out and why. */
export function feesSaid(plan: AttendedFees, lines: readonly PaymentLine[]): string[] {
  const [first] = plan.fees;
  const [line] = lines;
  if (!first || !line) return ["There is no fee to log.", ...leftOutLines(plan)];
  const about = `for ${shownActivity(line)} on ${dayInWords(first.on)}`;
  const refs = lines.map((l) => ref("payment", l.id));
  if (plan.fees.length === 1 && plan.leftOut.length === 0)
    return [`Logged ${refs[0]} ${about}: ${feeLine(first)}.`, ...unusualNotes(first)];
  const sum = plan.fees.reduce((total, f) => total + f.claimed, 0);
  return [
    `Logged ${count(plan.fees.length, "fee")} ${about}, ${pounds(sum)} in all:`,
    ...plan.fees.map((f, i) => `  ${refs[i]} ${feeLine(f)}`),
    ...leftOutLines(plan),
  ];
}

/** What was logged of an expense, and that it was late where it was. */
export const expenseSaid = (
  plan: ExpensePlan,
  line: PaymentLine,
  facts: { readonly windowMonths: number; readonly receipts: number },
): string[] => [
  `Logged ${ref("payment", line.id)} for ${shownActivity(line)} on ${dayInWords(plan.on)}: ${who(line)}, ${expenseInWords(plan)}: ${pounds(plan.claimed)}.`,
  ...(facts.receipts > 0
    ? ["Keep the receipt where receipts go: only its name and fingerprint are kept here."]
    : []),
  ...(plan.late
    ? [
        `Claimed more than ${count(facts.windowMonths, "month")} after the activity: flagged as a late claim, not refused.`,
      ]
    : []),
];

const sumOfApprovals = (approvals: readonly Approval[]): string =>
  pounds(approvals.reduce((total, a) => total + a.pence, 0));

const approvalLine = (a: Approval): string =>
  `${ref("payment", a.line.id)} ${lineInWords(a.line)}: ${pounds(a.pence)}${a.reason === null ? "" : ` of ${pounds(a.line.claimedPence)} claimed`}`;

/** What is asked before three or more lines are approved. */
export const approvalQuestion = (approvals: readonly Approval[]): string =>
  [
    `Approve ${count(approvals.length, "line")}, ${sumOfApprovals(approvals)} in all?`,
    ...approvals.map((a) => `  ${approvalLine(a)}`),
    "",
  ].join("\n");

/** What was approved, and what was approved by the person who recorded it. */
export function approvalSaid(approvals: readonly Approval[]): string[] {
  const own = approvals.filter((a) => a.byRecorder);
  return [
    `Approved ${count(approvals.length, "line")}, ${sumOfApprovals(approvals)} in all.`,
    ...approvals.map((a) => `  ${approvalLine(a)}`),
    ...(own.length > 0
      ? [
          `You recorded ${listed(own.map((a) => ref("payment", a.line.id)))} yourself: allowed, and flagged in every list. Better: somebody else approves.`,
        ]
      : []),
  ];
}
