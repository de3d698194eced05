import type { Day } from "../domain/day.ts";
import { type PolicyVersion, policyOn } from "../domain/policy.ts";
import type { MatchPolicy } from "../domain/score.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** Every version of the match policy, first to last. */
const policyVersions = (store: Store): PolicyVersion[] =>
  store
    .all(
      sql
        .selectFrom("match_policy")
        .select(["id", "version", "agreed_on", "about", "source"])
        .orderBy("version"),
    )
    .map(({ agreed_on, ...version }) => ({ ...version, agreedOn: agreed_on as Day | null }));

/** The points of one version, by part. */
const weightsOf = (
  store: Store,
  policyId: number,
): { part: string; points: number; about: string | null }[] =>
  store.all(
    sql
      .selectFrom("match_weight")
      .select(["part", "points", "about"])
      .where("policy_id", "=", policyId)
      .orderBy("part"),
  );

/** One version with its points, as matching reads it. */
const asMatchPolicy = (store: Store, { id, version }: PolicyVersion): MatchPolicy => ({
  ...{ id, version },
  points: Object.fromEntries(weightsOf(store, id).map((w) => [w.part, w.points])),
  recentMonths: numberSetting(store, "fairness-months"),
});

/** The match policy that counts on a day, with its points; throws where a store has none, which is a bug. */
export function matchPolicy(store: Store, day: Day): MatchPolicy {
  const version = policyOn(policyVersions(store), day);
  if (!version) throw new Error("this store has no match policy");
  return asMatchPolicy(store, version);
}
