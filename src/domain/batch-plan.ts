import type { Payer } from "./batch.ts";
import type { Day } from "./day.ts";
import { stepProblems } from "./line-step.ts";
import type { PaymentLine } from "./payment.ts";
import { ref } from "./ref.ts";
import { type Problem, problem, type Result, unless } from "./result.ts";

const cutOffIn = (year: number, month: number, day: number): Day => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, "0")}-${String(Math.min(day, last)).padStart(2, "0")}` as Day;
};

/** A payer's next cut-off, today included: its day of this month, else of the next; a short month's last day. */
export function nextCutOff(cutOffDay: number, today: Day): Day {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const now = cutOffIn(year, month, cutOffDay);
  if (now >= today) return now;
  return month === 12 ? cutOffIn(year + 1, 1, cutOffDay) : cutOffIn(year, month + 1, cutOffDay);
}

/** What `payment batch make` was told. */
export interface BatchRequest {
  readonly lines: readonly PaymentLine[];
  /** Whether the lines were named, and not all that are approved. */
  readonly named: boolean;
  readonly cutOffOn: Day | undefined;
}

/** A batch as it will be made. */
export interface NewBatch {
  readonly key: string;
  readonly payerId: number;
  readonly cutOffOn: Day | null;
  readonly lines: readonly PaymentLine[];
}

/** A key that no batch has: the payer and the cut-off (or the day it is made), with a number from the second on. */
export function batchKey(payer: string, on: Day, taken: readonly string[]): string {
  const first = `${payer}-${on}`;
  for (let n = 1; ; n++) {
    const key = n === 1 ? first : `${first}-${n}`;
    if (!taken.includes(key)) return key;
  }
}

const waitsElsewhere = (line: PaymentLine): Problem[] =>
  line.batch === null || line.state !== "approved"
    ? []
    : [
        problem(
          "in-a-batch",
          `${ref("payment", line.id)} is in batch ${line.batch} already.`,
          `To take it out of there: involve payment batch drop ${line.batch} ${ref("payment", line.id)}`,
        ),
      ];

const otherPayer = (line: PaymentLine, payer: Payer): Problem[] =>
  line.payer === payer.key
    ? []
    : [
        problem(
          "another-payer",
          `${ref("payment", line.id)} is paid by ${line.payer ?? "nobody yet"}, not by ${payer.key}.`,
          `Leave it out, or change its payer: involve payment edit ${ref("payment", line.id)} --payer ${payer.key}`,
        ),
      ];

/** Plans a batch: approved lines of the payer that are in no other batch, for a cut-off that is not over. */
export function planBatch(
  request: BatchRequest,
  payer: Payer,
  taken: readonly string[],
  today: Day,
): Result<NewBatch> {
  const next = payer.cutOffDay === null ? null : nextCutOff(payer.cutOffDay, today);
  const cutOffOn = request.cutOffOn ?? next;
  const lines = request.named
    ? request.lines
    : request.lines.filter((l) => l.state === "approved" && l.payer === payer.key && l.batch === null);
  const problems = [
    ...(cutOffOn !== null && cutOffOn < today
      ? [
          problem(
            "cut-off-over",
            `The cut-off ${cutOffOn} is over.`,
            next === null ? "Give one that is still to come." : `The next one of ${payer.key} is ${next}.`,
          ),
        ]
      : []),
    ...stepProblems(lines, "send"),
    ...lines.flatMap((l) => [...waitsElsewhere(l), ...otherPayer(l, payer)]),
    ...(lines.length === 0 && !request.named
      ? [
          problem(
            "nothing-to-send",
            `No approved line of ${payer.key} waits for a batch.`,
            "See what is not approved yet: involve payment owed",
          ),
        ]
      : []),
  ];
  return unless(problems, () => ({
    key: batchKey(payer.key, cutOffOn ?? today, taken),
    payerId: payer.id,
    cutOffOn,
    lines,
  }));
}
