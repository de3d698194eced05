import { command } from "../../../cli/command.ts";
import { refused } from "../../../cli/errors.ts";
import { day, wholeNumber } from "../../../cli/options.ts";
import { policyOn } from "../../../domain/policy.ts";
import { policyReport } from "../../../reports/policies.ts";
import { policyVersions, weightsOf } from "../../../store/policies.ts";

export default command({
  about: "Show the members' policy for matching: its parts and their points",
  details: [
    "The version agreed last counts; before any was agreed, the starting point this program came with does. A draft counts for nothing until it is agreed. As CSV it can be edited and brought back with: involve project policy import",
  ],
  examples: [
    "involve project policy show",
    "involve project policy show --version 2",
    "involve project policy show --as-at 2026-03-01 --output policy.csv",
  ],
  args: {},
  options: {
    version: wholeNumber("the version; the one that counts where left out", 1, 100_000),
    asAt: day("the day it counts on; today where left out"),
  },
  run({ store, today }, words) {
    const on = words.asAt ?? today;
    const versions = policyVersions(store);
    const version =
      words.version === undefined
        ? policyOn(versions, on)
        : versions.find((v) => v.version === words.version);
    if (!version)
      throw refused({
        code: "unknown-version",
        message: `There is no version ${words.version}.`,
        remedy: "See: involve project policy list",
      });
    const weights = weightsOf(store, version.id);
    return { report: policyReport(version, weights, versions, on) };
  },
});
