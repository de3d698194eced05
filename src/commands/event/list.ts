import { command } from "../../cli/command.ts";
import { choice, fallback, period } from "../../cli/options.ts";
import { eventsReport } from "../../reports/events.ts";
import { eventRows } from "../../store/events.ts";
import { namingFacts } from "../../store/naming.ts";

export default command({
  about: "List public engagement",
  details: [
    "For the public, people stand only as they chose to be named at that event; who has not said is withheld.",
  ],
  examples: [
    "involve event list",
    "involve event list --period 2026",
    "involve event list --audience public --format md",
  ],
  args: {},
  options: {
    period: period("only events of this time"),
    audience: fallback(choice("who will read it", ["team", "public"]), "team"),
  },
  run: (context, words) => ({
    report: eventsReport(
      eventRows(context.store, { period: words.period }),
      namingFacts(context.store),
      words.audience,
    ),
  }),
});
