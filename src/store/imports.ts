import { createHash } from "node:crypto";
import type { Day } from "../domain/day.ts";
import type { ImportCounts } from "../domain/imports.ts";
import type { Store } from "./store.ts";

/** A file that was brought in, named as it was typed. */
export interface ImportedFile {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Puts an import on record: the file's name and SHA-256 and what became of its rows, never its contents. An import that
 * changes nothing leaves no record.
 */
export function recordImport(
  store: Store,
  file: ImportedFile,
  counts: ImportCounts,
  made: { readonly today: Day; readonly by: string },
): void {
  if (counts.added + counts.updated === 0) return;
  store.insert("import_batch", {
    kind: file.kind,
    file_name: file.name.split(/[\\/]/).at(-1) ?? file.name,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    rows_new: counts.added,
    rows_updated: counts.updated,
    rows_unchanged: counts.unchanged,
    made_on: made.today,
    made_by: made.by,
  });
}
