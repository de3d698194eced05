import type { Day } from "../domain/day.ts";
import type { Decided } from "../domain/decision.ts";
import { grouped } from "../domain/grouped.ts";
import type { Round } from "../domain/round.ts";
import { type Scoring, type Tally, tallies } from "../domain/scoring.ts";
import type { Entrant } from "../domain/selection.ts";
import { type ApplicationRecord, applicationsOf, applicationTerms } from "./round-applications.ts";
import { type Store, sql } from "./store.ts";

/** An application with how it stands. */
interface Standing {
  readonly application: ApplicationRecord;
  readonly tally: Tally;
}

/** Every application of a round with how it stands, by code. */
export function standingsOf(store: Store, round: Round, scoring: Scoring): Standing[] {
  const applications = applicationsOf(store, round.id);
  const tallied = tallies(
    applications.map((a) => a.id),
    scoring,
  );
  return applications.flatMap((application, i) => {
    const tally = tallied[i];
    return tally ? [{ application, tally }] : [];
  });
}

/** Everybody who can be decided on: applications that are neither withdrawn nor blanked, with how they stand. */
export function entrantsOf(store: Store, round: Round, scoring: Scoring): Entrant[] {
  const terms = grouped(applicationTerms(store, round.id), (t) => t.id);
  return standingsOf(store, round, scoring)
    .filter(({ application: a }) => a.status !== "withdrawn" && !a.blanked)
    .map(({ application: { id, code, fields }, tally }) => ({
      id,
      code,
      perspective: fields.perspective ?? null,
      region: fields.region ?? null,
      terms: (terms.get(id) ?? []).map(({ kind, key }) => ({ kind, key })),
      tally,
    }));
}

/** What is put on record as decided: it rests on a recorded proposal. */
export interface DecisionRecord {
  readonly round: Round;
  readonly proposalId: number;
  readonly decided: readonly Decided[];
  readonly on: Day;
  readonly by: string;
}

const statusAfter = { select: "offered", reserve: "reserve", decline: "unsuccessful" } as const;

/** Records what people decided, each with its reason; sets every application's status. */
export function saveDecision(store: Store, record: DecisionRecord): void {
  const known = new Map(
    store
      .all(sql.selectFrom("round_decision").select(["id", "application_id"]).orderBy("id"))
      .map((d) => [d.application_id, d.id]),
  );
  for (const d of record.decided) {
    const row = {
      decision: d.decision,
      reserve_rank: d.reserveRank,
      reserve_until: null,
      reason: d.reason,
      proposed: d.proposed,
      proposal_id: record.proposalId,
      decided_on: record.on,
      decided_by: record.by,
    };
    const before = known.get(d.id);
    if (before === undefined) store.insert("round_decision", { application_id: d.id, ...row });
    else store.update("round_decision", before, row);
    store.update("application", d.id, { status: statusAfter[d.decision] });
  }
  store.update("recruitment_round", record.round.id, { status: "decided" });
}

/** What was decided in a round, by application, and when. */
export function decisionsOf(
  store: Store,
  roundId: number,
): { id: number; applicationId: number; decision: string; reserveRank: number | null; decidedOn: Day }[] {
  return store
    .all(
      sql
        .selectFrom("round_decision as d")
        .innerJoin("application as a", "a.id", "d.application_id")
        .select(["d.id", "d.application_id", "d.decision", "d.reserve_rank", "d.decided_on"])
        .where("a.round_id", "=", roundId)
        .orderBy("d.id"),
    )
    .map((d) => ({
      id: d.id,
      applicationId: d.application_id,
      decision: d.decision,
      reserveRank: d.reserve_rank,
      decidedOn: d.decided_on as Day,
    }));
}
