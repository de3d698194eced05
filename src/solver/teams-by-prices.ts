import type { TeamProblem } from "../domain/team-problem.ts";
import type { Engine } from "./engine.ts";
import { TeamSearch } from "./team-search.ts";
import { type Step, solveAlone, solveLevel } from "./teams-level.ts";
import type { TeamLevel } from "./teams-levels.ts";
import type { TeamLimits } from "./teams-model.ts";
import type { PlainTeams } from "./teams-plain.ts";
import type { ProvedLevel } from "./teams-proof.ts";
import { after, type Standing, standing } from "./teams-standing.ts";
import { teamsNear, wholeMixture, wholeTeams } from "./teams-whole.ts";

/** What came of going through the levels: all of them solved, or where it stopped; null where nothing came of it. */
type Through = { readonly steps: readonly Step[]; readonly even: boolean };

/** Solves level after level, the first so many as if nobody were wanted twice, until one does not come out whole. */
function throughLevels(
  engine: Engine,
  problem: TeamProblem,
  searches: readonly TeamSearch[],
  levels: readonly TeamLevel[],
  alone: number,
): Through | null {
  const steps = solveAlone(problem, standing(problem, searches), levels.slice(0, alone));
  if (!steps) return null;
  for (const level of levels.slice(alone)) {
    const last = steps.at(-1);
    if (last && !Number.isInteger(last.solved.bound)) return { steps, even: false };
    const at = last ? after(problem, last.at, last.level, last.solved) : standing(problem, searches);
    const solved = at && solveLevel(engine, problem, at, level);
    if (!solved) return null;
    steps.push({ at, level, solved });
  }
  return { steps, even: true };
}

/** How many times teams are looked for that share few pairs with those chosen, before it is left to the solver. */
const tries = 4;

/** A level in which every pair of a set weighs against it, and the others are told apart by small numbers, others at each try. */
function awayFrom(
  { pairs, projects }: TeamProblem,
  set: ReadonlySet<number>,
  at: number,
): [TeamLevel, number] {
  const apart = at === 0 ? 1 : 997;
  const heavy = apart * (1 + projects.reduce((n, p) => n + p.places, 0));
  const small = (i: number): number => (apart === 1 ? 0 : ((i + 1) * (7919 + 104_729 * at)) % apart);
  const worth = new Float64Array(pairs.length);
  for (let i = 0; i < worth.length; i++) worth[i] = small(i) - (set.has(i) ? heavy : 0);
  return [{ weights: [], pairs: worth, required: 0, desired: 0, rotation: 0 }, heavy];
}

/**
 * Those of the chosen pairs that are in all teams as good but for the lot; null where prices cannot tell. Teams are looked for that
 * share as few of them as can be; where a mixture of parts comes out, it is tried again with pairs told apart, and then the solver
 * puts whole ones together of the teams that were looked at.
 */
function certainByPrices(
  engine: Engine,
  problem: TeamProblem,
  at: Standing,
  chosen: readonly number[],
): Set<number> | null {
  let certain = new Set(chosen);
  let from = at;
  for (let n = 0; n < tries; n++) {
    const [level, heavy] = awayFrom(problem, certain, n);
    const solved = solveLevel(engine, problem, from, level);
    if (!solved) return null;
    from = {
      ...at,
      known: at.known.map((_, p) => solved.teams.filter((t) => t.project === p).map((t) => t.pairs)),
    };
    if (solved.bound < -heavy * (certain.size - 1) - 1e-6) return certain;
    // The solver is asked last: it takes longer than the prices do.
    const others =
      wholeMixture(solved) ??
      (n < tries - 1 ? null : wholeTeams(engine, problem, solved.teams, [level], at.spans, true)?.chosen);
    const still = others && new Set([...certain].filter((i) => others.includes(i)));
    if (!still || still.size === certain.size) continue;
    certain = still;
    n = -1;
  }
  return null;
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Somebody could take a place of the same project in more than one way: that would not be told from two people. Pairs are in order. */
const anyTwice = ({ pairs }: TeamProblem): boolean =>
  pairs.some((pair, i) => pair.person === pairs[i - 1]?.person && pair.project === pairs[i - 1]?.project);

/** What was proved of a level by its prices. */
const byPrices = ({ level, solved: { bound, prices } }: Step): ProvedLevel => ({
  weights: level.weights,
  bound,
  prices: { parts: prices.parts, people: prices.prices },
});

/** The teams where every level came out whole; null where one did not, or what a lot decided cannot be told by prices. */
function evenTeams(
  engine: Engine,
  problem: TeamProblem,
  { steps, even }: Through,
  lotsUntold: boolean,
): PlainTeams | null {
  const last = steps.at(-1);
  const chosen = even && last ? wholeMixture(last.solved) : null;
  const always =
    chosen && last && (lotsUntold ? new Set(chosen) : certainByPrices(engine, problem, last.at, chosen));
  if (!chosen || !always) return null;
  return { chosen, byLot: chosen.filter((i) => !always.has(i)), proof: steps.map(byPrices) };
}

/**
 * The teams where a level did not come out whole: every team that can be part of something as good is listed, and the solver
 * puts the best together. Null where there are too many.
 */
function listedTeams(
  engine: Engine,
  problem: TeamProblem,
  { steps, even }: Through,
  levels: readonly TeamLevel[],
  lotsUntold: boolean,
): PlainTeams | null {
  const solved = (from: number, short: number): PlainTeams | null => {
    const step = steps[from];
    const teams = step && teamsNear(problem, step, short);
    const found = teams && wholeTeams(engine, problem, teams, levels.slice(from), step.at.spans, lotsUntold);
    if (!found || (found.reached[0] ?? 0) < step.solved.bound - short) return null;
    const proof = [
      ...steps.slice(0, from).map(byPrices),
      ...levels.slice(from).map(({ weights }, l) => ({ weights, bound: found.bounds[l] ?? 0, prices: null })),
    ];
    return { chosen: found.chosen, byLot: found.chosen.filter((i) => !found.always.has(i)), proof };
  };
  const last = steps.length - 1;
  const whole = even ? solved(last, Infinity) : null;
  if (whole) return whole;
  // The bound of some level is out of reach: what can be put together of the teams that were looked at says how far.
  for (let l = even ? last - 1 : last; l >= 0; l--) {
    const step = steps[l];
    if (!step?.solved.parts) break;
    const put = wholeTeams(engine, problem, step.solved.teams, [step.level], step.at.spans, true);
    if (put) return solved(l, step.solved.bound - (put.reached[0] ?? 0));
  }
  return null;
}

/**
 * The best teams by every level in order, found by prices: each project looks for the team that is worth most at what people's
 * time costs, and the prices rise where two want the same person, until all can have what they want. Where that does not come
 * out even, the solver puts together the teams that the prices leave a chance. Null where prices do not help.
 */
export function searchByPrices(
  engine: Engine,
  problem: TeamProblem,
  limits: TeamLimits,
  levels: readonly TeamLevel[],
): PlainTeams | null {
  if ((limits.broken ?? []).length > 0 || anyTwice(problem)) return null;
  const searches = TeamSearch.ofAll(problem, new Set(limits.fixed), new Set(limits.barred));
  if (!searches) return null;
  const net = levels.findIndex((level) => level.weights.some(([goal]) => goal === "net"));
  const enough = sum(problem.people.map((p) => p.most)) >= sum(problem.projects.map((p) => p.places));
  const through =
    (enough ? throughLevels(engine, problem, searches, levels, net) : null) ??
    (net > 0 || !enough ? throughLevels(engine, problem, searches, levels, 0) : null);
  if (!through) return null;
  const { lotsUntold = false } = limits;
  return (
    evenTeams(engine, problem, through, lotsUntold) ??
    listedTeams(engine, problem, through, levels, lotsUntold)
  );
}
