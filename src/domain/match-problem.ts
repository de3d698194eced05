import { type MatchPerson, meets } from "./gate.ts";
import { grouped } from "./grouped.ts";
import { coversOf, type MatchFacts, placesLeft, type Ranked, standsWith } from "./match.ts";
import { ref } from "./ref.ts";
import { loadOf, type PartScore } from "./score.ts";
import type { TeamCandidate, TeamPair, TeamProblem } from "./team-problem.ts";

/** The lot of a person for a project: a draw fixed before anybody can know what it gives. */
export type Lots = (project: string, person: number) => number;

/** Who might be placed where, and how everybody stands with each project. */
export interface Posed {
  readonly problem: TeamProblem;
  /** The ids of `problem.people`, in its order. */
  readonly ids: readonly number[];
  /** By project as in the facts; everybody considered, in order of their refs. */
  readonly stands: readonly (readonly Ranked[])[];
  readonly lots: Lots;
}

/** Points without what rotation costs: that rests on how many places somebody gets. */
const withoutRotation = (parts: readonly PartScore[]): number =>
  parts.reduce((sum, p) => sum + (p.part === "rotation" ? 0 : p.points), 0);

/** Somebody who may be placed in a project. */
interface Open {
  readonly project: number;
  readonly person: MatchPerson;
  readonly stands: Ranked;
}

/**
 * How many of their open places fit into the hours they can give beside what they do already, counted with the longest first so that any of them do. Whoever
 * never said, and whoever is considered for a reason in spite of their hours, is not held to any.
 */
function fitting(facts: readonly MatchFacts[], open: readonly Open[]): number {
  const spare = open.some((o) => o.stands.setAside.some((g) => g.code === "availability"));
  const able = open.flatMap(({ person: p }) =>
    p.hoursPerMonth === null ? [] : [p.hoursPerMonth - (p.hoursTaken ?? 0)],
  );
  if (spare || able.length === 0) return open.length;
  const asked = open.map((o) => facts[o.project]?.hoursPerMonth ?? 0).sort((a, b) => b - a);
  let [left, fit] = [Math.min(...able), 0];
  for (const hours of asked) {
    left -= hours;
    if (left < 0) break;
    fit += 1;
  }
  return Math.max(1, fit);
}

/**
 * How many more places somebody can take: no more than they want or than is asked for, no more hours than they can give, and one
 * at a time where they asked us to watch a ceiling, since the next is held against it with the first counted in.
 */
function candidate(
  facts: readonly MatchFacts[],
  open: readonly Open[],
  everywhere: readonly MatchPerson[],
  id: number,
): TeamCandidate {
  const [first] = open;
  if (!first) throw new Error(`${ref("member", id)} is not among the facts`);
  const { person } = first;
  const has = person.activeProjects + (person.offersWaiting ?? 0);
  const wanted = person.projectsMax === null ? open.length : person.projectsMax - has;
  const watched = everywhere.some((p) => p.ceiling !== "none") ? 1 : open.length;
  return {
    code: ref("member", id),
    most: Math.min(Math.max(1, wanted), fitting(facts, open), watched, facts[0]?.atMost ?? open.length),
    load: loadOf(person),
  };
}

function pairsOf(
  facts: readonly MatchFacts[],
  open: readonly Open[],
  ids: readonly number[],
  lots: Lots,
): TeamPair[] {
  const covers = facts.map(coversOf);
  const at = new Map(ids.map((id, i) => [id, i]));
  return open.flatMap(({ person, project, stands }): TeamPair[] => {
    const of = facts[project];
    if (!of) return [];
    return [
      {
        person: at.get(person.id) ?? 0,
        project,
        points: withoutRotation(stands.parts),
        lot: lots(of.project, person.id),
        beyond: of.inOrder && person.group !== of.asked[0] && !person.held,
        held: person.held,
        brings: (covers[project] ?? []).flatMap(({ need }, i) => (meets(person, need) ? [i] : [])),
      },
    ];
  });
}

/**
 * Poses the question of teams for one or several projects at once, from facts that have been `prepared` and are in order of
 * their refs: only people who pass every gate of a project, or are included for a reason, are a pair with it.
 */
export function pose(facts: readonly MatchFacts[], lots: Lots): Posed {
  const stands = facts.map((f) => f.people.map((p) => standsWith(p, f)));
  const open = facts
    .flatMap((f, project) =>
      f.people.flatMap((person, i): Open[] => {
        const own = stands[project]?.[i];
        return own?.gates.length === 0 ? [{ project, person, stands: own }] : [];
      }),
    )
    .sort((a, b) => a.person.id - b.person.id || a.project - b.project);
  const byPerson = grouped(open, (o) => o.person.id);
  const everywhere = grouped(
    facts.flatMap((f) => f.people),
    (p) => p.id,
  );
  const ids = [...byPerson.keys()];
  return {
    problem: {
      people: ids.map((id) => candidate(facts, byPerson.get(id) ?? [], everywhere.get(id) ?? [], id)),
      projects: facts.map((f) => ({
        code: f.project,
        places: placesLeft(f),
        covers: coversOf(f).map((c) => c.cover),
      })),
      pairs: pairsOf(facts, open, ids, lots),
      rotation: facts[0]?.policy.points["rotation"] ?? 0,
    },
    ids,
    stands,
    lots,
  };
}

/** The pair of somebody and a project by its place in the problem; undefined where they cannot be placed there. */
export function pairAt({ problem, ids }: Posed, project: number, id: number): number | undefined {
  const at = problem.pairs.findIndex((p) => p.project === project && ids[p.person] === id);
  return at < 0 ? undefined : at;
}

/** Whose pair it is, and the project's place. */
export function placeOf(
  { problem, ids }: Posed,
  pair: number,
): { readonly id: number; readonly project: number } {
  const found = problem.pairs[pair];
  const id = found && ids[found.person];
  if (!found || id === undefined) throw new Error(`no pair ${pair}`);
  return { id, project: found.project };
}
