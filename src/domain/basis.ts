import { canonical } from "./canonical.ts";
import type { Day } from "./day.ts";
import type { Pool } from "./pool.ts";
import type { Answer } from "./proposal.ts";
import { no, type Result, yes } from "./result.ts";
import type { MissingScores } from "./score-view.ts";
import type { Method } from "./selection.ts";
import { count, listed } from "./text.ts";

/** What a proposal can be made in spite of. */
export const overrides = ["missing-scores"] as const;

/** What a proposal is asked for, as it is kept beside the answer. */
export interface Ask {
  /** How many to choose; undefined = as the round and the group have room. */
  readonly places: number | undefined;
  readonly reserves: number;
  readonly method: Method;
  /** Members of the group whose term goes on past this day count towards the aims; null = nobody counts but the chosen. */
  readonly staying: Day | null;
  /** Ids of members who leave all the same. */
  readonly leaving: readonly number[];
  /** What a proposal is made in spite of. */
  readonly despite: readonly (typeof overrides)[number][];
  /** The seed that was given; undefined = drawn from the data. */
  readonly seed: string | undefined;
}

/** What a proposal rests on, kept whole so that it can be made again: codes, whole numbers and words of the vocabulary. */
export interface Facts {
  readonly ask: Ask;
  /** Key, kind, weight, greatest score and stage of each criterion. */
  readonly criteria: readonly (readonly (string | number)[])[];
  /** Before any lot is drawn. */
  readonly pool: Pool;
  /** How many members stay. */
  readonly staying: number;
}

/** A proposal on record. */
export interface SavedProposal {
  readonly id: number;
  readonly madeOn: Day;
  readonly seed: string;
  readonly engine: string;
  readonly hashes: Hashes;
  /** Null once they have been blanked. */
  readonly facts: Facts | null;
  readonly answer: Answer;
}

/** What is hashed before the seed is drawn. */
export interface Hashes {
  readonly policy: string;
  readonly aims: string;
  readonly scores: string;
}

/** The texts that are hashed: what was asked for and the criteria; the aims; everybody's score and what they bring. */
export const hashed = ({ ask, criteria, pool }: Facts): Hashes => ({
  policy: canonical({ places: pool.places, reserves: ask.reserves, method: ask.method, criteria }),
  aims: canonical(pool.aims),
  scores: canonical([pool.candidates, pool.experiences, pool.stepsInAPoint]),
});

/** What differs between two sets of hashes, in words; empty where nothing does. */
export const changedSince = (then: Hashes, now: Hashes): string[] => [
  ...(then.policy === now.policy ? [] : ["the criteria or the places"]),
  ...(then.aims === now.aims ? [] : ["the aims or those who stay"]),
  ...(then.scores === now.scores ? [] : ["the applications or their scores"]),
];

/** The latest proposal on record that decisions may rest on: there is one, and nothing it rests on has changed since. */
export function proposalToDecide(
  saved: SavedProposal | null,
  now: Hashes | null,
  roundKey: string,
): Result<SavedProposal & { readonly facts: Facts }> {
  if (saved === null)
    return no({
      code: "no-proposal",
      message: `No proposal is on record for ${roundKey}.`,
      remedy: `Look at one with: involve round select ${roundKey}; and put it on record with: involve round select ${roundKey} --record`,
    });
  if (saved.facts === null)
    return no({
      code: "facts-blanked",
      message: `What the proposal for ${roundKey} rests on has been blanked with the applications.`,
    });
  const changed = now === null ? [] : changedSince(saved.hashes, now);
  if (changed.length === 0) return yes({ ...saved, facts: saved.facts });
  return no({
    code: "proposal-out-of-date",
    message: `Since the proposal of ${saved.madeOn} was put on record, ${listed(changed)} have changed.`,
    remedy: `Propose again: involve round select ${roundKey} --record`,
  });
}

/** Whether every score is in: before that nobody sees the others', and a proposal would show them. */
export function scoresIn(missing: readonly MissingScores[], ask: Ask, roundKey: string): Result<null> {
  if (missing.length === 0 || ask.despite.includes("missing-scores")) return yes(null);
  const whose = missing.map(
    (m) => `${m.scorer.name} (${count(m.codes.length, "application")}, ${count(m.scores, "score")})`,
  );
  return no({
    code: "scores-missing",
    message: `Scores are missing, so nobody sees the others yet: ${listed(whose)}.`,
    remedy: `See which: involve round missing ${roundKey}; to propose all the same: --despite missing-scores`,
  });
}
