import type { Day } from "./day.ts";
import { mayTake, stepProblems } from "./line-step.ts";
import { memberName } from "./membership.ts";
import type { Pence } from "./money.ts";
import { amountOf, type PaymentLine } from "./payment.ts";
import { unknownLines } from "./payment-words.ts";
import type { TeamName } from "./person-name.ts";
import { privateTextProblems } from "./private-text.ts";
import { idOf, ref } from "./ref.ts";
import { type Problem, problem, type Result, unless } from "./result.ts";

/** What is claimed together: one person's lines. */
export interface Claim {
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly lines: readonly PaymentLine[];
}

/** A problem for a day that is still to come; else none. */
export const futureProblems = (day: Day, today: Day, what: string): Problem[] =>
  day <= today
    ? []
    : [
        {
          code: "in-the-future",
          message: `${day} is in the future.`,
          remedy: `Give the day on which ${what}.`,
        },
      ];

/**
 * Plans what is claimed: logged lines, and queried ones that are claimed again as they stand, by person. What had been
 * approved before the query has to be approved again.
 */
export function planClaims(
  lines: readonly PaymentLine[],
  receivedOn: Day,
  today: Day,
): Result<readonly Claim[]> {
  const problems = [
    ...stepProblems(lines, "claim"),
    ...futureProblems(receivedOn, today, "the claim came in"),
    ...lines
      .filter((l) => l.stream !== "expense" && receivedOn < l.activityOn)
      .map((l) =>
        problem(
          "before-the-work",
          `${ref("payment", l.id)} is for work on ${l.activityOn}; it cannot have been claimed on ${receivedOn}.`,
          "Check the day; --received is the day on which the claim came in.",
        ),
      ),
  ];
  return unless(problems, () => {
    const people = [...new Set(lines.map((l) => l.personId))];
    return people.map((personId) => {
      const own = lines.filter((l) => l.personId === personId);
      return { personId, knownAs: own[0]?.knownAs ?? "", lines: own };
    });
  });
}

/** A question about lines, or their rejection. */
export interface Refusal {
  readonly state: "queried" | "rejected";
  readonly reason: string;
  readonly on: Day;
}

/** Plans that lines, named by their refs, are queried or rejected: each may be. Nothing that was paid can be. */
export const planRefusal = (
  lines: readonly PaymentLine[],
  named: readonly string[],
  { state, reason, on }: Refusal,
  today: Day,
): Result<readonly PaymentLine[]> =>
  unless(
    [
      ...unknownLines(named, lines),
      ...privateTextProblems({ "--reason": reason }),
      ...futureProblems(on, today, "it was said"),
      ...stepProblems(lines, state === "queried" ? "query" : "reject"),
    ],
    () => lines,
  );

/** What taking a line back makes of it. */
export interface Reversal {
  readonly line: PaymentLine;
  /** What the line that balances a paid one comes to; null where nothing was paid, and the line itself is marked. */
  readonly balance: Pence | null;
}

function reversalProblems(line: PaymentLine): Problem[] {
  const name = ref("payment", line.id);
  if (line.balancedBy !== null)
    return [
      {
        code: "already-reversed",
        message: `${name} was taken back already, by ${ref("payment", line.balancedBy)}.`,
        remedy: "Leave it out.",
      },
    ];
  if (line.reversesId !== null && line.state === "paid")
    return [
      {
        code: "reverses-another",
        message: `${name} takes back ${ref("payment", line.reversesId)}, and is settled.`,
        remedy: 'If the money is owed after all, log it again: involve payment log … --again "reason"',
      },
    ];
  return stepProblems([line], "reverse");
}

/**
 * Plans that a line is taken back. A paid line never changes: a new line for the same amount with a minus balances it and goes
 * through claim, approval and batch like any other. A line that was not paid is marked reversed, and counts no more.
 */
export const planReversal = (line: PaymentLine): Result<Reversal> =>
  unless(reversalProblems(line), () => ({
    line,
    balance: line.state === "paid" ? 0 - amountOf(line) : null,
  }));

/** A problem for each word that is neither the ref of one of these lines nor a person with lines to claim. */
export function nothingToClaim(
  people: readonly { readonly id: number; readonly knownAs: TeamName }[],
  lines: readonly PaymentLine[],
): Problem[] {
  return people
    .filter((p) => !lines.some((l) => l.personId === p.id && mayTake(l, "claim")))
    .map((p) => ({
      code: "nothing-to-claim",
      message: `${memberName(p)} has no logged line to claim.`,
      remedy: `See: involve payment list --member ${ref("member", p.id)}`,
    }));
}

/** Words parted into refs of lines and names of people. */
export const linesAndPeople = (
  words: readonly string[],
): { readonly lines: string[]; readonly people: string[] } => ({
  lines: words.filter((w) => idOf("payment", w) !== null),
  people: words.filter((w) => idOf("payment", w) === null),
});
