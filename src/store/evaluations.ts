import { randomBytes } from "node:crypto";
import type { Day } from "../domain/day.ts";
import type { Answers, Framework, NewRound, Question } from "../domain/evaluation.ts";
import { standingOn } from "../domain/person.ts";
import { no, type Result, together, yes } from "../domain/result.ts";
import { findPerson, memberships } from "./people.ts";
import { type Store, sql } from "./store.ts";

/** An evaluation round with its questions in order, its reviewers and its responses; the responses are in no order. */
export interface RoundRow {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly framework: Framework;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly meeting: string | null;
  readonly questions: readonly Question[];
  readonly reviewers: readonly number[];
  readonly responses: readonly Answers[];
}

const rounds = sql
  .selectFrom("evaluation_round as r")
  .leftJoin("meeting as m", "m.id", "r.meeting_id")
  .select(["r.id", "r.key", "r.title", "r.framework", "r.opens_on", "r.closes_on", "m.key as meeting"])
  .orderBy("r.opens_on")
  .orderBy("r.id");

/** Every evaluation round, or the one of this key, oldest first. */
export function evaluationRounds(store: Store, key?: string): RoundRow[] {
  const questions = store.all(
    sql
      .selectFrom("evaluation_question")
      .select(["round_id", "key", "wording", "scale_max"])
      .orderBy("position"),
  );
  const reviewers = store.all(
    sql.selectFrom("evaluation_reviewer").select(["round_id", "person_id"]).orderBy("person_id"),
  );
  const responses = store.all(
    sql.selectFrom("evaluation_response").select(["round_id", "answers"]).orderBy("token"),
  );
  return store.all(key === undefined ? rounds : rounds.where("r.key", "=", key)).map((r) => ({
    id: r.id,
    key: r.key,
    title: r.title,
    framework: r.framework as Framework,
    opensOn: r.opens_on as Day | null,
    closesOn: r.closes_on as Day | null,
    meeting: r.meeting,
    questions: questions
      .filter((q) => q.round_id === r.id)
      .map((q) => ({ key: q.key, wording: q.wording, scaleMax: q.scale_max })),
    reviewers: reviewers.filter((v) => v.round_id === r.id).map((v) => v.person_id),
    responses: responses.filter((a) => a.round_id === r.id).map((a) => JSON.parse(a.answers) as Answers),
  }));
}

/** The round of this key; anything else is refused, naming the rounds there are. */
export function findRound(store: Store, key: string): Result<RoundRow> {
  const all = evaluationRounds(store);
  const found = all.find((r) => r.key === key);
  return found
    ? yes(found)
    : no({
        code: "unknown-evaluation",
        message: `There is no evaluation round "${key}".`,
        remedy:
          all.length > 0
            ? `There is: ${all.map((r) => r.key).join(", ")}.`
            : 'Open one with: involve evaluation open 2026 --title "How 2026 went"',
      });
}

/** Reviewers by ref or name, and whether each is in the working group on the day; everybody unknown is named. */
export const reviewersOf = (
  store: Store,
  names: readonly string[],
  day: Day,
): Result<NewRound["reviewers"]> =>
  together(
    names.map((name) => {
      const found = findPerson(store, name);
      if (!found.ok) return found;
      const inGroup = memberships(store, found.value.id).some(
        (m) => m.group === "lewg" && ["active", "paused"].includes(standingOn(m, day)),
      );
      return yes({ id: found.value.id, inGroup });
    }),
  );

/** Adds a round with its questions and reviewers; answers its id. */
export function addRound(
  store: Store,
  round: NewRound,
  more: {
    readonly meetingId: number | undefined;
    readonly from: Day | undefined;
    readonly to: Day | undefined;
  },
): number {
  const id = store.insert("evaluation_round", {
    key: round.key,
    title: round.title,
    framework: round.framework,
    meeting_id: more.meetingId ?? null,
    period_from_on: more.from ?? null,
    period_to_on: more.to ?? null,
    opens_on: round.opensOn,
    closes_on: round.closesOn ?? null,
  });
  round.questions.forEach((q, i) => {
    store.insert("evaluation_question", {
      round_id: id,
      key: q.key,
      wording: q.wording,
      scale_max: q.scaleMax,
      position: i + 1,
    });
  });
  for (const { id: personId } of round.reviewers)
    store.insert("evaluation_reviewer", { round_id: id, person_id: personId });
  return id;
}

/** A random name for a response, which tells nothing. */
const randomToken = (): string => randomBytes(16).toString("hex");

/**
 * Adds responses under random tokens, inside `context.writeUnrecorded`. Every response of the store is written anew in the
 * order of the tokens, because SQLite leaves rows on their page in the order in which they came: so the bytes of the file
 * don't tell either which came last.
 */
export function addResponses(
  store: Store,
  roundId: number,
  responses: readonly Answers[],
  token: (answers: Answers) => string = randomToken,
): void {
  const kept = store.all(
    sql.selectFrom("evaluation_response").select(["token", "round_id", "answers"]).orderBy("token"),
  );
  const fresh = responses.map((r) => ({ token: token(r), round_id: roundId, answers: JSON.stringify(r) }));
  store.run(sql.deleteFrom("evaluation_response"));
  for (const row of [...kept, ...fresh].sort((a, b) => (a.token < b.token ? -1 : 1)))
    store.run(sql.insertInto("evaluation_response").values(row));
}
