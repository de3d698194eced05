import type { Pence } from "./money.ts";
import { amountOf, counts, isGivenUp, isPaid, type PaymentLine } from "./payment.ts";

/** What lines of one stream from one payer come to, in pence. */
export interface StatementTotal {
  readonly stream: PaymentLine["stream"];
  readonly payer: string | null;
  readonly lines: number;
  readonly paid: Pence;
  /** Counted and not paid yet. */
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

function totalOf(
  stream: PaymentLine["stream"],
  payer: string | null,
  lines: readonly PaymentLine[],
): StatementTotal {
  const own = lines.filter((l) => counts(l) && l.stream === stream && l.payer === payer);
  const paid = sumOf(own.filter(isPaid));
  const total = sumOf(own);
  return { stream, payer, lines: own.length, paid, toCome: total - paid, total };
}

/** Totals by stream and payer of the lines that count; a stream and payer without lines has none. */
function totalsOf(lines: readonly PaymentLine[]): StatementTotal[] {
  const payers = [...new Set(lines.map((l) => l.payer))].sort((a, b) =>
    (a ?? "").localeCompare(b ?? "", "en"),
  );
  return streams
    .flatMap((stream) => payers.map((payer) => totalOf(stream, payer, lines)))
    .filter((t) => t.lines > 0);
}

/** Parts one person's lines into a statement; every line is in exactly one of its parts. */
export const statementOf = (lines: readonly PaymentLine[]): Statement => ({
  fees: lines.filter((l) => counts(l) && l.stream !== "expense"),
  expenses: lines.filter((l) => counts(l) && l.stream === "expense"),
  givenUp: lines.filter((l) => isGivenUp(l)),
  notCounted: lines.filter((l) => !counts(l) && !isGivenUp(l)),
  totals: totalsOf(lines),
});

/** Fees and vouchers that count, in pence: what a soft flag is judged by. */
export const incomeOf = (lines: readonly PaymentLine[]): Pence =>
  sumOf(lines.filter((l) => l.stream !== "expense"));
