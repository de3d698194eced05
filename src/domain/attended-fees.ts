import { activityName } from "./activity.ts";
import { type FeeFacts, type FeePlan, type FeeRequest, type PersonFacts, planFee, priceFee } from "./fee.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { no, type Problem, problemsOf, type Result, yes } from "./result.ts";

/** Somebody who came, for whom no fee is logged, and why. */
interface LeftOut {
  readonly personId: number;
  readonly knownAs: TeamName;
  /** A code: `already-logged`, `already-offered`, `choice-needed`, `not-a-member-then`. */
  readonly code: string;
  readonly message: string;
}

/** The fees of everybody who came to a meeting. */
export interface AttendedFees {
  readonly fees: readonly FeePlan[];
  readonly leftOut: readonly LeftOut[];
}

/** What mends it, said beside who is left out: who has the fee already needs nothing. */
function withRemedy({ code, message, remedy }: Problem, request: FeeRequest, personId: number): string {
  if (code === "choice-needed") return `${message} ${askFirst(request, personId)}`;
  return code === "already-offered" ? `${message} ${remedy}` : message;
}

const askFirst = ({ activity }: FeeRequest, personId: number): string =>
  `When they have answered: involve payment log ${ref("member", personId)} --for ${activityName(activity)} --choice paid|reduced|declined|donated`;

/**
 * Plans a fee for everybody recorded present or part at a meeting, at the meeting's band. What is wrong with the meeting
 * itself refuses the whole; who already has the fee, wishes to be asked, or was in no group that day is left out by name.
 */
export function planAttendedFees(
  request: FeeRequest,
  facts: FeeFacts,
  people: readonly PersonFacts[],
): Result<AttendedFees> {
  const priced = priceFee(request, facts);
  if (!priced.ok) return priced;
  if (people.length === 0)
    return no({
      code: "nobody-came",
      message: `Nobody is recorded as present or part at meeting ${request.activity.key}.`,
      remedy: "Record who came first: involve meeting attend, or involve meeting import",
    });
  const plans = people.map((person) => ({ person, plan: planFee(request, facts, person) }));
  return yes({
    fees: plans.flatMap(({ plan }) => (plan.ok ? [plan.value] : [])),
    leftOut: plans.flatMap(({ person, plan }) =>
      plan.ok
        ? []
        : plan.problems.slice(0, 1).map((problem) => ({
            personId: person.id,
            knownAs: person.knownAs,
            code: problem.code,
            message: withRemedy(problem, request, person.id),
          })),
    ),
  });
}

/** Whose fees are planned: one person's (nobody may have been found by what was typed), or everybody's who came. */
export type Whose = { readonly one: Result<PersonFacts> } | { readonly everybody: readonly PersonFacts[] };

/** Plans the fees asked for; where nobody was found, what is wrong with the price is said all the same. */
export function planFees(request: FeeRequest, facts: FeeFacts, whose: Whose): Result<AttendedFees> {
  if ("everybody" in whose) return planAttendedFees(request, facts, whose.everybody);
  const { one } = whose;
  if (!one.ok) return no(...one.problems, ...problemsOf(priceFee(request, facts)));
  const fee = planFee(request, facts, one.value);
  return fee.ok ? yes({ fees: [fee.value], leftOut: [] }) : fee;
}
