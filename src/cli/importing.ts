import type { CellSpecs, RowOf } from "../csv/columns.ts";
import { failedRows } from "../csv/failed.ts";
import type { HeaderMap } from "../csv/header.ts";
import { holdsPrivate } from "../csv/never-kept.ts";
import { openSheet, type RawSheet } from "../csv/raw.ts";
import { type GoodRow, type ReadRows, readSaid, readTable } from "../csv/table.ts";
import {
  badRowsOf,
  type ImportPlan,
  type RowPlan,
  readMap,
  readMatches,
  type SettledImport,
  settledCounts,
  settleImport,
  unusedMatches,
} from "../domain/import-plan.ts";
import { importSentence } from "../domain/imports.ts";
import { chosenMapping } from "../domain/mapping.ts";
import { every, noneOf, type Problem, type Result } from "../domain/result.ts";
import { csvRows } from "../output/csv.ts";
import { changedSaid, importPlanReport, leftSaid, type PlannedLine } from "../reports/import-plan.ts";
import { mappings } from "../store/mappings.ts";
import type { Store } from "../store/store.ts";
import { askAboutColumns } from "./ask-columns.ts";
import type { Outcome } from "./command.ts";
import type { Context } from "./context.ts";
import { exits, must, Stop } from "./errors.ts";
import { beforeSaid, putOnRecord } from "./import-record.ts";
import { checkWords, type ImportWords } from "./import-words.ts";

export { checkNoFile, importOptions } from "./import-words.ts";

/** What a plan depends on beside the rows: `clear` is a blank cell that empties what is there. */
interface PlanChoices {
  readonly blanks: "keep" | "clear";
}

/** A kind of file that is taken in: its columns, the plan of its rows, and how a row of the plan is written. */
export interface ImportKind<S extends CellSpecs, W> {
  /** The word for it in the record of imports: `members`. */
  readonly kind: string;
  /** The field that --match fills in; null where a row is about nothing that was there before. */
  readonly identity: (keyof S & string) | null;
  /** The recruitment round that the file belongs to. */
  readonly roundId?: number;
  /** How the file is opened, where it may be something else than a sheet. */
  readonly open?: typeof openSheet;
  /** Whether a blank cell can empty what is there; false where there is nothing to empty. */
  readonly clears: boolean;
  /** A refusal of this code alone asks for a reason, which may be given in words already. */
  readonly reason?: { readonly code: string; readonly given: string | undefined };
  /** The columns; of a sheet that comes in more than one shape, by what its header is. */
  columns(store: Store, sheet: { readonly raw: RawSheet; readonly map: HeaderMap }): S;
  plan(store: Store, rows: readonly GoodRow<RowOf<S>>[], choices: PlanChoices): ImportPlan<W>;
  /** What is asked before rows are written that touch several people; null where nothing is. */
  question?(store: Store, taken: readonly RowPlan<W>[]): string | null;
  /** Writes one row; answers the ref of the record it is about, or null where it has none. */
  apply(store: Store, row: RowPlan<W>): string | null;
  /** What else is to be said once everything is written, with the reason that was given where one was asked for. */
  said?(store: Store, taken: readonly RowPlan<W>[], reason?: string): readonly string[];
}

/** How the file is to be read: what was said, what a person answered, and the mapping that comes of it. */
export async function readingOf<S extends CellSpecs>(
  context: Context,
  raw: RawSheet,
  kind: Pick<ImportKind<S, unknown>, "kind" | "identity" | "columns">,
  words: ImportWords,
) {
  const said = must(every({ map: readMap(words.map), matches: readMatches(words.match) }), exits.usage);
  const saved = mappings(context.store);
  const first = must(chosenMapping(words.mapping, said.map, saved, kind.kind));
  const specs = kind.columns(context.store, { raw, map: first.map });
  const fill = kind.identity === null ? {} : { fill: { field: kind.identity, cells: said.matches } };
  const typed = { ...fill, ...(words.dates ? { dates: words.dates } : {}) };
  const read = readTable(raw, specs, { ...typed, map: first.map });
  const answered = await askAboutColumns(await context.ask(), read, specs, words.mapping !== undefined);
  const all = { ...said.map, ...answered.map };
  const mapping = must(chosenMapping(words.mapping ?? answered.name, all, saved, kind.kind));
  const dates = answered.dates ? { dates: answered.dates } : {};
  return { choices: { ...typed, ...dates, map: mapping.map }, matches: said.matches, mapping };
}

/** The file of bad rows, where one was asked for and there are any. */
function errorsFile(
  path: string | undefined,
  raw: RawSheet,
  read: ReadRows<unknown>,
  problems: readonly Problem[],
) {
  const bad = badRowsOf(problems, read.header.line);
  if (path === undefined || bad.length === 0) return [];
  const [header, ...rows] = failedRows(raw, read, bad);
  return [{ path, content: `\uFEFF${csvRows(header ?? [], rows)}` }];
}

/** Stops with every problem; the plan of a file that is not taken in is there to look at. */
function refuse(plan: ImportPlan<unknown>, read: ReadRows<unknown>, files: Outcome["files"]): Stop {
  const bad = badRowsOf(plan.problems, read.header.line);
  const lines = new Set(bad.map((b) => b.line));
  const good = plan.rows.filter((r) => !lines.has(r.line)).map((p) => ({ plan: p, ref: p.ref }));
  const outcome = {
    report: importPlanReport(good, bad),
    plan: true,
    said: readSaid(read),
    files: files ?? [],
  };
  return new Stop(exits.rows, plan.problems, outcome);
}

/** Writes what is taken in, row by row, each on record with its line. */
function written<S extends CellSpecs, W>(
  store: Store,
  kind: ImportKind<S, W>,
  { taken }: SettledImport<W>,
): PlannedLine[] {
  const lines = taken.map((plan) => {
    store.fromLine(plan.line);
    return { plan, ref: (plan.outcome === "unchanged" ? null : kind.apply(store, plan)) ?? plan.ref };
  });
  store.fromLine(null);
  return lines;
}

/** Asks about what the rows to be taken would do, where their kind has a question. */
async function confirmed<S extends CellSpecs, W>(
  context: Context,
  { question }: ImportKind<S, W>,
  look: () => Result<SettledImport<W>>,
): Promise<void> {
  if (!question) return;
  const settled = look();
  const asked = settled.ok ? question(context.store, settled.value.taken) : null;
  if (asked !== null) await context.confirm(asked);
}

/**
 * Takes a file in: reads it, asks a person about columns it could not place, plans every row, and writes the very plan in one
 * transaction, whole or not at all (its good rows with --partial). Bad rows are told all at once; a dry run puts the plan out.
 */
export async function importFile<S extends CellSpecs, W>(
  context: Context,
  words: ImportWords,
  kind: ImportKind<S, W>,
): Promise<Outcome> {
  must(noneOf(checkWords(words, kind.clears)), exits.usage);
  const bytes = context.readFile(words.file);
  const raw = must(await (kind.open ?? openSheet)(words.file, bytes, words.sheet), exits.rows);
  const { choices, matches, mapping } = await readingOf(context, raw, kind, words);
  const unread = raw.problems ?? [];
  const hides = await holdsPrivate(bytes);
  const look = (store: Store) => {
    const read = readTable(raw, kind.columns(store, { raw, map: mapping.map }), choices);
    const planned = kind.plan(store, read.rows, { blanks: words.blanks });
    const problems = [
      ...unusedMatches(matches, new Set(read.raw.keys()), kind.identity !== null),
      ...unread,
      ...read.problems.filter((p) => !unread.some((u) => u.line === p.line)),
      ...planned.problems,
    ];
    const plan = { rows: planned.rows, problems };
    return { read, plan, settled: settleImport(plan, read.header.line, words.partial) };
  };
  await confirmed(context, kind, () => look(context.store).settled);
  const take = (reason?: string): Outcome =>
    context.write((store) => {
      const { read, plan, settled } = look(store);
      const files = errorsFile(words.errorsTo, raw, read, plan.problems);
      if (!settled.ok) throw refuse(plan, read, files);
      const before = beforeSaid(store, kind.kind, bytes);
      const lines = written(store, kind, settled.value);
      const counts = settledCounts(settled.value);
      const round = kind.roundId === undefined ? {} : { roundId: kind.roundId };
      const file = { kind: kind.kind, name: words.file, bytes, holdsPrivate: hides, ...round };
      const recorded = putOnRecord(store, file, counts, mapping, context);
      const made = lines.filter((l) => l.plan.outcome === "new").flatMap((l) => (l.ref ? [l.ref] : []));
      const { taken, left } = settled.value;
      return {
        report: importPlanReport(lines, left),
        plan: true,
        findings: left.length > 0,
        files,
        said: [
          ...before,
          importSentence(words.file, counts, made),
          ...changedSaid(lines),
          ...(kind.said?.(store, taken, reason) ?? []),
          ...leftSaid(words.file, left, words.errorsTo !== undefined),
          ...readSaid(read),
          ...recorded,
        ],
      };
    });
  return kind.reason ? context.withReason(kind.reason.given, kind.reason.code, take) : take();
}
