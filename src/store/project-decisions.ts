import type { Day } from "../domain/day.ts";
import { type Asking, runToDecide, type Search, searchFrom, standingIn } from "../domain/decision-runs.ts";
import type { SavedRun } from "../domain/match-run.ts";
import { offerState } from "../domain/offer.ts";
import { type Project, projectStanding } from "../domain/project.ts";
import type { Considered, Decision, DecisionRequest, KeptDecision } from "../domain/project-decision.ts";
import { ref } from "../domain/ref.ts";
import { type Result, yes } from "../domain/result.ts";
import { offerRows } from "./offers.ts";
import { peopleRows } from "./people.ts";
import { savedRuns } from "./runs.ts";
import { type Store, sql } from "./store.ts";
import { onTeamOn, teamRows } from "./teams.ts";

/** What is on record of a project when it is decided: the runs, the offers that stand, and the decisions there are. */
const askingOf = (store: Store, project: Project): Asking => ({
  runs: savedRuns(store),
  offers: offerRows(store, project.id).filter((o) => offerState(o) !== "withdrawn"),
  decisions: keptDecisions(store, project.id).map(({ runId, taken, notChosen }) => ({
    ...{ runId, taken },
    open: notChosen.some((n) => n.feedbackOn === null),
  })),
});

/** Everybody who could be asked by the runs of a search, and whoever was taken in it, with what became of them. */
function consideredIn(store: Store, project: Project, start: SavedRun, search: Search): Considered[] {
  const joined = teamRows(store, project.id).filter(
    ({ offerId, acceptedOn: on }) =>
      offerId === null && on !== null && on >= start.madeOn && (search.until === null || on < search.until),
  );
  const standing = search.runs.flatMap((r) => standingIn(r.answer, ref("project", project.id)) ?? []);
  const proposed = new Set(standing.filter((s) => s.proposed).map((s) => s.id));
  const reasons = new Map([
    ...search.offers.map((o) => [o.personId, o.departureReason] as const),
    ...joined.map((t) => [t.personId, t.reason] as const),
  ]);
  const ids = new Set([...standing.map((s) => s.id), ...reasons.keys()]);
  return peopleRows(store)
    .filter((p) => ids.has(p.id))
    .map((p) => ({
      ...{ id: p.id, knownAs: p.known_as, proposed: proposed.has(p.id), taken: reasons.has(p.id) },
      reason: reasons.get(p.id) ?? null,
    }))
    .sort((a, b) => a.id - b.id);
}

/** The decisions of a project that are on record, by the run they start from. */
function keptDecisions(store: Store, projectId: number): KeptDecision[] {
  const rows = store.all(
    sql
      .selectFrom("project_decision")
      .select(["id", "run_id", "decided_on", "decided_by", "reason"])
      .where("project_id", "=", projectId)
      .orderBy("run_id"),
  );
  return rows.map((row) => {
    const people = store.all(
      sql
        .selectFrom("project_decision_person")
        .select(["person_id", "taken", "feedback_given_on"])
        .where("decision_id", "=", row.id)
        .orderBy("person_id"),
    );
    return {
      ...{ id: row.id, runId: row.run_id, reason: row.reason },
      ...{ decidedOn: row.decided_on as Day, decidedBy: row.decided_by },
      taken: people.filter((p) => p.taken === 1).map((p) => p.person_id),
      notChosen: people
        .filter((p) => p.taken === 0)
        .map((p) => ({ personId: p.person_id, feedbackOn: p.feedback_given_on as Day | null })),
    };
  });
}

/** The decision on a run of a project, where one is on record. */
export const keptDecision = (store: Store, projectId: number, runId: number): KeptDecision | undefined =>
  keptDecisions(store, projectId).find((d) => d.runId === runId);

/** What is decided: the project, the runs that are weighed, and the request with everybody in it. */
export interface Deciding {
  readonly project: Project;
  readonly search: Search;
  readonly request: DecisionRequest;
}

/** What a decision is about, from the run that is named, or the one it starts from where none is. */
export function decidingOn(
  store: Store,
  project: Project,
  named: string | undefined,
  asked: Pick<DecisionRequest, "reason" | "on" | "today">,
): Result<Deciding> {
  const name = ref("project", project.id);
  const asking = askingOf(store, project);
  const found = runToDecide(asking, name, named);
  if (!found.ok) return found;
  const run = found.value;
  const search = searchFrom(run, name, asking);
  const people = consideredIn(store, project, run, search);
  const kept = keptDecision(store, project.id, run.id);
  const room = { places: project.places, open: openPlaces(store, project, asked.today) };
  return yes({ project, search, request: { project: name, run, people, kept, ...room, ...asked } });
}

/** How many places of a project nobody holds and nobody has been asked for; none where it is over. */
function openPlaces(store: Store, project: Project, today: Day): number {
  if (["ended", "closed"].includes(projectStanding(project, today))) return 0;
  const held = teamRows(store, project.id).filter((t) => onTeamOn(t, today)).length;
  const waiting = offerRows(store, project.id).filter((o) => offerState(o) === "waiting").length;
  return Math.max(0, project.places - held - waiting);
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
