import { command } from "../../cli/command.ts";
import { templatesReport } from "../../reports/templates.ts";
import { templates } from "../../store/templates.ts";

export default command({
  about: "List the letters and phrases that the unit can edit",
  examples: ["involve template list"],
  args: {},
  options: {},
  run: ({ store }) => ({ report: templatesReport(templates(store)) }),
});
