import { command } from "../../cli/command.ts";
import { mappingsReport } from "../../reports/imports.ts";
import { mappings } from "../../store/mappings.ts";

export default command({
  about: "List the saved mappings of columns",
  details: [
    "A mapping says which header of a file is which column. Any import saves one with --map and --mapping NAME, or when it has asked at the terminal, and uses it with --mapping NAME.",
  ],
  examples: ["involve import mappings"],
  args: {},
  options: {},
  run: ({ store }) => ({ report: mappingsReport(mappings(store)) }),
});
