import { command } from "../../../cli/command.ts";
import { policiesReport } from "../../../reports/policies.ts";
import { policyVersions } from "../../../store/policies.ts";

export default command({
  about: "List the versions of the match policy, with when each was agreed",
  examples: ["involve project policy list", "involve project policy list --format json"],
  args: {},
  options: {},
  run: ({ store, today }) => ({ report: policiesReport(policyVersions(store), today) }),
});
