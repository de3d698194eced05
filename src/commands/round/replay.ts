import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text, wholeNumber } from "../../cli/options.ts";
import { proposalToReplay, replayed, replayInWords } from "../../domain/replay.ts";
import { replayReport } from "../../reports/replay.ts";
import { consider } from "../../solver/consider.ts";
import { loadEngine } from "../../solver/engine.ts";
import { basisOf, drawnFor, hashesOf, proposalsOf } from "../../store/round-proposals.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Make a recorded proposal again and compare the two",
  details: [
    "Makes the proposal again from the scores, aims, policy and seed as they were put on record, checks that they still have the hashes they were recorded with, and says whether the answer is the same, person by person. It also says whether the round's data have changed since. Nothing is written.",
  ],
  examples: ["involve round replay autumn-2025", "involve round replay autumn-2025 --proposal 1"],
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    proposal: wholeNumber("which of the round's proposals, counted from 1; the latest where left out", 1),
  },
  async run({ store, today }, words) {
    const round = must(findRound(store, words.round));
    const saved = must(proposalToReplay(proposalsOf(store, round.id), words.proposal, round.key));
    const engine = await loadEngine();
    const drawn = drawnFor({ ...saved.facts, ask: { ...saved.facts.ask, seed: saved.seed } });
    const { answer } = consider(engine, drawn, saved.facts.ask);
    const now = basisOf(store, round, saved.facts.ask, today);
    const replay = replayed(saved, {
      hashes: hashesOf(saved.facts),
      answer,
      today: now.ok ? hashesOf(now.value.facts) : null,
      engine: engine.name,
    });
    return { report: replayReport(round, replay), said: replayInWords(replay), findings: !replay.same };
  },
});
