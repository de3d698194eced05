import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { asked, choice, day, file, flag, text, time, wholeNumber } from "../../cli/options.ts";
import { meetingCells } from "../../csv/meetings.ts";
import { openSheet } from "../../csv/raw.ts";
import { type ReadRows, readSaid, readTable } from "../../csv/table.ts";
import { countsOf, importSentence } from "../../domain/imports.ts";
import {
  type KnownMeeting,
  type MeetingPlan,
  type MeetingSeries,
  meetingModes,
} from "../../domain/meeting.ts";
import { type MeetingRow, planRequest, planRows, requestShape } from "../../domain/meeting-request.ts";
import { withProblems } from "../../domain/result.ts";
import { planSentences, seriesSentence } from "../../reports/meeting-plan.ts";
import { meetingsReport } from "../../reports/meetings.ts";
import { recordImport } from "../../store/imports.ts";
import {
  bankHolidays,
  knownMeetings,
  meetingCounts,
  meetingSeries,
  saveMeetings,
} from "../../store/meetings.ts";

const importedFile = (name: string, bytes: Uint8Array) => ({ kind: "meetings", name, bytes });

/** The meetings of a file; stops with every problem in it. */
function rowsOrStop(
  read: ReadRows<MeetingRow>,
  known: readonly KnownMeeting[],
  all: readonly MeetingSeries[],
): readonly MeetingPlan[] {
  return must(withProblems(read.problems, planRows(read.rows, known, all)), exits.rows);
}

export default command({
  about: "Plan one meeting, a series, or the meetings of a CSV file",
  details: [
    "A series is planned from its first day: the same weekday of the month, as often as the series meets. Meetings of the working group are called by their month (2026-03), others with their series in front (reflective-2026-03).",
    "The columns of a file are key, held_on, starts_at, mode, place and title; a blank cell leaves what is known as it is.",
  ],
  examples: [
    'involve meeting plan 2026-03 --on 2026-03-11 --at 10:00 --mode hybrid --place "Room 4"',
    "involve meeting plan --series lewg --from 2025-11-12 --count 6 --at 10:00",
    "involve meeting plan --from-file meetings.csv",
    "involve meeting plan 2026-03 --on 2026-03-18 --change",
  ],
  writes: true,
  args: { key: text("what the meeting is called; its month where left out", "MEETING", "meeting") },
  options: {
    on: asked(day("the day it is held")),
    series: asked(text("the series it belongs to, lewg where left out", "SERIES", "series")),
    from: asked(day("the first day of a series")),
    count: asked(wholeNumber("how many meetings of a series", 1, 120)),
    at: asked(time("when it starts")),
    mode: asked(choice("how it is held", meetingModes)),
    place: asked(text("where it is held", "PLACE")),
    title: text("what it is about", "TITLE"),
    minutes: wholeNumber("how long it is, in minutes", 1, 1440),
    change: flag("the meeting is planned already, and this changes it"),
    fromFile: file("a CSV file of meetings"),
  },
  async run(context, words) {
    const shape = must(requestShape(words), exits.usage);
    const { fromFile } = words;
    const file = fromFile === undefined ? undefined : importedFile(fromFile, context.readFile(fromFile));
    const read = file && readTable(must(await openSheet(file.name, file.bytes), exits.rows), meetingCells);
    return context.write((store) => {
      const known = knownMeetings(store);
      const all = meetingSeries(store);
      const plans = read ? rowsOrStop(read, known, all) : must(planRequest(words, known, all));
      const outcomes = saveMeetings(store, plans, known);
      const counts = countsOf(outcomes);
      if (file) recordImport(store, file, counts, context);
      const keys = new Set(plans.map((p) => p.key));
      const rows = knownMeetings(store).filter((m) => keys.has(m.key));
      return {
        report: meetingsReport(rows, meetingCounts(store), context.today),
        said: [
          ...(shape === "series" ? [seriesSentence(plans)] : []),
          ...planSentences(outcomes, bankHolidays(store)),
          ...(file ? [importSentence(file.name, counts)] : []),
          ...(read ? readSaid(read) : []),
        ],
      };
    });
  },
});
