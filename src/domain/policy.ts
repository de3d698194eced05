import type { Day } from "./day.ts";

/** One version of the members' policy for ranking; `agreedOn` null is a draft, or the starting point nobody agreed yet. */
export interface PolicyVersion {
  readonly id: number;
  readonly version: number;
  readonly agreedOn: Day | null;
  readonly about: string;
  readonly source: string;
}

/**
 * The version that counts on a day: of those agreed by then the one agreed last, and before any was agreed the first one, which is
 * the starting point. A draft counts for nothing until it is agreed: the policy is the members' own.
 */
export function policyOn<V extends Pick<PolicyVersion, "version" | "agreedOn">>(
  versions: readonly V[],
  day: Day,
): V | undefined {
  const inOrder = [...versions].sort((a, b) => a.version - b.version);
  const agreed = inOrder
    .filter((v) => v.agreedOn !== null && v.agreedOn <= day)
    .sort((a, b) => (a.agreedOn ?? "").localeCompare(b.agreedOn ?? "", "en") || a.version - b.version);
  return agreed.at(-1) ?? inOrder[0];
}
