import type { MatchFacts } from "./match.ts";
import { answersOf } from "./match-answer.ts";
import { pose } from "./match-problem.ts";
import type { Run, Solve } from "./match-run.ts";
import { listed } from "./text.ts";
import { type Change, improvements, openings, type Ways } from "./what-changes.ts";

/** What would get somebody proposed, found by solving again. */
export interface WhatIf {
  readonly project: string;
  readonly codes: readonly string[];
  readonly sentence: string;
}

/** The facts after some changes to one person, in every project, and with so many more places in one project. */
const changed = (
  facts: readonly MatchFacts[],
  id: number,
  changes: readonly Change[],
  at: number,
  places: number,
): MatchFacts[] =>
  facts.map((f, i) => ({
    ...f,
    places: f.places + (i === at ? places : 0),
    people: f.people.map((p) => (p.id === id ? changes.reduce((q, c) => c.apply(q), p) : p)),
  }));

/** Whether somebody is proposed for as many places as they can take. */
const isFull = ({ answers, posed }: Run, id: number): boolean =>
  answers.filter((a) => a.proposed.includes(id)).length >=
  (posed.problem.people[posed.ids.indexOf(id)]?.most ?? 1);

/** The most more places that are tried: whoever is not proposed with so many is told nothing of places. */
const morePlaces = 3;

/**
 * What would get somebody proposed for a project, as far as somebody can change it: training, days, hours, how many projects, and
 * the places of the team. Each is found by solving again with the same lots, never guessed. The fewest changes are tried first.
 */
export function whatIfs(run: Run, at: number, id: number, ways: Ways, solve: Solve): WhatIf[] {
  const facts = run.facts[at];
  const person = facts?.people.find((p) => p.id === id);
  if (!facts || !person || run.answers[at]?.proposed.includes(id)) return [];
  const proposed = (changes: readonly Change[], places: number): boolean => {
    const given = changed(run.facts, id, changes, at, places);
    const posed = pose(given, run.posed.lots);
    return answersOf(given, posed, solve(posed.problem).chosen)[at]?.proposed.includes(id) ?? false;
  };
  const said = (changes: readonly Change[], places: number): WhatIf => {
    const more =
      places === 0 ? [] : [`if the team had ${places === 1 ? "one more place" : `${places} more places`}`];
    return {
      project: facts.project,
      codes: [...changes.map((c) => c.code), ...(places > 0 ? ["places"] : [])],
      sentence: `would be proposed ${listed([...changes.map((c) => c.words), ...more], "and")}`,
    };
  };
  const needed = openings(person, facts, ways);
  if (needed === null) return [];
  const found: WhatIf[] = [];
  if (needed.length > 0 && proposed(needed, 0)) return [said(needed, 0)];
  for (const change of needed.length > 0 ? [] : improvements(person, facts, ways, isFull(run, id)))
    if (proposed([change], 0)) found.push(said([change], 0));
  if (!proposed(needed, morePlaces)) return found;
  const fewer = [1, 2].find((n) => proposed(needed, n));
  return [...found, said(needed, fewer ?? morePlaces)];
}
