import { amountProblems, type ExpenseKind } from "./expense-kind.ts";
import { mayTake, stepProblems } from "./line-step.ts";
import { mileagePence } from "./miles.ts";
import { type Pence, pounds } from "./money.ts";
import { type LineState, type PaymentLine, worthOf } from "./payment.ts";
import { type HandedIn, receiptProblems } from "./receipt.ts";
import { ref } from "./ref.ts";
import { no, noneOf, type Problem, problem, type Result, unless } from "./result.ts";

/** What `payment edit` was told. */
export interface EditWords {
  readonly amount: Pence | undefined;
  readonly miles: number | undefined;
  readonly dropReceipt: string | undefined;
  readonly again: string | undefined;
  readonly note: string | undefined;
  readonly payer: string | undefined;
}

/** What has to be known to edit a line. */
export interface EditFacts {
  readonly line: PaymentLine;
  /** The kind of an expense; null for a fee. */
  readonly kind: ExpenseKind | null;
  /** Pence for a mile, as it was when the line was priced. */
  readonly mileagePence: Pence | null;
  readonly receipts: readonly { readonly id: number; readonly fileName: string }[];
  readonly handedIn: readonly HandedIn[];
  readonly payerId: number | undefined;
}

/** A line as it will be. */
export interface Edit {
  readonly line: PaymentLine;
  readonly claimed: Pence;
  readonly outcome: PaymentLine["outcome"];
  readonly miles: number | null;
  readonly note: string | null;
  readonly again: string | null;
  readonly payerId: number | undefined;
  readonly receiptsAdded: readonly HandedIn[];
  readonly receiptDropped: number | null;
  readonly state: LineState;
  /** Whether an approval, or a query, is over: what was approved is no longer what is asked for. */
  readonly backToClaimed: boolean;
}

/** A fee is worth its rate: less may be taken, never more; a line that takes another back is worth what that was. */
function feeProblems(line: PaymentLine, words: EditWords): Problem[] {
  const most = worthOf(line);
  return [
    ...(words.miles === undefined
      ? []
      : [problem("not-by-mileage", "A fee is not paid by the mile.", "Leave --miles out.")]),
    ...(words.amount === 0
      ? [
          problem(
            "takes-nothing",
            "Whoever takes £0.00 declines the fee.",
            `Take it back, and log it as it is: involve payment reverse ${ref("payment", line.id)}, then involve payment log … --choice declined`,
          ),
        ]
      : []),
    ...(words.amount !== undefined && words.amount > most
      ? [
          problem(
            "over-the-rate",
            `${ref("payment", line.id)} is worth ${pounds(most)} at its rate, and ${pounds(words.amount)} is more.`,
            'For work beyond it, log another fee: involve payment log … --again "reason"',
          ),
        ]
      : []),
  ];
}

/** The problems of a new amount or number of miles; what is not given stays as it is. */
function priceProblems({ line, kind }: EditFacts, words: EditWords): Problem[] {
  if (words.amount === undefined && words.miles === undefined) return [];
  if (line.reversesId !== null)
    return [
      problem(
        "balances-another",
        `${ref("payment", line.id)} balances ${ref("payment", line.reversesId)}; its amount is that one's.`,
        "Leave --amount and --miles out.",
      ),
    ];
  if (kind === null) return feeProblems(line, words);
  const miles = words.miles ?? line.milesTenths ?? undefined;
  const amount = words.amount ?? (kind.byMileage ? undefined : line.claimedPence);
  return amountProblems(kind, { amount, miles });
}

function receiptChangeProblems(facts: EditFacts, words: EditWords): Problem[] {
  const { line, kind, receipts, handedIn } = facts;
  const dropped = receipts.find((r) => r.fileName === words.dropReceipt);
  if (words.dropReceipt !== undefined && !dropped)
    return [
      problem(
        "unknown-receipt",
        `${ref("payment", line.id)} has no receipt called ${words.dropReceipt}.`,
        receipts.length === 0 ? "It has none." : `It has: ${receipts.map((r) => r.fileName).join(", ")}.`,
      ),
    ];
  if (kind === null)
    return handedIn.length === 0
      ? []
      : [problem("no-receipt", "A fee has no receipt.", "Leave --receipt out.")];
  const left = receipts.length - (dropped ? 1 : 0) + handedIn.length;
  const others = handedIn.map((r) => ({ ...r, onLines: r.onLines.filter((id) => id !== line.id) }));
  const own = handedIn
    .filter((r) => r.onLines.includes(line.id))
    .map((r) => problem("same-receipt", `${r.fileName} is on this line already.`, "Leave it out."));
  const needed = { ...kind, receiptNeeded: kind.receiptNeeded && left === 0 };
  const touched = words.dropReceipt !== undefined || handedIn.length > 0;
  return touched ? [...own, ...receiptProblems(needed, words.again, others)] : [];
}

/** Whether the words of an edit say anything at all. */
export const checkEditWords = (words: EditWords, receipts: number): Result<null> =>
  noneOf(
    receipts > 0 || Object.values(words).some((w) => w !== undefined)
      ? []
      : [
          problem(
            "nothing-to-change",
            "What is to be changed?",
            "For example: --amount 19.80, --miles 12.4, --receipt FILE",
          ),
        ],
  );

function claimedAfter({ line, mileagePence: perMile }: EditFacts, words: EditWords): Pence {
  if (words.miles !== undefined && perMile !== null) return mileagePence(words.miles, perMile);
  return words.amount ?? line.claimedPence;
}

function planned(facts: EditFacts, words: EditWords): Edit {
  const { line, receipts, handedIn } = facts;
  const claimed = claimedAfter(facts, words);
  const receiptDropped = receipts.find((r) => r.fileName === words.dropReceipt)?.id ?? null;
  const other =
    claimed !== line.claimedPence ||
    handedIn.length > 0 ||
    receiptDropped !== null ||
    facts.payerId !== undefined;
  const backToClaimed = other && (line.state === "approved" || line.state === "queried");
  const less = claimed < worthOf(line) ? ("reduced" as const) : ("due" as const);
  return {
    line,
    claimed,
    outcome: line.stream === "expense" || claimed === line.claimedPence ? line.outcome : less,
    miles: words.miles ?? line.milesTenths,
    note: words.note ?? line.note,
    again: words.again ?? line.againReason,
    payerId: facts.payerId,
    receiptsAdded: handedIn,
    receiptDropped,
    state: backToClaimed ? "claimed" : line.state,
    backToClaimed,
  };
}

/**
 * Plans a change of a line that is not with finance and not paid. The rate stays as it was frozen; another amount, receipt or
 * payer takes an approved or queried line back to claimed, so that nobody is paid what nobody approved. A note does not.
 */
export function planEdit(facts: EditFacts, words: EditWords): Result<Edit> {
  const { line } = facts;
  if (!mayTake(line, "edit")) return no(...stepProblems([line], "edit"));
  return unless([...priceProblems(facts, words), ...receiptChangeProblems(facts, words)], () =>
    planned(facts, words),
  );
}
