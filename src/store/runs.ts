import { createHash } from "node:crypto";
import { canonical } from "../domain/canonical.ts";
import type { Day } from "../domain/day.ts";
import { type MatchAnswer, type MatchFacts, match, prepared } from "../domain/match.ts";
import type { Project } from "../domain/project.ts";
import { ref } from "../domain/ref.ts";
import { matchFacts } from "./matching.ts";
import { type Store, sql } from "./store.ts";

/** What ranks: the name and version that a run is recorded under. */
const engine = "ranking-1";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A draw for each person from a seed, the project and the person: no order of rows can change it. */
function lotsOf(facts: MatchFacts, seed: string): Map<number, number> {
  const draw = (id: number): number =>
    Number.parseInt(sha256(`${seed}|${facts.project}|${ref("member", id)}`).slice(0, 12), 16) % 1_000_003;
  return new Map(facts.people.map((p) => [p.id, draw(p.id)]));
}

/** One run: the facts it rests on, the answer, and what makes it repeatable. */
export interface Run {
  readonly facts: MatchFacts;
  readonly answer: MatchAnswer;
  readonly policyHash: string;
  readonly dataHash: string;
  /** Made from both hashes, so it is fixed before anybody can know what it gives. */
  readonly seed: string;
}

/**
 * Runs the match on facts in any order: prepares, hashes, draws lots, ranks and proposes. The day is not hashed: a lot drawn
 * today stands tomorrow, as long as nothing it rests on has changed.
 */
export function runOn(given: MatchFacts): Run {
  const facts = prepared(given);
  const { policy, day: _day, ...data } = facts;
  const policyHash = sha256(canonical({ points: policy.points, recentMonths: policy.recentMonths }));
  const dataHash = sha256(canonical(data));
  const seed = sha256(`${policyHash}|${dataHash}`).slice(0, 16);
  return { facts, policyHash, dataHash, seed, answer: match(facts, lotsOf(facts, seed)) };
}

/** Runs the match of a project as at a day. It writes nothing. */
export const runMatch = (
  store: Store,
  project: Project,
  day: Day,
  widen: "lean" | "external" | undefined,
): Run => runOn(matchFacts(store, project, day, widen));

/** Puts a run on record when an offer rests on it, once for the same data and policy; people by ref only. Answers its id. */
export function recordRun(store: Store, run: Run): number {
  const answer = JSON.stringify({
    asked: run.facts.asked,
    places_left: run.answer.placesLeft,
    people: run.answer.people.map((p) => ({
      ref: ref("member", p.id),
      rank: p.rank,
      points: p.points,
      proposed: p.proposed,
    })),
  });
  const known = store.first(
    sql
      .selectFrom("match_run")
      .select("id")
      .where("project_id", "=", run.facts.projectId)
      .where("data_hash", "=", run.dataHash)
      .where("policy_hash", "=", run.policyHash)
      .where("answer_hash", "=", sha256(answer)),
  );
  return (
    known?.id ??
    store.insert("match_run", {
      project_id: run.facts.projectId,
      made_on: run.facts.day,
      policy_id: run.facts.policy.id,
      policy_hash: run.policyHash,
      data_hash: run.dataHash,
      seed: run.seed,
      engine,
      objective: run.answer.objective,
      answer,
      answer_hash: sha256(answer),
    })
  );
}
