import {
  type Activity,
  activityDay,
  activityName,
  activityProblems,
  type KnownActivity,
} from "./activity.ts";
import { type Day, within } from "./day.ts";
import { memberName, membershipProblems } from "./membership.ts";
import type { Pence } from "./money.ts";
import type { LineState } from "./payment.ts";
import type { Membership } from "./person.ts";
import type { TeamName } from "./person-name.ts";
import { type Preference, preferenceOn, type Settled, settle } from "./preference.ts";
import { type Band, bandProblems, type Rate, rateOn } from "./rate.ts";
import { ref } from "./ref.ts";
import { no, type Problem, problemsOf, type Result, unless, yes } from "./result.ts";

/** A fee to be logged. */
export interface FeeRequest {
  readonly activity: Activity;
  readonly band: string | undefined;
  readonly times: number;
  readonly on: Day | undefined;
  /** What the person chose for this one fee, before what they chose in general. */
  readonly choice: Omit<Preference, "fromOn"> | undefined;
  /** Why the same person and activity a second time. */
  readonly again: string | undefined;
}

/** What has to be known to log a fee for anybody. */
export interface FeeFacts {
  readonly today: Day;
  readonly activity: KnownActivity;
  readonly bands: readonly Band[];
  readonly rates: readonly Rate[];
  /** The card they are from, where it is not the usual one. */
  readonly card?: string | undefined;
}

/** What has to be known of the person. */
export interface PersonFacts {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly memberships: readonly Membership[];
  readonly preferences: readonly Preference[];
  /** Fees and vouchers they already have for the activity, rejected and reversed ones left out. */
  readonly earlier: readonly { readonly id: number; readonly on: Day; readonly state: LineState }[];
  /** For a meeting: that they are on record as not having been there. */
  readonly notThere: "apologies" | "absent" | null;
  /** For a project: when it was closed, and their times on its team. */
  readonly project: {
    readonly closedOn: Day | null;
    readonly times: readonly { readonly from: Day; readonly to: Day | null }[];
  } | null;
}

/** What is pointed out about a fee and stands in nobody's way: work may have been done all the same. */
export type Unusual = "apologies" | "absent" | "closed" | "not-on-team";

/** A fee with its day, band and the rate frozen on it. */
export interface PricedFee {
  readonly activity: Activity;
  readonly on: Day;
  readonly band: string;
  readonly times: number;
  readonly minutes: number | null;
  readonly rate: Rate;
  /** Rate × times, in pence. */
  readonly worth: Pence;
}

/** A fee as it will be written. */
export interface FeePlan extends PricedFee, Settled {
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly again: string | null;
  readonly unusual: Unusual | null;
}

function bandOf(request: FeeRequest, facts: FeeFacts): Result<string> {
  const band = request.band ?? facts.activity.band;
  if (band !== null) return unless(bandProblems(band, facts.bands), () => band);
  return no({
    code: "no-band",
    message: `${activityName(request.activity)} has no band of its own.`,
    remedy: `Add one: --band ${facts.bands.map((b) => b.key).join("|")}`,
  });
}

/** Prices a fee: the activity is known, its day is past, and there is a rate for its band on that very day. */
export function priceFee(request: FeeRequest, facts: FeeFacts): Result<PricedFee> {
  const unknown = activityProblems(request.activity, facts.activity);
  const day = facts.activity.exists
    ? activityDay(request.activity, facts.activity, request.on, facts.today)
    : null;
  const band = facts.activity.exists || request.band ? bandOf(request, facts) : null;
  const problems = [...unknown, ...(day ? problemsOf(day) : []), ...(band ? problemsOf(band) : [])];
  if (problems.length > 0 || !day?.ok || !band?.ok) return { ok: false, problems };
  const rate = rateOn(facts.rates, band.value, day.value, facts.card);
  if (!rate.ok) return rate;
  const minutes = facts.bands.find((b) => b.key === band.value)?.minutes ?? null;
  return yes({
    activity: request.activity,
    on: day.value,
    band: band.value,
    times: request.times,
    minutes: minutes === null ? null : minutes * request.times,
    rate: rate.value,
    worth: rate.value.pence * request.times,
  });
}

/**
 * The earlier fee of the same person for the same activity, if there is one. Work that goes on for days (on a project, in
 * training) is the same on one day only; a commentary is one piece of work, whatever the day.
 */
const sameFee = (
  { activity }: FeeRequest,
  person: PersonFacts,
  on: Day,
): PersonFacts["earlier"][number] | undefined =>
  person.earlier.find((e) => e.on === on || activity.kind === "commentary");

/** Why a fee is not logged beside an earlier one: that stands already, or was offered and only has to be said to be done. */
function sameFeeProblem(same: PersonFacts["earlier"][number], name: string, activity: Activity): Problem {
  const [line, what] = [ref("payment", same.id), activityName(activity)];
  if (same.state === "offered" || same.state === "accepted")
    return {
      code: "already-offered",
      message: `${name} was offered ${line} for ${what} on ${same.on}, and it is ${same.state === "accepted" ? "accepted" : "not answered"}.`,
      remedy: `${same.state === "accepted" ? "" : `Their answer: involve payment answer ${line} accepted. `}When it is done: involve payment done ${line}. For something more, say why: --again "reason"`,
    };
  return {
    code: "already-logged",
    message: `${name} has ${line} for ${what} on ${same.on} already.`,
    remedy: 'If this is for something more, say why: --again "reason"',
  };
}

/** Whether somebody wishes to be asked about this fee, and nobody has said what they answered. */
const mustBeAsked = (request: FeeRequest, person: PersonFacts, on: Day): boolean =>
  request.choice === undefined && preferenceOn(person.preferences, on).choice === "ask";

function personProblems(request: FeeRequest, person: PersonFacts, on: Day): Problem[] {
  const name = memberName(person);
  const same = sameFee(request, person, on);
  return [
    ...membershipProblems(person, on),
    ...(same && request.again === undefined ? [sameFeeProblem(same, name, request.activity)] : []),
    ...(mustBeAsked(request, person, on)
      ? [
          {
            code: "choice-needed",
            message: `${name} wishes to be asked each time.`,
            remedy: "Ask them, then add: --choice paid|declined|donated, or --choice reduced --takes AMOUNT",
          },
        ]
      : []),
  ];
}

/** What they chose this time, else in general; only called once nobody is left to be asked. */
function settled(request: FeeRequest, person: PersonFacts, priced: PricedFee): Settled {
  const preference = request.choice ?? preferenceOn(person.preferences, priced.on);
  return settle(priced.worth, preference.choice === "ask" ? "paid" : preference.choice, preference.most);
}

function unusualIn({ notThere, project }: PersonFacts, on: Day): Unusual | null {
  if (project === null) return notThere;
  if (project.closedOn !== null && on > project.closedOn) return "closed";
  return project.times.some((t) => within(on, t.from, t.to)) ? null : "not-on-team";
}

/** Plans one person's fee: every problem of the activity, the price and the person at once. */
export function planFee(request: FeeRequest, facts: FeeFacts, person: PersonFacts): Result<FeePlan> {
  const priced = priceFee(request, facts);
  const on = priced.ok ? priced.value.on : (request.on ?? facts.activity.heldOn);
  const problems = [...problemsOf(priced), ...(on === null ? [] : personProblems(request, person, on))];
  if (!priced.ok || problems.length > 0) return { ok: false, problems };
  return yes({
    ...priced.value,
    ...settled(request, person, priced.value),
    personId: person.id,
    knownAs: person.knownAs,
    again: sameFee(request, person, priced.value.on) ? (request.again ?? null) : null,
    unusual: unusualIn(person, priced.value.on),
  });
}

/** Whether nothing stands in the way of a fee but that the person wishes to be asked about it. */
export const onlyToBeAsked = (problems: readonly Problem[]): boolean =>
  problems.length > 0 && problems.every((p) => p.code === "choice-needed");

/** The question to whoever logs the fee of somebody who wishes to be asked about it. */
export const askAbout = (problems: readonly Problem[]): string =>
  `${problems[0]?.message ?? ""} What did they say?`.trim();
