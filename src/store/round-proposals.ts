import { createHash } from "node:crypto";
import { type Ask, type Facts, type Hashes, hashed, type SavedProposal, scoresIn } from "../domain/basis.ts";
import { canonical } from "../domain/canonical.ts";
import type { Day } from "../domain/day.ts";
import type { Pool } from "../domain/pool.ts";
import type { Answer } from "../domain/proposal.ts";
import type { Relaxation } from "../domain/relaxation.ts";
import { problemsOf, type Result, together, withProblems, yes } from "../domain/result.ts";
import type { NewAim, Round } from "../domain/round.ts";
import { misread } from "../domain/score-check.ts";
import { missingScores } from "../domain/score-view.ts";
import type { Scoring } from "../domain/scoring.ts";
import { type Entrant, enough, type Profile, placesToFill, poolOf, withLots } from "../domain/selection.ts";
import { findPerson } from "./people.ts";
import { entrantsOf } from "./round-decisions.ts";
import { scoringOf } from "./round-scores.ts";
import { seenStandings } from "./round-standings.ts";
import { stayersOf } from "./round-stayers.ts";
import { aimsOf } from "./rounds.ts";
import { type Store, sql } from "./store.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const numberFrom = (text: string): number => Number.parseInt(sha256(text).slice(0, 12), 16);

/** Everything a proposal for a round is made from and told with. */
export interface Basis {
  readonly round: Round;
  readonly entrants: readonly Entrant[];
  readonly aims: readonly NewAim[];
  readonly stayers: readonly Profile[];
  readonly facts: Facts;
}

/** How many places a group has; null where it has no fixed number. */
const placesOf = (store: Store, group: string): number | null =>
  store.first(sql.selectFrom("involvement_group").select("places").where("key", "=", group))?.places ?? null;

const criteriaIn = (scoring: Scoring): Facts["criteria"] =>
  scoring.criteria.map((c) => [c.key, c.kind, c.weight, c.scaleMax, c.stage]);

/** What is asked for, with the members who leave found by ref or name. */
export const askOf = (
  store: Store,
  words: Omit<Ask, "leaving"> & { readonly leaving: readonly string[] },
): Result<Ask> => {
  const found = together(words.leaving.map((m) => findPerson(store, m)));
  if (!found.ok) return found;
  const { places, reserves, method, staying, seed, despite } = words;
  return yes({ places, reserves, method, staying, seed, despite, leaving: found.value.map((p) => p.id) });
};

/** Gathers what a proposal rests on today; refuses where there is no place to fill. */
export function basisOf(store: Store, round: Round, ask: Ask, today: Day): Result<Basis> {
  const scoring = scoringOf(store, round);
  const [entrants, aims] = [entrantsOf(store, round, scoring), aimsOf(store, round.id)];
  const { group } = round;
  const stayers =
    ask.staying === null ? [] : stayersOf(store, { group, today, past: ask.staying, leaving: ask.leaving });
  const places = placesToFill({
    asked: ask.places,
    roundPlaces: round.places,
    groupPlaces: placesOf(store, group),
    staying: ask.staying === null ? null : stayers.length,
    roundKey: round.key,
    group,
  });
  if (!places.ok) return places;
  const pool = poolOf({ places: places.value, entrants, aims, stayers, method: ask.method });
  const wrong = ask.method === "score" ? misread(pool, entrants, scoring) : [];
  if (wrong.length > 0)
    throw new Error(`the totals of ${wrong.join(", ")} are not what their scores come to`);
  const facts = { ask, criteria: criteriaIn(scoring), pool, staying: stayers.length };
  const missing = missingScores(seenStandings(store, round, scoring));
  const problems = [...problemsOf(enough(pool, round.key)), ...problemsOf(scoresIn(missing, ask, round.key))];
  return withProblems(problems, yes({ round, entrants, aims, stayers, facts }));
}

/** The hashes of what a proposal rests on. */
export function hashesOf(facts: Facts): Hashes {
  const { policy, aims, scores } = hashed(facts);
  return { policy: sha256(policy), aims: sha256(aims), scores: sha256(scores) };
}

/** Facts with the lots drawn. */
export interface Drawn {
  readonly hashes: Hashes;
  readonly seed: string;
  readonly pool: Pool;
  /** A number for a lottery's ticket. */
  readonly draw: number;
}

/** Draws everybody's lot, and the number of a lottery's ticket: the same seed always draws the same. */
const drawnWith = (facts: Facts, hashes: Hashes, seed: string): Drawn => ({
  hashes,
  seed,
  pool: withLots(facts.pool, (code) => numberFrom(`${seed}|${code}`) % 1_000_003),
  draw: numberFrom(`${seed}|ticket`),
});

/** Facts with the lots drawn from the seed that was given, else from their hashes: fixed before anybody knows what it gives. */
export function drawnFor(facts: Facts): Drawn {
  const hashes = hashesOf(facts);
  const own = sha256(`${hashes.policy}|${hashes.aims}|${hashes.scores}`).slice(0, 16);
  return drawnWith(facts, hashes, facts.ask.seed ?? own);
}

/** Puts a proposal on record with everything it rests on; answers its id. */
export function saveProposal(
  store: Store,
  { round, facts }: Basis,
  answer: Answer,
  by: { readonly on: Day; readonly engine: string },
): number {
  const hashes = hashesOf(facts);
  return store.insert("round_proposal", {
    round_id: round.id,
    made_on: by.on,
    method: answer.method === "lottery" ? "lottery" : "optimum",
    policy_hash: hashes.policy,
    aims_hash: hashes.aims,
    scores_hash: hashes.scores,
    seed: drawnFor(facts).seed,
    engine: by.engine,
    facts: canonical(facts),
    answer: canonical(answer),
  });
}

/** The proposals of a round on record, first to last. */
export function proposalsOf(store: Store, roundId: number): SavedProposal[] {
  const query = sql
    .selectFrom("round_proposal")
    .select(["id", "made_on", "policy_hash", "aims_hash", "scores_hash", "seed", "engine", "facts", "answer"])
    .where("round_id", "=", roundId)
    .orderBy("id");
  return store.all(query).map((p) => ({
    id: p.id,
    madeOn: p.made_on as Day,
    seed: p.seed ?? "",
    engine: p.engine,
    hashes: { policy: p.policy_hash ?? "", aims: p.aims_hash ?? "", scores: p.scores_hash ?? "" },
    facts: p.facts === null ? null : (JSON.parse(p.facts) as Facts),
    answer: JSON.parse(p.answer) as Answer,
  }));
}

/** Moves the bounds of a round's aims as people accepted, with the day and their reason. */
export function saveRelaxation(
  store: Store,
  basis: Basis,
  { steps }: Relaxation,
  by: { readonly on: Day; readonly reason: string },
): void {
  for (const step of steps) {
    const aim = basis.aims[step.aim];
    const row = store.first(
      sql
        .selectFrom("round_aim")
        .select("id")
        .where("round_id", "=", basis.round.id)
        .where("category", "=", aim?.category ?? "")
        .where("value", "=", aim?.value ?? ""),
    );
    if (row)
      store.update("round_aim", row.id, {
        [step.side === "least" ? "minimum" : "maximum"]: step.to,
        relaxed_on: by.on,
        relaxed_reason: by.reason,
      });
  }
}
