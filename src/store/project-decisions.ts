import type { Day } from "../domain/day.ts";
import type { SavedRun } from "../domain/match-run.ts";
import { offerState } from "../domain/offer.ts";
import type { Project } from "../domain/project.ts";
import { type Considered, type Decision, type KeptDecision, standingIn } from "../domain/project-decision.ts";
import { ref } from "../domain/ref.ts";
import { offerRows } from "./offers.ts";
import { peopleRows } from "./people.ts";
import { type Store, sql } from "./store.ts";
import { teamRows } from "./teams.ts";

/** Everybody who could be asked by a run of a project, and whoever was taken since, with what became of them. */
export function consideredIn(store: Store, project: Project, run: SavedRun): Considered[] {
  const offers = offerRows(store, project.id).filter(
    (o) => o.offeredOn >= run.madeOn && offerState(o) !== "withdrawn",
  );
  const joined = teamRows(store, project.id).filter(
    (t) => t.offerId === null && (t.acceptedOn ?? "") >= run.madeOn,
  );
  const standing = standingIn(run.answer, ref("project", project.id)) ?? [];
  const reasons = new Map([
    ...offers.map((o) => [o.personId, o.departureReason] as const),
    ...joined.map((t) => [t.personId, t.reason] as const),
  ]);
  const knownAs = new Map(peopleRows(store).map((p) => [p.id, p.known_as]));
  const ids = [...new Set([...standing.map((s) => s.id), ...reasons.keys()])].sort((a, b) => a - b);
  return ids.map((id) => ({
    id,
    name: `${ref("member", id)} ${knownAs.get(id) ?? ""}`.trim(),
    proposed: standing.some((s) => s.id === id && s.proposed),
    taken: reasons.has(id),
    reason: reasons.get(id) ?? null,
  }));
}

/** The decision on a run of a project, where one is on record. */
export function keptDecision(store: Store, projectId: number, runId: number): KeptDecision | undefined {
  const row = store.first(
    sql
      .selectFrom("project_decision")
      .select(["id", "decided_on", "decided_by", "reason"])
      .where("project_id", "=", projectId)
      .where("run_id", "=", runId),
  );
  if (!row) return undefined;
  const people = store.all(
    sql
      .selectFrom("project_decision_person")
      .select(["person_id", "feedback_given_on"])
      .where("decision_id", "=", row.id)
      .where("taken", "=", 0)
      .orderBy("person_id"),
  );
  return {
    ...{ id: row.id, decidedOn: row.decided_on as Day, decidedBy: row.decided_by, reason: row.reason },
    notChosen: people.map((p) => ({ personId: p.person_id, feedbackOn: p.feedback_given_on as Day | null })),
  };
}

/** Puts a decision on record, or brings the one there up to date with who was taken since; feedback that was given stays. */
export function saveDecision(
  store: Store,
  decision: Decision,
  made: {
    readonly projectId: number;
    readonly runId: number;
    readonly on: Day;
    readonly by: string;
    readonly reason: string | undefined;
  },
): void {
  const kept = keptDecision(store, made.projectId, made.runId);
  if (kept && made.reason !== undefined) store.update("project_decision", kept.id, { reason: made.reason });
  const id =
    kept?.id ??
    store.insert("project_decision", {
      project_id: made.projectId,
      run_id: made.runId,
      decided_on: made.on,
      decided_by: made.by,
      reason: made.reason ?? null,
    });
  const rows = new Map(
    store
      .all(
        sql
          .selectFrom("project_decision_person")
          .select(["id", "person_id", "taken"])
          .where("decision_id", "=", id)
          .orderBy("id"),
      )
      .map((r) => [r.person_id, r]),
  );
  const taken = new Set([...decision.asProposed, ...decision.added].map((p) => p.id));
  for (const p of [...decision.asProposed, ...decision.added, ...decision.notChosen]) {
    const there = rows.get(p.id);
    const row = { proposed: p.proposed ? 1 : 0, taken: taken.has(p.id) ? 1 : 0 };
    if (!there) store.insert("project_decision_person", { decision_id: id, person_id: p.id, ...row });
    else if (there.taken !== row.taken)
      store.update("project_decision_person", there.id, {
        ...row,
        ...(row.taken ? { feedback_given_on: null } : {}),
      });
  }
}

/** Records the day people who were not chosen had their feedback. */
export function feedbackGiven(store: Store, decisionId: number, people: readonly number[], on: Day): void {
  const rows = store.all(
    sql
      .selectFrom("project_decision_person")
      .select(["id", "person_id"])
      .where("decision_id", "=", decisionId)
      .orderBy("id"),
  );
  for (const { id, person_id } of rows)
    if (people.includes(person_id)) store.update("project_decision_person", id, { feedback_given_on: on });
}
