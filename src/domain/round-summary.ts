import type { NewAim, Round } from "./round.ts";
import { isSmall, type Shown, shownCount, suppressed } from "./suppression.ts";
import { count } from "./text.ts";

/** An application as far as a report of its round needs it: no code, no name. */
export interface Summarised {
  readonly status: string;
  readonly perspective: string | null;
  readonly region: string | null;
  /** What they bring, as `experience psychosis`; empty once it has become counts of the round. */
  readonly brings: readonly string[];
  readonly blanked: boolean;
  /** Whether they were asked to an interview, and whether interview scores are in. */
  readonly shortlisted: boolean;
  readonly interviewed: boolean;
  readonly offered: boolean;
  /** Their total in percent of the most possible, rounded down; null while they are not scored in full. */
  readonly percent: number | null;
}

/** What a report of a round goes by. */
export interface SummaryFacts {
  readonly round: Round;
  readonly applications: readonly Summarised[];
  readonly aims: readonly NewAim[];
  /** How many of those blanked brought what: `experience psychosis` to a number. */
  readonly blankedCounts: ReadonlyMap<string, number>;
  /** Counts under this are not shown; null for the team. */
  readonly threshold: number | null;
}

/** A number with what it counts; null = not shown to these readers. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly n: Shown;
}

/** How one kind of person is represented, and what was aimed for. */
export interface Representation {
  readonly category: string;
  readonly value: string;
  readonly applied: Shown;
  readonly appointed: Shown;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Null where a number is not shown, or there is no aim. */
  readonly met: boolean | null;
}

/** A round in numbers, as they may be shown. */
export interface RoundSummary {
  readonly stages: readonly Figure[];
  readonly outcomes: readonly Figure[];
  readonly scores: readonly Figure[];
  /** The group against each aim; somebody who is both a service user and a carer counts as each. */
  readonly aims: readonly Representation[];
  /** Everybody once, by perspective and by region. */
  readonly composition: readonly Representation[];
  /** Something is not shown. */
  readonly withheld: boolean;
}

const outcomes: readonly (readonly [key: string, label: string, statuses: readonly string[]])[] = [
  ["appointed", "appointed", ["appointed"]],
  ["offered", "offered a place, not appointed yet", ["offered"]],
  ["reserve", "on the reserve list", ["reserve"]],
  ["unsuccessful", "unsuccessful", ["unsuccessful"]],
  ["withdrawn", "withdrawn", ["withdrawn"]],
  ["in-progress", "not decided yet", ["received", "shortlisted", "interviewed"]],
];

const shownParts = (parts: readonly number[], threshold: number | null) =>
  threshold === null
    ? { parts, total: parts.reduce((sum, n) => sum + n, 0) as Shown }
    : suppressed(parts, threshold);

function outcomeFigures({ applications, threshold }: SummaryFacts) {
  const numbers = outcomes.map(
    ([, , statuses]) => applications.filter((a) => statuses.includes(a.status)).length,
  );
  const { parts, total } = shownParts(numbers, threshold);
  return {
    figures: outcomes.flatMap(([key, label], i): Figure[] =>
      numbers[i] === 0 ? [] : [{ key, label, n: parts[i] ?? null }],
    ),
    total,
  };
}

/**
 * The steps from an application to an appointment. Outside the team a step is shown only where nobody, or enough people, fell out
 * since the last one that is shown, and so many as are appointed only where the outcomes show it too.
 */
function stageFigures(facts: SummaryFacts, applied: Shown, appointed: Shown): Figure[] {
  const n = (test: (a: Summarised) => boolean): number => facts.applications.filter(test).length;
  const steps: readonly (readonly [string, string, number])[] = [
    ["applied", "applied", facts.applications.length],
    ["shortlisted", "asked to an interview", n((a) => a.shortlisted)],
    ["interviewed", "interviewed", n((a) => a.interviewed)],
    ["offered", "offered a place", n((a) => a.offered)],
    ["appointed", "appointed", n((a) => a.status === "appointed")],
  ];
  const { threshold } = facts;
  let last = 0;
  const shown = steps.map(([key, label, number], i): Figure => {
    if (threshold === null) return { key, label, n: number };
    const allowed =
      key === "applied"
        ? applied !== null
        : shownCount(number, threshold) !== null &&
          !isSmall(Math.abs(last - number), threshold) &&
          !(key === "appointed" && appointed === null);
    if (allowed || i === 0) last = number;
    return { key, label, n: allowed ? number : null };
  });
  return shown;
}

const bins = [0, 20, 40, 50, 60, 70, 80, 90] as const;

function scoreFigures({ applications, threshold }: SummaryFacts): Figure[] {
  const scored = applications.flatMap((a) => (a.percent === null ? [] : [a.percent]));
  if (scored.length === 0) return [];
  const numbers = bins.map((from, i) => scored.filter((p) => p >= from && p < (bins[i + 1] ?? 101)).length);
  const { parts } = shownParts(numbers, threshold);
  return bins.map((from, i) => ({
    key: `from-${from}`,
    label: `${from} to ${bins[i + 1] === undefined ? 100 : `under ${bins[i + 1]}`} %`,
    n: parts[i] ?? null,
  }));
}

/** Numbers of a part of some people and of the others: shown where both are enough, or nobody. */
const shownOf = (n: number, of: number, threshold: number | null): Shown =>
  threshold === null || !(isSmall(n, threshold) || isSmall(of - n, threshold)) ? n : null;

const bring = (a: Summarised, category: string, value: string): boolean =>
  category === "perspective"
    ? a.perspective === value || (a.perspective === "both" && value !== "both")
    : category === "region"
      ? a.region === value
      : a.brings.includes(`${category} ${value}`);

function aimed(facts: SummaryFacts): Representation[] {
  const { applications, threshold, blankedCounts } = facts;
  const group = applications.filter((a) => a.status === "appointed");
  return facts.aims.map(({ category, value, minimum, maximum }) => {
    const counts = (people: readonly Summarised[]) => people.filter((a) => bring(a, category, value)).length;
    const here = counts(group);
    const pool = counts(applications) + (blankedCounts.get(`${category} ${value}`) ?? 0);
    const appointed = shownOf(here, group.length, threshold);
    return {
      category,
      value,
      applied: shownOf(pool, applications.length, threshold),
      appointed,
      minimum: minimum ?? null,
      maximum: maximum ?? null,
      met:
        appointed === null || group.length === 0 ? null : here >= (minimum ?? 0) && here <= (maximum ?? here),
    };
  });
}

/** Everybody once, by one thing they told us; whoever did not say stands apart. */
function parted(facts: SummaryFacts, category: "perspective" | "region"): Representation[] {
  const { applications, threshold } = facts;
  const group = applications.filter((a) => a.status === "appointed");
  const values = [...new Set(applications.map((a) => a[category]))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
  );
  const shares = (people: readonly Summarised[]) =>
    shownParts(
      values.map((v) => people.filter((a) => a[category] === v).length),
      threshold,
    ).parts;
  const [applied, appointed] = [shares(applications), shares(group)];
  return values.map((value, i) => ({
    category,
    value: value ?? "not said",
    applied: applied[i] ?? null,
    appointed: appointed[i] ?? null,
    minimum: null,
    maximum: null,
    met: null,
  }));
}

/**
 * A round in numbers: the steps, how it came out, the totals in percent of the most possible, and who applied and was appointed
 * against what was aimed for. With a threshold small numbers are not shown, nor what would give them back.
 */
export function summarised(facts: SummaryFacts): RoundSummary {
  const { figures, total } = outcomeFigures(facts);
  const appointed = figures.find((f) => f.key === "appointed")?.n ?? (facts.threshold === null ? 0 : null);
  const stages = stageFigures(facts, total, appointed);
  const interviewed = stages.find((s) => s.key === "interviewed")?.n ?? null;
  // The sum of a table must not give back a number that is not shown elsewhere.
  const scores = scoreFigures(facts).map((f) =>
    interviewed === null && facts.threshold !== null ? { ...f, n: null } : f,
  );
  // An aim for a perspective or a region is counted by the parts outside the team: two tables of one thing could be put together.
  const aims = aimed(facts).filter(
    (a) => facts.threshold === null || !["perspective", "region"].includes(a.category),
  );
  const told = (c: Representation): Representation => ({
    ...c,
    applied: total === null ? null : c.applied,
    appointed: appointed === null ? null : c.appointed,
    met: appointed === null ? null : c.met,
  });
  const against = aims.map(told);
  const composition = [...parted(facts, "perspective"), ...parted(facts, "region")].map(told);
  const all = [
    ...[...stages, ...figures, ...scores].map((f) => f.n),
    ...[...against, ...composition].flatMap((c) => [c.applied, c.appointed]),
  ];
  return { stages, outcomes: figures, scores, aims: against, composition, withheld: all.includes(null) };
}

/** What is said under a report for readers outside the team. */
export const withheldInWords = (threshold: number): string =>
  `A blank is a number that is not shown: of people from 1 to ${threshold - 1}, or one from which such a number could be worked out.`;

/** A round in a sentence. */
export const summaryTitle = (round: Round): string => `${round.title}: ${count(round.places, "place")}`;
