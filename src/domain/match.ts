import { stillThere } from "./asked.ts";
import type { Day } from "./day.ts";
import { closedGates, consented, type Gate, gatesOf, type MatchPerson, meets } from "./gate.ts";
import type { Need, NeedCategory } from "./need.ts";
import { type MatchPolicy, type PartScore, partsOf, totalOf } from "./score.ts";
import type { TeamCover } from "./team-problem.ts";

/** Somebody who may be proposed although a gate is shut, and why. */
export interface Included {
  readonly id: number;
  readonly because: string;
}

/** Everything an answer for one project rests on: the same facts always give the same answer. */
export interface MatchFacts {
  readonly projectId: number;
  readonly project: string;
  readonly day: Day;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly places: number;
  readonly hoursPerMonth: number | null;
  readonly needs: readonly Need[];
  readonly people: readonly MatchPerson[];
  readonly policy: MatchPolicy;
  /** The groups that are asked, first to last. */
  readonly asked: readonly string[];
  /** Whether the first group goes before the others. */
  readonly inOrder: boolean;
  /** The most of these projects that anybody is proposed for; null = as many as they want. */
  readonly atMost: number | null;
  /** Whom a reason opens the gates for that a reason can open. */
  readonly included: readonly Included[];
}

/** Where one person stands with a project: ranked with points part by part, or with every gate they do not pass. */
export interface Ranked {
  readonly id: number;
  readonly group: string;
  /** From 1; null for somebody who does not pass every gate. */
  readonly rank: number | null;
  readonly proposed: boolean;
  /** Proposed ahead of somebody ranked higher, because of what teams as a whole need or what other projects need. */
  readonly forTheTeam: boolean;
  /** Proposed where teams with somebody else there would be just as good, so that a lot decided. */
  readonly byLot: boolean;
  /** How many places in projects before this one they are proposed for; rotation makes the next one dearer. */
  readonly before: number;
  readonly points: number;
  readonly parts: readonly PartScore[];
  /** What keeps them from being proposed. */
  readonly gates: readonly Gate[];
  /** What would, were there not a reason to consider them all the same. */
  readonly setAside: readonly Gate[];
  readonly because: string | null;
  /** The project asks for lived experience and this person's may not be used for matching. */
  readonly experienceNotUsed: boolean;
}

/** The answer for one project: everybody considered, and the team proposed for the places that are left. */
export interface MatchAnswer {
  /** Those who may be asked by rank, then the others by ref. */
  readonly people: readonly Ranked[];
  readonly placesLeft: number;
  readonly proposed: readonly number[];
  /** Points of those proposed together. */
  readonly objective: number;
}

/** How one person stands with one project of a run. */
export interface Standing {
  readonly facts: MatchFacts;
  readonly answer: MatchAnswer;
  readonly person: Ranked;
  /** Not proposed where a team with them would be just as good, so that a lot decided. */
  readonly lostByLot?: boolean;
}

const inOrder = (words: readonly string[]): string[] => [...words].sort((a, b) => (a < b ? -1 : 1));

/** A person with nothing but what the project's needs ask about, in one order: the rest can sway nothing, and is not kept. */
function asFarAsAsked(person: MatchPerson, needs: readonly Need[]): MatchPerson {
  const asked = (category: NeedCategory): Set<string> =>
    new Set(needs.filter((n) => n.category === category).map((n) => n.value));
  const among = (words: readonly string[], category: NeedCategory): string[] =>
    inOrder(words.filter((w) => asked(category).has(w)));
  return {
    ...person,
    perspective: asked("perspective").size > 0 ? person.perspective : null,
    region: asked("region").size > 0 ? person.region : null,
    skills: Object.fromEntries(Object.entries(person.skills).filter(([key]) => asked("skill").has(key))),
    interests: among(person.interests, "interest"),
    availability: among(person.availability, "availability"),
    experience: among(person.experience, "experience"),
  };
}

/**
 * The facts as they may be used, in one order whatever order they came in: those in the groups asked and those who hold or
 * await a place, without experience that may not be used and without what no need asks about. Everything after this sees
 * only these.
 */
export function prepared(facts: MatchFacts): MatchFacts {
  const text = (n: Need): string => `${n.category} ${n.value} ${n.scope}`;
  const byReason = new Set(facts.included.map((i) => i.id));
  const considered = (p: MatchPerson): boolean =>
    (facts.asked.includes(p.group) && stillThere(p)) || holds(p) || p.held || byReason.has(p.id);
  return {
    ...facts,
    needs: [...facts.needs].sort((a, b) => (text(a) < text(b) ? -1 : 1)),
    people: facts.people
      .filter(considered)
      .map(consented)
      .map((p) => asFarAsAsked(p, facts.needs))
      .sort((a, b) => a.id - b.id),
    included: [...facts.included].sort((a, b) => a.id - b.id),
  };
}

/** The needs of the team as counts, with those who hold or await a place counted in. */
export const coversOf = (facts: MatchFacts): { readonly need: Need; readonly cover: TeamCover }[] =>
  facts.needs
    .filter((n) => n.scope === "team")
    .map((need) => ({
      need,
      cover: {
        required: need.kind === "required",
        weight: need.weight,
        already: facts.people.filter((p) => holds(p) && meets(p, need)).length,
        atLeast: need.atLeast ?? 0,
        atMost: need.atMost ?? Infinity,
      },
    }));

/** Whether somebody takes up a place: on the team, or asked and not replied yet. */
export const holds = (person: MatchPerson): boolean => person.onTeam || person.offer === "waiting";

/** The places of a project that nobody holds and nobody has been asked for. */
export const placesLeft = (facts: MatchFacts): number =>
  Math.max(0, facts.places - facts.people.filter(holds).length);

/** How one person stands with a project, apart from rank and proposal. */
export function standsWith(person: MatchPerson, facts: MatchFacts, before = 0): Ranked {
  const usable = consented(person);
  const parts = partsOf(usable, facts.needs, facts.policy, before);
  const gates = gatesOf(usable, facts);
  const because = facts.included.find((i) => i.id === person.id)?.because ?? null;
  const opened = (g: Gate): boolean => because !== null && !closedGates.includes(g.code);
  return {
    id: person.id,
    group: person.group,
    rank: null,
    proposed: false,
    forTheTeam: false,
    byLot: false,
    before,
    points: totalOf(parts),
    parts,
    gates: gates.filter((g) => !opened(g)),
    setAside: gates.filter(opened),
    because,
    experienceNotUsed: !person.mayUseExperience && facts.needs.some((n) => n.category === "experience"),
  };
}
