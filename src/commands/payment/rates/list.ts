import { command } from "../../../cli/command.ts";
import { day, flag } from "../../../cli/options.ts";
import { ratesReport } from "../../../reports/rates.ts";
import { rateFacts } from "../../../store/rate-cards.ts";

export default command({
  about: "List the rates in force, with where they come from",
  details: [
    "A fee is priced by the day of the activity and keeps its rate, whatever becomes of the card.",
    "Sources are marked V (read in an official page), S (in a secondary one), D (worked out) or M (from memory): ask your payer about all but V.",
  ],
  examples: [
    "involve payment rates list",
    "involve payment rates list --on 2025-12-15",
    "involve payment rates list --all --format csv",
  ],
  args: {},
  options: {
    on: day("the rates of this day, not of today"),
    all: flag("also rates that ended, are to come, or are on a retired card"),
  },
  run: ({ store, today }, { on, all }) => ({ report: ratesReport(rateFacts(store), on ?? today, all) }),
});
