import type { CellSpecs, RowOf } from "../csv/columns.ts";
import { reason } from "../csv/failed.ts";
import { headerNeverKept, holdsPrivate } from "../csv/never-kept.ts";
import { isTotal, type OpenTable, openTable } from "../csv/open-table.ts";
import type { RawRow } from "../csv/raw.ts";
import type { SheetStream } from "../csv/stream.ts";
import { type GoodRow, noRows, readSaid } from "../csv/table.ts";
import { type RowPlan, unusedMatches } from "../domain/import-plan.ts";
import type { ImportCounts } from "../domain/imports.ts";
import { ManyProblems } from "../domain/long-import.ts";
import type { Problem } from "../domain/result.ts";
import { BadRows } from "../store/bad-rows.ts";
import { contentsLimit, fingerprinter } from "../store/imports.ts";
import type { Store } from "../store/store.ts";
import type { Context } from "./context.ts";
import { exits, must } from "./errors.ts";
import type { ImportWords } from "./import-words.ts";
import type { readingOf } from "./importing.ts";

/** Good rows on their way in, kept where they take no memory. */
interface Staging<T> {
  /** Keeps a row that could be read; answers every problem where the rules refuse it. */
  keep(row: GoodRow<T>): readonly Problem[];
  /**
   * Plans the rows that were kept and no rule refused, and writes them where `write` is true; `tell` is told of each row that
   * changes something on record, with `every` of each row, and `passed` how far it has come.
   */
  settle(asked: {
    readonly write: boolean;
    readonly every: boolean;
    tell(plan: RowPlan<null>): void;
    passed(share: number): void;
  }): ImportCounts;
}

/** A kind of file that may have a million rows: it is read row by row, each row judged by itself, and written in one go. */
export interface StreamKind<S extends CellSpecs> {
  readonly kind: string;
  readonly identity: keyof S & string;
  columns(store: Store): S;
  stage(store: Store, choices: { readonly clears: boolean }): Staging<RowOf<S>>;
}

/** How the file is to be read, settled by its first rows. */
export type Settled = Awaited<ReturnType<typeof readingOf>>;

/** What was found while the file was read to its end. */
export interface Staged<T> {
  readonly staging: Staging<T>;
  readonly table: OpenTable<T>;
  readonly rows: number;
  readonly problems: ManyProblems;
  /** What is wrong with the sheet itself. */
  readonly ofSheet: readonly Problem[];
  readonly bad: BadRows | null;
  readonly sha256: string;
  readonly contents: Uint8Array | null;
  readonly holdsPrivate: boolean;
  readonly said: readonly string[];
}

/** Reads the whole file: each row is read, judged, and kept outside memory. */
export async function stage<S extends CellSpecs>(
  context: Context,
  words: ImportWords,
  [stream, size]: readonly [SheetStream, number],
  kind: StreamKind<S>,
  { choices, matches }: Settled,
): Promise<Staged<RowOf<S>>> {
  const { store } = context;
  const specs = kind.columns(store);
  const table = openTable(stream.sample, specs, choices);
  const limit = contentsLimit(store);
  const progress = context.progressOf(`Reading ${words.file}`);
  const fresh = () => ({
    staging: kind.stage(store, { clears: words.blanks === "clear" }),
    ...{ problems: new ManyProblems(), bad: words.errorsTo === undefined ? null : new BadRows(store) },
    ...{ hash: fingerprinter(), pieces: [] as Uint8Array[], bytes: 0, rows: 0 },
    ...{ again: [] as number[], matched: new Set<number>(), last: null as RawRow | null },
  });
  let now = fresh();
  const take = (row: RawRow): void => {
    now.rows += 1;
    if (matches.has(row.line)) now.matched.add(row.line);
    if (table.placed.length === 0) return;
    const read = table.reader.read(row);
    const problems = read.row && table.problems.length === 0 ? now.staging.keep(read.row) : read.problems;
    if (problems.length === 0) return;
    now.problems.add(row.line, problems);
    now.bad?.keep(row.line, { cells: row.cells, why: reason({ problems }) });
  };
  const read = await stream.read({
    begin: () => {
      now = fresh();
    },
    piece: (bytes) => {
      now.hash.update(bytes);
      now.bytes += bytes.length;
      if (now.bytes <= limit) now.pieces.push(bytes);
      else now.pieces = [];
      if (size > 0) progress.at(Math.min(1, now.bytes / size));
    },
    row: (raw) => {
      if (raw.line <= table.header.line) return;
      const row = table.dataOf(raw);
      if (now.last !== null) take(now.last);
      now.last = row === "again" ? null : row;
      if (row === "again") now.again.push(raw.line);
    },
  });
  const total = now.last !== null && isTotal(now.last) ? now.last.line : null;
  if (now.last !== null && total === null) take(now.last);
  progress.end();
  const notes = must(read, exits.rows);
  const contents = now.bytes <= limit ? Buffer.concat(now.pieces) : null;
  return {
    ...now,
    table,
    ofSheet: [
      ...headerNeverKept(table.header, [...table.unknownColumns, ...table.placed.map((p) => p.column)]),
      ...unusedMatches(matches, now.matched, true),
      ...table.problems,
      ...(now.rows === 0 ? [noRows(table.header)] : []),
    ],
    sha256: now.hash.digest("hex"),
    contents,
    holdsPrivate: contents !== null && (await holdsPrivate(contents)),
    said: readSaid({
      notes: [...table.notes(now.again, total), ...notes],
      unknownColumns: table.unknownColumns,
    }),
  };
}
