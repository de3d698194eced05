import type { Pool } from "../domain/pool.ts";
import type { Answer } from "../domain/proposal.ts";
import { type AimBound, type Relaxation, withSteps } from "../domain/relaxation.ts";
import type { Method } from "../domain/selection.ts";
import { conflict, type Recruits, recruits, relaxations } from "./conflict.ts";
import type { Engine } from "./engine.ts";
import { answerFor } from "./proposal.ts";
import { selectGroup } from "./selection.ts";

/** Why no group is allowed, and the ways out: the cheapest and two others, each with the greatest total there is then. */
interface Impossibility {
  /** Aims that clash, none of which can be spared. */
  readonly clash: readonly AimBound[];
  /** Who could be found to make a group possible as the aims are. */
  readonly recruits: readonly Recruits[];
  readonly ways: readonly { readonly relaxation: Relaxation; readonly total: number }[];
}

/** A proposal, or why there can be none. */
export type Considered =
  | { readonly answer: Answer; readonly impossible: null }
  | { readonly answer: null; readonly impossible: Impossibility };

/** Which aims clash in a pool without an allowed group, and what could be relaxed. */
function impossibility(engine: Engine, pool: Pool): Impossibility {
  const clash = conflict(engine, pool);
  return {
    clash,
    recruits: recruits(engine, pool, clash),
    ways: relaxations(engine, pool, 3).map((relaxation) => ({
      relaxation,
      total: selectGroup(engine, withSteps(pool, relaxation.steps))?.worth.total ?? 0,
    })),
  };
}

/** Who is proposed from a pool with its lots drawn; where no group is allowed, why not and what could be done. */
export function consider(
  engine: Engine,
  { pool, draw }: { readonly pool: Pool; readonly draw: number },
  ask: { readonly method: Method; readonly reserves: number },
): Considered {
  const answer = answerFor(engine, pool, { ...ask, draw });
  return answer ? { answer, impossible: null } : { answer, impossible: impossibility(engine, pool) };
}
