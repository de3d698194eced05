import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { exits, must } from "../../cli/errors.ts";
import { acknowledge, asked, choice, day, file, flag, text, time, wholeNumber } from "../../cli/options.ts";
import { meetingCells } from "../../csv/meetings.ts";
import { openSheet } from "../../csv/raw.ts";
import { type ReadRows, readSaid, readTable } from "../../csv/table.ts";
import { countsOf, importSentence } from "../../domain/imports.ts";
import { meetingModes } from "../../domain/meeting.ts";
import {
  type MeetingRequest,
  type MeetingRow,
  planRequest,
  planRows,
  requestShape,
} from "../../domain/meeting-request.ts";
import { withProblems } from "../../domain/result.ts";
import { planSentences, seriesSentence } from "../../reports/meeting-plan.ts";
import { meetingsReport } from "../../reports/meetings.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { type ImportedFile, recordImport } from "../../store/imports.ts";
import {
  bankHolidays,
  knownMeetings,
  meetingCounts,
  meetingSeries,
  saveMeetings,
} from "../../store/meetings.ts";
import type { Store } from "../../store/store.ts";

/** A sheet of meetings with what could be read of it. */
type Sheet = Omit<ImportedFile, "kind"> & { readonly read: ReadRows<MeetingRow> };
type Request = MeetingRequest & { readonly acknowledge: string | undefined };

/** Records the meetings that are asked for, and holds them against the ceilings of whoever they are for. */
function recorded(store: Store, { by, today }: Context, request: Request, sheet: Sheet | undefined): Outcome {
  const known = knownMeetings(store);
  const all = meetingSeries(store);
  const plans = sheet
    ? must(withProblems(sheet.read.problems, planRows(sheet.read.rows, known, all)), exits.rows)
    : must(planRequest(request, known, all));
  const outcomes = saveMeetings(store, plans, known);
  const counts = countsOf(outcomes);
  if (sheet) recordImport(store, { kind: "meetings", ...sheet }, counts, { by, today });
  const refs = outcomes.filter((o) => o.outcome !== "unchanged").map((o) => `meeting:${o.plan.key}`);
  const watched = must(
    watchCeilings(store, { stage: "offer", refs, acknowledge: request.acknowledge, by, today }),
  );
  const rows = knownMeetings(store).filter((m) => plans.some((p) => p.key === m.key));
  return {
    report: meetingsReport(rows, meetingCounts(store), today),
    said: [
      ...(request.count !== undefined ? [seriesSentence(plans)] : []),
      ...planSentences(outcomes, bankHolidays(store)),
      ...(sheet ? [importSentence(sheet.name, counts), ...readSaid(sheet.read)] : []),
      ...watched,
    ],
  };
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
    acknowledge: acknowledge(),
  },
  async run(context, words) {
    must(requestShape(words), exits.usage);
    const name = words.fromFile ?? "";
    const bytes = name === "" ? undefined : context.readFile(name);
    const read = bytes && readTable(must(await openSheet(name, bytes), exits.rows), meetingCells);
    const sheet = bytes && read && { name, bytes, read };
    return context.withReason(words.acknowledge, "over-ceiling", (acknowledge) =>
      context.write((store) => recorded(store, context, { ...words, acknowledge }, sheet)),
    );
  },
});
