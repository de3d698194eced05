import { command } from "../../cli/command.ts";
import { roundsReport } from "../../reports/rounds.ts";
import { progressOf } from "../../store/round-changes.ts";
import { applicationCounts, rounds } from "../../store/rounds.ts";

export default command({
  about: "List recruitment rounds",
  details: ["With what is due next in each, by its key dates: see involve round edit."],
  examples: ["involve round list", "involve round list --format json"],
  args: {},
  options: {},
  run: ({ store, today }) => ({
    report: roundsReport(rounds(store), applicationCounts(store), progressOf(store), today),
  }),
});
