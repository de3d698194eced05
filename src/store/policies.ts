import type { Day } from "../domain/day.ts";
import { draftOf, type PolicyVersion, policyOn } from "../domain/policy.ts";
import type { Weight } from "../domain/policy-weights.ts";
import type { MatchPolicy } from "../domain/score.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** Every version of the match policy, first to last. */
export const policyVersions = (store: Store): PolicyVersion[] =>
  store
    .all(
      sql
        .selectFrom("match_policy")
        .select(["id", "version", "agreed_on", "about", "source"])
        .orderBy("version"),
    )
    .map(({ agreed_on, ...version }) => ({ ...version, agreedOn: agreed_on as Day | null }));

/** The points of one version, by part. */
export const weightsOf = (store: Store, policyId: number): (Weight & { readonly about: string | null })[] =>
  store.all(
    sql
      .selectFrom("match_weight")
      .select(["part", "points", "about"])
      .where("policy_id", "=", policyId)
      .orderBy("part"),
  );

/** One version with its points, as matching reads it. */
export const asMatchPolicy = (store: Store, { id, version }: PolicyVersion): MatchPolicy => ({
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

/** What a change of the policy starts from: the open draft, else the version that counts on a day. */
export function policyToChange(
  store: Store,
  day: Day,
): { readonly from: PolicyVersion; readonly has: (Weight & { readonly about: string | null })[] } {
  const versions = policyVersions(store);
  const from = draftOf(versions) ?? policyOn(versions, day);
  if (!from) throw new Error("this store has no match policy");
  return { from, has: weightsOf(store, from.id) };
}

/** The draft that changes are written to; where none is open, a new version that begins as a copy of the one it starts from. */
export function openDraft(store: Store, day: Day, about: string | undefined): PolicyVersion {
  const { from, has } = policyToChange(store, day);
  const versions = policyVersions(store);
  const draft = draftOf(versions);
  if (draft) {
    if (about !== undefined) store.update("match_policy", draft.id, { about });
    return { ...draft, about: about ?? draft.about };
  }
  const version = Math.max(...versions.map((v) => v.version)) + 1;
  const made = {
    version,
    about: about ?? `as version ${from.version}, with changes`,
    source: "added by this unit",
  };
  const id = store.insert("match_policy", made);
  for (const weight of has) store.insert("match_weight", { policy_id: id, ...weight });
  return { id, ...made, agreedOn: null };
}

/** Gives a part of a draft its points, and says what it is for where that is given. */
export function keepWeight(store: Store, policyId: number, { part, points, about }: Weight): void {
  const there = store.first(
    sql.selectFrom("match_weight").select("id").where("policy_id", "=", policyId).where("part", "=", part),
  );
  if (there) store.update("match_weight", there.id, { points, ...(about === undefined ? {} : { about }) });
  else store.insert("match_weight", { policy_id: policyId, part, points, about: about ?? null });
}

/** Records the day a version was agreed, and where. */
export const agreePolicy = (store: Store, id: number, on: Day, source: string | undefined): void =>
  store.update("match_policy", id, { agreed_on: on, source });
