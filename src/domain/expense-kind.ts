import { type Pence, pounds } from "./money.ts";
import { nearest, suggestion } from "./nearest.ts";
import { no, type Problem, problem, type Result, yes } from "./result.ts";

/** A kind of expense; a replacement carer (for the person cared for) and a personal assistant (for the member) differ. */
export interface ExpenseKind {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly receiptNeeded: boolean;
  /** A flat allowance in pence; null is what it cost. */
  readonly flatPence: Pence | null;
  readonly byMileage: boolean;
}

const wordsOf = (kind: ExpenseKind): string[] =>
  `${kind.key} ${kind.label}`
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((w) => w.length > 2 && w !== "for" && w !== "the");

/** A kind, or a word of one, that is near to what was typed; else the list of kinds. */
const suggestedKind = (typed: string, kinds: readonly ExpenseKind[]): string =>
  nearest(typed, kinds.flatMap(wordsOf))
    ? suggestion(typed, kinds.flatMap(wordsOf))
    : suggestion(
        typed,
        kinds.map((k) => k.key),
      );

/** The kind meant by its key, or by a word that only one kind has: `train` is `public-transport`. */
export function kindNamed(text: string, kinds: readonly ExpenseKind[]): Result<ExpenseKind> {
  const typed = text.trim().toLowerCase();
  const exact = kinds.find((k) => k.key === typed);
  if (exact) return yes(exact);
  const [only, another, ...more] = kinds.filter((k) => wordsOf(k).includes(typed));
  if (only && !another) return yes(only);
  return no({
    code: "unknown-kind",
    message: `"${text}" is not a kind of expense.`,
    remedy:
      only && another
        ? `It could be: ${[only, another, ...more].map((k) => k.key).join(", ")}.`
        : suggestedKind(typed, kinds),
  });
}

/** What was said of the cost of an expense: pence, or tenths of a mile. */
export interface Cost {
  readonly amount: Pence | undefined;
  readonly miles: number | undefined;
}

/** Problems of a cost that does not fit its kind: flat allowances need none, mileage needs miles, the rest an amount. */
export function amountProblems(kind: ExpenseKind, cost: Cost): Problem[] {
  const { amount, miles } = cost;
  if (kind.flatPence !== null)
    return [
      ...(amount === undefined || amount === kind.flatPence
        ? []
        : [
            problem(
              "flat-allowance",
              `${kind.key} is a flat ${pounds(kind.flatPence)}, not ${pounds(amount)}.`,
              "Leave --amount out.",
            ),
          ]),
      ...(miles === undefined
        ? []
        : [problem("not-by-mileage", `${kind.key} is not paid by the mile.`, "Leave --miles out.")]),
    ];
  if (kind.byMileage)
    return [
      ...(miles === undefined
        ? [
            problem(
              "miles-missing",
              `How many miles? ${kind.key} is paid by the mile.`,
              "For example: --miles 12.4",
            ),
          ]
        : []),
      ...(amount === undefined
        ? []
        : [
            problem(
              "by-mileage",
              `${kind.key} is priced from the miles at the rate of the day.`,
              "Leave --amount out.",
            ),
          ]),
    ];
  return [
    ...(amount === undefined
      ? [problem("amount-missing", "How much was it?", "For example: --amount 24.60")]
      : []),
    ...(amount === 0
      ? [problem("nothing-claimed", "An expense of £0.00 is nothing to claim.", "Give what it cost.")]
      : []),
    ...(miles === undefined
      ? []
      : [
          problem(
            "not-by-mileage",
            `${kind.key} is not paid by the mile.`,
            "Leave --miles out, or use --kind mileage.",
          ),
        ]),
  ];
}
