import { command } from "../../cli/command.ts";
import { flag } from "../../cli/options.ts";
import { staffReport } from "../../reports/staff.ts";
import { staffRows } from "../../store/staff.ts";

export default command({
  about: "List staff and their roles",
  details: ["Roles are those held today, or on the day of --today. E-mail addresses are in CSV and JSON."],
  examples: ["involve staff list", "involve staff list --all --format csv"],
  args: {},
  options: { all: flag("also staff who have left") },
  run: (context, words) => ({ report: staffReport(staffRows(context.store), words.all, context.today) }),
});
