import { type Day, dayInWords } from "../domain/day.ts";
import type { ImportCounts } from "../domain/imports.ts";
import type { ChosenMapping } from "../domain/mapping.ts";
import { ref } from "../domain/ref.ts";
import { recordImport, sameFileBefore } from "../store/imports.ts";
import { type SavedMapping, saveMapping } from "../store/mappings.ts";
import { numberSetting } from "../store/settings.ts";
import type { Store } from "../store/store.ts";

/** That this very file was brought in before, where it was. */
export const beforeSaid = (store: Store, kind: string, file: Uint8Array | string): string[] => {
  const before = sameFileBefore(store, kind, file);
  if (!before) return [];
  const day = dayInWords(before.made_on as Day);
  return [`This very file was brought in on ${day} by ${before.made_by} (${ref("import", before.id)}).`];
};

/** Puts an import on record, and a mapping of columns that is to be kept with it; answers what is to be said of that. */
export function putOnRecord(
  store: Store,
  file: Parameters<typeof recordImport>[1],
  counts: ImportCounts,
  mapping: ChosenMapping<SavedMapping>,
  made: { readonly today: Day; readonly by: string },
): string[] {
  const recorded = recordImport(store, file, counts, made);
  const { save } = mapping;
  if (save !== null) saveMapping(store, { name: save, kind: file.kind, map: mapping.map }, mapping.before);
  const why = {
    kept: null,
    "too-long": `it is longer than ${numberSetting(store, "import-contents-megabytes")} MB.`,
    private: "something in it looks like bank details or a National Insurance number.",
  }[recorded?.contents ?? "kept"];
  return [
    ...(why === null ? [] : [`The contents of ${file.name} are not kept: ${why}`]),
    ...(save === null ? [] : [`The mapping is saved; next time: --mapping "${save}"`]),
  ];
}
