import { chances, drawn, ticketsInAll } from "../domain/draw.ts";
import { forced, type Swap, swap } from "../domain/exchange.ts";
import { type Candidate, type Pool, worthOf } from "../domain/pool.ts";
import type { Answer } from "../domain/proposal.ts";
import { type Change, changeProblems, noSuchGroup } from "../domain/proposing.ts";
import { no, type Result, yes } from "../domain/result.ts";
import type { Method } from "../domain/selection.ts";
import { drawFaults, faultsOf } from "./check.ts";
import type { Engine } from "./engine.ts";
import { fairestLottery } from "./lottery.ts";
import { reserveList } from "./reserves.ts";
import { selectGroup } from "./selection.ts";

/** What is asked for: how to choose, how many reserves, and a number from the seed for the lottery's ticket. */
export interface Asked {
  readonly method: Method;
  readonly reserves: number;
  readonly draw: number;
}

const codes = (candidates: readonly Candidate[]): string[] => candidates.map((c) => c.code);

/** Stops where the checker finds anything wrong with an answer: it must not be shown. */
function accepted(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`the checker rejects the answer: ${faults.join("; ")}`);
}

const reservesOf = (
  engine: Engine,
  pool: Pool,
  chosen: readonly Candidate[],
  n: number,
): Answer["reserves"] =>
  reserveList(engine, pool, chosen, n).map((r) => ({ code: r.candidate.code, standsInFor: r.standsInFor }));

function byScore(engine: Engine, pool: Pool, { reserves }: Asked): Answer | null {
  const found = selectGroup(engine, pool);
  if (!found) return null;
  accepted(faultsOf(pool, found));
  return {
    method: "score",
    chosen: codes(found.chosen),
    reserves: reservesOf(engine, pool, found.chosen, reserves),
    worth: found.worth,
    bounds: found.bounds,
    before: found.before && codes(found.before),
    byLot: codes(found.byLot),
    draw: null,
  };
}

function byLottery(engine: Engine, pool: Pool, { reserves, draw }: Asked): Answer | null {
  const lottery = fairestLottery(engine, pool);
  if (!lottery) return null;
  const ticket = draw % ticketsInAll;
  const chosen = drawn(lottery, ticket);
  accepted(drawFaults(pool, lottery, chances(lottery), chosen));
  return {
    method: "lottery",
    chosen: codes(chosen),
    reserves: reservesOf(engine, pool, chosen, reserves),
    worth: worthOf(pool, chosen),
    bounds: null,
    before: null,
    byLot: codes(chosen),
    draw: { ...lottery, kinds: lottery.kinds.map(codes), chances: chances(lottery), ticket },
  };
}

/** Who is proposed, checked again by code that shares nothing with the search; null where no group is allowed. */
export const answerFor = (engine: Engine, pool: Pool, asked: Asked): Answer | null =>
  asked.method === "lottery" ? byLottery(engine, pool, asked) : byScore(engine, pool, asked);

/**
 * What it would cost to have some people in the group and others not. Where as many come as leave, exactly those are exchanged,
 * whatever aims that breaks; else the rest of the group is chosen anew, as good as can be. Null where no allowed group has them.
 */
function whatIf(engine: Engine, pool: Pool, answer: Answer, { with: coming, without }: Change): Swap | null {
  const chosen = pool.candidates.filter((c) => answer.chosen.includes(c.code));
  if (coming.length === without.length) return swap(pool, chosen, coming, without);
  const rest = forced(pool, coming, without);
  if (rest.places < 0) return null;
  const found = rest.places === 0 ? { chosen: [] } : selectGroup(engine, rest);
  if (!found) return null;
  const group = [...coming, ...codes(found.chosen)];
  return swap(
    pool,
    chosen,
    group.filter((code) => !answer.chosen.includes(code)),
    answer.chosen.filter((code) => !group.includes(code)),
  );
}

/** What a change by hand would cost; null where none is asked about. Refuses a change that makes no sense, or that no group allows. */
export function priceOf(engine: Engine, pool: Pool, answer: Answer, change: Change): Result<Swap | null> {
  if (change.with.length + change.without.length === 0) return yes(null);
  const problems = changeProblems(change, pool, answer);
  if (problems.length > 0) return no(...problems);
  const found = whatIf(engine, pool, answer, change);
  return found ? yes(found) : no(noSuchGroup(change));
}
