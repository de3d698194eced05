import { command } from "../../cli/command.ts";
import { badRows, exits, must } from "../../cli/errors.ts";
import { file, required } from "../../cli/options.ts";
import { attendanceCells } from "../../csv/meetings.ts";
import { openSheet, type RawSheet } from "../../csv/raw.ts";
import { readSaid, readTable } from "../../csv/table.ts";
import { attendanceProblems, theMeeting, twiceProblems } from "../../domain/attendance.ts";
import { planAttendance } from "../../domain/attendance-plan.ts";
import type { Day } from "../../domain/day.ts";
import { importSentence } from "../../domain/imports.ts";
import { countsReport } from "../../reports/imports.ts";
import { attendeeIndex, knownAttendance, saveAttendance } from "../../store/attendance.ts";
import { recordImport } from "../../store/imports.ts";
import { meetingsByKey } from "../../store/meetings.ts";
import type { Store } from "../../store/store.ts";

/** Every row of the register with its meeting and person, and the columns left out; stops with every problem in it. */
function readRegister(store: Store, sheet: RawSheet, today: Day) {
  const meetings = meetingsByKey(store);
  const read = readTable(
    sheet,
    attendanceCells((text) => theMeeting(text, meetings), attendeeIndex(store)),
  );
  const entries = read.rows.map(({ line, value }) => ({ ...value, mode: value.mode ?? null, line }));
  const problems = [
    ...read.problems,
    ...entries.flatMap((e) => attendanceProblems(e, today).map((p) => ({ ...p, line: e.line }))),
    ...twiceProblems(entries, (e) => e.line),
  ];
  if (problems.length > 0) throw badRows(...problems);
  return { entries, said: readSaid(read) };
}

export default command({
  about: "Bring in attendance from a CSV file",
  details: [
    "Columns: meeting, ref (or a name or e-mail address), state (present, part, apologies or absent) and mode (in-person, remote or blank). The same file again changes nothing; a blank mode leaves what is known; whoever is not in the file stays as they are.",
    "Every row that is wrong is named with its line and column, and then nothing is written.",
  ],
  examples: ["involve meeting import attendance.csv", "involve meeting import attendance.csv --dry-run"],
  writes: true,
  args: { file: required(file("the CSV file")) },
  options: {},
  async run(context, words) {
    const bytes = context.readFile(words.file);
    const sheet = must(await openSheet(words.file, bytes), exits.rows);
    return context.write((store) => {
      const { entries, said } = readRegister(store, sheet, context.today);
      const known = knownAttendance(
        store,
        entries.map((e) => e.meeting.id),
      );
      const plan = planAttendance(entries, known);
      saveAttendance(store, plan, context.today);
      const counts = { ...plan, added: plan.added.length, updated: plan.updated.length };
      recordImport(store, { kind: "attendance", name: words.file, bytes }, counts, context);
      return {
        report: countsReport(counts),
        said: [importSentence(words.file, counts), ...said],
      };
    });
  },
});
