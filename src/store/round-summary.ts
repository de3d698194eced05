import type { Round } from "../domain/round.ts";
import type { Summarised, SummaryFacts } from "../domain/round-summary.ts";
import type { SeenTally } from "../domain/score-view.ts";
import { mostPossible } from "../domain/scoring.ts";
import { scoringOf } from "./round-scores.ts";
import { seenStandings } from "./round-standings.ts";
import { aimsOf } from "./rounds.ts";
import { type Store, sql } from "./store.ts";

/** A total in percent of the most that could be had, rounded down; null while its scores are kept back. */
const percentOf = ({ complete, total }: SeenTally, most: number): number | null =>
  complete && total && most > 0 ? Number((total.over * 100n) / (total.under * BigInt(most))) : null;

/** What was counted of applications that were blanked: `experience psychosis` to a number. */
const blankedCounts = (store: Store, roundId: number): Map<string, number> =>
  new Map(
    store
      .all(
        sql
          .selectFrom("round_count")
          .select(["category", "value", "n"])
          .where("round_id", "=", roundId)
          .orderBy("id"),
      )
      .map((c) => [`${c.category} ${c.value ?? ""}`, c.n]),
  );

const idsOf = (rows: readonly { readonly id: number }[]): ReadonlySet<number> =>
  new Set(rows.map((r) => r.id));

/** What a report of a round goes by; `threshold` is null for the team. */
export function summaryFacts(store: Store, round: Round, threshold: number | null): SummaryFacts {
  const scoring = scoringOf(store, round);
  const most = mostPossible(scoring.criteria);
  const invited = idsOf(
    store.all(
      sql
        .selectFrom("round_shortlist")
        .select("application_id as id")
        .where("invited", "=", 1)
        .orderBy("application_id"),
    ),
  );
  const chosen = idsOf(
    store.all(
      sql
        .selectFrom("round_decision")
        .select("application_id as id")
        .where("decision", "=", "select")
        .orderBy("application_id"),
    ),
  );
  const asked = idsOf(
    store.all(sql.selectFrom("reserve_offer").select("application_id as id").orderBy("application_id")),
  );
  const applications = seenStandings(store, round, scoring).map(
    ({ application: a, tally, seen }): Summarised => {
      const { fields } = a;
      const words = (kind: "experience" | "skill" | "interest") =>
        (fields[kind] ?? []).map((k) => `${kind} ${k}`);
      return {
        status: a.status,
        perspective: fields.perspective ?? null,
        region: fields.region ?? null,
        brings: [...words("experience"), ...words("skill"), ...words("interest")],
        blanked: a.blanked,
        shortlisted: invited.has(a.id) || tally.interview !== null,
        interviewed: tally.interview !== null,
        offered: chosen.has(a.id) || asked.has(a.id) || a.status === "offered" || a.status === "appointed",
        percent: percentOf(seen, most),
      };
    },
  );
  return {
    round,
    applications,
    aims: aimsOf(store, round.id),
    blankedCounts: blankedCounts(store, round.id),
    threshold,
  };
}
