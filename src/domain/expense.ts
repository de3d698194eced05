import {
  type Activity,
  activityDay,
  activityName,
  activityProblems,
  type KnownActivity,
} from "./activity.ts";
import type { Day } from "./day.ts";
import { amountProblems, type Cost, type ExpenseKind, kindNamed } from "./expense-kind.ts";
import { memberName, membershipProblems } from "./membership.ts";
import { mileagePence, milesInWords } from "./miles.ts";
import type { Pence } from "./money.ts";
import { isLateClaim } from "./payment.ts";
import type { Membership } from "./person.ts";
import type { TeamName } from "./person-name.ts";
import { type MileageRate, mileageRateOn } from "./rate.ts";
import { type HandedIn, missingReceipts, receiptProblems } from "./receipt.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf, type Result, yes } from "./result.ts";

/** An expense to be logged. */
export interface ExpenseRequest extends Cost {
  readonly activity: Activity;
  readonly kind: string;
  readonly on: Day | undefined;
  /** The day the claim was received. */
  readonly claimedOn: Day;
  readonly again: string | undefined;
}

/** Who claims an expense. */
interface Claimant {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly memberships: readonly Membership[];
}

/** What has to be known to log an expense. */
export interface ExpenseFacts {
  readonly today: Day;
  readonly activity: KnownActivity;
  readonly kinds: readonly ExpenseKind[];
  readonly mileageRates: readonly MileageRate[];
  readonly receipts: readonly HandedIn[];
  /** Receipts named whose file is not there. */
  readonly missing: readonly string[];
  /** Who claims; null where nobody was found by what was typed, so that every other reason is still given. */
  readonly person: Claimant | null;
  /** Expenses this person has for the activity, rejected and reversed ones left out. */
  readonly earlier: readonly { readonly id: number; readonly kindId: number | null; readonly on: Day }[];
  readonly windowMonths: number;
  /** The unit's rule about receipts, in its own words. */
  readonly receiptRule?: string;
}

/** An expense as it will be written. */
export interface ExpensePlan {
  readonly personId: number;
  readonly activity: Activity;
  readonly on: Day;
  readonly kind: ExpenseKind;
  readonly claimed: Pence;
  readonly miles: number | null;
  readonly mileageRate: MileageRate | null;
  readonly claimedOn: Day;
  readonly again: string | null;
  /** Claimed after the claim window: pointed out, never refused. */
  readonly late: boolean;
}

/** A kind without receipts has nothing else that would show the same claim typed twice. */
function twiceProblems(kind: ExpenseKind, request: ExpenseRequest, facts: ExpenseFacts, on: Day): Problem[] {
  const same = facts.earlier.find((e) => e.kindId === kind.id && e.on === on);
  return !same || kind.receiptNeeded || request.again !== undefined
    ? []
    : [
        {
          code: "already-logged",
          message: `${facts.person ? memberName(facts.person) : ""} has ${ref("payment", same.id)} for ${kind.key}, ${activityName(request.activity)} on ${on} already.`,
          remedy: 'If this is another one, say why: --again "reason"',
        },
      ];
}

/**
 * Plans an expense. What it cost needs a receipt; a flat allowance needs neither amount nor receipt; mileage is miles at the
 * rate of the day of the activity. Fees and what somebody chose about them play no part. Source: NIHR payment guidance, expenses are a separate stream.
 */
export function planExpense(request: ExpenseRequest, facts: ExpenseFacts): Result<ExpensePlan> {
  const { person } = facts;
  const kind = kindNamed(request.kind, facts.kinds);
  const day = facts.activity.exists
    ? activityDay(request.activity, facts.activity, request.on, facts.today)
    : null;
  const rate =
    kind.ok && kind.value.byMileage && day?.ok ? mileageRateOn(facts.mileageRates, day.value) : null;
  const problems = [
    ...activityProblems(request.activity, facts.activity),
    ...(day ? problemsOf(day) : []),
    ...(day?.ok && person ? membershipProblems(person, day.value) : []),
    ...problemsOf(kind),
    ...(kind.ok ? amountProblems(kind.value, request) : []),
    ...missingReceipts(facts.missing),
    ...(kind.ok
      ? receiptProblems(kind.value, request.again, facts.receipts, facts.missing, facts.receiptRule)
      : []),
    ...(kind.ok && day?.ok ? twiceProblems(kind.value, request, facts, day.value) : []),
    ...(rate ? problemsOf(rate) : []),
    ...(request.claimedOn > facts.today
      ? [
          {
            code: "future-claim",
            message: `${request.claimedOn} is in the future.`,
            remedy: "Give the day the claim was received.",
          },
        ]
      : []),
  ];
  if (problems.length > 0 || !kind.ok || !day?.ok || !person) return { ok: false, problems };
  const mileageRate = rate?.ok ? rate.value : null;
  const miles = request.miles ?? null;
  return yes({
    personId: person.id,
    activity: request.activity,
    on: day.value,
    kind: kind.value,
    claimed:
      mileageRate && miles !== null
        ? mileagePence(miles, mileageRate.pence)
        : (kind.value.flatPence ?? request.amount ?? 0),
    miles,
    mileageRate,
    claimedOn: request.claimedOn,
    again: request.again ?? null,
    late: isLateClaim(day.value, request.claimedOn, facts.windowMonths),
  });
}

/** `mileage, 12.4 miles at 45p`: an expense in a sentence. */
export const expenseInWords = (plan: ExpensePlan): string =>
  plan.miles !== null && plan.mileageRate !== null
    ? `${plan.kind.key}, ${milesInWords(plan.miles)} at ${plan.mileageRate.pence}p`
    : plan.kind.key;
