import { command } from "../../cli/command.ts";
import { period, text } from "../../cli/options.ts";
import { within } from "../../domain/day.ts";
import { meetingsReport } from "../../reports/meetings.ts";
import { knownMeetings, meetingCounts } from "../../store/meetings.ts";

export default command({
  about: "List meetings and how many came",
  details: [
    "Not recorded is not absent: nothing was written down. CSV and JSON also have the place and the length.",
  ],
  examples: [
    "involve meeting list",
    "involve meeting list --period 2026",
    "involve meeting list --series reflective --format json",
  ],
  args: {},
  options: {
    period: period("only meetings of this period"),
    series: text("only this series", "SERIES", "series"),
  },
  run(context, { period: only, series }) {
    const meetings = knownMeetings(context.store).filter(
      (m) =>
        (only === undefined || within(m.heldOn, only.from, only.to)) &&
        (series === undefined || m.series.key === series),
    );
    return { report: meetingsReport(meetings, meetingCounts(context.store), context.today) };
  },
});
