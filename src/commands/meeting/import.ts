import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { importOptions } from "../../cli/importing.ts";
import { file, required } from "../../cli/options.ts";
import { importStream, type StreamKind } from "../../cli/streaming.ts";
import { attendanceCells } from "../../csv/meetings.ts";
import { type Attendee, theMeeting } from "../../domain/attendance.ts";
import type { KnownMeeting } from "../../domain/meeting.ts";
import { attendeeIndex } from "../../store/attendance.ts";
import { Register } from "../../store/attendance-register.ts";
import { meetingsByKey } from "../../store/meetings.ts";
import type { Store } from "../../store/store.ts";

const columns = (store: Store) => {
  const meetings = meetingsByKey(store);
  return attendanceCells<KnownMeeting, Attendee>((text) => theMeeting(text, meetings), attendeeIndex(store));
};

const attendance = ({ today }: Context): StreamKind<ReturnType<typeof columns>> => ({
  kind: "attendance",
  identity: "person",
  columns,
  stage: (store, { clears }) => new Register(store, today, clears),
});

export default command({
  about: "Bring in attendance from a CSV file",
  details: [
    "Columns: meeting, ref (or a name or e-mail address), state (present, part, apologies or absent) and mode (in-person, remote or blank). The same file again changes nothing; a blank mode leaves what is known (with --blanks clear it takes it away); whoever is not in the file stays as they are.",
    "The file is taken in whole or not at all, and every row that is wrong is named with its line and column; --partial takes the good rows. A CSV file may have a million rows and more; a workbook is opened whole.",
  ],
  examples: [
    "involve meeting import attendance.csv",
    "involve meeting import attendance.csv --dry-run",
    "involve meeting import attendance.csv --partial --errors-to failed.csv",
  ],
  writes: true,
  args: { file: required(file("the CSV file or workbook")) },
  options: importOptions,
  run: (context, words) => importStream(context, words, attendance(context)),
});
