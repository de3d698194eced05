import type { Day } from "./day.ts";
import { missingInWords, standings, termInWords, unmetInWords } from "./gate-words.ts";
import type { Need } from "./need.ts";
import type { Standing } from "./person.ts";
import { count } from "./text.ts";

/** What matching knows of a person. Names are no part of it, so that they cannot sway anything. */
export interface MatchPerson {
  readonly id: number;
  /** The group they would be asked through: the working group before the network before others. */
  readonly group: string;
  readonly standing: Standing;
  /** The day their term in that group ends; null where it has no end. */
  readonly termEndsOn: Day | null;
  readonly perspective: string | null;
  readonly region: string | null;
  /** Skills with their level, 1 would like to learn to 4 could teach; null = level not said. */
  readonly skills: Readonly<Record<string, number | null>>;
  readonly interests: readonly string[];
  /** When they can usually take part, as they told us. */
  readonly availability: readonly string[];
  /** Lived experience as recorded; it counts only while `mayUseExperience`. */
  readonly experience: readonly string[];
  /** Whether the consent "matching" is in force on the day. */
  readonly mayUseExperience: boolean;
  /** What each clearance the project asks for still lacks, in words; an empty list is cleared. */
  readonly lacks: Readonly<Record<string, readonly string[]>>;
  readonly conflict: boolean;
  /** Hours a month they can give while the project runs; null = not said. */
  readonly hoursPerMonth: number | null;
  /** The most projects at a time they want; null = not said. */
  readonly projectsMax: number | null;
  readonly activeProjects: number;
  /** Other projects that were offered and not answered yet; left out where there are none. */
  readonly offersWaiting?: number;
  /** Hours a month that go to other projects they are on or were offered, while this one runs; left out where none do. */
  readonly hoursTaken?: number;
  /** Offers made by the day and within the recent months, of any project. */
  readonly recentOffers: number;
  /** Whole months since the last offer of any project; null = never asked. */
  readonly monthsSinceOffer: number | null;
  /** Whether the project, beside what they do already, would pass a ceiling they asked us to watch. */
  readonly ceiling: "none" | "within" | "over";
  /** How the last offer of this project stands. */
  readonly offer: "none" | "waiting" | "accepted" | "declined" | "no-reply" | "withdrawn";
  readonly onTeam: boolean;
  /** Whether they accepted a place that has not begun, and it is being looked at again. */
  readonly held: boolean;
}

/** What a gate asks of the project. */
export interface GateFacts {
  readonly project: string;
  readonly day: Day;
  readonly startsOn: Day | null;
  readonly hoursPerMonth: number | null;
  readonly needs: readonly Need[];
  /** The groups that are asked. */
  readonly asked: readonly string[];
}

/** The gates, in the order in which they are named. */
export type GateCode =
  | "not-active"
  | "paused"
  | "group-not-asked"
  | "term-ends"
  | "on-the-team"
  | "offer-waiting"
  | "declined"
  | "released"
  | "conflict-of-interest"
  | "clearance-missing"
  | "required-need"
  | "availability"
  | "projects-maximum"
  | "ceiling";

/** A gate that somebody does not pass, and why, in a sentence. */
export interface Gate {
  readonly code: GateCode;
  readonly sentence: string;
}

/** Gates that no reason opens: there is nobody to ask, or they have been asked. */
export const closedGates: readonly GateCode[] = ["not-active", "on-the-team", "offer-waiting"];

/** A person without what they have not agreed may be used for matching: nothing after this can be swayed by it (promise 8). */
export const consented = (person: MatchPerson): MatchPerson =>
  person.mayUseExperience ? person : { ...person, experience: [] };

/**
 * Whether somebody brings what a need asks for. Somebody who is service user and carer is both. A skill without a level
 * asked is met from "some" on, and by those who never said a level; with a level asked, it has to be on record.
 */
export function meets(person: MatchPerson, need: Need): boolean {
  switch (need.category) {
    case "experience":
      return person.mayUseExperience && person.experience.includes(need.value);
    case "interest":
      return person.interests.includes(need.value);
    case "availability":
      return person.availability.includes(need.value);
    case "region":
      return person.region === need.value;
    case "perspective":
      return person.perspective === need.value || (person.perspective === "both" && need.value !== "both");
    case "clearance":
      return person.lacks[need.value]?.length === 0;
    case "skill": {
      const level = person.skills[need.value];
      if (level === undefined) return false;
      return need.level === null ? level === null || level >= 2 : level !== null && level >= need.level;
    }
  }
}

/** The required needs that every member has to meet. */
export const requiredOfEvery = (needs: readonly Need[]): Need[] =>
  needs.filter((n) => n.kind === "required" && n.scope === "every");

function needGates(person: MatchPerson, facts: GateFacts): Gate[] {
  const required = requiredOfEvery(facts.needs);
  const unmet = required.filter((n) => !meets(person, n));
  const lacking = unmet.filter((n) => n.category === "clearance");
  const others = unmet.filter((n) => n.category !== "clearance");
  return [
    ...lacking.map((n): Gate => {
      const missing = person.lacks[n.value] ?? [];
      return {
        code: "clearance-missing",
        sentence: `is not cleared for ${n.value}; still to do in ${missingInWords(missing)}`,
      };
    }),
    ...(others.length > 0
      ? [{ code: "required-need" as const, sentence: unmetInWords(others, required, facts.project) }]
      : []),
  ];
}

/**
 * Every gate somebody does not pass, each with a stable code and a sentence that never tells which lived experience they
 * have or lack; empty = they may be asked. Source: the selection process that LEWG members co-designed.
 */
export function gatesOf(person: MatchPerson, facts: GateFacts): Gate[] {
  const gates: Gate[] = [];
  const add = (code: GateCode, sentence: string): void => void gates.push({ code, sentence });
  if (person.standing === "paused") add("paused", "is paused");
  else if (person.standing !== "active") add("not-active", standings[person.standing]);
  if (!facts.asked.includes(person.group) && !person.held)
    add("group-not-asked", `is in ${person.group}, which is not asked yet`);
  const works = facts.startsOn !== null && facts.startsOn > facts.day ? facts.startsOn : facts.day;
  if (person.standing === "active" && person.termEndsOn !== null && person.termEndsOn < works)
    add("term-ends", termInWords(person.termEndsOn, facts));
  if (person.onTeam) add("on-the-team", "is on the team");
  else if (person.offer === "waiting") add("offer-waiting", "has been offered a place and not replied yet");
  else if (person.offer === "declined") add("declined", "was offered a place and declined");
  else if (person.offer === "accepted" && !person.held) add("released", "was released from the team");
  if (person.conflict) add("conflict-of-interest", "has a conflict of interest on record");
  gates.push(...needGates(person, facts));
  const [taken, waiting] = [person.hoursTaken ?? 0, person.offersWaiting ?? 0];
  if (
    facts.hoursPerMonth !== null &&
    person.hoursPerMonth !== null &&
    person.hoursPerMonth - taken < facts.hoursPerMonth
  )
    add(
      "availability",
      `can give ${count(person.hoursPerMonth, "hour")} a month${taken > 0 ? `, of which ${taken} go to other projects they are on or were offered` : ""}, and ${facts.project} asks for ${facts.hoursPerMonth}`,
    );
  if (person.projectsMax !== null && person.activeProjects + waiting >= person.projectsMax)
    add(
      "projects-maximum",
      `is on ${count(person.activeProjects, "project")}${waiting > 0 ? `, with ${waiting} more offered,` : ""} and wants no more than ${person.projectsMax} at a time`,
    );
  if (person.ceiling === "over")
    add("ceiling", `would with ${facts.project} go over a ceiling they asked us to watch`);
  return gates;
}
