import type { Day } from "../domain/day.ts";
import type { Shortlisted } from "../domain/shortlist-plan.ts";
import { type Store, sql } from "./store.ts";

/** What people decided about who goes to interview, by application. */
export function shortlistOf(
  store: Store,
  roundId: number,
): Map<number, { readonly id: number; readonly invited: boolean }> {
  const rows = store.all(
    sql
      .selectFrom("round_shortlist as s")
      .innerJoin("application as a", "a.id", "s.application_id")
      .select(["s.id", "s.application_id", "s.invited"])
      .where("a.round_id", "=", roundId)
      .orderBy("s.id"),
  );
  return new Map(rows.map((r) => [r.application_id, { id: r.id, invited: r.invited === 1 }]));
}

/** Ids of the applications of a round that have a score from an interview. */
export const interviewedIn = (store: Store, roundId: number): Set<number> =>
  new Set(
    store
      .all(
        sql
          .selectFrom("round_score as s")
          .innerJoin("round_criterion as c", "c.id", "s.criterion_id")
          .select("s.application_id")
          .distinct()
          .where("c.round_id", "=", roundId)
          .where("c.stage", "=", "interview")
          .orderBy("s.application_id"),
      )
      .map((r) => r.application_id),
  );

/** Records who goes to interview, and moves every application to where it stands by that; recording again replaces. */
export function saveShortlist(
  store: Store,
  roundId: number,
  decided: readonly Shortlisted[],
  { on, by }: { readonly on: Day; readonly by: string },
): void {
  const known = shortlistOf(store, roundId);
  const interviewed = interviewedIn(store, roundId);
  for (const { entrant, invited, proposed, reason } of decided) {
    const row = {
      invited: invited ? 1 : 0,
      proposed: proposed ? 1 : 0,
      reason,
      decided_on: on,
      decided_by: by,
    };
    const before = known.get(entrant.id);
    if (before) store.update("round_shortlist", before.id, row);
    else store.insert("round_shortlist", { application_id: entrant.id, ...row });
    const status = !invited ? "received" : interviewed.has(entrant.id) ? "interviewed" : "shortlisted";
    store.update("application", entrant.id, { status });
  }
}
