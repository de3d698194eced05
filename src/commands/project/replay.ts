import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { text } from "../../cli/options.ts";
import { runReplayed, runReplayInWords, runToReplay } from "../../domain/match-replay.ts";
import { matchReplayReport, runsReport } from "../../reports/match-replay.ts";
import { loadEngine } from "../../solver/engine.ts";
import { solveWith } from "../../solver/teams-solve.ts";
import { peopleCount } from "../../store/people.ts";
import { hashesOf, runOn, savedRuns } from "../../store/runs.ts";

export default command({
  about: "Make a recorded match again and compare the two",
  details: [
    "Makes a run of the match again from the people, needs, policy and seed as they were put on record, and says whether the answer is the same to the letter, and whether what was kept still has the hash it was recorded with. Offers put their run on record by themselves; match --record does it without one. Left without a run, it lists those on record. Nothing is written.",
  ],
  examples: ["involve project replay R-001", "involve project replay"],
  args: { run: text("the run, by ref", "RUN", "run") },
  options: {},
  async run({ store }, words) {
    const runs = savedRuns(store);
    if (words.run === undefined) return { report: runsReport(runs) };
    const saved = must(runToReplay(runs, words.run));
    const solve = solveWith(await loadEngine(peopleCount(store)));
    const replay = runReplayed(saved, runOn(saved.facts, solve), hashesOf(saved.facts));
    return {
      report: matchReplayReport(replay),
      said: runReplayInWords(replay),
      findings: !replay.same || !replay.intact,
    };
  },
});
