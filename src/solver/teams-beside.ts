import type { Run, Solved } from "../domain/match-run.ts";
import { no, type Result, yes } from "../domain/result.ts";
import type { Engine } from "./engine.ts";
import { alternatives, changedTeams } from "./teams-change.ts";

/** What is asked about beside a proposal: pairs to have and to leave out, and how many of the next best teams. */
export interface BesideAsk {
  readonly with: readonly number[];
  readonly without: readonly number[];
  readonly alternatives: number | undefined;
}

/** The teams after a change by hand, and the next best ones; null and nothing where they were not asked for. */
export interface Beside {
  readonly changed: Solved | null;
  readonly others: readonly Solved[] | null;
}

/** What a change by hand would give, and the next best teams; refuses a change that no teams allow. */
export function besideOf(engine: Engine, { posed, solved }: Run, ask: BesideAsk): Result<Beside> {
  const others =
    ask.alternatives === undefined
      ? null
      : alternatives(engine, posed.problem, solved.chosen, ask.alternatives);
  if (ask.with.length + ask.without.length === 0) return yes({ changed: null, others });
  const change = changedTeams(engine, posed.problem, solved.chosen, ask);
  if (change) return yes({ changed: change.teams, others });
  return no({
    code: "no-such-teams",
    message:
      "No teams have all of these: there are fewer places, or somebody would have more than they want.",
    remedy: "Ask about fewer people at a time.",
  });
}
