import type { CellSpecs, RowOf } from "../csv/columns.ts";
import { failedRow, failedTop, reason } from "../csv/failed.ts";
import { isTotal, type OpenTable, openTable } from "../csv/open-table.ts";
import type { RawRow } from "../csv/raw.ts";
import { openStream, type SheetStream } from "../csv/stream.ts";
import { type GoodRow, noRows, readSaid } from "../csv/table.ts";
import { badRowsOf, type RowPlan, unusedMatches } from "../domain/import-plan.ts";
import { type ImportCounts, importSentence } from "../domain/imports.ts";
import { ManyProblems } from "../domain/long-import.ts";
import { privateColumnProblems } from "../domain/private-text.ts";
import type { Problem } from "../domain/result.ts";
import { count } from "../domain/text.ts";
import { csvRows, moreCsvRows } from "../output/csv.ts";
import { changedSaid, importPlanReport, leftSaid, type PlannedLine } from "../reports/import-plan.ts";
import { BadRows } from "../store/bad-rows.ts";
import { contentsLimit, fingerprinter, recordImport } from "../store/imports.ts";
import { saveMapping } from "../store/mappings.ts";
import { numberSetting } from "../store/settings.ts";
import type { Store } from "../store/store.ts";
import type { Outcome } from "./command.ts";
import type { Context } from "./context.ts";
import { exits, must, Stop } from "./errors.ts";
import type { ImportWords } from "./import-words.ts";
import { beforeSaid, readingOf } from "./importing.ts";

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
type Settled = Awaited<ReturnType<typeof readingOf>>;

/** What was found while the file was read to its end. */
interface Staged<T> {
  readonly staging: Staging<T>;
  readonly table: OpenTable<T>;
  readonly rows: number;
  readonly problems: ManyProblems;
  /** What is wrong with the sheet itself. */
  readonly ofSheet: readonly Problem[];
  readonly bad: BadRows | null;
  readonly sha256: string;
  readonly contents: Uint8Array | null;
  readonly said: readonly string[];
}

/** Reads the whole file: each row is read, judged, and kept outside memory. */
async function stage<S extends CellSpecs>(
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
  return {
    ...now,
    table,
    ofSheet: [
      ...privateColumnProblems(
        [...table.unknownColumns, ...table.placed.map((p) => p.column)],
        table.header.line,
      ),
      ...unusedMatches(matches, now.matched, true),
      ...table.problems,
      ...(now.rows === 0 ? [noRows(table.header)] : []),
    ],
    sha256: now.hash.digest("hex"),
    contents: now.bytes <= limit ? Buffer.concat(now.pieces) : null,
    said: readSaid({
      notes: [...table.notes(now.again, total), ...notes],
      unknownColumns: table.unknownColumns,
    }),
  };
}

/** The file of bad rows, put together as it is written. */
function errorsFile(
  path: string | undefined,
  { sample }: SheetStream,
  { bad, table, problems }: Staged<unknown>,
) {
  if (path === undefined || bad === null || problems.rows === 0) return [];
  const width = Math.max(bad.width, table.header.cells.length);
  const isData = (row: RawRow): boolean =>
    typeof table.dataOf(row) === "object" && table.dataOf(row) !== null;
  function* content(): Generator<string> {
    const [header = [], ...top] = failedTop(sample, table.header, isData, width);
    yield `\uFEFF${csvRows(header, top)}`;
    for (const page of bad?.pages() ?? [])
      yield moreCsvRows(page.map((row) => failedRow(row.cells, width, row.why)));
  }
  return [{ path, content: { [Symbol.iterator]: content } }];
}

/** What is to be said of a plan that does not list every row. */
const longSaid = (file: string, rows: number, listed: number): string =>
  `${file} has ${count(rows, "row")}: the plan lists those that change something on record (the first ${listed.toLocaleString("en-GB")}) and those that are wrong, and counts the others.`;

/** Plans what was kept, and writes it unless something stands in the way: whole, or its good rows with --partial. */
function settle(
  context: Context,
  words: ImportWords,
  stream: SheetStream,
  kind: { readonly kind: string },
  staged: Staged<unknown>,
  mapping: Settled["mapping"],
): Outcome {
  const { store } = context;
  const { problems, ofSheet } = staged;
  const listed = numberSetting(store, "import-plan-rows");
  const every = staged.rows <= listed;
  const lines: PlannedLine[] = [];
  const tell = (plan: RowPlan<null>): void => {
    if (lines.length < listed) lines.push({ plan, ref: plan.ref });
  };
  const some = staged.rows > problems.rows;
  const write = ofSheet.length === 0 && some && (problems.rows === 0 || words.partial);
  const progress = context.progressOf(`Writing ${words.file}`);
  const counts = {
    ...staged.staging.settle({ write, every, tell, passed: progress.at }),
    failed: problems.rows,
  };
  progress.end();
  const left = badRowsOf(problems.told, staged.table.header.line);
  const report = importPlanReport(lines, left);
  const files = errorsFile(words.errorsTo, stream, staged);
  const long = !every && (context.dryRun || context.format !== undefined);
  const about = [...(long ? [longSaid(words.file, staged.rows, listed)] : []), ...staged.said];
  if (!write)
    throw new Stop(exits.rows, [...ofSheet, ...problems.all()], { report, plan: true, files, said: about });
  const before = beforeSaid(store, kind.kind, staged.sha256);
  const { sha256, contents } = staged;
  const kept = recordImport(store, { kind: kind.kind, name: words.file, sha256, contents }, counts, context);
  if (mapping.save !== null)
    saveMapping(store, { name: mapping.save, kind: kind.kind, map: mapping.map }, mapping.before);
  return {
    report,
    plan: true,
    findings: problems.rows > 0,
    files,
    said: [
      ...before,
      importSentence(words.file, counts),
      ...changedSaid(lines, counts.updated),
      ...leftSaid(words.file, left, words.errorsTo !== undefined, problems.rows),
      ...about,
      ...(kept !== null && contents === null ? [notKept(store, words.file)] : []),
      ...(mapping.save === null ? [] : [`The mapping is saved; next time: --mapping "${mapping.save}"`]),
    ],
  };
}

const notKept = (store: Store, file: string): string =>
  `The contents of ${file} are not kept: it is longer than ${numberSetting(store, "import-contents-megabytes")} MB.`;

/** How often a file is read again because somebody else changed the store meanwhile. */
const attempts = 3;

/**
 * Takes in a file that may be very long, with the same words and the same answers as `importFile`: its rows are read, judged and
 * kept in a temporary table first, and then written in one transaction, so that the store is locked for as short as can be.
 * Where the store was changed meanwhile, the rows are judged once more.
 */
export async function importStream<S extends CellSpecs>(
  context: Context,
  words: ImportWords,
  kind: StreamKind<S>,
): Promise<Outcome> {
  const source = context.openFile(words.file);
  const whole = (): Uint8Array => Buffer.concat([...source.pieces()]);
  const stream = must(await openStream(words.file, source, whole, words.sheet), exits.rows);
  const settled = await readingOf(context, stream.sample, kind, words);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const version = context.store.version();
    const staged = await stage(context, words, [stream, source.size], kind, settled);
    const outcome = context.write((store) =>
      store.version() === version ? settle(context, words, stream, kind, staged, settled.mapping) : null,
    );
    if (outcome !== null) return outcome;
  }
  throw new Stop(exits.busy, [
    {
      code: "store-busy",
      message: "The store was changed by another program each time the file was read; nothing was written.",
      remedy: "Try again when nobody else is working in it.",
    },
  ]);
}
