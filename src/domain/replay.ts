import { changedSince, type Facts, type Hashes, type SavedProposal } from "./basis.ts";
import { canonical } from "./canonical.ts";
import type { Day } from "./day.ts";
import type { Answer } from "./proposal.ts";
import { no, type Result, yes } from "./result.ts";
import { listed } from "./text.ts";

/** A proposal on record whose facts are kept, and which of the round's it is. */
type Replayable = SavedProposal & { readonly facts: Facts; readonly number: number; readonly of: number };

/** The proposal that is meant, with its facts; refuses where there is none, or where they have been blanked. */
export function proposalToReplay(
  proposals: readonly SavedProposal[],
  number: number | undefined,
  roundKey: string,
): Result<Replayable> {
  const at = number ?? proposals.length;
  const saved = proposals[at - 1];
  if (!saved)
    return no({
      code: "no-proposal",
      message:
        proposals.length === 0
          ? `No proposal is on record for ${roundKey}.`
          : `${roundKey} has ${proposals.length} on record, and no proposal ${at}.`,
      remedy:
        proposals.length === 0
          ? `Put one on record with: involve round select ${roundKey} --record`
          : `Name one with --proposal, from 1 to ${proposals.length}.`,
    });
  if (!saved.facts)
    return no({
      code: "facts-blanked",
      message: `What proposal ${at} for ${roundKey} rests on has been blanked with the applications.`,
    });
  return yes({ ...saved, facts: saved.facts, number: at, of: proposals.length });
}

/** What came of making a proposal again. */
export interface Replay {
  readonly number: number;
  readonly of: number;
  readonly madeOn: Day;
  readonly seed: string;
  readonly hashes: Hashes;
  /** Then and now. */
  readonly engines: readonly [string, string];
  /** Whether the facts that were kept are those that were hashed. */
  readonly intact: boolean;
  /** Whether the answer is the same to the letter. */
  readonly same: boolean;
  readonly chosen: readonly string[];
  /** Codes that are chosen in one answer and not in the other. */
  readonly differ: readonly string[];
  /** What has changed in the round since; null where it can no longer be made out. */
  readonly changed: readonly string[] | null;
}

/** What making a proposal again gave: the answer, the hashes of the kept facts, and those of the round as it is today. */
export interface Again {
  readonly hashes: Hashes;
  readonly answer: Answer | null;
  readonly today: Hashes | null;
  readonly engine: string;
}

/** Compares a proposal on record with the one made again. */
export function replayed(saved: Replayable, again: Again): Replay {
  const [then, now] = [saved.answer.chosen, again.answer?.chosen ?? []];
  const intact = changedSince(saved.hashes, again.hashes).length === 0;
  return {
    number: saved.number,
    of: saved.of,
    madeOn: saved.madeOn,
    seed: saved.seed,
    hashes: saved.hashes,
    engines: [saved.engine, again.engine],
    intact,
    same: intact && canonical(saved.answer) === canonical(again.answer),
    chosen: then,
    differ: [...then.filter((c) => !now.includes(c)), ...now.filter((c) => !then.includes(c))],
    changed: again.today && changedSince(saved.hashes, again.today),
  };
}

/** Whether it is the same answer, and whether the round is still as it was, in sentences. */
export const replayInWords = (r: Replay): string[] => [
  r.same
    ? `Proposal ${r.number} of ${r.madeOn} made again: the same answer, to the letter.`
    : `Proposal ${r.number} of ${r.madeOn} made again is not the same${r.differ.length > 0 ? `: they differ in ${listed(r.differ)}` : ""}.`,
  ...(r.intact
    ? []
    : ["What was kept does not have the hash it was recorded with: it has been changed since."]),
  ...(r.changed && r.changed.length > 0
    ? [`In the round itself, ${listed(r.changed)} have changed since; the answer rests on what was kept.`]
    : []),
];
