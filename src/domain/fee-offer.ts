import type { Day } from "./day.ts";
import { type FeeFacts, type FeePlan, type FeeRequest, type PersonFacts, planFee, priceFee } from "./fee.ts";
import { stepProblems } from "./line-step.ts";
import type { Pence } from "./money.ts";
import { type PaymentLine, worthOf } from "./payment.ts";
import { lessThanNothing, type Preference, preferenceOn, settle } from "./preference.ts";
import type { Rate } from "./rate.ts";
import { no, problemsOf, type Result, yes } from "./result.ts";

/** What somebody can answer to a fee that is offered. */
export const offerAnswers = ["accepted", "reduced", "declined", "donated"] as const;

/** One of those answers. */
export type OfferAnswer = (typeof offerAnswers)[number];

const paid: Omit<Preference, "fromOn"> = { choice: "paid", most: null };

/**
 * Plans a fee that is offered before the work is done: at the rate of the day it is planned for, which may be still to come. What
 * they chose in general plays no part: they are asked, and their answer is what counts.
 */
export function planOffer(
  request: Omit<FeeRequest, "choice">,
  facts: FeeFacts,
  person: Result<PersonFacts>,
): Result<FeePlan> {
  const planned = request.on ?? facts.activity.heldOn ?? facts.today;
  const asIfThen = { ...facts, today: planned > facts.today ? planned : facts.today };
  const wish = { ...request, choice: paid };
  return person.ok
    ? planFee(wish, asIfThen, person.value)
    : no(...person.problems, ...problemsOf(priceFee(wish, asIfThen)));
}

/** What somebody chose in general, where a fee taken whole would go beyond it: it is said, and their answer to this one counts. */
export function beyondChoice(
  preferences: readonly Preference[],
  line: Pick<PaymentLine, "activityOn" | "ratePence" | "quantity">,
): Preference | null {
  const chosen = preferenceOn(preferences, line.activityOn);
  const takesLess = chosen.choice === "reduced" && (chosen.most ?? 0) < worthOf(line);
  return takesLess || chosen.choice === "declined" || chosen.choice === "donated" ? chosen : null;
}

/** A line after an answer. */
export interface Answered {
  readonly line: PaymentLine;
  readonly claimed: Pence;
  readonly outcome: PaymentLine["outcome"];
  readonly state: "accepted" | "declined" | "donated";
}

/** Plans what an answer makes of an offered fee: accepted, for less, declined or given to charity; the latter two are settled. */
export function planOfferAnswer(
  line: PaymentLine,
  answer: OfferAnswer,
  takes: Pence | undefined,
): Result<Answered> {
  const problems = [
    ...stepProblems([line], "answer"),
    ...((answer === "reduced") === (takes !== undefined)
      ? []
      : [
          {
            code: "takes",
            message:
              answer === "reduced"
                ? "How much do they take?"
                : "--takes goes with reduced, and with nothing else.",
            remedy: "For example: involve payment answer PAY-012 reduced --takes 40.00",
          },
        ]),
    ...lessThanNothing(takes),
  ];
  if (problems.length > 0) return no(...problems);
  const settled = settle(worthOf(line), answer === "accepted" ? "paid" : answer, takes ?? null);
  const { claimed, outcome } = settled;
  return yes({ line, claimed, outcome, state: settled.state === "logged" ? "accepted" : settled.state });
}

/** The rates for work done on a day: on the day it was planned for the one that is frozen on the line, else those of the card. */
function ratesFor(line: PaymentLine, on: Day, rates: readonly Rate[]): readonly Rate[] {
  const { rateId: id, ratePence: pence, band } = line;
  if (on !== line.activityOn || id === null || pence === null || band === null) return rates;
  return [{ id, band, pence, fromOn: on, toOn: on }];
}

/** Plans that accepted work was done: as they answered, at the rate it has, or on another day at the rate of that day. */
export function planDone(
  line: PaymentLine,
  on: Day | undefined,
  facts: FeeFacts,
  person: Result<PersonFacts>,
): Result<FeePlan> {
  const problems = [...stepProblems([line], "log"), ...problemsOf(person)];
  if (problems.length > 0 || !person.ok) return no(...problems);
  const request: FeeRequest = {
    activity: line.activity,
    band: line.band ?? undefined,
    times: line.quantity,
    on: on ?? line.activityOn,
    choice: line.outcome === "reduced" ? { choice: "reduced", most: line.claimedPence } : paid,
    again: line.againReason ?? undefined,
  };
  const others = person.value.earlier.filter((e) => e.id !== line.id);
  const rates = ratesFor(line, on ?? line.activityOn, facts.rates);
  return planFee(request, { ...facts, rates }, { ...person.value, earlier: others });
}
