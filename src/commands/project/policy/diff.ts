import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { many, wholeNumber } from "../../../cli/options.ts";
import { policiesToCompare, weightsToTry } from "../../../domain/policy-diff.ts";
import { policyDiffReport } from "../../../reports/policy-diff.ts";
import { loadEngine } from "../../../solver/engine.ts";
import { effectOf, rotationEffects } from "../../../solver/policy-diff.ts";
import { everythingOpen } from "../../../store/match-asked.ts";
import { knownAsOf, peopleCount } from "../../../store/people.ts";
import { asMatchPolicy, policyVersions } from "../../../store/policies.ts";
import { poseRun, savedRuns } from "../../../store/runs.ts";

export default command({
  about: "What another policy would have done to past runs, and what rotation gives and costs",
  details: [
    "Makes every run on record again, from what was kept and with the lots it had, under another version of the members' policy, and says who would have been proposed instead. The gates stay as they are: no policy opens one. Beside that it tries prices of rotation, so that the members can choose one with what it gives and costs before them. Nothing is written.",
  ],
  examples: [
    "involve project policy diff",
    "involve project policy diff --version 3 --rotation 0 --rotation 5 --rotation 20",
  ],
  args: {},
  options: {
    version: wholeNumber(
      "the version to set beside the one that counts; the draft where left out",
      1,
      100_000,
    ),
    rotation: many(wholeNumber("a price of rotation to try; a spread of them where left out", 0, 1000)),
  },
  async run({ store, today }, words) {
    const { now, other } = must(policiesToCompare(policyVersions(store), words.version, today));
    const [own, proposed] = [asMatchPolicy(store, now), other && asMatchPolicy(store, other)];
    const runs = savedRuns(store);
    const past = runs.flatMap(({ facts, ...run }) => (facts ? [{ ...run, facts }] : []));
    const engine = await loadEngine(peopleCount(store));
    const posed =
      past.length > 0 ? past.map((run) => poseRun(run, own).problem) : everythingOpen(store, today);
    const weights = weightsToTry(
      words.rotation,
      [own, proposed].flatMap((p) => p?.points["rotation"] ?? []),
    );
    return {
      report: policyDiffReport({
        ...{ now: own, other: proposed, runs: past.length, gone: runs.length - past.length },
        effects: proposed ? past.map((run) => effectOf(engine, run, poseRun, proposed)) : [],
        rotation: rotationEffects(engine, posed, weights),
        knownAs: knownAsOf(store),
      }),
    };
  },
});
