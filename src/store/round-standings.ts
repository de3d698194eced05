import type { Round } from "../domain/round.ts";
import { type Awaited, type Over, type SeenTally, seen } from "../domain/score-view.ts";
import { type Scoring, tallies } from "../domain/scoring.ts";
import type { Shortlistable } from "../domain/shortlist.ts";
import { type ApplicationRecord, applicationsOf } from "./round-applications.ts";
import { shortlistOf } from "./round-shortlist.ts";
import type { Store } from "./store.ts";

/** An application with how it stands, and what of that may be seen. */
export interface SeenStanding extends Awaited, Shortlistable {
  readonly application: ApplicationRecord;
  readonly over: Over;
  readonly seen: SeenTally;
}

/**
 * Every application of a round with how it stands, by code. Its shortlisting is over once people decided whether it goes to
 * interview, its interview once the round is decided.
 */
export function seenStandings(store: Store, round: Round, scoring: Scoring): SeenStanding[] {
  const applications = applicationsOf(store, round.id);
  const decided = shortlistOf(store, round.id);
  const isOver = round.status === "decided" || round.status === "appointed";
  const tallied = tallies(
    applications.map((a) => a.id),
    scoring,
  );
  return applications.flatMap((application, i) => {
    const tally = tallied[i];
    if (!tally) return [];
    const { id, code, status, blanked } = application;
    const over = { shortlisting: isOver || decided.has(id), interview: isOver };
    return [{ application, id, code, status, blanked, tally, over, seen: seen(tally, over) }];
  });
}
