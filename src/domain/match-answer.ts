import { type MatchAnswer, type MatchFacts, placesLeft, type Ranked, standsWith } from "./match.ts";
import type { Posed } from "./match-problem.ts";

/** Those who may be asked in their order: the first group first where the project asks it first, then by points, then by lot. */
function inRank(facts: MatchFacts, stands: readonly Ranked[], lots: Posed["lots"]): Ranked[] {
  const block = (group: string): number => (facts.inOrder ? facts.asked.indexOf(group) : 0);
  return stands
    .filter((s) => s.gates.length === 0)
    .sort(
      (a, b) =>
        block(a.group) - block(b.group) ||
        b.points - a.points ||
        lots(facts.project, b.id) - lots(facts.project, a.id) ||
        a.id - b.id,
    );
}

/** By project, the people placed there, by id. */
function placedIn(posed: Posed, chosen: readonly number[]): number[][] {
  const teams = posed.problem.projects.map((): number[] => []);
  for (const pair of chosen) {
    const { person, project } = posed.problem.pairs[pair] ?? {};
    const id = person === undefined ? undefined : posed.ids[person];
    if (id !== undefined) teams[project ?? 0]?.push(id);
  }
  return teams;
}

/**
 * The answer for each project from the pairs that were chosen. Ranks are by the points of a first place; whoever is proposed
 * for several pays more rotation for each, so that the points of all who are proposed add up to what was made as great as can be.
 * `byLot` are those of the chosen pairs that another lot might give to others.
 */
export function answersOf(
  facts: readonly MatchFacts[],
  posed: Posed,
  chosen: readonly number[],
  byLot: readonly number[] = [],
): MatchAnswer[] {
  const [teams, drawn] = [placedIn(posed, chosen), placedIn(posed, byLot)];
  return facts.map((f, project) => {
    const team = teams[project] ?? [];
    const earlier = teams.slice(0, project).flat();
    const left = placesLeft(f);
    const stands = posed.stands[project] ?? [];
    const open = inRank(f, stands, posed.lots).map((ranked, i): Ranked => {
      const proposed = team.includes(ranked.id);
      const before = proposed ? earlier.filter((id) => id === ranked.id).length : 0;
      const person = f.people.find((p) => p.id === ranked.id);
      const own = before > 0 && person ? standsWith(person, f, before) : ranked;
      const lot = drawn[project]?.includes(ranked.id) ?? false;
      return { ...own, rank: i + 1, proposed, forTheTeam: proposed && i >= left, byLot: lot };
    });
    const proposed = open.filter((p) => p.proposed);
    return {
      people: [...open, ...stands.filter((s) => s.gates.length > 0)],
      placesLeft: left,
      proposed: proposed.map((p) => p.id),
      objective: proposed.reduce((sum, p) => sum + p.points, 0),
    };
  });
}
