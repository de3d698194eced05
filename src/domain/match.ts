import { stillThere } from "./asked.ts";
import type { Day } from "./day.ts";
import { consented, type Gate, gatesOf, type MatchPerson, meets } from "./gate.ts";
import type { Need } from "./need.ts";
import { type MatchPolicy, type PartScore, partsOf, totalOf } from "./score.ts";
import { bestTeam, type Cover } from "./team.ts";

/** Everything an answer rests on: the same facts always give the same answer. */
export interface MatchFacts {
  readonly projectId: number;
  readonly project: string;
  readonly day: Day;
  readonly places: number;
  readonly hoursPerMonth: number | null;
  readonly needs: readonly Need[];
  readonly people: readonly MatchPerson[];
  readonly policy: MatchPolicy;
  /** The groups that are asked, first to last. */
  readonly asked: readonly string[];
  /** Whether the first group goes before the others. */
  readonly inOrder: boolean;
}

/** Where one person stands: ranked with points part by part, or with every gate they do not pass. */
export interface Ranked {
  readonly id: number;
  readonly group: string;
  /** From 1; null for somebody who does not pass every gate. */
  readonly rank: number | null;
  readonly proposed: boolean;
  /** Proposed ahead of somebody ranked higher, because of what the team as a whole needs. */
  readonly forTheTeam: boolean;
  readonly points: number;
  readonly parts: readonly PartScore[];
  readonly gates: readonly Gate[];
  /** The project asks for lived experience and this person's may not be used for matching. */
  readonly experienceNotUsed: boolean;
}

/** The whole answer: everybody considered, and the team proposed for the places that are left. */
export interface MatchAnswer {
  /** Those who may be asked by rank, then the others by ref. */
  readonly people: readonly Ranked[];
  readonly placesLeft: number;
  readonly proposed: readonly number[];
  /** How many places of the proposal a lot decided between equals. */
  readonly byLot: number;
  /** Points of the proposed team together. */
  readonly objective: number;
}

const inOrder = (words: readonly string[]): string[] => [...words].sort((a, b) => (a < b ? -1 : 1));

/**
 * The facts as they may be used, in one order whatever order they came in: those in the groups asked and those who hold or
 * await a place, without experience that may not be used. Everything after this sees only these.
 */
export function prepared(facts: MatchFacts): MatchFacts {
  const text = (n: Need): string => `${n.category} ${n.value} ${n.scope}`;
  return {
    ...facts,
    needs: [...facts.needs].sort((a, b) => (text(a) < text(b) ? -1 : 1)),
    people: facts.people
      .filter((p) => (facts.asked.includes(p.group) && stillThere(p)) || p.onTeam || p.offer === "waiting")
      .map(consented)
      .map((p) => ({
        ...p,
        interests: inOrder(p.interests),
        availability: inOrder(p.availability),
        experience: inOrder(p.experience),
      }))
      .sort((a, b) => a.id - b.id),
  };
}

/** The needs of the team as counts, with those who hold or await a place counted in. */
export const coversOf = (facts: MatchFacts): { readonly need: Need; readonly cover: Cover }[] =>
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

/** How one person stands with a project, apart from rank and proposal. */
export function standsWith(person: MatchPerson, facts: MatchFacts): Ranked {
  const usable = consented(person);
  const parts = partsOf(usable, facts.needs, facts.policy);
  return {
    id: person.id,
    group: person.group,
    rank: null,
    proposed: false,
    forTheTeam: false,
    points: totalOf(parts),
    parts,
    gates: gatesOf(usable, facts),
    experienceNotUsed: !person.mayUseExperience && facts.needs.some((n) => n.category === "experience"),
  };
}

/**
 * Ranks everybody who passes every gate by points, equals by lot, the first group before the others where the project asks
 * it first; and proposes the best team for the places left. Facts have been `prepared`; a lot for each person comes from
 * outside, since it rests on a hash of these facts.
 */
export function match(facts: MatchFacts, lots: ReadonlyMap<number, number>): MatchAnswer {
  const all = facts.people.map((p) => ({ person: p, ...standsWith(p, facts) }));
  const block = (group: string): number => (facts.inOrder ? facts.asked.indexOf(group) : 0);
  const open = all
    .filter((p) => p.gates.length === 0)
    .sort(
      (a, b) =>
        block(a.group) - block(b.group) ||
        b.points - a.points ||
        (lots.get(b.id) ?? 0) - (lots.get(a.id) ?? 0) ||
        a.id - b.id,
    );
  const placesLeft = Math.max(0, facts.places - facts.people.filter(holds).length);
  const covers = coversOf(facts);
  const team = bestTeam(
    open.map((p) => ({
      id: p.id,
      points: p.points,
      lot: lots.get(p.id) ?? 0,
      beyond: facts.inOrder && p.group !== facts.asked[0],
      brings: covers.map(({ need }) => meets(p.person, need)),
    })),
    covers.map((c) => c.cover),
    placesLeft,
  );
  const people = [
    ...open.map(({ person: _person, ...p }, i) => ({
      ...p,
      rank: i + 1,
      proposed: team.ids.includes(p.id),
      forTheTeam: team.ids.includes(p.id) && i >= placesLeft,
    })),
    ...all.filter((p) => p.gates.length > 0).map(({ person: _person, ...p }) => p),
  ];
  return {
    people,
    placesLeft,
    proposed: people.filter((p) => p.proposed).map((p) => p.id),
    byLot: team.byLot,
    objective: people.filter((p) => p.proposed).reduce((sum, p) => sum + p.points, 0),
  };
}
