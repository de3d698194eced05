import type { SteadyWork, Work } from "./ceiling.ts";
import { hoursInWords } from "./ceiling-words.ts";
import { addDays, type Day } from "./day.ts";
import type { Pence } from "./money.ts";
import { monthOf } from "./period.ts";
import { type Membership, standingOn } from "./person.ts";
import { type Preference, preferenceOn, settle } from "./preference.ts";
import { type Band, type Rate, rateOn } from "./rate.ts";

/** What has to be known to say what work that is planned would bring somebody. */
export interface PriceFacts {
  readonly today: Day;
  readonly bands: readonly Band[];
  readonly rates: readonly Rate[];
}

/** Somebody whose planned work is priced. */
export interface Worker {
  readonly id: number;
  readonly memberships: readonly Membership[];
  readonly preferences: readonly Preference[];
}

/** What a band would bring somebody on a day, after what they chose; to be asked counts as paid, and no rate as nothing. */
export function worthTo(
  worker: Pick<Worker, "preferences">,
  band: string | null,
  on: Day,
  facts: PriceFacts,
): Pence {
  const rate = band === null ? null : rateOn(facts.rates, band, on);
  if (!rate?.ok) return 0;
  const { choice, most } = preferenceOn(worker.preferences, on);
  return settle(rate.value.pence, choice === "ask" ? "paid" : choice, most).claimed;
}

/** A meeting, session or event to which somebody is asked, and what is on record of whether they came. */
export interface Gathering {
  readonly activity: string;
  readonly on: Day;
  /** Whether they are anonymous in it: then no list says which it is (promise 1). */
  readonly withheld: boolean;
  /** The group whose members are asked; null where people are asked by name. */
  readonly group: string | null;
  readonly band: string | null;
  readonly minutes: number | null;
  /** Whether they came, where that is on record: `present`, `part`, `apologies`, `absent`. */
  readonly came: boolean | null;
}

const expects = (worker: Worker, gathering: Gathering): boolean =>
  gathering.group === null ||
  worker.memberships.some((m) => m.group === gathering.group && standingOn(m, gathering.on) === "active");

/**
 * Meetings, sessions and events as work, for somebody who has no line for them yet: those to come that they are asked to, and those
 * past that they came to. Who is paused then is not asked; apologies count for nothing.
 */
export const gatheringsAsWork = (
  worker: Worker,
  gatherings: readonly Gathering[],
  facts: PriceFacts,
): Work[] =>
  gatherings
    .filter((g) => g.came ?? (g.on >= facts.today && expects(worker, g)))
    .map((g) => ({
      personId: worker.id,
      ref: g.activity,
      ...(g.withheld ? { shown: "(withheld)" } : {}),
      activity: g.activity,
      what: g.on >= facts.today ? "planned" : "not logged yet",
      on: g.on,
      paidOn: null,
      pence: worthTo(worker, g.band, g.on, facts),
      minutes: g.minutes ?? minutesOf(g.band, facts.bands) ?? 0,
    }));

/** A project as somebody on its team, or offered a place on it, would work for it. */
export interface ProjectTime {
  readonly activity: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly hoursPerMonth: number | null;
  readonly daysPerMonth: number | null;
  /** The band of its pay, where it names one. */
  readonly band: string | null;
  readonly offered: boolean;
}

/** The minutes of one band; none where it says none. */
const minutesOf = (band: string | null, bands: readonly Band[]): number | null =>
  bands.find((b) => b.key === band)?.minutes ?? null;

/** A project's work as so much a month, priced at its band in proportion to the time; nothing where it says no time. */
export function projectAsWork(worker: Worker, project: ProjectTime, facts: PriceFacts): SteadyWork {
  const days = (project.daysPerMonth ?? 0) * (minutesOf("full-day", facts.bands) ?? 0);
  const minutes = project.hoursPerMonth === null ? days : project.hoursPerMonth * 60;
  const from = project.from > facts.today ? project.from : facts.today;
  const ofBand = minutesOf(project.band, facts.bands);
  const worth = worthTo(worker, project.band, from, facts);
  return {
    personId: worker.id,
    activity: project.activity,
    what: `${project.offered ? "offered: " : ""}${hoursInWords(minutes)} a month, counted evenly`,
    from: project.from,
    to: project.to,
    pencePerMonth: ofBand === null ? 0 : Math.ceil((minutes * worth) / ofBand),
    minutesPerMonth: minutes,
  };
}

/**
 * When an open line is expected to be paid: with the payer's first cut-off from the day it was done (or from today) on. Null
 * where the payer's cut-off day is not known: then the batch will say.
 */
export function expectedOn(cutOffDay: number | null, on: Day, today: Day): Day | null {
  if (cutOffDay === null) return null;
  const from = on > today ? on : today;
  const month = monthOf(from, cutOffDay);
  return month.from === from ? from : addDays(month.to, 1);
}
