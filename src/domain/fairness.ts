import { addDays, addMonths, type Day, dayInWords, daysBetween } from "./day.ts";
import type { Pence } from "./money.ts";
import type { Period } from "./period.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { no, type Result, yes } from "./result.ts";

/** Somebody in the group that is looked at, with the day they joined it. */
interface Person {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly joinedOn: Day;
}

/** What has to be known to say how work was shared; offers and teams of every project, and fees of the period by person. */
export interface FairnessFacts {
  readonly from: Day;
  readonly to: Day;
  readonly people: readonly Person[];
  readonly offers: readonly {
    readonly personId: number;
    readonly offeredOn: Day;
    readonly reply: string | null;
  }[];
  /** The projects each person was on at the end of the period, that were not over then. */
  readonly active: ReadonlyMap<number, number>;
  readonly fees: ReadonlyMap<number, Pence>;
}

/** How work came to one person. */
export interface FairnessLine extends Person {
  readonly offers: number;
  readonly accepted: number;
  readonly activeProjects: number;
  readonly fees: Pence;
  /** The last offer made to them by the end of the period; null where there never was one. */
  readonly lastAskedOn: Day | null;
  /** Days since they were last asked, or since they joined where they never were. */
  readonly waited: number;
}

/** The least, the middle and the most of something, over everybody, those with none included. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** The spread of some figures: the median of an even number of them is midway between the two in the middle. */
export function spreadOf(figures: readonly number[]): Spread | null {
  const sorted = [...figures].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return least === undefined || most === undefined || low === undefined || high === undefined
    ? null
    : { least, most, median: (low + high) / 2 };
}

/** Everybody with what came to them in a period, who has waited longest first; those with nothing are among them. */
export function fairnessLines(facts: FairnessFacts): FairnessLine[] {
  return facts.people
    .map((person): FairnessLine => {
      const theirs = facts.offers.filter((o) => o.personId === person.id && o.offeredOn <= facts.to);
      const made = theirs.filter((o) => o.offeredOn >= facts.from);
      const lastAskedOn = theirs.reduce<Day | null>(
        (last, o) => (last === null || o.offeredOn > last ? o.offeredOn : last),
        null,
      );
      return {
        ...person,
        offers: made.length,
        accepted: made.filter((o) => o.reply === "accepted").length,
        activeProjects: facts.active.get(person.id) ?? 0,
        fees: facts.fees.get(person.id) ?? 0,
        lastAskedOn,
        waited: Math.max(0, daysBetween(lastAskedOn ?? person.joinedOn, facts.to)),
      };
    })
    .sort((a, b) => b.waited - a.waited || a.id - b.id);
}

/** Who has waited longest, in a sentence; several where they have waited equally long, nobody where nobody is there. */
export function longestWaiting(lines: readonly FairnessLine[]): string[] {
  const [first] = lines;
  if (!first) return [];
  const equal = lines.filter((l) => l.waited === first.waited);
  const each = equal.map(
    (l) =>
      `${ref("member", l.id)} ${l.knownAs} (${
        l.lastAskedOn === null
          ? `never asked, joined ${dayInWords(l.joinedOn)}`
          : `last asked ${dayInWords(l.lastAskedOn)}`
      })`,
  );
  return [`Waited longest: ${each.join("; ")}.`];
}

/** The time that is asked about: a period, or its first and last day. */
export interface FairnessWords {
  readonly period: Period | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

/**
 * The days that are looked at: those given, as far as they are over, or the so many months up to the last that count as recent;
 * never back to front.
 */
export function fairnessDays(
  { period, from: first, until }: FairnessWords,
  usual: { readonly months: number; readonly today: Day },
): Result<{ readonly from: Day; readonly to: Day }> {
  if (period && (first ?? until))
    return no({
      code: "period-and-days",
      message: "--period says which days it is about, and so do --from and --until.",
      remedy: "Give one or the other.",
    });
  const last = period?.to ?? until ?? usual.today;
  const to = last < usual.today ? last : usual.today;
  const from = period?.from ?? first ?? addDays(addMonths(to, -usual.months), 1);
  if (from > usual.today)
    return no({
      code: "in-the-future",
      message: `${dayInWords(from)} is still to come.`,
      remedy: "Ask about a time that has begun.",
    });
  return from <= to
    ? yes({ from, to })
    : no({
        code: "ends-before-start",
        message: `The period ends on ${dayInWords(to)}, before it starts on ${dayInWords(from)}.`,
        remedy: "Correct --from or --until.",
      });
}
