import { type Day, within } from "./day.ts";
import type { Pence } from "./money.ts";
import { amountOf, counts, isGivenUp, isPaid, type PaymentLine } from "./payment.ts";
import { isTaxYear, type Period } from "./period.ts";

/**
 * Which lines a statement counts in its period: those paid in it, as tax authorities and offices that pay benefits count, or
 * those whose activity was in it, paid or not.
 */
export const waysToCount = ["paid", "activity"] as const;

/** One of those ways. */
export type CountedBy = (typeof waysToCount)[number];

/** A whole tax year is counted by the day of payment, any other period by the day of the activity, unless it is said. */
export const countedBy = (period: Period, said: CountedBy | undefined): CountedBy =>
  said ?? (isTaxYear(period) ? "paid" : "activity");

/** What lines of one stream from one payer come to, in pence. */
interface StatementTotal {
  readonly stream: PaymentLine["stream"];
  readonly payer: string | null;
  readonly lines: number;
  readonly paid: Pence;
  /** Counted and not paid yet; counted by payment, not paid by the end of the period. */
  readonly toCome: Pence;
  /** Paid and to come together. */
  readonly total: Pence;
}

/** One person's lines of a period, parted as a statement shows them. */
export interface Statement {
  /** Fees and vouchers that count: both are income. */
  readonly fees: readonly PaymentLine[];
  /** Expenses that count: never income. */
  readonly expenses: readonly PaymentLine[];
  /** Done by the end of the period and not paid by then, where a statement counts by payment: shown, not summed. */
  readonly notYetPaid: readonly PaymentLine[];
  /** Fees declined or given to charity: shown, not summed. */
  readonly givenUp: readonly PaymentLine[];
  /** Everything else that is not summed: offered, rejected, taken back before it was paid. */
  readonly notCounted: readonly PaymentLine[];
  readonly totals: readonly StatementTotal[];
}

const streams = ["fee", "voucher", "expense"] as const;

/** The sum of the lines that count, in pence; lines that don't count add nothing. */
export const sumOf = (lines: readonly PaymentLine[]): Pence =>
  lines.filter(counts).reduce((sum, line) => sum + amountOf(line), 0);

/** Totals by stream and payer of lines that count, and of those paid among them; a stream and payer without lines has none. */
function totalsOf(lines: readonly PaymentLine[], paid: (line: PaymentLine) => boolean): StatementTotal[] {
  const payers = [...new Set(lines.map((l) => l.payer))].sort((a, b) =>
    (a ?? "").localeCompare(b ?? "", "en"),
  );
  return streams
    .flatMap((stream) =>
      payers.map((payer) => {
        const own = lines.filter((l) => l.stream === stream && l.payer === payer);
        const [here, total] = [sumOf(own.filter(paid)), sumOf(own)];
        return { stream, payer, lines: own.length, paid: here, toCome: total - here, total };
      }),
    )
    .filter((t) => t.lines > 0);
}

const income = (lines: readonly PaymentLine[]) => lines.filter((l) => l.stream !== "expense");
const expenses = (lines: readonly PaymentLine[]) => lines.filter((l) => l.stream === "expense");

/** Parts one person's lines into a statement by the day of the activity; every line is in exactly one of its parts. */
export function statementOf(lines: readonly PaymentLine[]): Statement {
  const counted = lines.filter(counts);
  return {
    fees: income(counted),
    expenses: expenses(counted),
    notYetPaid: [],
    givenUp: lines.filter((l) => isGivenUp(l)),
    notCounted: lines.filter((l) => !counts(l) && !isGivenUp(l)),
    totals: totalsOf(counted, isPaid),
  };
}

/**
 * One person's statement of a period, of all their lines. By payment it counts what was paid in the period whenever the work was,
 * and shows what was done by the end of it and not paid by then; what comes to no payment stands where the activity was.
 */
export function statementIn(all: readonly PaymentLine[], period: Period, by: CountedBy): Statement {
  const done = all.filter((l) => within(l.activityOn, period.from, period.to));
  if (by === "activity") return statementOf(done);
  const counted = all.filter(counts);
  const paidBetween = (l: PaymentLine, from: Day | null) =>
    isPaid(l) && l.paidOn !== null && within(l.paidOn, from, period.to);
  const paid = counted.filter((l) => paidBetween(l, period.from));
  // A line that takes another back belongs to the time in which it was made: nobody waited for it before.
  const begun = (l: PaymentLine) => (l.reversesId === null ? l.activityOn : l.loggedOn) <= period.to;
  const open = counted.filter((l) => begun(l) && !paidBetween(l, null));
  return {
    ...statementOf(done),
    fees: income(paid),
    expenses: expenses(paid),
    notYetPaid: open,
    totals: totalsOf([...paid, ...open], (l) => paid.includes(l)),
  };
}

/** Fees and vouchers among the lines that count, in pence: what a soft flag is judged by. */
export const incomeOf = (lines: readonly PaymentLine[]): Pence => sumOf(income(lines));
