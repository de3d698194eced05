import { type AttendanceEntry, came, type KnownAttendance } from "./attendance.ts";

/** What is written for an entry: a mode that was not said stays as it was, and goes where somebody did not come. */
const writtenMode = (entry: AttendanceEntry, known: KnownAttendance | undefined): string | null =>
  came(entry.state) ? (entry.mode ?? known?.mode ?? null) : null;

/** What would be written: which entries are new, which change what is on record, and how many say what is known. */
export interface AttendancePlan {
  readonly added: readonly AttendanceEntry[];
  readonly updated: readonly (AttendanceEntry & {
    readonly known: KnownAttendance;
    readonly newMode: string | null;
  })[];
  readonly unchanged: number;
}

/** Sorts entries into new, updated and unchanged by what is on record. */
export function planAttendance(
  entries: readonly AttendanceEntry[],
  knownOf: (meetingId: number, personId: number) => KnownAttendance | undefined,
): AttendancePlan {
  const added: AttendanceEntry[] = [];
  const updated: (AttendanceEntry & { known: KnownAttendance; newMode: string | null })[] = [];
  let unchanged = 0;
  for (const entry of entries) {
    const known = knownOf(entry.meeting.id, entry.person.id);
    const newMode = writtenMode(entry, known);
    if (!known) added.push(entry);
    else if (known.state === entry.state && known.mode === newMode) unchanged++;
    else updated.push({ ...entry, known, newMode });
  }
  return { added, updated, unchanged };
}
