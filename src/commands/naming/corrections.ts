import { command } from "../../cli/command.ts";
import { flag } from "../../cli/options.ts";
import { correctionsReport } from "../../reports/naming-corrections.ts";
import { namingFacts } from "../../store/naming.ts";
import { correctionRows } from "../../store/naming-corrections.ts";

export default command({
  about: "List corrections of how people are named that publishers still have to make",
  details: [
    "Of somebody who wishes to be anonymous it is said that the name is to come out of the output, and not whose it is; --reveal shows it, and puts on record that you looked.",
  ],
  examples: ["involve naming corrections", "involve naming corrections --all"],
  args: {},
  options: {
    all: flag("also those that are closed"),
    reveal: flag("show withheld identities; puts on record that you looked"),
  },
  run({ store, leaveTrace }, { all, reveal }) {
    if (reveal) leaveTrace("showed who asked for corrections");
    const rows = correctionRows(store).filter((c) => all || c.doneOn === null);
    return { report: correctionsReport(rows, namingFacts(store), reveal) };
  },
});
