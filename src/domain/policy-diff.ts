import type { Day } from "./day.ts";
import type { SavedRun } from "./match-run.ts";
import { draftOf, type PolicyVersion, policyOn } from "./policy.ts";
import { no, type Result, yes } from "./result.ts";

/** A run on record whose facts are kept. */
export type PastRun = SavedRun & { readonly facts: NonNullable<SavedRun["facts"]> };

/** Somebody and a project. */
interface Place {
  readonly id: number;
  readonly project: string;
}

/** What another policy would have done to a run. */
export interface PolicyEffect {
  readonly run: PastRun;
  readonly comes: readonly Place[];
  readonly goes: readonly Place[];
  /** Points of those who were proposed and of those who would be, both by the other policy. */
  readonly pointsBefore: number;
  readonly pointsAfter: number;
}

/** What one weight of rotation would have given and cost over some runs. */
export interface RotationEffect {
  readonly rotation: number;
  /** Before rotation costs anything. */
  readonly points: number;
  readonly requiredUnmet: number;
  readonly unfilled: number;
  /** Places that would have gone to somebody else than with the weight of the policy. */
  readonly placesChanged: number;
  /** The most offers and places anybody would have had. */
  readonly most: number;
  /** How unevenly offers and places would lie, 0 = all have as many, 100 = one has all: the Gini coefficient in hundredths. */
  readonly unevenness: number;
}

/** The version that counts on a day, and the one it is set against: the one named, else the draft; null where there is none. */
export function policiesToCompare(
  versions: readonly PolicyVersion[],
  version: number | undefined,
  day: Day,
): Result<{ readonly now: PolicyVersion; readonly other: PolicyVersion | null }> {
  const now = policyOn(versions, day);
  if (!now) throw new Error("this store has no match policy");
  const other = version === undefined ? draftOf(versions) : versions.find((v) => v.version === version);
  if (version !== undefined && !other)
    return no({
      code: "unknown-version",
      message: `There is no version ${version}.`,
      remedy: "See: involve project policy list",
    });
  return yes({ now, other: other && other.id !== now.id ? other : null });
}

/** The weights of rotation that are tried: those named, else a spread of them; always with those of both policies. */
export const weightsToTry = (named: readonly number[], own: readonly number[]): number[] =>
  [...new Set([...(named.length > 0 ? named : [0, 1, 2, 5, 10, 20]), ...own])].sort((a, b) => a - b);
