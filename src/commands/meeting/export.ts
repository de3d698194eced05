import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { many, period, text } from "../../cli/options.ts";
import { theMeeting } from "../../domain/attendance.ts";
import { within } from "../../domain/day.ts";
import { together } from "../../domain/result.ts";
import { registerReport } from "../../reports/meetings.ts";
import { attendanceRows } from "../../store/attendance.ts";
import { meetingsByKey } from "../../store/meetings.ts";

export default command({
  about: "Write attendance as a CSV file that imports again unchanged",
  details: ["Whoever nothing is recorded of has no row: not recorded is not absent."],
  examples: [
    "involve meeting export --output attendance.csv",
    "involve meeting export 2026-03 2026-05 --format csv",
    "involve meeting export --period 2026 --output attendance-2026.csv",
  ],
  args: { meeting: many(text("only these meetings", "MEETING", "meeting")) },
  options: { period: period("only meetings of this period") },
  run({ store }, words) {
    const known = meetingsByKey(store);
    const wanted = new Set(must(together(words.meeting.map((m) => theMeeting(m, known)))).map((m) => m.key));
    const rows = attendanceRows(store).filter(
      (r) =>
        (wanted.size === 0 || wanted.has(r.meeting)) &&
        (words.period === undefined || within(r.heldOn, words.period.from, words.period.to)),
    );
    return { report: registerReport(rows) };
  },
});
