import type { Day } from "./day.ts";
import { choiceFor, type NamedOutput, type Naming, type NamingFacts, nameOf } from "./naming.ts";
import type { Period } from "./period.ts";
import { isSmall, suppressed } from "./suppression.ts";

/** Where somebody was involved. */
export const areas = [
  "meetings",
  "training",
  "offers",
  "teams",
  "papers",
  "commentaries",
  "events",
  "evaluation",
  "groups",
] as const;
export type Area = (typeof areas)[number];

/** One thing one person did, or was asked, on a day. */
export interface Deed {
  readonly area: Area;
  readonly on: Day;
  /** What the thing is called in the program: M-… never stands here. */
  readonly ref: string;
  readonly title: string;
  readonly personId: number;
  readonly what: string;
  /** Where a naming choice decides whether the person may be told of. */
  readonly output: NamedOutput | null;
  /** Whether it counts as having been involved: an apology or an offer does not. */
  readonly took: boolean;
}

/** Who somebody is, for counts of groups: the group they were in, the working group first, and their perspective. */
export interface Standing {
  readonly personId: number;
  readonly group: "lewg" | "lean" | "external" | null;
  readonly perspective: "service-user" | "carer" | "both" | null;
}

/** A figure of the summary, under one of the UK Standards for Public Involvement by key. */
export interface Measure {
  readonly key: string;
  readonly standard: string;
  readonly label: string;
  readonly n: number;
  /** Whether it counts people (and small numbers are held back) or things. */
  readonly people: boolean;
  /** The measure that this one is a part of, and which of its divisions. */
  readonly part?: { readonly of: string; readonly by: string };
}

/** A figure as its readers see it: null = not shown. */
export interface ShownMeasure extends Measure {
  readonly shown: number | null;
}

/** The last day of a period that is not in the future. */
export const upTo = (period: Period, today: Day): Day => (period.to < today ? period.to : today);

/** People who were involved: everybody with a deed that counts. */
export const involved = (deeds: readonly Deed[]): number[] =>
  [...new Set(deeds.filter((d) => d.took).map((d) => d.personId))].sort((a, b) => a - b);

/** The measures that some people divide into, in the order of the labels given; who fits none is other. None for nobody. */
export function division(
  of: string,
  standard: string,
  by: string,
  labels: Readonly<Record<string, string>>,
  keys: readonly (string | null)[],
): Measure[] {
  if (keys.length === 0) return [];
  return Object.entries(labels).map(([key, label]) => ({
    key: `${of}-${by}-${key}`,
    standard,
    label,
    n: keys.filter((k) => (k !== null && k in labels ? k : "other") === key).length,
    people: true,
    part: { of, by },
  }));
}

/**
 * Figures for readers outside the team: small counts of people are not shown, nor what would give them back. Counts of
 * things (papers, meetings, events) are public anyway and are shown as they are.
 */
export function outward(measures: readonly Measure[], threshold: number): ShownMeasure[] {
  const shown = new Map<string, number | null>(
    measures.map((m) => [m.key, m.people && isSmall(m.n, threshold) ? null : m.n]),
  );
  for (const total of measures) {
    const parts = measures.filter((m) => m.part?.of === total.key);
    const divisions = [...new Set(parts.map((m) => m.part?.by))].map((by) =>
      parts.filter((m) => m.part?.by === by),
    );
    const answers = divisions.map((cells) => {
      const answer = suppressed(
        cells.map((p) => p.n),
        threshold,
      );
      cells.forEach((p, i) => {
        shown.set(p.key, answer.parts[i] ?? null);
      });
      return answer;
    });
    if (answers.some((a) => a.total === null)) {
      shown.set(total.key, null);
      for (const part of parts) if (part.n > 0) shown.set(part.key, null);
    }
  }
  return measures.map((m) => ({ ...m, shown: shown.get(m.key) ?? null }));
}

/** Figures for the management team: all of them. */
export const inward = (measures: readonly Measure[]): ShownMeasure[] =>
  measures.map((m) => ({ ...m, shown: m.n }));

/**
 * How somebody stands in a public report for a commentary, paper or event: as they chose there, and not at all where they
 * chose to be left out of reports.
 */
export function nameInReport(facts: NamingFacts, personId: number, output: NamedOutput): Naming {
  const report: NamedOutput = { kind: "report", id: null };
  const choice = choiceFor(personId, facts.choices.get(personId) ?? [], report);
  const left = choice?.outputKind === "report" && ["anonymous", "undecided"].includes(choice.form);
  return left ? nameOf(facts, personId, report, "public") : nameOf(facts, personId, output, "public");
}
