import { proposedIn, type RunReplay } from "../domain/match-replay.ts";
import type { SavedRun } from "../domain/match-run.ts";
import { ref } from "../domain/ref.ts";
import { list, type Report, single } from "./report.ts";

/** A run on record beside the one made again. */
export const matchReplayReport = ({ run, again, intact, same, differ }: RunReplay): Report =>
  single(
    `${ref("run", run.id)}, made again`,
    [
      { key: "run", heading: "Run" },
      { key: "made_on", heading: "Made on", kind: "day" },
      { key: "same", heading: "Same answer", kind: "yes-no" },
      { key: "kept_as_recorded", heading: "Kept as recorded", kind: "yes-no" },
      { key: "proposed", heading: "Proposed", kind: "lines" },
      { key: "differ", heading: "Differ", kind: "lines" },
      { key: "points", heading: "Points in all", kind: "integer" },
      { key: "seed", heading: "Seed" },
      { key: "solver_then", heading: "Solver then" },
      { key: "solver_now", heading: "Solver now" },
      { key: "policy_hash", heading: "Policy", data: true },
      { key: "data_hash", heading: "Data", data: true },
      { key: "answer_hash", heading: "Answer", data: true },
    ],
    {
      run: ref("run", run.id),
      made_on: run.madeOn,
      same,
      kept_as_recorded: intact,
      proposed: proposedIn(run.answer),
      differ,
      points: run.objective,
      seed: run.seed,
      solver_then: run.engine,
      solver_now: again.solved.engine,
      policy_hash: run.hashes.policy,
      data_hash: run.hashes.data,
      answer_hash: run.answerHash,
    },
  );

/** The runs of the match that are on record. */
export const runsReport = (runs: readonly SavedRun[]): Report =>
  list(
    "Runs of the match on record",
    [
      { key: "run", heading: "Run" },
      { key: "made_on", heading: "Made on", kind: "day" },
      { key: "proposed", heading: "Proposed", kind: "lines" },
      { key: "points", heading: "Points in all", kind: "integer" },
      { key: "can_be_made_again", heading: "Can be made again", kind: "yes-no" },
      { key: "seed", heading: "Seed", detail: true },
      { key: "solver", heading: "Solver", detail: true },
    ],
    runs.map((run) => ({
      run: ref("run", run.id),
      made_on: run.madeOn,
      proposed: proposedIn(run.answer),
      points: run.objective,
      can_be_made_again: run.facts !== null,
      seed: run.seed,
      solver: run.engine,
    })),
    "No run is on record yet. Put one on record with: involve project match P-001 --record",
  );
