import type { TeamProblem, TeamsWorth } from "../domain/team-problem.ts";
import { type ProofLimits, type ProvedLevel, proofFaults } from "./teams-proof.ts";

/** What is claimed of teams: what they are worth, and that nothing is worth more. */
export interface TeamsClaim {
  readonly worth: TeamsWorth;
  readonly proof: readonly ProvedLevel[];
}

/** What was decided beforehand and has to hold. */
interface Limits extends ProofLimits {
  readonly broken?: readonly (readonly number[])[];
}

/** Which rules teams break: pairs that are not in the problem, too many places, too many people, what was fixed or barred. */
function rulesBroken(problem: TeamProblem, chosen: readonly number[], limits: Limits): string[] {
  const faults: string[] = [];
  const taken = new Set(chosen);
  if (taken.size !== chosen.length) faults.push("a pair is chosen twice");
  for (const [k, i] of chosen.entries()) {
    if (!Number.isInteger(i) || !(i in problem.pairs)) faults.push(`there is no pair ${i}`);
    if (k > 0 && i < (chosen[k - 1] ?? 0)) faults.push("the pairs are not in order");
  }
  const perPerson = new Map<number, number>();
  const perProject = new Map<number, number>();
  for (const i of taken) {
    const pair = problem.pairs[i];
    if (!pair) continue;
    perPerson.set(pair.person, 1 + (perPerson.get(pair.person) ?? 0));
    perProject.set(pair.project, 1 + (perProject.get(pair.project) ?? 0));
  }
  for (const [person, n] of perPerson) {
    const known = problem.people[person];
    if (!known || n > known.most) faults.push(`${known?.code} has ${n} places, at most ${known?.most}`);
  }
  for (const [project, n] of perProject) {
    const known = problem.projects[project];
    if (!known || n > known.places) faults.push(`${known?.code} has ${n} people for ${known?.places} places`);
  }
  for (const i of limits.fixed ?? []) if (!taken.has(i)) faults.push(`pair ${i} was to be chosen`);
  for (const i of limits.barred ?? []) if (taken.has(i)) faults.push(`pair ${i} was not to be chosen`);
  for (const set of limits.broken ?? [])
    if (set.every((i) => taken.has(i))) faults.push("teams that were ruled out are there again");
  return faults;
}

/** What teams are worth, added up once more, pair by pair. */
function addedUp(problem: TeamProblem, chosen: readonly number[]): TeamsWorth {
  const worth = { requiredUnmet: 0, unfilled: 0, beyond: 0, desiredUnmet: 0, net: 0, changes: 0, lot: 0 };
  const loads = problem.people.map((p) => p.load);
  const bring = new Map<string, number>();
  const teams = new Map<number, number>();
  for (const i of new Set(chosen)) {
    const pair = problem.pairs[i];
    if (!pair) continue;
    const load = loads[pair.person] ?? 0;
    loads[pair.person] = load + 1;
    worth.net += pair.points - problem.rotation * (load + load + 1);
    worth.lot += pair.lot;
    if (pair.beyond) worth.beyond += 1;
    if (pair.held) worth.changes -= 1;
    teams.set(pair.project, 1 + (teams.get(pair.project) ?? 0));
    for (const c of pair.brings)
      bring.set(`${pair.project} ${c}`, 1 + (bring.get(`${pair.project} ${c}`) ?? 0));
  }
  for (const pair of problem.pairs) if (pair.held) worth.changes += 1;
  for (const [p, project] of problem.projects.entries()) {
    worth.unfilled += project.places - (teams.get(p) ?? 0);
    for (const [c, need] of project.covers.entries()) {
      const there = need.already + (bring.get(`${p} ${c}`) ?? 0);
      let off = 0;
      if (there < need.atLeast) off += need.atLeast - there;
      if (there > need.atMost) off += there - need.atMost;
      if (need.required) worth.requiredUnmet += off;
      else worth.desiredUnmet += need.weight * off;
    }
  }
  return worth;
}

/** What the teams come to in a level of the proof, from what they are worth and where they differ from before. */
function comesTo(
  problem: TeamProblem,
  chosen: readonly number[],
  own: TeamsWorth,
  near: readonly number[] = [],
): (level: ProvedLevel) => number {
  const same = chosen.filter((i) => near.includes(i)).length;
  const figures = {
    required: 0 - own.requiredUnmet,
    filled: problem.projects.reduce((n, p) => n + p.places, 0) - own.unfilled,
    beyond: 0 - own.beyond,
    desired: 0 - own.desiredUnmet,
    net: own.net,
    held: problem.pairs.filter((p) => p.held).length - own.changes,
    near: same - (chosen.length - same),
    lot: own.lot,
  };
  return ({ weights }) => weights.reduce((sum, [goal, weight]) => sum + weight * figures[goal], 0);
}

/**
 * Everything that is wrong with teams and what is claimed of them; nothing where it holds. It shares no code with the search: it
 * tests every rule again, adds up what the teams are worth in whole numbers, and goes through the proof that none are worth more.
 */
export function checkTeams(
  problem: TeamProblem,
  chosen: readonly number[],
  { worth, proof }: TeamsClaim,
  limits: Limits = {},
): string[] {
  const faults = rulesBroken(problem, chosen, limits);
  const own = addedUp(problem, chosen);
  for (const goal of [
    "requiredUnmet",
    "unfilled",
    "beyond",
    "desiredUnmet",
    "net",
    "changes",
    "lot",
  ] as const) {
    if (!Number.isSafeInteger(own[goal])) faults.push(`${goal} is not a whole number`);
    if (own[goal] !== worth[goal]) faults.push(`${goal} is ${own[goal]}, not ${worth[goal]}`);
  }
  return [...faults, ...proofFaults(problem, comesTo(problem, chosen, own, limits.near), proof, limits)];
}
