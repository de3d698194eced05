import { type Need, sameNeed, sameSubject } from "./need.ts";

const requiredOfEvery = (n: Need): boolean => n.kind === "required" && n.scope === "every";

/** How many people of a team a need requires at least; 0 where it is desired or sets no least number. */
const least = (n: Need, places: number): number =>
  n.kind === "desired" ? 0 : n.scope === "every" ? places : (n.atLeast ?? 0);

/** How many people of a team a need allows at most. */
const most = (n: Need): number => (n.kind === "required" ? (n.atMost ?? Infinity) : Infinity);

/** Whether everybody who meets one need meets the other: whoever is service user and carer is each of them. */
const implies = (one: Need, other: Need): boolean =>
  one.category === "perspective" &&
  other.category === "perspective" &&
  one.value === "both" &&
  other.value !== "both";

/** Whether nobody can meet both needs: a person lives in one region. */
const excludes = (one: Need, other: Need): boolean =>
  one.category === "region" && other.category === "region" && one.value !== other.value;

/** Why two needs of one project cannot stand side by side, or null. */
export function contradiction(need: Need, other: Need, places: number): string | null {
  if (
    sameSubject(need, other) &&
    need.scope !== other.scope &&
    (requiredOfEvery(need) || requiredOfEvery(other))
  )
    return "what is required of every member needs no number of the team";
  const pairs = [
    [need, other],
    [other, need],
  ] as const;
  for (const [a, b] of pairs) {
    if (excludes(a, b) && requiredOfEvery(a) && least(b, places) > 0) return "nobody lives in two regions";
    if (implies(a, b) && least(a, places) > most(b))
      return "whoever is both a service user and a carer is each of them";
  }
  return null;
}

/** How many people the regions required of the team ask for together, where there are several: one person lives in one. */
export function peopleOfRegions(needs: readonly Need[]): number {
  const regions = needs.filter((n) => n.category === "region" && n.kind === "required" && n.scope === "team");
  return regions.length < 2 ? 0 : regions.reduce((sum, n) => sum + (n.atLeast ?? 0), 0);
}

/** The needs of a project with one of them added, or in place of the one about the same thing. */
export const withNeed = (existing: readonly Need[], need: Need): Need[] => [
  ...existing.filter((n) => !sameNeed(n, need)),
  need,
];
