import type { Day } from "./day.ts";
import { within } from "./day.ts";
import type { Pence } from "./money.ts";
import { monthOf, type Period, weekOf } from "./period.ts";
import type { TeamName } from "./person-name.ts";

/** What is watched: money in a week, money in a month, or time in a week. */
export type CeilingKind = "week-pence" | "month-pence" | "week-minutes";

/** "Tell me before I pass ...": what somebody asked for, and since when; never why. Exactly so much is within it. */
export interface Ceiling {
  readonly id: number;
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly kind: CeilingKind;
  /** Pence, or minutes for a ceiling of hours. */
  readonly amount: number;
  /** The day its weeks start on (1 Monday to 7 Sunday), or its months (1 to 31). */
  readonly starts: number;
  readonly setOn: Day;
  /** Null while it is watched. */
  readonly clearedOn: Day | null;
}

/** Work that has a day: a line, or a meeting or session that is planned and has no line yet. */
export interface Work {
  readonly personId: number;
  /** `PAY-003`, or the activity where there is no line yet. */
  readonly ref: string;
  /** What it is for, as `meeting:2026-03`. */
  readonly activity: string;
  /** How it is called in a list, where its ref would tell what somebody is anonymous in. */
  readonly shown?: string;
  /** In a few words, for a list. */
  readonly what: string;
  readonly on: Day;
  /** When it was paid or is expected to be; null where nobody can say yet. */
  readonly paidOn: Day | null;
  /** What it brings; expenses, and fees declined or given to charity, bring nothing. */
  readonly pence: Pence;
  readonly minutes: number;
}

/** Work without days of its own: so much a month, from a day to a day. It is counted evenly. */
export interface SteadyWork {
  readonly personId: number;
  readonly activity: string;
  readonly what: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly pencePerMonth: Pence;
  readonly minutesPerMonth: number;
}

/** What has to be known to say how people stand with their ceilings. */
export interface CeilingFacts {
  readonly today: Day;
  readonly ceilings: readonly Ceiling[];
  readonly work: readonly Work[];
  readonly steady: readonly SteadyWork[];
}

/** How work is put into weeks and months: by the day it is done, or by the day it is paid. */
export type CountedBy = "activity" | "payment";

/** One piece of what a period comes to, in the ceiling's own measure. */
interface Part {
  readonly ref: string;
  readonly what: string;
  readonly on: Day | null;
  readonly amount: number;
}

/** What one period of a ceiling comes to, and by what. */
export interface Standing {
  readonly ceiling: Ceiling;
  readonly countedBy: CountedBy;
  readonly period: Period;
  readonly total: number;
  readonly parts: readonly Part[];
}

/** The week or month of a ceiling that a day lies in. */
const periodOf = (ceiling: Ceiling, day: Day): Period =>
  ceiling.kind === "month-pence" ? monthOf(day, ceiling.starts) : weekOf(day, ceiling.starts);

const measure = (ceiling: Ceiling, work: { readonly pence: Pence; readonly minutes: number }): number =>
  ceiling.kind === "week-minutes" ? work.minutes : work.pence;

const dayOf = (work: Work, by: CountedBy): Day | null => (by === "activity" ? work.on : work.paidOn);

/** A month's work in the ceiling's measure: the whole in a month, 12 fifty-seconds of it in a week, rounded up. */
function share(ceiling: Ceiling, steady: SteadyWork): number {
  const month = measure(ceiling, { pence: steady.pencePerMonth, minutes: steady.minutesPerMonth });
  return ceiling.kind === "month-pence" ? month : Math.ceil((month * 12) / 52);
}

const touches = (steady: SteadyWork, period: Period): boolean =>
  steady.from <= period.to && (steady.to === null || steady.to >= period.from);

/** What a period of a ceiling comes to. Of steady work only what its own lines in the period do not hold already is added. */
function standingIn(facts: CeilingFacts, ceiling: Ceiling, by: CountedBy, period: Period): Standing {
  const own = facts.work.filter((w) => {
    const day = dayOf(w, by);
    return w.personId === ceiling.personId && day !== null && within(day, period.from, period.to);
  });
  const held = (activity: string): number =>
    own.filter((w) => w.activity === activity).reduce((sum, w) => sum + measure(ceiling, w), 0);
  const steady = facts.steady.filter((s) => s.personId === ceiling.personId && touches(s, period));
  const parts: Part[] = [
    ...own.map((w) => ({
      ref: w.shown ?? w.ref,
      what: w.what,
      on: dayOf(w, by),
      amount: measure(ceiling, w),
    })),
    ...(by === "payment" ? [] : steady).map((s) => ({
      ref: s.activity,
      what: s.what,
      on: null,
      amount: Math.max(0, share(ceiling, s) - held(s.activity)),
    })),
  ].filter((p) => p.amount !== 0);
  const total = parts.reduce((sum, p) => sum + p.amount, 0);
  return { ceiling, countedBy: by, period, total, parts };
}

/** The refs of what is new and so has to be looked at (of steady work its activity); null is all there is. */
export type Fresh = ReadonlySet<string> | null;

const isFresh = (ref: string, fresh: Fresh): boolean => fresh === null || fresh.has(ref);

/** The days on which new work of a ceiling's person falls; new steady work falls on the days of all that is beside it. */
function daysToLookAt(facts: CeilingFacts, ceiling: Ceiling, by: CountedBy, fresh: Fresh): Day[] {
  const own = facts.work.filter((w) => w.personId === ceiling.personId && measure(ceiling, w) > 0);
  const days = own.filter((w) => isFresh(w.ref, fresh)).map((w) => dayOf(w, by));
  const steady = facts.steady.filter(
    (s) =>
      by === "activity" &&
      s.personId === ceiling.personId &&
      share(ceiling, s) > 0 &&
      isFresh(s.activity, fresh),
  );
  const beside = steady.flatMap((s) => {
    const from = s.from > facts.today ? s.from : facts.today;
    return [from, ...own.map((w) => w.on).filter((on) => within(on, from, s.to))];
  });
  return [...days, ...beside].filter((d) => d !== null).sort((a, b) => a.localeCompare(b, "en"));
}

/**
 * How people stand in every week and month that new work falls in: by the day it is done, and for money by the day it is
 * paid too. A period that was over before the ceiling was set is nobody's business.
 */
export function standings(facts: CeilingFacts, fresh: Fresh): Standing[] {
  return facts.ceilings.flatMap((ceiling) => {
    const ways: CountedBy[] = ceiling.kind === "week-minutes" ? ["activity"] : ["activity", "payment"];
    return ways.flatMap((by) => {
      const periods = new Map(
        daysToLookAt(facts, ceiling, by, fresh).map((day) => {
          const period = periodOf(ceiling, day);
          return [period.from, period] as const;
        }),
      );
      return [...periods.values()]
        .filter((p) => p.to >= ceiling.setOn)
        .map((p) => standingIn(facts, ceiling, by, p));
    });
  });
}

/** Whether a period comes to more than its ceiling: £203.50 of £203.50 is within it, £203.51 is over. */
export const isOver = (standing: Standing): boolean => standing.total > standing.ceiling.amount;

/** Every week and month in which new work takes somebody over a ceiling they asked us to watch. */
export const ceilingWarnings = (facts: CeilingFacts, fresh: Fresh): Standing[] =>
  standings(facts, fresh).filter(isOver);

/**
 * How everybody with a ceiling would stand if they did steady work beside all they do: over, where a week or month it falls in
 * would pass what they asked us to watch. Work they do already under the same name is not counted twice.
 */
export function headroomWith(
  facts: CeilingFacts,
  steady: readonly SteadyWork[],
): ReadonlyMap<number, "within" | "over"> {
  const known = (s: SteadyWork): boolean =>
    steady.some((n) => n.personId === s.personId && n.activity === s.activity);
  const both = { ...facts, steady: [...facts.steady.filter((s) => !known(s)), ...steady] };
  const warnings = ceilingWarnings(both, new Set(steady.map((s) => s.activity)));
  const over = new Set(warnings.map((w) => w.ceiling.personId));
  return new Map(
    facts.ceilings.map(({ personId }) => [personId, over.has(personId) ? "over" : "within"] as const),
  );
}
