import { type Candidate, type Pool, type Worth, worthOf } from "../domain/pool.ts";
import type { Engine } from "./engine.ts";
import { type Goal, type GroupModel, groupModel, type Wanted } from "./group.ts";
import { withRow, worthOf as withWorth } from "./model.ts";
import { narrow } from "./narrow.ts";
import { solveInOrder } from "./ordered.ts";

/** A group, what it is worth, and what was proved about it. */
export interface Selection {
  /** By code. */
  readonly chosen: readonly Candidate[];
  readonly worth: Worth;
  /** No allowed group is worth more, goal by goal, as the solver proved it. */
  readonly bounds: Worth;
  /** What the places and each aim that has to be met are worth at the margin: see `narrow`. */
  readonly prices: readonly number[];
  /** Those who can be in a group of the greatest total. */
  readonly kept: readonly Candidate[];
  /** The group as it would be without the aims that only tell equals apart; null where they changed nothing. */
  readonly before: readonly Candidate[] | null;
  /** Chosen people in whose place somebody else could stand in a group just as good, but for the lot. */
  readonly byLot: readonly Candidate[];
}

const goalsInOrder: readonly Goal[] = ["total", "off", "coverage", "lot"];

const chosenOf = (candidates: readonly Candidate[], values: ArrayLike<number>): Candidate[] =>
  candidates.filter((_, j) => (values[j] ?? 0) > 0.5);

/** The best group of these candidates by every goal in order; null where none is allowed. */
function bestGroup(
  engine: Engine,
  pool: Pool,
  among: readonly Candidate[],
  wanted: Wanted,
): { chosen: Candidate[]; bounds: Worth } | null {
  const { model, goals, candidates } = groupModel(pool, among, wanted);
  const used = goalsInOrder.filter((goal) => goals[goal].some((w) => w !== 0));
  const found = solveInOrder(engine, model, used.length > 0 ? used.map((g) => goals[g]) : [goals.total]);
  if (!found) return null;
  const bound = (goal: Goal): number => {
    const at = used.indexOf(goal);
    return at < 0 ? 0 : (found.bounds[at] ?? 0);
  };
  return {
    chosen: chosenOf(candidates, found.values),
    bounds: { total: bound("total"), off: 0 - bound("off"), coverage: bound("coverage"), lot: bound("lot") },
  };
}

/** How many people of each score there are in a group. */
function bandsOf(group: readonly Candidate[]): Map<number, number> {
  const bands = new Map<number, number>();
  for (const { score } of group) bands.set(score, (bands.get(score) ?? 0) + 1);
  return bands;
}

/** The group model with everything but the lot held at what a group reaches. */
function asGoodAs(pool: Pool, among: readonly Candidate[], wanted: Wanted, worth: Worth): GroupModel {
  const group = groupModel(pool, among, wanted);
  let { model } = group;
  const hold = (goal: Goal, least: number): void => {
    model = withRow(model, least, Infinity, new Map(group.goals[goal].entries()));
  };
  hold("total", worth.total);
  if (wanted.ties) hold("off", -worth.off);
  if (wanted.coverage) hold("coverage", worth.coverage);
  return { ...group, model };
}

/** Those chosen who are not in every group that is as good but for the lot. */
function decidedByLot(
  engine: Engine,
  pool: Pool,
  among: readonly Candidate[],
  wanted: Wanted,
  chosen: readonly Candidate[],
): Candidate[] {
  const { model, candidates, goals } = asGoodAs(pool, among, wanted, worthOf(pool, chosen));
  let certain = new Set(chosen);
  for (;;) {
    const worth = goals.total.map((_, j) => {
      const candidate = candidates[j];
      return candidate && certain.has(candidate) ? -1 : 0;
    });
    const found = engine.solve(withWorth(model, worth));
    if (!found) throw new Error("the group that was chosen is not among the groups as good as itself");
    const group = new Set(chosenOf(candidates, found.values));
    const still = new Set([...certain].filter((c) => group.has(c)));
    if (still.size === certain.size) return chosen.filter((c) => !certain.has(c));
    certain = still;
  }
}

/** How many steps going through groups one by one may take before it is left to the solver. */
const patience = 120_000;

/**
 * The group of exactly as many people as there are places that meets every aim that has to be met, with the greatest total;
 * among those the one that covers most of the rarer experience; among those the one with the highest lots. Aims that only
 * tell equals apart come last: they exchange people of equal score and nobody else. The order of the candidates plays no
 * part. Null where no group is allowed.
 */
export function selectGroup(engine: Engine, given: Pool, steps = patience): Selection | null {
  const pool = {
    ...given,
    candidates: [...given.candidates].sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
  const narrowed = narrow(engine, pool, steps);
  if (!narrowed) return null;
  const { total, bound, prices, kept, groups } = narrowed;
  const settled = groups ? amongGroups(pool, groups) : settle(engine, pool, kept);
  if (worthOf(pool, settled.chosen).total !== total)
    throw new Error("the group does not reach the total that was found");
  return {
    ...settled,
    worth: worthOf(pool, settled.chosen),
    bounds: { ...settled.bounds, total: bound },
    prices,
    kept,
  };
}

type Settled = Pick<Selection, "chosen" | "bounds" | "before" | "byLot">;

const tieBreaksMet = (pool: Pool, chosen: readonly Candidate[]): boolean => worthOf(pool, chosen).off === 0;

/** Which of all groups of the greatest total is chosen, by comparing them one by one. */
function amongGroups(pool: Pool, groups: readonly (readonly Candidate[])[]): Settled {
  const weighed = groups.map((group) => ({ group, worth: worthOf(pool, group), bands: bandsText(group) }));
  const best = (among: typeof weighed): (typeof weighed)[number] => {
    const [top] = among.toSorted(
      (a, b) => a.worth.off - b.worth.off || b.worth.coverage - a.worth.coverage || b.worth.lot - a.worth.lot,
    );
    if (!top) throw new Error("there is no group to choose from");
    return top;
  };
  const plain = best(weighed.map((w) => ({ ...w, worth: { ...w.worth, off: 0 } })));
  const met = tieBreaksMet(pool, plain.group);
  const able = weighed.filter((w) => (met ? w.worth.off === 0 : w.bands === plain.bands));
  const chosen = best(able);
  const equals = able.filter(
    ({ worth }) => worth.off === chosen.worth.off && worth.coverage === chosen.worth.coverage,
  );
  return {
    chosen: inCodeOrder(chosen.group),
    bounds: chosen.worth,
    before: chosen.group === plain.group ? null : inCodeOrder(plain.group),
    byLot: inCodeOrder(chosen.group).filter((c) => !equals.every((e) => e.group.includes(c))),
  };
}

const inCodeOrder = (group: readonly Candidate[]): Candidate[] =>
  [...group].sort((a, b) => (a.code < b.code ? -1 : 1));

const bandsText = (group: readonly Candidate[]): string =>
  group
    .map((c) => c.score)
    .sort((a, b) => a - b)
    .join();

/** Which group of those who are kept is chosen, by the solver: goal after goal. */
function settle(engine: Engine, pool: Pool, kept: readonly Candidate[]): Settled {
  const plain: Wanted = { coverage: pool.experiences.length > 0 };
  const first = bestGroup(engine, pool, kept, plain);
  if (!first) throw new Error("those who were kept make no allowed group");
  const ties = pool.aims.some((aim) => aim.basis === "tie-break");
  const met = tieBreaksMet(pool, first.chosen);
  const wanted = { ...plain, ties, ...(met ? {} : { bands: bandsOf(first.chosen) }) };
  const best = met ? first : bestGroup(engine, pool, kept, wanted);
  if (!best) throw new Error("the bands of the best group make no allowed group");
  const same = best.chosen.every((c) => first.chosen.includes(c));
  return {
    chosen: best.chosen,
    bounds: best.bounds,
    before: same ? null : first.chosen,
    byLot: decidedByLot(engine, pool, kept, wanted, best.chosen),
  };
}
