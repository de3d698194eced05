import { type AttendanceEntry, attendanceProblems, twiceProblem } from "../domain/attendance.ts";
import { attendanceChanges, outcomeOf } from "../domain/attendance-plan.ts";
import type { Day } from "../domain/day.ts";
import type { RowPlan } from "../domain/import-plan.ts";
import type { ImportCounts } from "../domain/imports.ts";
import { ref } from "../domain/ref.ts";
import type { Problem } from "../domain/result.ts";
import { markHeld } from "./attendance.ts";
import { AttendanceStaging, type MetRow, type StagedRow } from "./attendance-staging.ts";
import type { Store } from "./store.ts";

/** A row of a register that was read. */
interface RegisterRow {
  readonly line: number;
  readonly value: Omit<AttendanceEntry, "mode"> & { readonly mode: AttendanceEntry["mode"] | undefined };
  readonly blank: readonly string[];
}

/** What is done with a register once it was read. */
interface Settling {
  readonly write: boolean;
  readonly every: boolean;
  tell(plan: RowPlan<null>): void;
  passed(share: number): void;
}

/** How many lines are planned and written at a time. */
const chunk = 10_000;

const planned = (
  row: StagedRow,
  outcome: RowPlan<null>["outcome"],
  changes: RowPlan<null>["changes"] = [],
): RowPlan<null> => ({
  line: row.line,
  outcome,
  ref: null,
  about: `${ref("member", row.personId)} ${row.knownAs} in ${row.meeting}`,
  matchedBy: outcome === "new" ? null : "meeting and person",
  changes,
  notes: [],
  write: null,
});

/** A register of attendance on its way in: each row is judged as it comes, and all are planned and written at the end. */
export class Register {
  readonly #store: Store;
  readonly #staging: AttendanceStaging;
  readonly #today: Day;
  readonly #clears: boolean;
  #clearsMode = false;
  /** The meetings of which something becomes another. */
  readonly #changed = new Set<number>();

  constructor(store: Store, today: Day, clears: boolean) {
    this.#store = store;
    this.#staging = new AttendanceStaging(store);
    this.#today = today;
    this.#clears = clears;
  }

  /** Keeps a row; answers every rule that it breaks. */
  keep({ line, value, blank }: RegisterRow): readonly Problem[] {
    if (this.#clears && blank.includes("mode")) this.#clearsMode = true;
    const entry = { ...value, mode: value.mode ?? null };
    const problems = attendanceProblems(entry, this.#today).map((p) => ({ ...p, line }));
    const earlier = this.#staging.keep(entry, line, problems.length === 0);
    return earlier === null ? problems : [...problems, twiceProblem(entry, line, earlier)];
  }

  /** Plans every good row, and writes them where that is asked for. */
  settle(asked: Settling): ImportCounts {
    this.#staging.flush();
    const metAny = this.#staging.meetsAny();
    const last = this.#staging.lastLine;
    const counts = { added: 0, updated: 0, unchanged: 0 };
    for (let from = 1; from <= last; from += chunk) {
      const to = from + chunk - 1;
      const met = metAny ? this.#staging.met(from, to) : [];
      const added = this.#staging.count(from, to) - met.length;
      if (added > 0) this.#add(from, to, met, asked);
      const updated = this.#change(met, asked);
      counts.added += added;
      counts.updated += updated;
      counts.unchanged += met.length - updated;
      asked.passed(Math.min(1, to / last));
    }
    this.#store.fromLine(null);
    if (asked.write) markHeld(this.#store, [...this.#changed], this.#today);
    return counts;
  }

  #add(from: number, to: number, met: readonly MetRow[], asked: Settling): void {
    const known = new Set(met.map((m) => m.line));
    if (asked.every)
      for (const row of this.#staging.rows(from, to))
        if (!known.has(row.line)) asked.tell(planned(row, "new"));
    if (!asked.write) return;
    for (const id of this.#staging.newMeetings(from, to, known.size > 0)) this.#changed.add(id);
    this.#staging.take(from, to, known.size > 0);
  }

  /** Changes what is on record; answers how many rows became others. */
  #change(met: readonly MetRow[], asked: Settling): number {
    let updated = 0;
    for (const row of met) {
      const { outcome, mode } = outcomeOf(row, row.known, this.#clearsMode);
      if (outcome === "unchanged") {
        if (asked.every) asked.tell(planned(row, "unchanged"));
        continue;
      }
      updated += 1;
      asked.tell(planned(row, "updated", attendanceChanges(row.known, row.state, mode)));
      if (!asked.write) continue;
      this.#changed.add(row.meetingId);
      this.#staging.change(row, mode);
    }
    return updated;
  }
}
