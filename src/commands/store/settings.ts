import { command } from "../../cli/command.ts";
import { settingsReport } from "../../reports/settings.ts";
import { settings } from "../../store/settings.ts";

export default command({
  about: "List the unit's figures and sentences that are policy",
  details: ["Each with what it is for and where it comes from. To change one: involve store set"],
  examples: ["involve store settings", "involve store settings --format csv"],
  args: {},
  options: {},
  run: ({ store }) => ({ report: settingsReport(settings(store)) }),
});
