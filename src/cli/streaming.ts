import type { CellSpecs } from "../csv/columns.ts";
import { failedRow, failedTop } from "../csv/failed.ts";
import type { RawRow } from "../csv/raw.ts";
import { openStream, type SheetStream } from "../csv/stream.ts";
import { badRowsOf, type RowPlan } from "../domain/import-plan.ts";
import { importSentence } from "../domain/imports.ts";
import { count } from "../domain/text.ts";
import { csvRows, moreCsvRows } from "../output/csv.ts";
import { changedSaid, importPlanReport, leftSaid, type PlannedLine } from "../reports/import-plan.ts";
import { numberSetting } from "../store/settings.ts";
import type { Outcome } from "./command.ts";
import type { Context } from "./context.ts";
import { exits, must, Stop } from "./errors.ts";
import { beforeSaid, putOnRecord } from "./import-record.ts";
import type { ImportWords } from "./import-words.ts";
import { readingOf } from "./importing.ts";
import { type Settled, type Staged, type StreamKind, stage } from "./stage-rows.ts";

export type { StreamKind } from "./stage-rows.ts";

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
  const { sha256, contents, holdsPrivate } = staged;
  const file = { kind: kind.kind, name: words.file, sha256, contents, holdsPrivate };
  const recorded = putOnRecord(store, file, counts, mapping, context);
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
      ...recorded,
    ],
  };
}

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
