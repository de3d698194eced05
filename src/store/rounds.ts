import type { WordKeys } from "../domain/application-words.ts";
import type { Day } from "../domain/day.ts";
import type { Result } from "../domain/result.ts";
import {
  type NewAim,
  type NewCriterion,
  type NewPanelMember,
  type NewRound,
  type Round,
  theRound,
} from "../domain/round.ts";
import { groupId } from "./people.ts";
import { type Store, sql } from "./store.ts";
import { keysOf, wordsOfKind } from "./vocabulary.ts";

/** Every round, the latest to open first. */
export function rounds(store: Store): Round[] {
  const query = sql
    .selectFrom("recruitment_round as r")
    .innerJoin("involvement_group as g", "g.id", "r.group_id")
    .select(["r.id", "r.key", "r.title", "g.key as group", "r.places", "r.opens_on", "r.closes_on"])
    .select(["r.shortlist_by", "r.interview_on", "r.interview_until", "r.decision_by", "r.letters_by"])
    .select(["r.status", "r.retention_on"])
    .orderBy("r.opens_on", "desc")
    .orderBy("r.id", "desc");
  return store.all(query).map((r) => ({
    id: r.id,
    key: r.key,
    title: r.title,
    group: r.group,
    places: r.places,
    opensOn: r.opens_on as Day | null,
    closesOn: r.closes_on as Day | null,
    shortlistBy: r.shortlist_by as Day | null,
    interviewOn: r.interview_on as Day | null,
    interviewUntil: r.interview_until as Day | null,
    decisionBy: r.decision_by as Day | null,
    lettersBy: r.letters_by as Day | null,
    status: r.status as Round["status"],
    retentionOn: r.retention_on as Day | null,
  }));
}

/** The round of that key, or a refusal that names those there are. */
export const findRound = (store: Store, key: string): Result<Round> => theRound(key, rounds(store));

/** How many applications each round has by status, by round id. */
export function applicationCounts(store: Store): { roundId: number; status: string; n: number }[] {
  return store
    .all(
      sql
        .selectFrom("application")
        .select(({ fn }) => ["round_id", "status", fn.countAll<number>().as("n")])
        .groupBy(["round_id", "status"])
        .orderBy("round_id")
        .orderBy("status"),
    )
    .map((r) => ({ roundId: r.round_id, status: r.status, n: Number(r.n) }));
}

/** Everything that `round open` puts in the store. */
export interface RoundToOpen {
  readonly round: NewRound & { readonly title: string };
  readonly criteria: readonly NewCriterion[];
  readonly panel: readonly NewPanelMember[];
  readonly aims: readonly NewAim[];
}

/** Adds a round with its criteria in order, its panel and its aims; answers its id. */
export function addRound(store: Store, { round, criteria, panel, aims }: RoundToOpen): number {
  const id = store.insert("recruitment_round", {
    key: round.key,
    title: round.title,
    group_id: groupId(store, round.group),
    places: round.places,
    opens_on: round.opensOn,
    closes_on: round.closesOn,
    shortlist_by: round.shortlistBy ?? null,
    interview_on: round.interviewOn ?? null,
    interview_until: round.interviewUntil ?? null,
    decision_by: round.decisionBy ?? null,
    letters_by: round.lettersBy ?? null,
  });
  for (const [i, c] of criteria.entries())
    store.insert("round_criterion", {
      round_id: id,
      key: c.key,
      label: c.label,
      kind: c.kind,
      weight: c.weight,
      scale_max: c.scaleMax,
      stage: c.stage,
      position: i + 1,
    });
  for (const p of panel)
    store.insert("round_panel", {
      round_id: id,
      staff_id: p.staffId,
      person_id: p.personId,
      role: p.role,
    });
  for (const a of aims)
    store.insert("round_aim", {
      round_id: id,
      category: a.category,
      value: a.value,
      minimum: a.minimum ?? null,
      maximum: a.maximum ?? null,
      basis: a.basis,
    });
  return id;
}

/** The aims of a round for the group as a whole, in the order they were given. */
export function aimsOf(store: Store, roundId: number): NewAim[] {
  const query = sql
    .selectFrom("round_aim")
    .select(["category", "value", "minimum", "maximum", "basis"])
    .where("round_id", "=", roundId)
    .orderBy("id");
  return store.all(query).map((a) => ({
    category: a.category as NewAim["category"],
    value: a.value,
    minimum: a.minimum ?? undefined,
    maximum: a.maximum ?? undefined,
    basis: a.basis as NewAim["basis"],
  }));
}

/** The words of the unit's vocabularies that are in use, by kind. */
export const wordsInUse = (store: Store) => ({
  experience: wordsOfKind(store, "experience"),
  skill: wordsOfKind(store, "skill"),
  interest: wordsOfKind(store, "interest"),
  region: wordsOfKind(store, "region"),
});

/** The keys of the words of the unit's vocabularies that are in use, by kind. */
export const keysInUse = (store: Store): WordKeys => ({
  experience: keysOf(store, "experience"),
  skill: keysOf(store, "skill"),
  interest: keysOf(store, "interest"),
  region: keysOf(store, "region"),
});
