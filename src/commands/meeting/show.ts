import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { theMeeting } from "../../domain/attendance.ts";
import { meetingReport } from "../../reports/meetings.ts";
import { attendanceRows, attendees } from "../../store/attendance.ts";
import { meetingCounts, meetingsByKey } from "../../store/meetings.ts";

export default command({
  about: "Show a meeting and who came",
  details: [
    "Everybody who was in the group that day is there. Not recorded is not absent: nothing was written down. Of a reflective space only those who came are shown.",
  ],
  examples: ["involve meeting show 2026-03", "involve meeting show 2026-03 --format json"],
  args: { meeting: required(text("the meeting, as meeting list calls it", "MEETING", "meeting")) },
  options: {},
  run({ store, today }, words) {
    const meeting = must(theMeeting(words.meeting, meetingsByKey(store)));
    return {
      report: meetingReport(
        meeting,
        meetingCounts(store).get(meeting.key),
        attendees(store),
        attendanceRows(store, meeting.key),
        today,
      ),
    };
  },
});
