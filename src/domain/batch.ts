import type { Day } from "./day.ts";
import type { Told } from "./finance.ts";
import type { Pence } from "./money.ts";
import { ofKey } from "./nearest.ts";
import type { PaymentLine } from "./payment.ts";
import { problem, type Result } from "./result.ts";

/** What finance can answer to a line. */
export const financeReplies = ["paid", "queried", "rejected"] as const;

/** One of those answers. */
export type FinanceReply = (typeof financeReplies)[number];

/** A line in a batch. */
export interface BatchLine {
  readonly id: number;
  readonly batchId: number;
  readonly line: PaymentLine;
  /** As it was approved when it was put in. */
  readonly pence: Pence;
  /** What finance was told; null until the batch is sent. */
  readonly told: Told | null;
  readonly reply: FinanceReply | null;
  readonly repliedOn: Day | null;
  readonly reason: string | null;
}

/** A batch of approved lines for one payer's finance office. */
export interface Batch {
  readonly id: number;
  readonly key: string;
  readonly payer: string;
  readonly payerName: string;
  readonly cutOffOn: Day | null;
  readonly madeOn: Day;
  readonly madeBy: string;
  readonly state: "draft" | "sent" | "closed";
  readonly sentOn: Day | null;
  readonly closedOn: Day | null;
  /** The fingerprint of the sheet as it was sent. */
  readonly sheet: string | null;
  readonly lines: readonly BatchLine[];
}

/** How a batch stands: a draft until it is sent, and closed once finance has answered every line, on the day of the last answer. */
export function batchStanding(
  sentOn: Day | null,
  lines: readonly Pick<BatchLine, "repliedOn">[],
): Pick<Batch, "state" | "closedOn"> {
  if (sentOn === null) return { state: "draft", closedOn: null };
  const days = lines.flatMap((l) => l.repliedOn ?? []);
  if (days.length < lines.length) return { state: "sent", closedOn: null };
  return { state: "closed", closedOn: days.reduce((last, day) => (day > last ? day : last), sentOn) };
}

/**
 * Whether finance can give an answer to a line in a batch: it has not answered, or it has put a question
 * and then answers for good, with the line as it was sent.
 */
export const canAnswer = ({ line, pence, reply }: BatchLine, answer: FinanceReply): boolean =>
  reply === null ||
  (reply === "queried" && answer !== "queried" && line.state === "queried" && line.approvedPence === pence);

/** Who pays, and by which day of a month claims have to be there. */
export interface Payer {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  /** 1 to 31; in a shorter month its last day. Null where nobody knows it. */
  readonly cutOffDay: number | null;
}

/** What lines of a batch come to, in pence. */
export const batchSum = (lines: readonly BatchLine[]): Pence => lines.reduce((sum, l) => sum + l.pence, 0);

/** The one batch meant by a key; an unknown one is refused with the nearest. */
export const batchNamed = (key: string, batches: readonly Batch[]): Result<Batch> =>
  ofKey(key, batches, (nearest) =>
    problem(
      "unknown-batch",
      `There is no batch "${key}".`,
      batches.length === 0 ? "Make one first: involve payment batch make --payer ucl" : nearest,
    ),
  );
