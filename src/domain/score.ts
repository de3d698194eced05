import { type MatchPerson, meets, requiredOfEvery } from "./gate.ts";
import type { Need } from "./need.ts";
import { count } from "./text.ts";

/** The parts of the match policy, in the order in which they are shown. Their points are rows in the store. */
export const policyParts = [
  "required-need",
  "desired-need",
  "level",
  "interest",
  "development",
  "recent-offer",
  "active-project",
  "months-since-offer",
  "rotation",
] as const;
type PolicyPart = (typeof policyParts)[number];

/** The row of the policy that says up to how many months the time since the last offer counts. */
export const waitingMonths = "waiting-months";

/** The members' policy for ranking: points by part, whole numbers, negative ones push down; those of `rotation` are what a place costs. */
export interface MatchPolicy {
  readonly id: number;
  readonly version: number;
  readonly points: Readonly<Record<string, number>>;
  /** Offers of so many months back count as recent (setting fairness-months). */
  readonly recentMonths: number;
}

/** How often a part applies to somebody, the points that gives, and why, without telling which lived experience. */
export interface PartScore {
  readonly part: PolicyPart;
  readonly times: number;
  readonly points: number;
  readonly why: string;
}

const amount = (n: number, singular: string): string => (n === 0 ? `no ${singular}` : count(n, singular));

const levelAbove = (person: MatchPerson, need: Need): number =>
  need.category === "skill" && need.level !== null && meets(person, need)
    ? (person.skills[need.value] ?? need.level) - need.level
    : 0;

const wouldLearn = (person: MatchPerson, need: Need): boolean =>
  need.category === "skill" && person.skills[need.value] === 1 && !meets(person, need);

/** How many desired needs are met; only generally where the number alone would tell which lived experience somebody has. */
function desiredInWords(met: readonly Need[], desired: readonly Need[]): string {
  if (desired.length === 0) return "nothing is desired of every member";
  if (desired.some((n) => n.category !== "experience"))
    return `meets ${met.length} of ${count(desired.length, "desired need")}`;
  return met.length > 0 ? "brings something the project asks for" : "nothing that counts here";
}

/** What rotation counts of somebody: recent offers and active projects. */
export const loadOf = (person: MatchPerson): number => person.recentOffers + person.activeProjects;

function rotationInWords(person: MatchPerson, before: number): string {
  const load = `${amount(person.recentOffers, "recent offer")} and ${amount(person.activeProjects, "active project")}`;
  return `the price of a place after ${load}${before > 0 ? `, and ${count(before, "place")} proposed here` : ""}`;
}

/** How often a part applies, and the words for it; `before` is how many places they are proposed for already. */
function timesOf(
  part: PolicyPart,
  person: MatchPerson,
  needs: readonly Need[],
  policy: MatchPolicy,
  before: number,
): [number, string] {
  const required = requiredOfEvery(needs);
  const desired = needs.filter((n) => n.kind === "desired" && n.scope === "every");
  const touched = new Set(needs.filter((n) => n.category === "interest").map((n) => n.value));
  const met = desired.filter((n) => meets(person, n));
  const shared = [...touched].filter((value) => person.interests.includes(value)).length;
  const learn = new Set(needs.filter((n) => wouldLearn(person, n)).map((n) => n.value)).size;
  const above = needs.reduce((sum, n) => sum + levelAbove(person, n), 0);
  // A policy that does not say how far waiting counts has it count as far back as offers do.
  const most = policy.points[waitingMonths] ?? policy.recentMonths;
  const months = Math.min(most, person.monthsSinceOffer ?? most);
  switch (part) {
    case "required-need": {
      const n = required.filter((need) => meets(person, need)).length;
      return [n, `meets ${n} of ${count(required.length, "required need")}`];
    }
    case "desired-need":
      return [met.reduce((sum, n) => sum + n.weight, 0), desiredInWords(met, desired)];
    case "level":
      return [above, `${amount(above, "level")} above what is asked for`];
    case "interest":
      return [shared, `${amount(shared, "interest")} the project touches on`];
    case "development":
      return [learn, `would like to learn ${amount(learn, "skill")} asked for`];
    case "recent-offer":
      return [
        person.recentOffers,
        `${amount(person.recentOffers, "offer")} in the last ${count(policy.recentMonths, "month")}`,
      ];
    case "active-project":
      return [person.activeProjects, `on ${amount(person.activeProjects, "project")} now`];
    case "months-since-offer":
      return [
        months,
        person.monthsSinceOffer === null
          ? "never asked before"
          : `last asked ${person.monthsSinceOffer === 0 ? "less than a month" : count(person.monthsSinceOffer, "month")} ago`,
      ];
    case "rotation":
      return [2 * (loadOf(person) + before) + 1, rotationInWords(person, before)];
  }
}

/** Points of a part each time it applies: what rotation costs is taken away. */
const pointsFor = (part: PolicyPart, policy: MatchPolicy): number =>
  (policy.points[part] ?? 0) * (part === "rotation" ? -1 : 1);

/**
 * Somebody's points for a project, part by part: how often the part applies times the policy's points. Needs of the whole
 * team give nobody points; they are weighed when the team is put together. A place costs rotation λ × (2 × load + 1): the more
 * somebody was asked lately or is proposed for already (`before`), the more. Source: rows of match_weight.
 */
export function partsOf(
  person: MatchPerson,
  needs: readonly Need[],
  policy: MatchPolicy,
  before = 0,
): PartScore[] {
  return policyParts.map((part) => {
    const [times, why] = timesOf(part, person, needs, policy, before);
    return { part, times, points: times * pointsFor(part, policy) + 0, why };
  });
}

/** The whole: the sum of the parts. */
export const totalOf = (parts: readonly PartScore[]): number => parts.reduce((sum, p) => sum + p.points, 0);
