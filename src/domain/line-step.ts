import type { LineState, PaymentLine } from "./payment.ts";
import { ref } from "./ref.ts";
import type { Problem } from "./result.ts";
import { listed } from "./text.ts";

/** What can be done to a line that is on record. */
export type LineStep =
  | "answer"
  | "log"
  | "claim"
  | "approve"
  | "edit"
  | "query"
  | "reject"
  | "reverse"
  | "send"
  | "pay";

const words: Readonly<Record<LineStep, { readonly done: string; readonly how: string }>> = {
  answer: { done: "answered", how: "involve payment answer" },
  log: { done: "logged as done", how: "involve payment done" },
  claim: { done: "claimed", how: "involve payment claim" },
  approve: { done: "approved", how: "involve payment approve" },
  edit: { done: "edited", how: "involve payment edit" },
  query: { done: "queried", how: "involve payment query" },
  reject: { done: "rejected", how: "involve payment reject" },
  reverse: { done: "taken back", how: "involve payment reverse" },
  send: { done: "sent to finance", how: "involve payment batch make" },
  pay: { done: "paid", how: "involve payment batch paid" },
};

/**
 * What is allowed from each state. A paid line never changes: taking it back makes a line of its own. A line that finance has
 * may only be answered by finance.
 */
const allowed: Readonly<Record<LineState, readonly LineStep[]>> = {
  offered: ["answer", "reject"],
  accepted: ["log", "answer", "reject"],
  logged: ["claim", "approve", "edit", "query", "reject", "reverse"],
  claimed: ["approve", "edit", "query", "reject", "reverse"],
  approved: ["send", "edit", "query", "reject", "reverse"],
  sent: ["pay", "query", "reject"],
  queried: ["claim", "edit", "reject", "reverse"],
  paid: ["reverse"],
  rejected: [],
  reversed: [],
  declined: ["reverse"],
  donated: ["reverse"],
};

/** The states from which a step is allowed. */
export const statesFor = (step: LineStep): LineState[] =>
  (Object.keys(allowed) as LineState[]).filter((state) => allowed[state].includes(step));

/** Whether a line may take a step. */
export const mayTake = (line: Pick<PaymentLine, "state">, step: LineStep): boolean =>
  allowed[line.state].includes(step);

/** What may be done instead, each with the verb for it. */
function legalWords(state: LineState): string {
  const steps = allowed[state].map((s) => `${words[s].done} (${words[s].how})`);
  return steps.length === 0
    ? "Nothing more becomes of it. If it is owed after all, log it again: involve payment log"
    : `It can be ${listed(steps, "or")}.`;
}

/** A problem for each line that may not take a step, naming the steps it may take. */
export const stepProblems = (
  lines: readonly Pick<PaymentLine, "id" | "state">[],
  step: LineStep,
): Problem[] =>
  lines
    .filter((line) => !mayTake(line, step))
    .map((line) => ({
      code: "wrong-state",
      message: `${ref("payment", line.id)} is ${line.state}; it cannot be ${words[step].done}.`,
      remedy: legalWords(line.state),
    }));
