import { dayInWords } from "./day.ts";
import type { GateFacts, MatchPerson } from "./gate.ts";
import { type Need, needInWords } from "./need.ts";
import type { Standing } from "./person.ts";
import { count, listed } from "./text.ts";

/** Why somebody who is not an active member cannot be asked. */
export const standings: Readonly<Record<Exclude<Standing, "active" | "paused">, string>> = {
  "stepped-down": "has stepped down",
  "term-ended": "is not a member now: the term has ended",
  withdrawn: "has withdrawn",
  "not yet joined": "has not joined yet",
};

/** Parts still missing, each course named once: `Interviewing: Role play and Coding exercise`. */
export function missingInWords(missing: readonly string[]): string {
  const courses = new Map<string, string[]>();
  for (const phrase of missing) {
    const [, course = "", part = phrase] = /^([^:]+): (.+)$/.exec(phrase) ?? [];
    courses.set(course, [...(courses.get(course) ?? []), part]);
  }
  return [...courses]
    .map(([course, parts]) => (course ? `${course}: ${listed(parts)}` : listed(parts)))
    .join("; ");
}

/**
 * What of the required needs is not met. Where experience is required too, only how many are: naming the others would tell
 * that the one left over is lived experience, and that somebody has not got it.
 */
export function unmetInWords(unmet: readonly Need[], required: readonly Need[], project: string): string {
  const hides = required.some((n) => n.category === "experience");
  return hides
    ? `is without ${count(unmet.length, "thing")} that ${project} requires: not on record, or not to be used`
    : `has nothing on record of what ${project} requires: ${listed(unmet.map(needInWords))}`;
}

/** That a term is over before the work begins. */
export const termInWords = (ends: NonNullable<MatchPerson["termEndsOn"]>, facts: GateFacts): string =>
  `has a term that ends on ${dayInWords(ends)}, before ${facts.project} ${facts.startsOn !== null && facts.startsOn > facts.day ? "starts" : "would take them on"}`;
