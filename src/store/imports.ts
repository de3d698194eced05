import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { addMonths, type Day } from "../domain/day.ts";
import type { ImportCounts } from "../domain/imports.ts";
import { idOf } from "../domain/ref.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { fileNameOf } from "../domain/text.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** A file that was brought in, named as it was typed. */
export interface ImportedFile {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether something in it looks like what is never kept: then its contents are not. */
  readonly holdsPrivate: boolean;
  /** The recruitment round it belongs to: its contents go on the round's retention date at the latest. */
  readonly roundId?: number;
}

/** An import on record. */
export interface ImportBatch {
  readonly id: number;
  readonly kind: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly rows_new: number;
  readonly rows_updated: number;
  readonly rows_unchanged: number;
  readonly rows_failed: number;
  readonly made_on: string;
  readonly made_by: string;
  readonly undone_on: string | null;
  /** The command that brought it in, for its changes; null where that was never recorded. */
  readonly set_id: number | null;
  /** The day its contents go; null where they are gone, or were never kept. */
  readonly contents_until: string | null;
}

/** Reckons the SHA-256 of a file that comes in pieces. */
export const fingerprinter = () => createHash("sha256");

/** The SHA-256 of a file, in hexadecimal. */
const fingerprint = (bytes: Uint8Array): string => fingerprinter().update(bytes).digest("hex");

/** A file that was brought in piece by piece; its contents are null where it was too long to be kept. */
export interface ReadFile {
  readonly kind: string;
  readonly name: string;
  readonly sha256: string;
  readonly contents: Uint8Array | null;
  readonly holdsPrivate: boolean;
  readonly roundId?: number;
}

/** How many bytes a file may have whose contents are kept. */
export const contentsLimit = (store: Store): number =>
  numberSetting(store, "import-contents-megabytes") * 1_000_000;

/**
 * Puts an import on record with the running command: the file's name and SHA-256, what became of its rows, and its contents
 * until the retention date, unless it is longer than the unit keeps or holds what is never kept. Answers whether they are kept;
 * null for an import that changes nothing, which leaves no record.
 */
export function recordImport(
  store: Store,
  file: ImportedFile | ReadFile,
  counts: ImportCounts,
  made: { readonly today: Day; readonly by: string },
): { readonly contents: "kept" | "too-long" | "private" } | null {
  if (counts.added + counts.updated === 0) return null;
  const id = store.insert("import_batch", {
    kind: file.kind,
    file_name: fileNameOf(file.name),
    sha256: "bytes" in file ? fingerprint(file.bytes) : file.sha256,
    rows_new: counts.added,
    rows_updated: counts.updated,
    rows_unchanged: counts.unchanged,
    rows_failed: counts.failed ?? 0,
    made_on: made.today,
    made_by: made.by,
  });
  const whole = "bytes" in file ? file.bytes : file.contents;
  const fits = whole !== null && whole.length <= contentsLimit(store);
  if (fits && !file.holdsPrivate)
    store.insert("import_content", {
      import_id: id,
      contents: deflateRawSync(whole, { level: 1 }),
      until_on: addMonths(made.today, numberSetting(store, "import-contents-months")),
      round_id: file.roundId ?? null,
    });
  store.rawRun("update change_set set import_id = ? where id = (select set_id from recording)", id);
  return { contents: !fits ? "too-long" : file.holdsPrivate ? "private" : "kept" };
}

const batches = () =>
  sql
    .selectFrom("import_batch as i")
    .leftJoin("change_set as s", "s.import_id", "i.id")
    .leftJoin("import_content as c", "c.import_id", "i.id")
    .leftJoin("recruitment_round as r", "r.id", "c.round_id")
    .select([
      "i.id",
      "i.kind",
      "i.file_name",
      "i.sha256",
      "i.rows_new",
      "i.rows_updated",
      "i.rows_unchanged",
      "i.rows_failed",
      "i.made_on",
      "i.made_by",
      "i.undone_on",
      "s.id as set_id",
    ])
    .select((q) =>
      q
        .fn<string | null>("min", ["c.until_on", q.fn.coalesce("r.retention_on", "c.until_on")])
        .as("contents_until"),
    );

/** The imports on record, newest first; of one kind where one is named. */
export const imports = (store: Store, kind?: string): ImportBatch[] =>
  store.all(
    kind === undefined
      ? batches().orderBy("i.id", "desc")
      : batches().where("i.kind", "=", kind).orderBy("i.id", "desc"),
  ) as ImportBatch[];

const importBatch = (store: Store, id: number): ImportBatch | undefined =>
  store.first(batches().where("i.id", "=", id)) as ImportBatch | undefined;

/** The latest import of the very same file, or of one with this SHA-256, that still stands; or undefined. */
export const sameFileBefore = (
  store: Store,
  kind: string,
  file: Uint8Array | string,
): ImportBatch | undefined =>
  store.first(
    batches()
      .where("i.kind", "=", kind)
      .where("i.sha256", "=", typeof file === "string" ? file : fingerprint(file))
      .where("i.undone_on", "is", null)
      .orderBy("i.id", "desc"),
  ) as ImportBatch | undefined;

/** The file as it came, or undefined where its contents are gone. */
export function contentsOf(store: Store, importId: number): Uint8Array | undefined {
  const kept = store.first(
    sql.selectFrom("import_content").select("contents").where("import_id", "=", importId),
  );
  return kept ? inflateRawSync(kept.contents as Uint8Array) : undefined;
}

/** The import that a ref means. */
export function findImport(store: Store, text: string): Result<ImportBatch> {
  const id = idOf("import", text);
  const found = id === null ? undefined : importBatch(store, id);
  return found
    ? yes(found)
    : no({
        code: "unknown-import",
        message: `There is no import "${text}".`,
        remedy: "See: involve import list",
      });
}

/** The last import that still stands. */
export function lastImport(store: Store): Result<ImportBatch> {
  const [last] = imports(store).filter((i) => i.undone_on === null);
  return last
    ? yes(last)
    : no({
        code: "nothing-to-undo",
        message: "There is no import to take back.",
        remedy: "See: involve import list",
      });
}
