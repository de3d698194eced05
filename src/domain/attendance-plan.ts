import { type AttendanceEntry, came, type KnownAttendance } from "./attendance.ts";
import { type CellChange, cellChange } from "./import-plan.ts";
import type { RowOutcome } from "./imports.ts";

/** What an entry says: a mode of null was not said. */
type Said = Pick<AttendanceEntry, "state"> & { readonly mode: string | null };

/** What is written for an entry: a mode that was not said stays as it was, and goes where somebody did not come. */
const writtenMode = (entry: Said, known: KnownAttendance | undefined, clears: boolean): string | null =>
  came(entry.state) ? (entry.mode ?? (clears ? null : (known?.mode ?? null))) : null;

/** What becomes of an entry, and the mode that is on record then. */
export interface EntryOutcome {
  readonly outcome: RowOutcome;
  readonly mode: string | null;
}

/** What becomes of an entry by what is on record; with `clears` a mode that was not said is taken away. */
export function outcomeOf(entry: Said, known: KnownAttendance | undefined, clears = false): EntryOutcome {
  const mode = writtenMode(entry, known, clears);
  if (!known) return { outcome: "new", mode };
  const same = known.state === entry.state && known.mode === mode;
  return { outcome: same ? "unchanged" : "updated", mode };
}

/** The cells of an attendance on record that become others. */
export const attendanceChanges = (known: KnownAttendance, state: string, mode: string | null): CellChange[] =>
  [cellChange("state", known.state, state), cellChange("mode", known.mode, mode)].filter(
    (c) => c.from !== c.to,
  );

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
    const { outcome, mode } = outcomeOf(entry, known);
    if (!known) added.push(entry);
    else if (outcome === "unchanged") unchanged++;
    else updated.push({ ...entry, known, newMode: mode });
  }
  return { added, updated, unchanged };
}
