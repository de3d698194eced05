import { type Activity, activityName } from "./activity.ts";
import { type Day, daysBetween } from "./day.ts";
import type { Pence } from "./money.ts";
import { amountOf, isGivenUp, type LineState, type PaymentLine } from "./payment.ts";
import { shownActivity } from "./payment-words.ts";
import type { TeamName } from "./person-name.ts";
import { type Preference, preferenceOn } from "./preference.ts";
import { type PriceFacts, worthTo } from "./scheduled.ts";

/** What somebody waits for, in the order in which a payment goes its way. */
export const owedSteps = [
  "not-logged",
  "not-claimed",
  "queried",
  "not-approved",
  "not-sent",
  "not-paid",
] as const;

/** One of those. */
export type OwedStep = (typeof owedSteps)[number];

/** Work that is done, for which there is no line but perhaps one that was only offered. */
export interface Done {
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly activity: Activity;
  readonly activityWithheld: boolean;
  readonly on: Day;
  /** The band it is paid by, where it says so. */
  readonly band: string | null;
  readonly preferences: readonly Preference[];
}

/** Something that is owed, at which step it stands, and for how long. */
export interface Owed {
  readonly step: OwedStep;
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly activity: string;
  readonly on: Day;
  readonly line: PaymentLine | null;
  /** Of work that is not logged what it would come to; null where no band says, and where that could tell who is anonymous. */
  readonly pence: Pence | null;
  /** Since when it stands at this step. */
  readonly since: Day;
  /** Days at this step. */
  readonly age: number;
  /** Days since the work was done. */
  readonly days: number;
}

const stepOf: Readonly<Partial<Record<LineState, OwedStep>>> = {
  accepted: "not-logged",
  logged: "not-claimed",
  claimed: "not-approved",
  approved: "not-sent",
  sent: "not-paid",
  queried: "queried",
};

const sinceOf = (line: PaymentLine, step: OwedStep): Day => {
  const reached = {
    "not-claimed": line.loggedOn,
    "not-approved": line.claimedOn,
    "not-sent": line.approvedOn,
    "not-paid": line.sentOn,
    queried: line.sentOn ?? line.approvedOn ?? line.claimedOn,
    "not-logged": line.activityOn,
  }[step];
  return reached ?? line.loggedOn;
};

function owedLine(line: PaymentLine, today: Day): Owed[] {
  const step = stepOf[line.state];
  if (step === undefined || isGivenUp(line)) return [];
  if (step === "not-logged" && line.activityOn > today) return [];
  const since = sinceOf(line, step);
  return [
    {
      step,
      personId: line.personId,
      knownAs: line.knownAs,
      activity: shownActivity(line),
      on: line.activityOn,
      line,
      pence: amountOf(line),
      since,
      age: daysBetween(since, today),
      days: daysBetween(line.activityOn, today),
    },
  ];
}

/** Whether a fee for work on that day would be given up: then nobody owes it, and nobody is to be chased about it. */
const givesUp = (done: Done): boolean =>
  ["declined", "donated"].includes(preferenceOn(done.preferences, done.on).choice);

function owedDone(done: Done, facts: PriceFacts): Owed[] {
  if (givesUp(done) || done.on > facts.today) return [];
  const days = daysBetween(done.on, facts.today);
  const worth = done.activityWithheld ? 0 : worthTo(done, done.band, done.on, facts);
  return [
    {
      step: "not-logged",
      personId: done.personId,
      knownAs: done.knownAs,
      activity: done.activityWithheld ? "(withheld)" : activityName(done.activity),
      on: done.on,
      line: null,
      pence: worth === 0 ? null : worth,
      since: done.on,
      age: days,
      days,
    },
  ];
}

/**
 * Everything that is owed and not paid, by the step it stands at, the oldest first: done and not logged (also work that was
 * accepted and whose day has come), logged and not claimed, queried, claimed and not approved, approved and not sent, sent and
 * not paid. Never what was declined or given to charity.
 */
export const owed = (done: readonly Done[], lines: readonly PaymentLine[], facts: PriceFacts): Owed[] =>
  [...done.flatMap((d) => owedDone(d, facts)), ...lines.flatMap((l) => owedLine(l, facts.today))].sort(
    (a, b) =>
      owedSteps.indexOf(a.step) - owedSteps.indexOf(b.step) ||
      b.age - a.age ||
      a.personId - b.personId ||
      (a.line?.id ?? 0) - (b.line?.id ?? 0),
  );
