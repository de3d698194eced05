import { createHash } from "node:crypto";
import type { Day } from "../domain/day.ts";
import type { Decided } from "../domain/decision.ts";
import { grouped } from "../domain/grouped.ts";
import type { NewAim, Round } from "../domain/round.ts";
import { type Scoring, type Tally, tallies } from "../domain/scoring.ts";
import { answerOf, type Entrant, type Proposal } from "../domain/selection.ts";
import { type ApplicationRecord, applicationsOf, applicationTerms } from "./round-applications.ts";
import { type Store, sql } from "./store.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The lot of an application: SHA-256 of `round key|code`, as hex. */
const lotOf = (roundKey: string, code: string): string => sha256(`${roundKey}|${code}`);

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
      lot: lotOf(round.key, code),
    }));
}

/** What is put on record beside a decision. */
export interface DecisionRecord {
  readonly round: Round;
  readonly proposal: Proposal;
  readonly decided: readonly Decided[];
  readonly scoring: Scoring;
  readonly aims: readonly NewAim[];
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
  /** The program and its version, for getting the same answer again. */
  readonly engine: string;
}

const statusAfter = { select: "offered", reserve: "reserve", decline: "unsuccessful" } as const;

function saveProposal(store: Store, record: DecisionRecord): number {
  const { round, proposal, scoring, aims } = record;
  const scores = scoring.scores.map((s) => [s.applicationId, s.criterionId, s.panelId, s.score]);
  const policy = {
    places: proposal.places,
    reserves: proposal.reserves,
    criteria: scoring.criteria.map((c) => [c.key, c.kind, c.weight, c.scaleMax, c.stage]),
  };
  return store.insert("round_proposal", {
    round_id: round.id,
    made_on: record.on,
    method: "score",
    policy_hash: sha256(JSON.stringify(policy)),
    aims_hash: sha256(JSON.stringify(aims)),
    scores_hash: sha256(JSON.stringify(scores.map((s) => s.join(" ")).sort())),
    seed: round.key,
    engine: record.engine,
    answer: answerOf(proposal),
  });
}

/** Records what people decided with their reason, and the proposal it rests on; sets every application's status. */
export function saveDecision(store: Store, record: DecisionRecord): void {
  const proposalId = saveProposal(store, record);
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
      reason: record.reason,
      proposed: d.proposed,
      proposal_id: proposalId,
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
