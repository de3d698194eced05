import type { AttendanceEntry, KnownAttendance } from "../domain/attendance.ts";
import type { TeamName } from "../domain/person-name.ts";
import type { Store } from "./store.ts";

/** The first row of a file that is about a person at a meeting. */
export interface FirstRow {
  readonly line: number;
  readonly state: string;
}

/** A row that was kept, with the names by which people know what it is about. */
export interface StagedRow {
  readonly line: number;
  readonly meetingId: number;
  readonly meeting: string;
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly state: AttendanceEntry["state"];
  readonly mode: AttendanceEntry["mode"];
}

/** A row that was kept and is about an attendance on record. */
export type MetRow = StagedRow & { readonly known: KnownAttendance };

const make = `pragma temp.journal_mode = off;
drop table if exists temp.staged_attendance;
create temp table staged_attendance (
  line integer primary key, meeting_id integer, person_id integer, state text, mode text, good integer
);
drop view if exists temp.taken_attendance;
create temp view taken_attendance as select * from staged_attendance;
create temp trigger take_attendance instead of insert on taken_attendance begin
  update recording set line_no = new.line;
  insert into attendance (meeting_id, person_id, state, mode)
  values (new.meeting_id, new.person_id, new.state, new.mode);
end;`;

const batch = 100;
const width = 6;
const insertSql = (rows: number): string =>
  `insert into staged_attendance values ${Array(rows).fill("(?, ?, ?, ?, ?, ?)").join(", ")}`;
const insertBatch = insertSql(batch);

/** The rows of a chunk of lines, with the names they go by. */
const rows = `select s.line, s.meeting_id as meetingId, m.key as meeting, s.person_id as personId, p.known_as as knownAs,
  s.state, s.mode from staged_attendance s join meeting m on m.id = s.meeting_id join person p on p.id = s.person_id`;

/** Which rows of a chunk are about nothing on record; none has to be looked for where none of the chunk is on record. */
const unmet = (metSome: boolean): string =>
  `s.line between ? and ? and s.good = 1${
    metSome
      ? " and not exists (select 1 from attendance a where a.meeting_id = s.meeting_id and a.person_id = s.person_id)"
      : ""
  }`;

/**
 * Rows of a register on their way in: kept in a temporary table of the connection, so that a long file takes no memory and the
 * store is not locked while it is read.
 */
export class AttendanceStaging {
  readonly #store: Store;
  #pending: unknown[] = [];
  /** One bit for each person at each meeting that the file is about. */
  readonly #seen = new Map<number, Uint8Array>();
  #lastLine = 0;
  #indexed = false;

  constructor(store: Store) {
    this.#store = store;
    store.script(make);
  }

  /** The last line that was kept. */
  get lastLine(): number {
    return this.#lastLine;
  }

  /** The meetings that the file is about. */
  get meetingIds(): readonly number[] {
    return [...this.#seen.keys()];
  }

  /** Keeps a row; answers the earlier one where it is the second about this person at this meeting. Bad rows are not taken. */
  keep({ meeting, person, state, mode }: AttendanceEntry, line: number, good: boolean): FirstRow | null {
    this.#lastLine = line;
    const earlier = this.#mark(meeting.id, person.id) ? this.#first(meeting.id, person.id) : null;
    this.#pending.push(line, meeting.id, person.id, state, mode, good && earlier === null ? 1 : 0);
    if (this.#pending.length === batch * width) {
      this.#store.rawRun(insertBatch, ...this.#pending);
      this.#pending = [];
    }
    return earlier;
  }

  /** Whether a person was at a meeting before; from now on they were. */
  #mark(meetingId: number, personId: number): boolean {
    const at = personId >> 3;
    const bit = 1 << (personId & 7);
    let bits = this.#seen.get(meetingId);
    if (bits === undefined || at >= bits.length) {
      const longer = new Uint8Array(Math.max(at + 1, 2 * (bits?.length ?? 16)));
      if (bits) longer.set(bits);
      bits = longer;
      this.#seen.set(meetingId, bits);
    }
    const before = ((bits[at] ?? 0) & bit) !== 0;
    bits[at] = (bits[at] ?? 0) | bit;
    return before;
  }

  #first(meetingId: number, personId: number): FirstRow | null {
    this.flush();
    if (!this.#indexed)
      this.#store.script(
        "create index temp.staged_person on staged_attendance (meeting_id, person_id, line)",
      );
    this.#indexed = true;
    const [row] = this.#store.raw<FirstRow>(
      "select line, state from staged_attendance where meeting_id = ? and person_id = ? order by line limit 1",
      meetingId,
      personId,
    );
    return row ?? null;
  }

  /** Writes down what is still in memory; after the last row. */
  flush(): void {
    const left = this.#pending.length / width;
    if (left > 0) this.#store.rawRun(insertSql(left), ...this.#pending);
    this.#pending = [];
  }

  /** How many good rows there are from one line to another. */
  count(from: number, to: number): number {
    const [row] = this.#store.raw<{ n: number }>(
      "select count(*) as n from staged_attendance where line between ? and ? and good = 1",
      from,
      to,
    );
    return row?.n ?? 0;
  }

  /** Whether anything at all is on record for the meetings that the file is about. */
  meetsAny(): boolean {
    return this.meetingIds.some(
      (id) => this.#store.raw("select 1 from attendance where meeting_id = ? limit 1", id).length > 0,
    );
  }

  /** The good rows from one line to another. */
  rows(from: number, to: number): StagedRow[] {
    return this.#store.raw<StagedRow>(
      `${rows} where s.line between ? and ? and s.good = 1 order by s.line`,
      from,
      to,
    );
  }

  /** The good rows from one line to another that are about an attendance on record. */
  met(from: number, to: number): MetRow[] {
    return this.#store
      .raw<StagedRow & { known_id: number; known_state: string; known_mode: string | null }>(
        `${rows.replace("s.state, s.mode", "s.state, s.mode, a.id as known_id, a.state as known_state, a.mode as known_mode")}
         join attendance a on a.meeting_id = s.meeting_id and a.person_id = s.person_id
         where s.line between ? and ? and s.good = 1 order by s.line`,
        from,
        to,
      )
      .map(({ known_id, known_state, known_mode, ...row }) => ({
        ...row,
        known: { id: known_id, state: known_state, mode: known_mode },
      }));
  }

  /** The meetings of the good rows from one line to another that are about nothing on record. */
  newMeetings(from: number, to: number, metSome: boolean): number[] {
    return this.#store
      .raw<{ id: number }>(
        `select distinct meeting_id as id from staged_attendance s where ${unmet(metSome)}`,
        from,
        to,
      )
      .map((m) => m.id);
  }

  /** Records the good rows from one line to another that are about nothing on record, each change with its line. */
  take(from: number, to: number, metSome: boolean): void {
    this.#store.rawRun(
      `insert into taken_attendance select * from staged_attendance s where ${unmet(metSome)} order by s.line`,
      from,
      to,
    );
  }

  /** Changes an attendance on record as a row says. */
  change(row: MetRow, mode: string | null): void {
    this.#store.fromLine(row.line);
    this.#store.rawRun(
      "update attendance set state = ?, mode = ? where id = ?",
      row.state,
      mode,
      row.known.id,
    );
  }
}
