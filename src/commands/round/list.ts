import { command } from "../../cli/command.ts";
import { roundsReport } from "../../reports/rounds.ts";
import { applicationCounts, rounds } from "../../store/rounds.ts";

export default command({
  about: "List recruitment rounds",
  examples: ["involve round list", "involve round list --format json"],
  args: {},
  options: {},
  run: ({ store, today }) => ({ report: roundsReport(rounds(store), applicationCounts(store), today) }),
});
