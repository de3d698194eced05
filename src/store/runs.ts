import { createHash } from "node:crypto";
import { canonical } from "../domain/canonical.ts";
import type { Day } from "../domain/day.ts";
import { type MatchFacts, prepared } from "../domain/match.ts";
import { answersOf } from "../domain/match-answer.ts";
import { type Posed, pose } from "../domain/match-problem.ts";
import { answerKept, type Hashes, hashed, type Run, type SavedRun, type Solve } from "../domain/match-run.ts";
import { ref } from "../domain/ref.ts";
import type { MatchPolicy } from "../domain/score.ts";
import { type Store, sql } from "./store.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A draw for each person and project from a seed: no order of rows can change it. */
const lotsFrom =
  (seed: string) =>
  (project: string, person: number): number =>
    Number.parseInt(sha256(`${seed}|${project}|${ref("member", person)}`).slice(0, 12), 16) % 1_000_003;

/** The hashes of what an answer rests on, and the seed drawn from them. */
export function hashesOf(facts: readonly MatchFacts[]): Hashes & { readonly seed: string } {
  const { policy, data, drawnFrom } = hashed(facts);
  const policyHash = sha256(policy);
  return {
    policy: policyHash,
    data: sha256(data),
    seed: sha256(`${policyHash}|${sha256(drawnFrom)}`).slice(0, 16),
  };
}

/**
 * Runs the match on facts in any order: prepares, hashes, draws lots, asks the solver, and ranks and proposes. The day is not
 * hashed: a lot drawn today stands tomorrow, as long as nothing it rests on has changed.
 */
export function runOn(given: readonly MatchFacts[], solve: Solve): Run {
  const facts = given.map(prepared).sort((a, b) => a.projectId - b.projectId);
  const { seed, ...hashes } = hashesOf(facts);
  const posed = pose(facts, lotsFrom(seed));
  const solved = solve(posed.problem);
  const answers = answersOf(facts, posed, solved.chosen, solved.byLot);
  const points = answers.reduce((sum, a) => sum + a.objective, 0);
  if (points !== solved.worth.net)
    throw new Error(`the points shown add up to ${points}, and the teams are worth ${solved.worth.net}`);
  return { facts, hashes, seed, posed, solved, answers };
}

/** The question a run on record posed, with its own lots; under another policy where one is given. */
export const poseRun = (
  { facts, seed }: { readonly facts: readonly MatchFacts[]; readonly seed: string },
  policy?: MatchPolicy,
): Posed => pose(policy ? facts.map((f) => ({ ...f, policy })) : facts, lotsFrom(seed));

/** Puts a run on record, once for the same data, policy and answer; people by ref only. Answers its id. */
export function recordRun(
  store: Store,
  run: Run,
  by: { readonly on: Day; readonly program: string },
): number {
  const [first] = run.facts;
  if (!first) throw new Error("a run of no project");
  const answer = canonical(answerKept(run));
  const known = store.first(
    sql
      .selectFrom("match_run")
      .select("id")
      .where("data_hash", "=", run.hashes.data)
      .where("policy_hash", "=", run.hashes.policy)
      .where("answer_hash", "=", sha256(answer)),
  );
  const id =
    known?.id ??
    store.insert("match_run", {
      project_id: run.facts.length === 1 ? first.projectId : null,
      made_on: by.on,
      policy_id: first.policy.id,
      policy_hash: run.hashes.policy,
      data_hash: run.hashes.data,
      seed: run.seed,
      engine: `${run.solved.engine}, involve ${by.program}`,
      objective: run.answers.reduce((sum, a) => sum + a.objective, 0),
      answer,
      answer_hash: sha256(answer),
    });
  const kept = store.first(sql.selectFrom("match_run_facts").select("id").where("run_id", "=", id));
  if (!kept) store.insert("match_run_facts", { run_id: id, facts: canonical(run.facts) });
  return id;
}

/** The runs on record, first to last, or one. */
export function savedRuns(store: Store, id?: number): SavedRun[] {
  const query = sql
    .selectFrom("match_run as r")
    .leftJoin("match_run_facts as f", "f.run_id", "r.id")
    .select(["r.id", "r.made_on", "r.policy_hash", "r.data_hash", "r.seed", "r.engine", "r.answer"])
    .select(["r.answer_hash", "r.objective", "f.facts"])
    .orderBy("r.id");
  return store.all(id === undefined ? query : query.where("r.id", "=", id)).map((r) => ({
    id: r.id,
    madeOn: r.made_on as Day,
    hashes: { policy: r.policy_hash ?? "", data: r.data_hash },
    seed: r.seed ?? "",
    engine: r.engine,
    objective: r.objective ?? 0,
    answer: r.answer,
    answerHash: r.answer_hash,
    intact: sha256(r.answer) === r.answer_hash,
    facts: r.facts === null ? null : (JSON.parse(r.facts) as MatchFacts[]),
  }));
}

/** Forgets what recorded runs rest on where it is about somebody's lived experience: they took back that use, or are erased. */
export function forgetExperience(store: Store, personId: number): void {
  store.rawRun(
    `delete from match_run_facts where id in (select f.id from match_run_facts f, json_each(f.facts) p, json_each(p.value, '$.people') m
      where json_extract(m.value, '$.id') = ? and json_array_length(m.value, '$.experience') > 0)`,
    personId,
  );
}
