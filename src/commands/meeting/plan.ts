import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { exits, must } from "../../cli/errors.ts";
import { checkNoFile, type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { acknowledge, asked, choice, day, file, flag, text, time, wholeNumber } from "../../cli/options.ts";
import { meetingCells } from "../../csv/meetings.ts";
import { meetingModes } from "../../domain/meeting.ts";
import { type MeetingRequest, planRequest, requestShape } from "../../domain/meeting-request.ts";
import { type MeetingWrite, planMeetingRows } from "../../domain/meeting-sheet.ts";
import { meetingNotes, planSentences, seriesSentence } from "../../reports/meeting-plan.ts";
import { meetingsReport } from "../../reports/meetings.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import {
  bankHolidays,
  knownMeetings,
  meetingCounts,
  meetingSeries,
  saveMeeting,
  saveMeetings,
} from "../../store/meetings.ts";
import type { Store } from "../../store/store.ts";

type Request = MeetingRequest & { readonly acknowledge: string | undefined };

/** Holds meetings that are new or changed against the ceilings of whoever they are for. */
function watched(store: Store, { by, today }: Context, keys: readonly string[], acknowledge?: string) {
  const refs = keys.map((key) => `meeting:${key}`);
  return must(watchCeilings(store, { stage: "offer", refs, acknowledge, by, today }));
}

/** Records the meetings that are asked for in words. */
function recorded(store: Store, context: Context, request: Request): Outcome {
  const known = knownMeetings(store);
  const plans = must(planRequest(request, known, meetingSeries(store)));
  const outcomes = saveMeetings(store, plans, known);
  const changed = outcomes.filter((o) => o.outcome !== "unchanged").map((o) => o.plan.key);
  const ceilings = watched(store, context, changed, request.acknowledge);
  const rows = knownMeetings(store).filter((m) => plans.some((p) => p.key === m.key));
  const series = request.count !== undefined ? [seriesSentence(plans)] : [];
  const said = [...series, ...planSentences(outcomes, bankHolidays(store)), ...ceilings];
  return { report: meetingsReport(rows, meetingCounts(store), context.today), said };
}

/** A file of meetings, each planned or changed. */
const meetings = (context: Context, given?: string): ImportKind<typeof meetingCells, MeetingWrite> => ({
  ...{ kind: "meetings", identity: null, clears: true, columns: () => meetingCells },
  reason: { code: "over-ceiling", given },
  plan: (store, rows, choices) =>
    planMeetingRows(rows, knownMeetings(store), meetingSeries(store), choices.blanks),
  apply(store, { write }) {
    saveMeeting(store, write);
    return write.plan.key;
  },
  said(store, taken, reason) {
    const plans = taken.map((row) => row.write.plan);
    const changed = taken.flatMap((row) => (row.outcome === "unchanged" ? [] : [row.write.plan.key]));
    const notes = meetingNotes(plans, bankHolidays(store));
    return [...notes, ...watched(store, context, changed, reason)];
  },
});

export default command({
  about: "Plan one meeting, a series, or the meetings of a file",
  details: [
    "A series is planned from its first day: the same weekday of the month, as often as the series meets. Meetings of the working group are called by their month (2026-03), others with their series in front (reflective-2026-03).",
    "The columns of a file are key, held_on, starts_at, mode, place and title; a blank cell leaves what is known as it is, unless --blanks clear is given.",
  ],
  examples: [
    "involve meeting plan 2026-03 --on 2026-03-11 --at 10:00 --mode hybrid",
    "involve meeting plan --series lewg --from 2025-11-12 --count 6 --at 10:00",
    "involve meeting plan --from-file meetings.csv --dry-run",
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
    fromFile: file("a CSV file or an XLSX workbook of meetings"),
    ...importOptions,
    acknowledge: acknowledge(),
  },
  run(context, words) {
    must(requestShape(words), exits.usage);
    const { fromFile } = words;
    if (fromFile !== undefined)
      return importFile(context, { ...words, file: fromFile }, meetings(context, words.acknowledge));
    checkNoFile(words);
    return context.withReason(words.acknowledge, "over-ceiling", (acknowledge) =>
      context.write((store) => recorded(store, context, { ...words, acknowledge })),
    );
  },
});
