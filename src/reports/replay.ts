import type { Replay } from "../domain/replay.ts";
import type { Round } from "../domain/round.ts";
import { type Report, single } from "./report.ts";

/** A proposal on record beside the one made again. */
export const replayReport = (round: Round, replay: Replay): Report =>
  single(
    `${round.title}: proposal ${replay.number} of ${replay.of}, made again`,
    [
      { key: "proposal", heading: "Proposal", kind: "integer" },
      { key: "made_on", heading: "Made on", kind: "day" },
      { key: "same", heading: "Same answer", kind: "yes-no" },
      { key: "kept_as_recorded", heading: "Kept as recorded", kind: "yes-no" },
      { key: "chosen", heading: "Chosen" },
      { key: "differ", heading: "Differ" },
      { key: "changed_since", heading: "Changed in the round since", kind: "lines" },
      { key: "seed", heading: "Seed" },
      { key: "engine_then", heading: "Solver then" },
      { key: "engine_now", heading: "Solver now" },
      { key: "policy_hash", heading: "Policy", detail: true },
      { key: "aims_hash", heading: "Aims", detail: true },
      { key: "scores_hash", heading: "Scores", detail: true },
    ],
    {
      proposal: replay.number,
      made_on: replay.madeOn,
      same: replay.same,
      kept_as_recorded: replay.intact,
      chosen: replay.chosen,
      differ: replay.differ,
      changed_since: replay.changed ?? [],
      seed: replay.seed,
      engine_then: replay.engines[0],
      engine_now: replay.engines[1],
      policy_hash: replay.hashes.policy,
      aims_hash: replay.hashes.aims,
      scores_hash: replay.hashes.scores,
    },
  );
