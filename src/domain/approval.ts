import type { Day } from "./day.ts";
import { statesFor, stepProblems } from "./line-step.ts";
import { type Pence, pounds } from "./money.ts";
import { isGivenUp, type LineState, type PaymentLine, sameName } from "./payment.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** What can be approved. */
export const approvable: readonly LineState[] = statesFor("approve");

/** What `payment approve` was told: lines by name, or all up to a day; an amount for a single line. */
export interface ApprovalWords {
  readonly lines: readonly string[];
  readonly all: boolean;
  readonly onOrBefore: Day | undefined;
  readonly amount: Pence | undefined;
  readonly reason: string | undefined;
}

/** Whether the words of an approval fit together; every misfit at once. */
export function checkApprovalWords(words: ApprovalWords): Result<ApprovalWords> {
  const problems: Problem[] = [];
  const add = (message: string, remedy: string): void => {
    problems.push({ code: "which-lines", message, remedy });
  };
  if (words.all && words.lines.length > 0)
    add("Name lines or say --all, not both.", "Leave one of them out.");
  if (!words.all && words.lines.length === 0)
    add(
      "Which lines?",
      "For example: involve payment approve PAY-001 PAY-002, or: --all --on-or-before 2026-03-31",
    );
  if (words.onOrBefore !== undefined && !words.all)
    add("--on-or-before goes with --all.", "Add --all, or leave it out.");
  if (words.amount !== undefined && (words.all || new Set(words.lines).size > 1))
    add("--amount is for one line.", "Approve that line by itself.");
  if (words.reason !== undefined && words.amount === undefined)
    add("--reason goes with --amount.", "Leave it out where the amount claimed is approved.");
  return unless(problems, () => words);
}

/** A line as it will be approved. */
export interface Approval {
  readonly line: PaymentLine;
  readonly pence: Pence;
  /** Why another amount than was claimed; null where it is the same. */
  readonly reason: string | null;
  /** Whether the approver also recorded it: allowed, and pointed out in every list. */
  readonly byRecorder: boolean;
}

function refusal(line: PaymentLine): Problem | null {
  const name = ref("payment", line.id);
  if (isGivenUp(line))
    return {
      code: "nothing-to-approve",
      message: `${name} was ${line.outcome} by ${line.knownAs}; there is nothing to pay.`,
      remedy: "Leave it out.",
    };
  if (line.state === "approved")
    return {
      code: "already-approved",
      message: `${name} was approved on ${line.approvedOn} by ${line.approvedBy}.`,
      remedy: "Leave it out.",
    };
  return stepProblems([line], "approve")[0] ?? null;
}

/** Less than was claimed needs its reason; more than was claimed has to be claimed first, and nothing is a refusal. */
function amountProblems(line: PaymentLine, amount: Pence, reason: string | undefined): Problem[] {
  const name = ref("payment", line.id);
  if (line.reversesId !== null)
    return [
      {
        code: "balances-another",
        message: `${name} balances ${ref("payment", line.reversesId)}; its amount is that one's.`,
        remedy: "Leave --amount out.",
      },
    ];
  if (amount === 0)
    return [
      {
        code: "nothing-approved",
        message: `£0.00 for ${name} is a refusal.`,
        remedy: `Say so, with the reason: involve payment reject ${name} --reason "why"`,
      },
    ];
  if (amount > line.claimedPence)
    return [
      {
        code: "more-than-claimed",
        message: `${name} asks for ${pounds(line.claimedPence)}, and ${pounds(amount)} is more.`,
        remedy:
          line.stream === "expense"
            ? `Change what is claimed first: involve payment edit ${name}`
            : 'Approve what is claimed, or less. Work beyond it is a fee of its own: involve payment log … --again "reason"',
      },
    ];
  return amount < line.claimedPence && reason === undefined
    ? [
        {
          code: "reason-needed",
          message: `${name} asks for ${pounds(line.claimedPence)}, and ${pounds(amount)} is to be approved.`,
          remedy: 'Say why: --reason "why"',
        },
      ]
    : [];
}

/**
 * Plans the approval of lines: each is logged or claimed, and less than was claimed has its reason. The approver
 * may be the recorder; that is flagged, not refused.
 */
export function planApproval(
  lines: readonly PaymentLine[],
  words: Pick<ApprovalWords, "amount" | "reason">,
  by: string,
): Result<Approval[]> {
  const problems = lines.flatMap((l) => refusal(l) ?? []);
  const [first] = lines;
  if (first && words.amount !== undefined)
    problems.push(...amountProblems(first, words.amount, words.reason));
  return unless(problems, () =>
    lines.map((line) => {
      const pence = words.amount ?? line.claimedPence;
      return {
        line,
        pence,
        reason: pence === line.claimedPence ? null : (words.reason ?? null),
        byRecorder: sameName(line.recordedBy, by),
      };
    }),
  );
}
